"""Runs of words that stand on one line of a page, and lines of text in the order in which they are read."""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from convenir.reader.french.bullets import BULLETS
from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf_runs import Run

# What begins an item, alone before a wide blank.
_MARKER = re.compile(
    rf"(?:[{BULLETS}*o>]|(?:\d{{1,2}}\.)*\d{{1,2}}[.)°]?|[A-Za-z][.)]|\(?[a-z\d]{{1,2}}\)|[ivxIVX]{{1,5}}[.)])$"
)
_WIDE = 2.5


class Line(NamedTuple):
    """A line of text, or a row of a table. `column` is from where to where lines of its column may go.

    `cells` are those of a row, and `table` tells the rows of one table from those of the next; 0 outside tables.
    """

    words: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    column: tuple[float, float]
    part: Part = Part.BODY
    doubt: float = 0.0
    cells: tuple[str, ...] = ()
    table: int = 0


class Row(NamedTuple):
    """The runs that stand beside one another at one height of a page, from left to right.

    `top` and `bottom` are the heights of its highest and of its deepest letter.
    """

    runs: tuple[Run, ...]
    top: float
    bottom: float

    @staticmethod
    def of(runs: Sequence[Run]) -> "Row":
        """The row of these runs."""
        if len(runs) == 1:
            return Row((runs[0],), runs[0].top, runs[0].bottom)
        return Row(tuple(runs), min([run.top for run in runs]), max([run.bottom for run in runs]))

    @property
    def words(self) -> str:
        """Its words, with a tab for each wide blank."""
        return self.parted(_WIDE)

    def parted(self, wide: float) -> str:
        """Its words, with a tab for each blank of more than so many sizes of type."""
        words = self.runs[0].words
        if len(self.runs) == 1:
            return words
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            blank = run.left - before.right > wide * max(run.size, before.size)
            words += f"\t{run.words}" if blank else f" {run.words}"
        return words

    def line(self, page: int, column: tuple[float, float], part: Part = Part.BODY) -> Line:
        """The row as one line of text."""
        first, last = self.runs[0], self.runs[-1]
        size = first.size if first is last else max([run.size for run in self.runs])
        return Line(
            self.words, page, first.left, self.top, last.right, self.bottom, size, column, part, doubt(self.runs)
        )


def doubt(runs: Sequence[Run]) -> float:
    """The share of the characters of these runs that may have been misread."""
    if len(runs) == 1:
        return runs[0].doubt
    misread = sum([run.doubt * len(run.words) for run in runs])
    return misread / sum(len(run.words) for run in runs) if misread else 0.0


def rows(runs: Sequence[Run]) -> list[Row]:
    """The rows of a page, from top to bottom; the marker of an item is part of its words."""
    made: list[list[Run]] = []
    middle = size = 0.0
    for run in sorted(runs, key=attrgetter("middle")):
        if made and run.middle - middle < 0.55 * min(run.size, size):
            made[-1].append(run)
        else:
            made.append([run])
            middle, size = run.middle, run.size
    return [Row.of(_marked(row)) for row in made]


def _marked(row: list[Run]) -> list[Run]:
    """The runs of a row from left to right, the marker of an item with its words."""
    if len(row) < 2:
        return row
    runs = sorted(row, key=attrgetter("left"))
    if not _MARKER.match(runs[0].words) or runs[1].left - runs[0].right > 4 * runs[1].size:
        return runs
    first, second = runs[:2]
    return [second._replace(words=f"{first.words} {second.words}", left=first.left), *runs[2:]]
