"""In which order the lines of a page are read: tables, columns, and words that stand beside one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from convenir.reader.intake.pdf_columns import GUTTER, close, columns, is_prose, shared, stretches, widest
from convenir.reader.intake.pdf_rows import Line, Row, rows
from convenir.reader.intake.pdf_runs import Leaf
from convenir.reader.intake.pdf_tables import Ruled, aligned, grids, ruled


@dataclass(slots=True, kw_only=True)
class _Zone:
    """Rows that leave the same blank between `left` and `right`; those after `sure` may belong to what follows."""

    rows: list[Row]
    left: float
    right: float
    sure: int = 1

    def takes(self, row: Row) -> bool:
        """Whether the row leaves the blank free too; if so it is taken."""
        common = shared(row, self.left, self.right)
        if common is not None:
            self.left, self.right = common
            self.rows.append(row)
            self.sure = len(self.rows)
            return True
        on_left, on_right = row.runs[-1].right < self.left + 2, row.runs[0].left > self.right - 2
        # A short line after a blank, such as «Il est convenu ce qui suit», ends the columns above it.
        if on_right or (on_left and close(self.rows[-1], row)):
            self.rows.append(row)
            return True
        return False


@dataclass(slots=True)
class Reader:
    """Reads pages one after the other; the tables that it finds are numbered from 1."""

    edges: tuple[float, float]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    # The last ruled table of the page before.
    above: Ruled | None = None

    def lines(self, leaf: Leaf) -> Iterator[Line]:
        """The lines of a page in the order in which they are read."""
        rest = list(leaf.runs)
        above_page, self.above = self.above, None
        for grid in grids(leaf):
            inside = [run for run in rest if grid.holds(run)]
            table = ruled(grid, inside, leaf.number, next(self.numbers), above_page) if inside else None
            if table is None:
                continue
            above_page, self.above = None, table
            above = [run for run in rest if run.middle < grid.tops[0]]
            yield from self._flow(rows(above), leaf, self.edges)
            yield from table.lines
            taken = {*above, *inside}
            rest = [run for run in rest if run not in taken]
        yield from self._flow(rows(rest), leaf, self.edges)

    def _flow(self, found: Sequence[Row], leaf: Leaf, column: tuple[float, float]) -> Iterator[Line]:
        if all(len(row.runs) == 1 for row in found):
            # Nothing stands beside anything else, as on most pages.
            yield from (row.line(leaf.number, column) for row in found)
            return
        done = 0
        for start, end in stretches(found):
            yield from self._beside(found[done:start], leaf, column)
            for side, extent in columns(found[start:end]):
                yield from self._flow(side, leaf, extent)
            done = end
        yield from self._beside(found[done:], leaf, column)

    def _beside(self, found: Sequence[Row], leaf: Leaf, column: tuple[float, float]) -> Iterator[Line]:
        for part in _parts(found):
            if isinstance(part, Row):
                yield part.line(leaf.number, column)
            else:
                yield from self._zone(part, leaf, column)

    def _zone(self, zone: _Zone, leaf: Leaf, column: tuple[float, float]) -> Iterator[Line]:
        """The words on each side of a blank: columns of sentences, a table, or lines with words side by side."""
        sides = columns(zone.rows)
        if all(is_prose(side, extent) for side, extent in sides):
            for side, extent in sides:
                yield from self._flow(side, leaf, extent)
            return
        if len(zone.rows) < 3 or len(sides) < 2 or _are_leaders(sides[-1][0]):
            for row in zone.rows:
                yield row.line(leaf.number, column)._replace(words=row.parted(GUTTER))
            return
        extents = [extent for _, extent in sides]
        yield from aligned(zone.rows, extents, leaf.number, next(self.numbers))


def _parts(found: Sequence[Row]) -> Iterator[Row | _Zone]:
    """Rows, and zones of several rows that leave the same blank."""
    zone: _Zone | None = None
    for row in found:
        if zone is not None and zone.takes(row):
            continue
        if zone is not None:
            yield from _closed(zone)
        blank = widest(row)
        zone = _Zone(rows=[row], left=blank[0], right=blank[1]) if blank else None
        if zone is None:
            yield row
    if zone is not None:
        yield from _closed(zone)


def _closed(zone: _Zone) -> Iterator[Row | _Zone]:
    """The zone as far as it is sure, then what may be looked at again: the lines of one side only."""
    end = zone.sure
    while end < len(zone.rows) and close(zone.rows[end - 1], zone.rows[end]):
        end += 1
    rest = zone.rows[end:]
    zone.rows = zone.rows[:end]
    if zone.sure == 1:
        yield from zone.rows
    else:
        yield zone
    yield from rest


def _are_leaders(side: Sequence[Row]) -> bool:
    """Whether the column holds only the page numbers of a table of contents."""
    return all(row.words.strip(" .").isdigit() for row in side)
