"""Tables of a page: those whose cells are ruled, and those whose columns only are aligned."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from convenir.reader.intake.line_ends import joined
from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf_rows import Line, Row, doubt, rows
from convenir.reader.intake.pdf_runs import Leaf, Ruling, Run

BETWEEN_CELLS = " | "
# Rulings nearer than that, in points, are the two edges of one stroke.
_STROKE = 4.0
# Tables, frames and underlined words of a page that are looked at.
_MOST_BANDS = 200
# How near the edge of the page the rulings of a frame stand, and how long they are, as shares of its sides.
_EDGE, _ALMOST = 0.06, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the rulings of a table stand, across and down the page."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]

    def holds(self, run: Run) -> bool:
        """Whether the run stands between its outer rulings."""
        middle = (run.left + run.right) / 2
        return self.lefts[0] <= middle <= self.lefts[-1] and self.tops[0] <= run.middle <= self.tops[-1]

    def cell(self, run: Run) -> tuple[int, int]:
        """The row and the column in which the run begins."""
        column = bisect_right(self.lefts, run.left + 1) - 1
        return bisect_right(self.tops, run.middle) - 1, max(column, 0)


def grids(leaf: Leaf) -> Iterator[Grid]:
    """The ruled tables of a page of at least two columns and two rows, from top to bottom."""
    inner = [one for one in leaf.rulings if not _frames(one, leaf)]
    for band in islice(_bands(sorted(inner, key=lambda one: one.top)), _MOST_BANDS):
        across = [one for one in band if one.across]
        down = [one for one in band if not one.across]
        lefts = _distinct(sorted((one.left + one.right) / 2 for one in down))
        tops = _distinct(sorted([*((one.top + one.bottom) / 2 for one in across), *_ends(down)]))
        if len(lefts) >= 3 and len(tops) >= 3:
            yield Grid(lefts=lefts, tops=tops)


def _frames(ruling: Ruling, leaf: Leaf) -> bool:
    """Whether the ruling is part of a frame around the page: near its edge, and almost as long."""
    at_side = ruling.left < _EDGE * leaf.width or ruling.right > (1 - _EDGE) * leaf.width
    long = max((ruling.bottom - ruling.top) / leaf.height, (ruling.right - ruling.left) / leaf.width) > _ALMOST
    return at_side and long


def _ends(down: Sequence[Ruling]) -> Iterator[float]:
    """The top and the bottom of a table that has no ruling there."""
    if down:
        yield min(one.top for one in down)
        yield max(one.bottom for one in down)


def _bands(ordered: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Rulings that touch one another down the page."""
    band: list[Ruling] = []
    foot = 0.0
    for ruling in ordered:
        if band and ruling.top > foot + _STROKE:
            yield band
            band = []
        foot = max(foot, ruling.bottom) if band else ruling.bottom
        band.append(ruling)
    if band:
        yield band


def _distinct(ordered: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for at in ordered:
        if not kept or at - kept[-1] > _STROKE:
            kept.append(at)
    return tuple(kept)


def ruled(grid: Grid, runs: Sequence[Run], page: int, number: int) -> list[Line]:
    """The rows of a ruled table; none where it has no two rows with words, or words in one column only."""
    cells: defaultdict[int, defaultdict[int, list[Run]]] = defaultdict(lambda: defaultdict(list))
    for run in runs:
        row, column = grid.cell(run)
        cells[row][column].append(run)
    used = sorted({column for row in cells.values() for column in row})
    if len(cells) < 2 or len(used) < 2:
        return []
    return [_line([cells[row][column] for column in used], page, number) for row in sorted(cells)]


def aligned(found: Sequence[Row], columns: Sequence[tuple[float, float]], page: int, number: int) -> list[Line]:
    """The rows of a table without rulings: lines that begin no cell in the first column go on with the row above."""
    made: list[list[list[Run]]] = []
    for row in found:
        cells: list[list[Run]] = [[] for _ in columns]
        for run in row.runs:
            cells[_column(run, columns)].append(run)
        if not made or (cells[0] and any(cell and not cell[0].words[0].islower() for cell in cells)):
            made.append(cells)
            continue
        for above, more in zip(made[-1], cells, strict=True):
            above.extend(more)
    return [_line(cells, page, number) for cells in made]


def _column(run: Run, columns: Sequence[tuple[float, float]]) -> int:
    return max(bisect_right(columns, run.left + 1, key=lambda column: column[0]) - 1, 0)


def _line(cells: Sequence[list[Run]], page: int, number: int) -> Line:
    runs = [run for cell in cells for run in cell]
    words = tuple(joined([" ".join(run.words for run in row.runs) for row in rows(cell)]) for cell in cells)
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    return Line(
        BETWEEN_CELLS.join(words), page, left, min(run.top for run in runs), right, max(run.bottom for run in runs),
        max(run.size for run in runs), (left, right), Part.TABLE, doubt(runs), words, number,
    )  # fmt: skip
