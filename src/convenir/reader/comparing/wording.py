"""The difference of two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from convenir.reader.comparing.runs import Fate, Run
from convenir.reader.french.bullets import BULLETS

# The mark of a list item, at the head of its line: one file writes «-» where another draws «•».
_MARK = rf"(?m:^)[ \t]*[{BULLETS}*]\s+"
_MARKED = re.compile(_MARK)
_WORD = re.compile(rf"(?:{_MARK})?(?:\w+|[^\w\s])")
_LINE = re.compile(r"[^\n]*\n?")
# Beyond so many pairs of words, a passage written anew is shown whole.
_MOST_PAIRS = 4_000_000
# So few words kept between two longer changes are there by chance: «de», «et la».
_MOST_BY_CHANCE = 2


class _Piece(NamedTuple):
    """A word or a line, which runs to the beginning of the next one.

    `key` is what is compared, without its blanks nor the mark of a list item.
    """

    key: str
    start: int
    end: int


class _Code(NamedTuple):
    """What becomes of the pieces `a` to `b` of the first text: equal to, or changed into, `c` to `d` of the second."""

    tag: str
    a: int
    b: int
    c: int
    d: int


class _Side(NamedTuple):
    """A text, and where its characters stand in the whole text that it is part of."""

    text: str
    at: int


def reworded(before: str, after: str, *, before_at: int = 0, after_at: int = 0) -> tuple[Run, ...]:
    """The runs that lead from one text to the other. Blanks, line ends and marks of list items make no difference.

    `before_at` and `after_at` are where the two texts begin in those that the places of the runs count in.

    >>> runs = reworded("un préavis de trois mois", "un préavis de six  mois")
    >>> [(run.fate.value, run.words) for run in runs]
    [('kept', 'un préavis de '), ('deleted', 'trois '), ('inserted', 'six  '), ('kept', 'mois')]
    """
    old, new = _Side(before, before_at), _Side(after, after_at)
    found = _compared(old, new, _pieces(before, _LINE), _pieces(after, _LINE), by_line=True)
    runs = list(_joined(run for run in found if run.words))
    # Nothing follows the end of the last text.
    while runs and runs[-1].start is None:
        runs.pop()
    return tuple(runs)


def _pieces(text: str, shape: re.Pattern[str], start: int = 0, end: int | None = None) -> list[_Piece]:
    last = len(text) if end is None else end
    found = [(_key(each[0]), each.start()) for each in shape.finditer(text, start, last)]
    held = [(key, begin) for key, begin in found if key]
    begins = [start, *(begin for _, begin in held[1:]), last]
    return [_Piece(key, begins[rank], begins[rank + 1]) for rank, (key, _) in enumerate(held)]


def _key(words: str) -> str:
    return " ".join(_MARKED.sub("", words, count=1).split())


def _compared(
    old: _Side, new: _Side, ours: Sequence[_Piece], theirs: Sequence[_Piece], *, by_line: bool
) -> Iterator[Run]:
    matcher = SequenceMatcher(None, [piece.key for piece in ours], [piece.key for piece in theirs], autojunk=False)
    codes = [_Code(*code) for code in matcher.get_opcodes()]
    for tag, a, b, c, d in codes if by_line else _without_chance(codes, ours, theirs):
        if tag == "equal":
            yield from _kept(old, ours[a:b])
        elif tag == "replace" and by_line and _worth(ours[a:b], theirs[c:d]):
            words = (_words(old, ours[a:b]), _words(new, theirs[c:d]))
            yield from _compared(old, new, *words, by_line=False)
        else:
            yield from _whole(Fate.DELETED, old, ours[a:b])
            yield from _whole(Fate.INSERTED, new, theirs[c:d])


def _without_chance(codes: Sequence[_Code], ours: Sequence[_Piece], theirs: Sequence[_Piece]) -> list[_Code]:
    """The codes, those of one change that words kept by chance cut in two being joined again."""

    def size(code: _Code) -> int:
        sides = (ours[code.a : code.b], theirs[code.c : code.d])
        return max(sum(len(piece.key) for piece in side) for side in sides)

    joined: list[_Code] = []
    for code in codes:
        joined.append(code)
        if len(joined) < 3 or joined[-2].tag != "equal":
            continue
        first, kept, last = joined[-3:]
        if kept.b - kept.a <= _MOST_BY_CHANCE and size(kept) <= min(size(first), size(last)):
            joined[-3:] = [_Code("replace", first.a, last.b, first.c, last.d)]
    return joined


def _words(side: _Side, lines: Sequence[_Piece]) -> list[_Piece]:
    return _pieces(side.text, _WORD, lines[0].start, lines[-1].end)


def _worth(ours: Sequence[_Piece], theirs: Sequence[_Piece]) -> bool:
    sizes = [sum(len(piece.key) for piece in side) // 5 for side in (ours, theirs)]
    return sizes[0] * sizes[1] <= _MOST_PAIRS


def _kept(old: _Side, pieces: Sequence[_Piece]) -> Iterator[Run]:
    yield from _whole(Fate.KEPT, old, pieces)


def _whole(fate: Fate, side: _Side, pieces: Sequence[_Piece]) -> Iterator[Run]:
    if not pieces:
        return
    start, end = pieces[0].start, pieces[-1].end
    yield Run(fate=fate, words=side.text[start:end], start=side.at + start, end=side.at + end)
    # The last word of a text has no blank after it, which what comes next from the other text needs.
    if end == len(side.text) and not side.text[-1:].isspace():
        yield Run(fate=fate, words="\n")


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs of one fate that follow each other are one."""
    last: Run | None = None
    for run in runs:
        if last is not None and last.fate is run.fate and last.end is not None and last.end == run.start:
            last = Run(fate=run.fate, words=last.words + run.words, start=last.start, end=run.end)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
