"""The cells of a row as values: what cannot be read becomes a remark on its cell."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from convenir.core.findings import Severity
from convenir.reader.sheets.grid import words_of
from convenir.reader.sheets.rows import Row
from convenir.reader.sheets.values import Items, Told, Wrong, days_of, items_of, number_of, says_nothing
from convenir.reader.sheets.vocabulary import Field

_NOT_BELOW_ZERO = "écrivez un nombre positif, ou videz la cellule"


def text(row: Row, field: Field) -> str:
    """The words of a field; none where they say none."""
    words = row.words(field)
    return "" if says_nothing(words) else words


def first_day(row: Row, field: Field) -> date | None:
    """The first day that the cells of a field give."""
    return min(_days(row, field, lambda told: told.first), default=None)


def last_day(row: Row, field: Field) -> date | None:
    """The last day that the cells of a field give."""
    return max(_days(row, field, lambda told: told.last), default=None)


def _days(row: Row, field: Field, chosen: Callable[[Told], date]) -> list[date]:
    """The day that each cell gives, chosen in the period that it writes."""
    found: list[date] = []
    for cell in row.of(field):
        if says_nothing(words_of(cell.content)):
            continue
        told = days_of(cell.content)
        if isinstance(told, Wrong):
            row.remark(Severity.BLOCKING, told.sentence, cell)
            continue
        day = chosen(told)
        if not told.exact:
            read = f"« {words_of(cell.content)} » est lu comme le {words_of(day)}."
            row.remark(Severity.INFORMATION, read, cell)
        found.append(day)
    return found


def amount(row: Row, field: Field, *, severity: Severity = Severity.WARNING) -> Decimal | None:
    """The sum of the numbers of a field, none below zero; `severity` is that of a cell that is no number."""
    found: list[Decimal] = []
    for cell in row.of(field):
        if says_nothing(words_of(cell.content)):
            continue
        told = number_of(cell.content)
        if isinstance(told, Wrong):
            row.remark(severity, told.sentence, cell)
        elif told < 0:
            row.remark(Severity.BLOCKING, f"« {words_of(cell.content)} » est négatif ; {_NOT_BELOW_ZERO}.", cell)
        else:
            found.append(told)
    return sum(found, Decimal(0)) if found else None


def listed(row: Row, field: Field) -> Items:
    """The things that the cells of a field list, each once."""
    return tuple(dict.fromkeys(item for cell in row.of(field) for item in items_of(cell.content)))
