"""The only maker of tables that may be handed over: protected, or refused with the rule."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from convenir.secrecy.differencing import Learned, Note, Shown, learned, notes
from convenir.secrecy.primary import Rule, Sensitive, refused, sensitive
from convenir.secrecy.secondary import complements
from convenir.secrecy.table import REST, TOTAL, Cell, Table, Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A table that may be handed over: what is shown, and what is not.

    `primary` are the cells that a rule hides, `suppressed` those hidden beside them so that no total gives them back.
    Outside the Caf both bear one mark: telling them apart tells that a primary cell is small.
    """

    table: Table
    primary: tuple[Sensitive, ...] = ()
    suppressed: frozenset[Cell] = frozenset()
    notes: tuple[Note, ...] = ()

    @property
    def hidden(self) -> frozenset[Cell]:
        """Every cell that is not shown."""
        return self.suppressed | {one.cell for one in self.primary}

    def shown(self) -> dict[Cell, int]:
        """The counts that may be seen."""
        table, hidden = self.table, self.hidden
        return {c: table.value(c) for c in table.cells() if c not in hidden and c.column != REST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A table that may not be handed over, by that rule; `learned` are the numbers that it would have given away."""

    table: Table
    rule: Rule
    learned: tuple[Learned, ...] = ()
    notes: tuple[Note, ...] = ()


Release: TypeAlias = Protected | Refused


def protect(table: Table, thresholds: Thresholds, released_before: Sequence[Shown] = ()) -> Release:
    """The table with what must be hidden in it, or its refusal.

    `released_before`: all that the same recipient, or everybody, already has. Nothing is proved against a reader who
    combines more than pairs of nested zones, or the hidden cells of two protected tables.
    """
    primary = sensitive(table, thresholds)
    known = {cell for cell in table.cells() if _count(table, cell) in released_before}
    beside = complements(table, primary, known)
    rule = refused(table, thresholds) or _nothing_left(table, primary, beside)
    if rule is not None or beside is None:
        return Refused(table=table, rule=rule or Rule.NO_PROTECTION)
    made = Protected(table=table, primary=primary, suppressed=beside)
    new = tuple(counts(table, made.shown()))
    found, told = tuple(learned(new, released_before, thresholds)), notes(new, released_before)
    if found:
        return Refused(table=table, rule=found[0].rule, learned=found, notes=told)
    return replace(made, notes=told)


def _nothing_left(table: Table, primary: Sequence[Sensitive], beside: Collection[Cell] | None) -> Rule | None:
    """The rule of a table in which everything is hidden."""
    left = set(table.cells()) - {one.cell for one in primary} - set(beside or ())
    return None if left else primary[0].rule


def counts(table: Table, cells: Iterable[Cell]) -> Iterator[Shown]:
    """The counts that a recipient holds once these cells are shown, to be set beside the next ones."""
    return (_count(table, cell) for cell in cells)


def _count(table: Table, cell: Cell) -> Shown:
    row = "" if cell.row == TOTAL or len(table.rows) == 1 else cell.row
    column = "" if cell.column == TOTAL or len(table.all_columns) == 1 else cell.column
    everybody = not row and not column and table.population == table.total
    return Shown(
        about="/".join((table.about, row, column)),
        zone=table.zone,
        on=table.on,
        value=table.value(cell),
        fiscal=table.fiscal,
        kind=table.kind if everybody else None,
    )
