"""The rows of a list in two tables: those to put right and the first others, then the rest, folded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convenir.web.ui.shapes import Cell, State, Table

# How many rows are shown, and how few are not worth folding.
_SHOWN = 40
_FEW = 10
# What a person has to look at comes first.
_TO_SEE = (State.LATE, State.WATCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows that are shown, and those that are folded under their title; None where there are none."""

    shown: Table | None
    folded: Table | None = None
    title: str = ""


def in_two(table: Table) -> Rows:
    """The rows of that table, whose last cell tells what becomes of each; none is left out."""
    if not table.rows:
        return Rows(shown=None)
    rows = sorted(table.rows, key=_rank)
    moved = ", les lignes à revoir d’abord" if rows != list(table.rows) else ""
    shown = max(_SHOWN, sum(_rank(row) < len(_TO_SEE) for row in rows))
    if len(rows) <= shown + _FEW:
        return Rows(shown=replace(table, caption=table.caption + moved, rows=rows))
    return Rows(
        shown=replace(table, caption=table.caption + moved, rows=rows[:shown]),
        folded=replace(table, caption="La suite des lignes lues", rows=rows[shown:]),
        title=f"Les {len(rows) - shown} autres lignes",
    )


def _rank(row: Sequence[Cell]) -> int:
    state = row[-1].state
    return _TO_SEE.index(state) if state in _TO_SEE else len(_TO_SEE)
