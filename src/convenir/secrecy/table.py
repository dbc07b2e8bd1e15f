"""A table of counts in one or two dimensions, its margins, whom it counts, and the thresholds it must respect."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

# How the margins of a table, and what its columns leave out, are called; no row or column bears these names.
TOTAL = "T"
REST = "reste"


class Cell(NamedTuple):
    """A count of a table: the name of its row and of its column, `TOTAL` for a margin."""

    row: str
    column: str


class Zone(StrEnum):
    """Whom a table counts: a whole commune or more, a part of a commune, or a part of the persons."""

    WHOLE = "whole"
    INFRA = "infra"
    SUB_POPULATION = "sub_population"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The fewest persons of a cell, of a zone or sub-population, and of a cell drawn from tax data (inclusive).

    `zeros_safe`: nobody is behind a zero, which may be shown; otherwise it tells that nobody has the attribute.
    """

    min_count: int = 5
    min_population: int = 100
    min_fiscal: int = 11
    zeros_safe: bool = False

    def least(self, fiscal: bool) -> int:
        """The fewest persons of a cell: the stricter of the two thresholds for tax data."""
        return max(self.min_count, self.min_fiscal) if fiscal else self.min_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts of persons, exact integers, by row and column; margins are their sums.

    `kind` says whom the table counts, `rows_are` what each row is when it is a zone or a sub-population itself.
    `people` are all those of the zone, where the table does not count them all. `totals` are those of each row, where
    the columns leave some persons out. `zone` is cut in atoms, so that two zonings can be compared; `about` names
    whom and what is counted, `on` the day of the count. `structural` cells are zeros by definition.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...] | None = None
    kind: Zone = Zone.WHOLE
    rows_are: Zone = Zone.WHOLE
    people: int | None = None
    zone: frozenset[str] = frozenset()
    about: str = ""
    on: date | None = None
    fiscal: bool = False
    structural: frozenset[Cell] = frozenset()
    _values: dict[Cell, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Computes the margins; raises ValueError where the counts are not those of a table."""
        self._check()
        values: dict[Cell, int] = {}
        for number, (row, counts) in enumerate(zip(self.rows, self.counts, strict=True)):
            total = sum(counts) if self.totals is None else self.totals[number]
            values |= {Cell(row, column): count for column, count in zip(self.columns, counts, strict=True)}
            if self.totals is not None:
                values[Cell(row, REST)] = total - sum(counts)
            values[Cell(row, TOTAL)] = total
        for column in (*self.all_columns, TOTAL):
            values[Cell(TOTAL, column)] = sum(values[Cell(row, column)] for row in self.rows)
        object.__setattr__(self, "_values", values)

    def _check(self) -> None:
        named = [*self.rows, *self.columns]
        if {TOTAL, REST} & set(named) or any(len(set(names)) < len(names) for names in (self.rows, self.columns)):
            raise ValueError("rows and columns have names of their own, each once")
        if not self.rows or not self.columns or any(len(counts) != len(self.columns) for counts in self.counts):
            raise ValueError("a count for each row and column")
        if any(count < 0 for counts in self.counts for count in counts):
            raise ValueError("a count is not negative")
        sums = [sum(counts) for counts in self.counts]
        if self.totals is not None and any(t < s for t, s in zip(self.totals, sums, strict=True)):
            raise ValueError("the total of a row is not less than its parts")

    @property
    def all_columns(self) -> tuple[str, ...]:
        """The columns, and what they leave out: a reader computes it from the totals."""
        return self.columns if self.totals is None else (*self.columns, REST)

    @property
    def total(self) -> int:
        """All the persons that the table counts."""
        return self.value(Cell(TOTAL, TOTAL))

    @property
    def population(self) -> int:
        """All the persons of the zone or sub-population."""
        return self.total if self.people is None else self.people

    def value(self, cell: Cell) -> int:
        """The count of a cell or of a margin."""
        return self._values[cell]

    def cells(self) -> Iterator[Cell]:
        """Every cell that a reader sees or computes; the margin of a single row or column only repeats it."""
        lines = (*self.rows, TOTAL) if len(self.rows) > 1 else self.rows
        columns = (*self.all_columns, TOTAL) if len(self.all_columns) > 1 else self.all_columns
        return (Cell(row, column) for row in lines for column in columns)
