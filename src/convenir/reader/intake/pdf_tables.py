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
    """Where the rulings of a table stand, across and down the page; `down` are those between cells of one row."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    down: tuple[Ruling, ...] = ()

    def holds(self, run: Run) -> bool:
        """Whether the run stands between its outer rulings."""
        middle = (run.left + run.right) / 2
        return self.lefts[0] <= middle <= self.lefts[-1] and self.tops[0] <= run.middle <= self.tops[-1]

    def cell(self, run: Run) -> tuple[int, int]:
        """The row and the column in which the run begins."""
        column = bisect_right(self.lefts, run.left + 1) - 1
        return bisect_right(self.tops, run.middle) - 1, max(column, 0)

    def parted(self, run: Run) -> Iterator[Run]:
        """The run, or its words on each side of a ruling that stands between them."""
        over = bisect_right(self.lefts, run.left) < bisect_right(self.lefts, run.right)
        crossed = (one for one in self.down if over and one.top <= run.middle <= one.bottom)
        at = next((one.left for one in crossed if run.left + 1 < one.left < run.right - 1), None)
        blank = _nearest_blank(run, at) if at is not None else None
        if at is None or blank is None:
            yield run
            return
        yield run._replace(words=run.words[:blank].rstrip(), right=at - 1)
        yield from self.parted(run._replace(words=run.words[blank:].lstrip(), left=at + 1))

    def goes_on(self, above: "Grid") -> bool:
        """Whether its columns are those of a table above."""
        pairs = zip(self.lefts, above.lefts, strict=False)
        return len(self.lefts) == len(above.lefts) and all(abs(one - other) <= _STROKE for one, other in pairs)


def _nearest_blank(run: Run, at: float) -> int | None:
    """The blank between words that is nearest to that place, as if all letters were as wide."""
    blanks = (index for index, letter in enumerate(run.words) if letter.isspace())
    share = (at - run.left) / (run.right - run.left) * len(run.words)
    return min(blanks, key=lambda index: abs(index + 0.5 - share), default=None)


def grids(leaf: Leaf) -> Iterator[Grid]:
    """The ruled tables of a page of at least two columns, from top to bottom."""
    inner = [one for one in leaf.rulings if not _frames(one, leaf)]
    for band in islice(_bands(sorted(inner, key=lambda one: one.top)), _MOST_BANDS):
        across = [one for one in band if one.across]
        down = [one for one in band if not one.across]
        lefts = _distinct(sorted((one.left + one.right) / 2 for one in down))
        tops = _distinct(sorted([*((one.top + one.bottom) / 2 for one in across), *_ends(down)]))
        if len(lefts) >= 3 and len(tops) >= 2:
            yield Grid(lefts=lefts, tops=tops, down=tuple(down))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The rows of a ruled table: `grid` is where it stands, `used` are its columns that hold words."""

    grid: Grid
    used: tuple[int, ...]
    lines: tuple[Line, ...]


def ruled(grid: Grid, runs: Sequence[Run], page: int, number: int, above: Ruled | None = None) -> Ruled | None:
    """The rows of a ruled table; None where it has no two rows with words, or words in one column only.

    `above` is the table at the foot of the page before: what goes on with it keeps its columns, were it one row.
    """
    cells: defaultdict[int, defaultdict[int, list[Run]]] = defaultdict(lambda: defaultdict(list))
    for run in (part for whole in runs for part in grid.parted(whole)):
        row, column = grid.cell(run)
        cells[row][column].append(run)
    known = above.used if above and grid.goes_on(above.grid) else ()
    used = sorted({*known, *(column for row in cells.values() for column in row)})
    if (len(cells) < 2 and not known) or len(used) < 2:
        return None
    lines = tuple(_line([cells[row][column] for column in used], page, number) for row in sorted(cells))
    return Ruled(grid=grid, used=tuple(used), lines=lines)


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
