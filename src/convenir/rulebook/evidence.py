"""Where a mechanism is found: the articles of the texts whose terms are written down, and the cases that pin it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from convenir.cases.reading import case_files
from convenir.core.dossier import EVENTS
from convenir.rulebook.mechanism import Mechanism

# Under which keys a line of `then` names what it asserts.
NAMED = {
    "flags": "flag",
    "assumptions": "choice",
    "status": "status",
    "findings": "finding",
    "irregularities": "finding",
}
SECTIONS = ("dates", "tables")
EVENT_NAMES = {kind: name for name, kind in EVENTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A case file as the book cites it: its path in the house, its story, and what it names («duty:meeting»)."""

    path: Path
    story: str
    named: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The articles of one text where clauses of some types are found."""

    text: str
    articles: tuple[str, ...]


def cases_of(mechanism: Mechanism, cases: Iterable[Pinned]) -> list[Pinned]:
    """The cases that assert a result of it; failing that a status, failing that those that give its facts.

    Those that a reader should open first come first: each shows as many results as it can that none before it shows,
    and asserts little else.
    """
    given = {f"fact:{EVENT_NAMES[kind]}" for kind in mechanism.facts}
    given |= {f"clause:{kind.__name__}" for kind in mechanism.clauses}
    statuses = {f"status:{status.value}" for status in mechanism.statuses}
    for wanted in (_results(mechanism), statuses, given):
        pinned = [case for case in cases if wanted & case.named]
        if pinned:
            return list(_most_telling_first(pinned, wanted))
    return []


def _most_telling_first(cases: list[Pinned], wanted: set[str]) -> Iterator[Pinned]:
    left, unseen = list(cases), set(wanted)
    while left:
        best = max(left, key=lambda case: (len(case.named & unseen), len(case.named & wanted) / len(case.named)))
        yield best
        left.remove(best)
        unseen -= best.named


def _results(mechanism: Mechanism) -> set[str]:
    """What a case asserts of this mechanism and of few others."""
    kinds = {
        "flag": mechanism.flags,
        "duty": mechanism.duties,
        "move": mechanism.moves,
        "choice": mechanism.choices,
    }
    found = {f"{kind}:{member.value}" for kind, members in kinds.items() for member in members}
    found |= {f"finding:{about}" for about in mechanism.findings}
    return found | {f"section:{section}" for section in mechanism.sections}


def pinned_in(folder: Path) -> tuple[Pinned, ...]:
    """Every case file of a folder, in the order of their paths."""
    return tuple(_pinned(path, folder) for path in case_files([folder]))


def _pinned(path: Path, folder: Path) -> Pinned:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    stories = [table, *table.get("variants", [])]
    named = {name for story in stories for name in _named(story)}
    return Pinned(path=path.relative_to(folder), story=str(table.get("story", "")), named=frozenset(named))


def _named(story: Mapping[str, Any]) -> Iterator[str]:
    """What a story gives and asserts."""
    yield from (f"clause:{clause.get('type')}" for clause in story.get("clauses", []))
    yield from (f"fact:{next(iter(fact))}" for fact in story.get("facts", []))
    yield from (f"section:{section}" for section in story if section in SECTIONS)
    for line in story.get("then", []):
        yield from _named_in(line)


def _named_in(line: Mapping[str, Any]) -> Iterator[str]:
    """What one line of `then` asserts, by kind."""
    for key, kind in NAMED.items():
        yield from (f"{kind}:{name}" for name in _names(line.get(key, [])))
    for duty in line.get("obligations", []):
        yield f"duty:{duty.get('duty', str(duty.get('key', '')).partition(':')[0])}"
        yield from _named_in({key: duty[key] for key in ("assumptions", "alternatives", "findings") if key in duty})
    yield from (f"move:{move.get('kind')}" for move in line.get("moves", []))
    yield from (f"choice:{name}" for name in line.get("alternatives", {}))


def _names(value: Any) -> Iterator[str]:
    """The names of a key: one word, a list of words («flag:party»), or tables that say `about`."""
    for item in [value] if isinstance(value, str) else value:
        yield item.partition(":")[0] if isinstance(item, str) else str(item.get("about"))


@cache
def texts_in(folder: Path) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The clauses of each text of a folder of terms, by the name of its file."""
    paths = sorted(folder.glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")).get("clauses", []) for path in paths}


def found_in(mechanism: Mechanism, folder: Path) -> list[Found]:
    """The texts that state a clause of this mechanism, with their articles."""
    names = {kind.__name__ for kind in mechanism.clauses}
    found = []
    for text, clauses in texts_in(folder).items():
        own = [one for one in clauses if one["type"] in names and _states(one, mechanism.stated)]
        articles = dict.fromkeys(one.get("article", "") for one in own)
        if articles:
            found.append(Found(text=text, articles=tuple(articles)))
    return found


def _states(clause: Mapping[str, Any], stated: Sequence[tuple[str, str]]) -> bool:
    return all(clause.get(name) == value for name, value in stated)
