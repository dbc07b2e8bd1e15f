"""Which counts must not be shown, by rule: too few persons, a zone too small, an attribute that all share."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from convenir.secrecy.table import REST, TOTAL, Cell, Table, Thresholds, Zone


class Rule(StrEnum):
    """Why a count is not shown, or a table not handed over."""

    MIN_COUNT = "min_count"
    FISCAL = "fiscal"
    ZERO = "zero"
    MIN_POPULATION = "min_population"
    HOMOGENEOUS = "homogeneous"
    COMPLEMENT = "complement"
    DIFFERENCE = "difference"
    INCONSISTENT = "inconsistent"
    NO_PROTECTION = "no_protection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitive:
    """A cell that must not be shown, and the number, other than its own, that a reader must hold for possible."""

    cell: Cell
    rule: Rule
    reach: int


def refused(table: Table, thresholds: Thresholds) -> Rule | None:
    """The rule that keeps the whole table from being handed over, if there is one.

    >>> quarter = Table(rows=("x",), columns=("n",), counts=((99,),), kind=Zone.INFRA)
    >>> refused(quarter, Thresholds())
    <Rule.MIN_POPULATION: 'min_population'>
    """
    if table.kind is not Zone.WHOLE and table.population < thresholds.min_population:
        return Rule.MIN_POPULATION
    if table.total < thresholds.least(table.fiscal):
        return _few(table.total, thresholds)
    return None


def sensitive(table: Table, thresholds: Thresholds) -> tuple[Sensitive, ...]:
    """The cells that may not be shown, margins included, each by its first rule.

    >>> table = Table(rows=("A", "B"), columns=("n",), counts=((4,), (5,)))
    >>> [(one.cell.row, one.rule.value, one.reach) for one in sensitive(table, Thresholds())]
    [('A', 'min_count', 5)]
    """
    found: dict[Cell, Sensitive] = {}
    for one in (*_small_rows(table, thresholds), *_small_cells(table, thresholds), *_shared(table, thresholds)):
        found.setdefault(one.cell, one)
    return tuple(found[cell] for cell in table.cells() if cell in found)


def _small_rows(table: Table, thresholds: Thresholds) -> Iterator[Sensitive]:
    """A row that is itself too small a zone or sub-population: nothing of it is shown, nor its total."""
    if table.rows_are is Zone.WHOLE:
        return
    least = thresholds.least(table.fiscal)
    for cell in table.cells():
        people = table.value(Cell(cell.row, TOTAL))
        if cell.row == TOTAL or people >= thresholds.min_population or cell in table.structural:
            continue
        is_total = cell.column == TOTAL or table.all_columns == (cell.column,)
        reach = thresholds.min_population if is_total else max(least, table.value(cell) + 1)
        yield Sensitive(cell=cell, rule=Rule.MIN_POPULATION, reach=reach)


def _small_cells(table: Table, thresholds: Thresholds) -> Iterator[Sensitive]:
    least = thresholds.least(table.fiscal)
    for cell in table.cells():
        value = table.value(cell)
        if value >= least or cell in table.structural or (value == 0 and thresholds.zeros_safe):
            continue
        rule = Rule.COMPLEMENT if cell.column == REST else _few(value, thresholds)
        yield Sensitive(cell=cell, rule=rule, reach=least)


def _few(value: int, thresholds: Thresholds) -> Rule:
    """Which threshold a number under the least one misses."""
    if value == 0:
        return Rule.ZERO
    return Rule.MIN_COUNT if value < thresholds.min_count else Rule.FISCAL


def _shared(table: Table, thresholds: Thresholds) -> Iterator[Sensitive]:
    """A cell that holds all the persons of a small row: to be of that row is to have the attribute."""
    if len(table.all_columns) < 2:
        return
    for cell in table.cells():
        value, people = table.value(cell), table.value(Cell(cell.row, TOTAL))
        others = {Cell(cell.row, column) for column in table.all_columns} - {cell}
        small = value == people and 0 < people < thresholds.min_population
        if small and cell.column != TOTAL and not others <= table.structural:
            yield Sensitive(cell=cell, rule=Rule.HOMOGENEOUS, reach=value - 1)
