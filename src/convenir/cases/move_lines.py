"""How the possibilities of the parties that a case names are compared with those computed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from convenir.cases.lines import alternatives_of, cites, same_alternatives
from convenir.cases.names import known_keys, listed, member, names, place, shown, tables
from convenir.core.assumptions import Choice
from convenir.core.moves import Move, MoveKind

Gap = tuple[str, str]


def _value(name: str) -> Callable[[Move, Any], bool]:
    return lambda move, expected: getattr(move, name) == (None if expected == "none" else expected)


# What a line of `moves` may say of a move.
MOVE: dict[str, Callable[[Move, Any], bool]] = {
    "kind": lambda move, expected: move.kind is member(MoveKind, expected),
    **{name: _value(name) for name in ("party", "subject", "useful", "form")},
    **{name: _value(name) for name in ("opens_on", "last_useful_on", "safe_on", "effect_on", "leaves_until")},
    "agreement_of": lambda move, expected: set(move.agreement_of) == set(listed(expected)),
    "because": lambda move, expected: all(cites(move.because, words) for words in listed(expected)),
    "assumptions": lambda move, expected: {a.choice.value for a in move.assumptions} == set(_choices(expected)),
    "alternatives": lambda move, expected: same_alternatives(expected, alternatives_of(move.assumptions)),
}
NEIGHBOURS = ("kind", "party")


def move_gaps(moves: Sequence[Move], expected: list[dict[str, Any]]) -> Iterator[Gap]:
    """Each line that does not describe exactly `count` moves (one, unless said); an empty list wants no move."""
    if not expected and moves:
        yield "aucune possibilité", shown([f"{move.kind.value} ({move.party})" for move in moves])
    for line in tables(expected, 'kind = "leave", party = "caf"'):
        known_keys(line, [*MOVE, "count", "source", "note"])
        if "kind" in line:
            member(MoveKind, line["kind"])
        asserted = {key: value for key, value in line.items() if key in MOVE}
        found = [move for move in moves if all(MOVE[key](move, value) for key, value in asserted.items())]
        if len(found) != line.get("count", 1):
            yield shown(line), f"{len(found)} possibilité(s) ; voisines : {_near(moves, line)}"


def _choices(expected: Any) -> Iterable[str]:
    return [member(Choice, name).value for name in names(expected)]


def _near(moves: Sequence[Move], line: dict[str, Any]) -> str:
    """The moves of the same kind and party, on the points that the line asserts."""
    same = [move for move in moves if all(str(getattr(move, key)) == line[key] for key in NEIGHBOURS if key in line)]
    return shown([_told(move, line) for move in same[:6]]) if same else "aucune de ce nom"


def _told(move: Move, line: dict[str, Any]) -> dict[str, Any]:
    computed: dict[str, Any] = {
        "because": [place(source) for source in move.because],
        "assumptions": [assumption.choice.value for assumption in move.assumptions],
        "alternatives": alternatives_of(move.assumptions),
    }
    return {key: computed[key] if key in computed else getattr(move, key) for key in line if key in MOVE}
