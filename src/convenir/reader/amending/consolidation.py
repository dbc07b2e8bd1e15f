"""The text that an avenant leaves: the convention with its edits made, and where each passage comes from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from convenir.core.source import Source
from convenir.reader.amending.edits import ArticleRemoved, ArticleRenumbered, Edit, Excerpt
from convenir.reader.amending.splice import Doubt, Splice
from convenir.reader.amending.splices import splices
from convenir.reader.comparing.runs import Fate, Run, after
from convenir.reader.reading import Reading, read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """An edit of words that another edit of the same avenant already rewrites: it was not made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """An edit, and what stood in its way."""

    edit: Edit
    doubt: Doubt | Overlap


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated:
    """The text in force once an avenant takes effect, read anew.

    `runs` tell the difference: kept and deleted words are places of the convention, inserted ones of the avenant.
    """

    reading: Reading
    runs: tuple[Run, ...]
    troubles: tuple[Trouble, ...] = ()

    def from_avenant(self, source: Source) -> tuple[int, int] | None:
        """Where in the avenant the words of a source stand, at least those that are not of the convention."""
        if source.start is None or source.end is None:
            return None
        brought = [_touched(run, at, source) for run, at in self._placed() if run.fate is Fate.INSERTED]
        places = [place for place in brought if place]
        return (places[0][0], places[-1][1]) if places else None

    def _placed(self) -> Iterator[tuple[Run, int]]:
        """The runs of the text in force, and where each begins in it."""
        at = 0
        for run in self.runs:
            if run.fate is not Fate.DELETED:
                yield run, at
                at += len(run.words)


def _touched(run: Run, at: int, source: Source) -> tuple[int, int] | None:
    """The part of an inserted run that the source quotes, by its place in the avenant."""
    first, last = source.start or 0, source.end or 0
    if run.start is None or run.end is None or last <= at or at + len(run.words) <= first:
        return None
    verbatim = run.end - run.start == len(run.words)
    if not verbatim:
        return run.start, run.end
    return run.start + max(first - at, 0), run.start + min(last - at, len(run.words))


def consolidated(base: Reading, edits: Sequence[Edit]) -> Consolidated:
    """The convention with the edits made that its text allows; the others are told in `troubles`."""
    wanted: list[_Wanted] = []
    troubles: list[Trouble] = []
    freed = {edit.target.article for edit in edits if isinstance(edit, ArticleRemoved | ArticleRenumbered)}
    for edit in edits:
        for done in splices(base, edit, freed):
            if isinstance(done, Splice):
                wanted.append(_Wanted(done, edit))
            else:
                troubles.append(Trouble(edit=edit, doubt=done))
    made = _apart(wanted, troubles)
    runs = tuple(run for run in _runs(base.outline.words, made) if run.words)
    reading = read_text(after(runs)) if made else base
    return Consolidated(reading=reading, runs=runs, troubles=tuple(troubles))


class _Wanted(NamedTuple):
    splice: Splice
    edit: Edit


def _apart(wanted: list[_Wanted], troubles: list[Trouble]) -> list[Splice]:
    """The splices in the order of the text, less those of words that another one already rewrites."""
    kept: list[Splice] = []
    for splice, edit in sorted(wanted, key=lambda each: each.splice.anywhere):
        place = bisect_right(kept, (splice.start, splice.end), key=lambda each: (each.start, each.end))
        # Those kept are apart from each other: only the nearest ones can touch it.
        if not any(_overlap(splice, other) for other in kept[max(place - 1, 0) : place + 1]):
            kept.insert(place, splice)
        elif not splice.anywhere:
            troubles.append(Trouble(edit=edit, doubt=Overlap()))
    return kept


def _overlap(one: Splice, other: Splice) -> bool:
    """Whether two splices rewrite the same words; two insertions at one place follow each other."""
    if one.start == one.end or other.start == other.end:
        inner, outer = (one, other) if one.start == one.end else (other, one)
        return outer.start < inner.start < outer.end
    return one.start < other.end and other.start < one.end


def _runs(text: str, made: Sequence[Splice]) -> Iterator[Run]:
    at = 0
    for splice in made:
        yield _base(text, Fate.KEPT, at, splice.start)
        yield _base(text, Fate.DELETED, splice.start, splice.end)
        yield from (_brought(piece) for piece in splice.pieces)
        at = splice.end
    yield _base(text, Fate.KEPT, at, len(text))


def _base(text: str, fate: Fate, start: int, end: int) -> Run:
    return Run(fate=fate, words=text[start:end], start=start, end=end)


def _brought(piece: Excerpt | str) -> Run:
    if isinstance(piece, str):
        return Run(fate=Fate.INSERTED, words=piece)
    return Run(fate=Fate.INSERTED, words=piece.words, start=piece.start, end=piece.end)
