"""The plain strings of which every match of a pattern holds at least one, worked out from the pattern itself.

Only what recognisers write is understood: letters, classes, groups, alternatives, repeats, conditions on what stands
around. A pattern with anything else has no needed string: it is simply tried at each place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from os.path import commonprefix
from typing import TypeAlias

# The strings that a piece of a pattern can be, all of them; or strings of which a match holds at least one.
_Strings: TypeAlias = frozenset[str]
_NOTHING: _Strings = frozenset(("",))

# More strings than that cost as much as the pattern itself.
_MOST = 48
# A shared beginning shorter than that is met everywhere.
_LEAST = 6


def needed(words: str, flags: int = 0) -> tuple[str, ...]:
    """Strings of which every match of the pattern holds at least one; empty where nothing can be told.

    >>> needed(r"\\bpreavis(?: [\\w']+){0,3} de"), needed(r"\\b(?:lettre|courrier) simples?")
    (('preavis',), ('courrier simple', 'lettre simple'))
    >>> sorted(needed(r"\\blitiges?\\b|\\bdifferends?\\b")), needed(r"\\d+|un")
    (['differend', 'litige'], ())
    >>> needed(r"\\brenouvel(?:able|lement|lee?s?)\\b")
    ('renouvel',)
    """
    # Without regard to capitals, a plain string is not needed as it is written.
    if flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    try:
        return tuple(sorted(_best(_Pattern(words).choices().held)))
    except _NotUnderstood:
        return ()


class _NotUnderstood(Exception):
    """A pattern that is written in a way that this file does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of a pattern: all that it can be, or None where that is too much to be spelled out.

    A match of the piece holds one string, at least, of each set of `parts`.
    """

    spelled: _Strings | None = None
    parts: tuple[_Strings, ...] = ()

    @property
    def held(self) -> tuple[_Strings, ...]:
        """All that is known of what a match holds."""
        return self.parts if self.spelled is None else (*self.parts, self.spelled)


_ANYTHING = _Piece()
_NO_PLACE = _Piece(spelled=_NOTHING)


# --- what pieces hold together --------------------------------------------------------------------------------


def _sequence(pieces: Iterable[_Piece]) -> _Piece:
    run, parts, whole = _NOTHING, list[_Strings](), True
    for piece in pieces:
        longer = _joined(run, piece.spelled)
        if longer is not None:
            run = longer
            continue
        whole = False
        parts += [run, *piece.parts]
        run = _NOTHING if piece.spelled is None else piece.spelled
    return _Piece(spelled=run) if whole else _Piece(parts=(*parts, run))


def _joined(run: _Strings, more: _Strings | None) -> _Strings | None:
    if more is None or len(run) * len(more) > _MOST:
        return None
    return frozenset(before + after for before in run for after in more)


def _alternatives(choices: list[_Piece]) -> _Piece:
    if len(choices) == 1:
        return choices[0]
    spelled = [choice.spelled for choice in choices if choice.spelled is not None]
    if len(spelled) == len(choices) and sum(map(len, spelled)) <= _MOST:
        return _Piece(spelled=frozenset[str]().union(*spelled))
    best = [_best(choice.held) for choice in choices]
    if not all(best):
        return _ANYTHING
    return _Piece(parts=(frozenset[str]().union(*best),))


def _best(parts: Iterable[_Strings]) -> _Strings:
    """Of several sets, the one that the fewest sentences satisfy: few strings, and long ones."""
    kept = [_shortest(_stems(part)) for part in parts if part and "" not in part]
    return min((part for part in kept if len(part) <= _MOST), key=_cost, default=frozenset())


def _cost(part: _Strings) -> float:
    """How often one of the strings is met by chance, and how long it takes to look for them all."""
    return sum(4.0 ** -len(plain) for plain in part) + 0.001 * len(part)


def _stems(part: _Strings) -> _Strings:
    """One beginning in the place of the strings that share it: «conclu» for «conclue» and «conclusion»."""
    families = groupby(sorted(part), key=lambda plain: plain[:_LEAST])
    return frozenset(commonprefix(list(family)) for _, family in families)


def _shortest(part: _Strings) -> _Strings:
    """Without the strings that hold another one of the set."""
    return frozenset(plain for plain in part if not any(other in plain for other in part if other != plain))


# --- how a pattern is written ---------------------------------------------------------------------------------

_REPEAT = re.compile(r"(?:[*+?]|\{(?P<least>\d*)(?:,(?P<most>\d*))?\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:(?P<around><?[=!])|(?P<plain>:|P<\w+>)|(?P<flags>[ims]+:)|(?P<other>.)))?")
_CLASS = re.compile(r"\[(?P<not>\^?)(?P<items>\]?(?:[^\]\\]|\\.)*)\]", re.DOTALL)
_BLANKS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


class _Pattern:
    """The words of a pattern, read from left to right."""

    __slots__ = ("_at", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._at = 0

    def choices(self) -> _Piece:
        """What stands up to the end of the group: sequences with bars between them."""
        found = [self._run()]
        while self._words.startswith("|", self._at):
            self._at += 1
            found.append(self._run())
        return _alternatives(found)

    def _run(self) -> _Piece:
        pieces: list[_Piece] = []
        while self._at < len(self._words) and self._words[self._at] not in "|)":
            pieces.append(self._repeated(self._one()))
        return _sequence(pieces)

    def _one(self) -> _Piece:
        letter = self._words[self._at]
        if letter == "(":
            return self._group()
        if letter == "[":
            return self._class()
        if letter == "\\":
            self._at += 2
            return _escaped(self._words[self._at - 1 : self._at])
        self._at += 1
        if letter in "^$":
            return _NO_PLACE
        return _ANYTHING if letter == "." else _Piece(spelled=frozenset((letter,)))

    def _group(self) -> _Piece:
        opened = _GROUP.match(self._words, self._at)
        if opened is None or opened["other"]:
            raise _NotUnderstood
        self._at = opened.end()
        inside = self.choices()
        self._at += 1
        if opened["around"]:
            return _NO_PLACE
        return _ANYTHING if opened["flags"] else inside

    def _class(self) -> _Piece:
        found = _CLASS.match(self._words, self._at)
        if found is None:
            raise _NotUnderstood
        self._at = found.end()
        items = found["items"]
        if found["not"] or "\\" in items or "-" in items[1:-1]:
            return _ANYTHING
        return _Piece(spelled=frozenset(items))

    def _repeated(self, piece: _Piece) -> _Piece:
        found = _REPEAT.match(self._words, self._at)
        if found is None:
            return piece
        self._at = found.end()
        if found[0].startswith("?") or (found["least"] in ("", "0") and found["most"] == "1"):
            return _ANYTHING if piece.spelled is None else _Piece(spelled=piece.spelled | _NOTHING)
        once = found[0].startswith("+") or found["least"] not in (None, "", "0")
        return _Piece(parts=piece.held) if once else _ANYTHING


def _escaped(letter: str) -> _Piece:
    """What a letter after a backslash stands for."""
    if letter in "bBAZ":
        return _NO_PLACE
    if letter in "dDwWsS":
        return _ANYTHING
    if letter in _BLANKS:
        return _Piece(spelled=frozenset((_BLANKS[letter],)))
    if not letter or letter.isalnum():
        raise _NotUnderstood
    return _Piece(spelled=frozenset((letter,)))
