"""In which order the lines of a page are read: tables, columns, and words that stand beside one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from convenir.reader.intake.pdf_rows import Line, Row, rows
from convenir.reader.intake.pdf_runs import Leaf, Run
from convenir.reader.intake.pdf_tables import aligned, grids, ruled

# The least blank between two columns, in sizes of type, and in points.
_GUTTER, _GUTTER_POINTS = 0.9, 6.0


@dataclass(slots=True, kw_only=True)
class _Zone:
    """Rows that leave the same blank between `left` and `right`; those after `sure` may belong to what follows."""

    rows: list[Row]
    left: float
    right: float
    sure: int = 1

    def takes(self, row: Row) -> bool:
        """Whether the row leaves the blank free too; if so it is taken."""
        shared = _shared(row, self.left, self.right)
        if shared is not None:
            self.left, self.right = shared
            self.rows.append(row)
            self.sure = len(self.rows)
            return True
        on_left, on_right = row.runs[-1].right < self.left + 2, row.runs[0].left > self.right - 2
        # A short line after a blank, such as «Il est convenu ce qui suit», ends the columns above it.
        if on_right or (on_left and _close(self.rows[-1], row)):
            self.rows.append(row)
            return True
        return False


@dataclass(slots=True)
class Reader:
    """Reads pages one after the other; the tables that it finds are numbered from 1."""

    edges: tuple[float, float]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def lines(self, leaf: Leaf) -> Iterator[Line]:
        """The lines of a page in the order in which they are read."""
        rest = list(leaf.runs)
        for grid in grids(leaf):
            inside = [run for run in rest if grid.holds(run)]
            table = ruled(grid, inside, leaf.number, next(self.numbers)) if inside else []
            if not table:
                continue
            above = [run for run in rest if run.middle < grid.tops[0]]
            yield from self._flow(rows(above), leaf, self.edges)
            yield from table
            taken = {*above, *inside}
            rest = [run for run in rest if run not in taken]
        yield from self._flow(rows(rest), leaf, self.edges)

    def _flow(self, found: Sequence[Row], leaf: Leaf, column: tuple[float, float]) -> Iterator[Line]:
        for part in _parts(found):
            if isinstance(part, Row):
                yield part.line(leaf.number, column)
            else:
                yield from self._beside(part, leaf, column)

    def _beside(self, zone: _Zone, leaf: Leaf, column: tuple[float, float]) -> Iterator[Line]:
        """The words on each side of a blank: columns of sentences, a table, or lines with words side by side."""
        columns = _columns([run for row in zone.rows for run in row.runs])
        sides = [_side(zone.rows, side) for side in columns]
        if all(_is_prose(side, extent) for side, extent in zip(sides, columns, strict=True)):
            for side, extent in zip(sides, columns, strict=True):
                yield from self._flow(side, leaf, extent)
            return
        if len(zone.rows) < 3 or len(columns) < 2 or _are_leaders(sides[-1]):
            for row in zone.rows:
                yield row.line(leaf.number, column)._replace(words=row.parted(_GUTTER))
            return
        yield from aligned(zone.rows, columns, leaf.number, next(self.numbers))


def _parts(found: Sequence[Row]) -> Iterator[Row | _Zone]:
    """Rows, and zones of several rows that leave the same blank."""
    zone: _Zone | None = None
    for row in found:
        if zone is not None and zone.takes(row):
            continue
        if zone is not None:
            yield from _closed(zone)
        blank = _widest(row)
        zone = _Zone(rows=[row], left=blank[0], right=blank[1]) if blank else None
        if zone is None:
            yield row
    if zone is not None:
        yield from _closed(zone)


def _closed(zone: _Zone) -> Iterator[Row | _Zone]:
    """The zone as far as it is sure, then what may be looked at again: the lines of one side only."""
    end = zone.sure
    while end < len(zone.rows) and _close(zone.rows[end - 1], zone.rows[end]):
        end += 1
    rest = zone.rows[end:]
    zone.rows = zone.rows[:end]
    if zone.sure == 1:
        yield from zone.rows
    else:
        yield zone
    yield from rest


def _close(above: Row, below: Row) -> bool:
    """Whether the line goes on at the usual distance."""
    return below.top - above.bottom < 0.6 * below.runs[0].size


def _widest(row: Row) -> tuple[float, float] | None:
    blanks = list(_blanks(row))
    return max(blanks, key=lambda blank: blank[1] - blank[0]) if blanks else None


def _blanks(row: Row) -> Iterator[tuple[float, float]]:
    for before, after in zip(row.runs, row.runs[1:], strict=False):
        if after.left - before.right > _GUTTER * max(before.size, after.size):
            yield before.right, after.left


def _shared(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """What of the blank from `left` to `right` a blank of the row shares."""
    for start, end in _blanks(row):
        if min(end, right) - max(start, left) >= _GUTTER_POINTS:
            return max(start, left), min(end, right)
    return None


def _columns(runs: Sequence[Run]) -> list[tuple[float, float]]:
    """From where to where the columns go that these runs form, seen from above."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((run.left, run.right) for run in runs):
        if found and left - found[-1][1] < _GUTTER_POINTS:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _side(found: Sequence[Row], column: tuple[float, float]) -> list[Row]:
    left, right = column
    sides = (tuple(run for run in row.runs if left <= run.left <= right) for row in found)
    return [Row(runs) for runs in sides if runs]


def _is_prose(side: Sequence[Row], column: tuple[float, float]) -> bool:
    """Whether sentences go on from line to line of the column."""
    if len(side) < 3:
        return False
    width = column[1] - column[0]
    on = sum(
        below.words[:1].islower() and above.runs[-1].right > column[1] - 0.25 * width
        for above, below in zip(side, side[1:], strict=False)
    )
    return on >= 0.25 * (len(side) - 1)


def _are_leaders(side: Sequence[Row]) -> bool:
    """Whether the column holds only the page numbers of a table of contents."""
    return all(row.words.strip(" .").isdigit() for row in side)
