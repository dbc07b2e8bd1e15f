"""Patterns that first look for the plain words without which they cannot match.

A sentence seldom holds what a recogniser asks for, and Python finds a plain string some twenty times faster than it
tries a pattern at each place. The strings are worked out from the pattern itself, so no list of keywords has to be
kept in step with it: `needed` is exact, what it refuses cannot match.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from sys import maxsize
from typing import Any

# The parser of `re` has no public name and no types. A tree built by another parser would have to be kept true to it.
_PARSER: Any = import_module("re._parser")

# More strings than that cost as much as the pattern itself.
_MOST = 48


class Shape:
    """A compiled pattern, with the methods of `re.Pattern` that recognisers use."""

    __slots__ = ("_compiled", "_needed", "match")

    def __init__(self, words: str, flags: int = 0) -> None:
        self._compiled = re.compile(words, flags)
        # All words hold the empty string: nothing is refused where nothing is known.
        self._needed = needed(words, flags) or ("",)
        self.match: Callable[..., re.Match[str] | None] = self._compiled.match

    @property
    def pattern(self) -> str:
        """The words of the pattern."""
        return self._compiled.pattern

    def sub(self, by: str, words: str) -> str:
        """The words with each match replaced."""
        return self._compiled.sub(by, words)

    # The loop of the next two is written out in both: they are called some sixty times for each sentence, and a call
    # between them would take as long as the loop.

    def search(self, words: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match."""
        for plain in self._needed:
            if plain in words:
                return self._compiled.search(words, start, end)
        return None

    def finditer(self, words: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches, in order."""
        for plain in self._needed:
            if plain in words:
                return self._compiled.finditer(words, start, end)
        return iter(())


def needed(words: str, flags: int = 0) -> tuple[str, ...]:
    """Strings of which every match of the pattern holds at least one; empty where nothing can be told.

    >>> needed(r"\\bpreavis(?: [\\w']+){0,3} de"), needed(r"\\b(?:lettre|courrier) simples?")
    (('preavis',), ('courrier simple', 'lettre simple'))
    >>> sorted(needed(r"\\blitiges?\\b|\\bdifferends?\\b")), needed(r"\\d+|un")
    (['differend', 'litige'], ())
    """
    tree = _PARSER.parse(words, flags)
    # Without regard to capitals, a plain string is not needed as it is written.
    return () if tree.state.flags & re.IGNORECASE else tuple(sorted(_best(_parts(tree))))


# --- what a piece of a pattern holds -------------------------------------------------------------------------

# The strings that a piece can be, all of them; or None where they are too many to be spelled out.
_Spelled = frozenset[str]


def _parts(piece: Iterable[Any]) -> Iterator[_Spelled]:
    """Sets of strings: each match of the sequence holds a string of each set."""
    run: _Spelled = frozenset(("",))
    for operation, argument in piece:
        spelled = _spelled(operation, argument)
        longer = _joined(run, spelled) if spelled is not None else None
        if longer is not None:
            run = longer
            continue
        yield run
        run = frozenset(("",)) if spelled is None else spelled
        yield from _inner(operation, argument)
    yield run


def _best(parts: Iterable[_Spelled]) -> _Spelled:
    """Of several sets, the one that the fewest sentences satisfy: few strings, and long ones."""
    kept = [_shortest(part) for part in parts if part and "" not in part]
    return min((part for part in kept if len(part) <= _MOST), key=_cost, default=frozenset())


def _cost(part: _Spelled) -> float:
    """How often one of the strings is met by chance, and how long it takes to look for them all."""
    return sum(4.0 ** -len(plain) for plain in part) + 0.001 * len(part)


def _shortest(part: _Spelled) -> _Spelled:
    """Without the strings that hold another one of the set."""
    return frozenset(plain for plain in part if not any(other in plain for other in part if other != plain))


def _joined(run: _Spelled, more: _Spelled) -> _Spelled | None:
    if len(run) * len(more) > 2 * _MOST:
        return None
    return frozenset(before + after for before in run for after in more)


def _inner(operation: Any, argument: Any) -> Iterator[_Spelled]:
    """The sets of a piece that cannot be spelled out."""
    match str(operation):
        case "SUBPATTERN" if not argument[1]:
            yield from _parts(argument[3])
        case "MAX_REPEAT" | "MIN_REPEAT" if argument[0] > 0:
            yield from _parts(argument[2])
        case "BRANCH":
            choices = [_best(_parts(choice)) for choice in argument[1]]
            yield frozenset[str]().union(*choices) if all(choices) else frozenset()
        case _:
            return


def _spelled(operation: Any, argument: Any) -> _Spelled | None:
    """All the strings that a piece can be, or None."""
    match str(operation):
        case "LITERAL":
            return frozenset((chr(argument),))
        # Conditions on what stands around take no place.
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset(("",))
        case "SUBPATTERN" if not argument[1]:
            return _whole(argument[3])
        case "MAX_REPEAT" | "MIN_REPEAT" if argument[1] == 1:
            once = _whole(argument[2])
            return once if once is None or argument[0] else once | {""}
        case "IN":
            choices = [_letter(*item) for item in argument]
        case "BRANCH":
            choices = [_whole(choice) for choice in argument[1]]
        case _:
            return None
    return _any_of(choices)


def _letter(operation: Any, argument: Any) -> _Spelled | None:
    """A single character of a class; None for a range or a category."""
    return frozenset((chr(argument),)) if str(operation) == "LITERAL" else None


def _any_of(choices: list[_Spelled | None]) -> _Spelled | None:
    known = [choice for choice in choices if choice is not None]
    return frozenset[str]().union(*known) if len(known) == len(choices) else None


def _whole(piece: Iterable[Any]) -> _Spelled | None:
    """All the strings that a sequence can be, or None."""
    run: _Spelled | None = frozenset(("",))
    for operation, argument in piece:
        spelled = _spelled(operation, argument)
        run = _joined(run, spelled) if run is not None and spelled is not None else None
        if run is None:
            return None
    return run
