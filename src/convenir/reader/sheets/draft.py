"""What a sheet would bring, row by row, with what is wrong and where: nothing is imported by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from convenir.core.findings import Severity
from convenir.reader.sheets import actions, facilities, indicators
from convenir.reader.sheets.actions import NO_BOUNDS, ActionSheet, Bounds
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.grid import Sheet
from convenir.reader.sheets.indicators import Indicator
from convenir.reader.sheets.rows import Remark, Row, body
from convenir.reader.sheets.vocabulary import Kind

Value: TypeAlias = ActionSheet | Facility | Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: its number in the sheet, from 1, what it says (None: nothing that can be imported), what is remarked."""

    number: int
    value: Value | None
    remarks: tuple[Remark, ...]

    @property
    def wrong(self) -> bool:
        """Whether something must be put right before the row can be imported."""
        return self.value is None or any(one.severity is Severity.BLOCKING for one in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The rows of a sheet, and what was left out of it with the reason."""

    mapping: Mapping
    lines: tuple[Line, ...]
    skipped: tuple[Remark, ...]

    @property
    def good(self) -> tuple[Line, ...]:
        """The rows that can be imported as they are."""
        return tuple(line for line in self.lines if not line.wrong)

    @property
    def wrong(self) -> tuple[Line, ...]:
        """The rows to put right first."""
        return tuple(line for line in self.lines if line.wrong)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Everything that is remarked, in the order of the sheet, errors and doubts alike."""
        return tuple(one for line in self.lines for one in line.remarks)


def draft(sheet: Sheet, mapping: Mapping, bounds: Bounds = NO_BOUNDS) -> Draft:
    """What the rows of the sheet say, read by that mapping, against what the text asks of a fiche."""
    found = body(sheet, mapping)
    read = [(row, _value(row, mapping, bounds)) for row in found.rows]
    for row, sentence in _doubles(mapping.kind, read):
        row.remark(Severity.BLOCKING, sentence)
    lines = (Line(number=row.number + 1, value=value, remarks=tuple(row.remarks)) for row, value in read)
    unkept = indicators.unkept(sheet, mapping) if mapping.kind is Kind.INDICATORS else ()
    return Draft(mapping=mapping, lines=tuple(lines), skipped=(*unkept, *found.skipped))


def _value(row: Row, mapping: Mapping, bounds: Bounds) -> Value | None:
    match mapping.kind:
        case Kind.ACTIONS:
            return actions.action(row, frozenset(filter(None, mapping.fields)), bounds)
        case Kind.FACILITIES:
            return facilities.facility(row)
        case Kind.INDICATORS:
            return indicators.indicator(row, mapping.labels)


def _doubles(kind: Kind, read: list[tuple[Row, Value | None]]) -> Iterator[tuple[Row, str]]:
    match kind:
        case Kind.ACTIONS:
            return actions.doubles([(row, one) for row, one in read if isinstance(one, ActionSheet)])
        case Kind.FACILITIES:
            return facilities.doubles([(row, one) for row, one in read if isinstance(one, Facility)])
        case Kind.INDICATORS:
            return indicators.doubles([(row, one) for row, one in read if isinstance(one, Indicator)])
