"""What else to hide in a two-way table, so that no total gives back a hidden count; and what a reader still knows.

Rows and columns are the points of a graph, hidden cells its lines (Gusfield, 1988). What a reader holds for possible
is the true table plus a flow that goes round in that graph: a cell that lies on no cycle is recomputed, and the most
that a cell may hold is its value plus the greatest flow around it. Lines of totals count with the opposite sign.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from convenir.secrecy.flow import ENDLESS, Graph
from convenir.secrecy.primary import Sensitive
from convenir.secrecy.table import REST, TOTAL, Cell, Table

# Hiding a total costs the reader much more than hiding what it sums: by the number of margins that the cell is in.
MARGIN_PRICE = (1, 10, 100)
# What hiding any cell costs, in persons.
CELL_PRICE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The least and the most that a reader may hold for possible for a hidden cell; `most` None: no limit."""

    least: int
    most: int | None


def bounds(table: Table, hidden: Collection[Cell], cell: Cell) -> Bounds:
    """What a reader who knows all the other cells, and that no count is negative, can say of a hidden cell."""
    value = table.value(cell)
    up = _around(table, hidden, cell, ENDLESS, up=True)
    down = _around(table, hidden, cell, value, up=False)
    return Bounds(least=value - down, most=None if up >= ENDLESS else value + up)


def exposed(table: Table, hidden: Collection[Cell], sensitive: Sequence[Sensitive]) -> tuple[Sensitive, ...]:
    """The sensitive cells that what is shown gives away: the reader cannot hold for possible what he must."""
    return tuple(one for one in sensitive if not _protected(table, hidden, one))


def complements(table: Table, sensitive: Sequence[Sensitive], known: Collection[Cell] = ()) -> frozenset[Cell] | None:
    """The cells to hide beside the sensitive ones so that none is exposed; None where nothing suffices.

    `known` are cells that the reader already has: hiding them now hides nothing.
    """
    hidden = {one.cell for one in sensitive}
    if hidden & set(known):
        return None
    usable = [cell for cell in table.cells() if cell not in table.structural and cell not in known]
    for one in sensitive:
        found = _cycle(table, hidden, one, usable)
        if found is None:
            return None
        hidden |= found
    added = hidden - {one.cell for one in sensitive}
    for cell in sorted(added, key=lambda c: (-_price(table, c), c)):
        if not exposed(table, hidden - {cell}, sensitive):
            hidden.remove(cell)
    return frozenset(hidden - {one.cell for one in sensitive})


def _protected(table: Table, hidden: Collection[Cell], one: Sensitive) -> bool:
    gap = one.reach - table.value(one.cell)
    return _around(table, hidden, one.cell, abs(gap), up=gap > 0) == abs(gap)


def _around(table: Table, hidden: Collection[Cell], cell: Cell, amount: int, *, up: bool) -> int:
    """How much the cell may grow or shrink, up to that amount, when the other hidden cells make up for it."""
    graph = Graph()
    for other in hidden:
        if other != cell:
            _both_ways(graph, table, other, price=0)
    return graph.push(*_ends(table, cell, up=up), amount)


def _cycle(table: Table, hidden: Collection[Cell], one: Sensitive, usable: Sequence[Cell]) -> set[Cell] | None:
    """The cells that the cheapest flow around a sensitive cell crosses: nothing to pay where they are hidden."""
    graph, crossed = Graph(), {}
    for other in usable:
        if other != one.cell:
            price = 0 if other in hidden else _price(table, other)
            crossed[other] = _both_ways(graph, table, other, price)
    gap = one.reach - table.value(one.cell)
    if graph.push(*_ends(table, one.cell, up=gap > 0), abs(gap)) < abs(gap):
        return None
    return {cell for cell, arcs in crossed.items() if any(graph.left[number ^ 1] > 0 for number in arcs)}


def _both_ways(graph: Graph, table: Table, cell: Cell, price: int) -> tuple[int, int]:
    """The cell may grow without limit, and shrink to nothing."""
    (tail, head), value = _ends(table, cell, up=False), table.value(cell)
    return graph.arc(tail, head, ENDLESS, price), graph.arc(head, tail, value, price)


def _ends(table: Table, cell: Cell, *, up: bool) -> tuple[str, str]:
    """From where to where the other cells must carry a flow for the cell to grow (`up`) or to shrink.

    The rows of a single column, and the columns of a single row, have no total of their own: they are one point.
    """
    row = f"row {cell.row}" if len(table.all_columns) > 1 else "rows"
    column = f"column {cell.column}" if len(table.rows) > 1 else "columns"
    opposite = (cell.row == TOTAL) != (cell.column == TOTAL)
    return (row, column) if opposite == up else (column, row)


def _price(table: Table, cell: Cell) -> int:
    """What hiding costs the reader: nothing for what the table does not print."""
    if cell.column == REST:
        return 0
    margins = (cell.row == TOTAL) + (cell.column == TOTAL)
    return (CELL_PRICE + table.value(cell)) * MARGIN_PRICE[margins]
