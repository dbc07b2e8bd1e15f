"""Indicators: the name, the unit, what was reached each year, where one started and what is aimed at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from convenir.core.findings import Severity
from convenir.reader.french.words import flat
from convenir.reader.sheets import cells
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.grid import Sheet, is_blank, words_of
from convenir.reader.sheets.rows import Filled, Remark, Row
from convenir.reader.sheets.values import Wrong, number_of, says_nothing, year_of
from convenir.reader.sheets.vocabulary import Field

_YEAR = re.compile(r"\b(20\d\d)\b")
_SHARE = re.compile(r"%|\bpour ?cent|\bpourcentage\b|\btaux\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """What was reached in a year; None where the sheet does not say which."""

    value: Decimal
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator as a row says it; its numbers are in its `unit`, a share in points of percentage."""

    name: str
    number: str = ""
    action: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    values: tuple[Valued, ...] = ()
    source: str = ""


def indicator(row: Row, labels: Sequence[str]) -> Indicator | None:
    """The indicator of a row; None where it has no name. `labels` are the names of the columns, which may be years."""
    name = cells.text(row, Field.NAME)
    if not name:
        row.remark(Severity.BLOCKING, "le nom de l’indicateur manque ; écrivez-le, ou retirez cette ligne.")
        return None
    if not any(not says_nothing(words_of(cell.content)) for cell in row.of(Field.VALUE)):
        row.remark(Severity.INFORMATION, "aucune valeur atteinte n’est donnée : cette ligne n’enregistrera rien.")
    unit = cells.text(row, Field.UNIT)
    share = _SHARE.search(flat(unit)) is not None
    return Indicator(
        name=name,
        number=cells.text(row, Field.NUMBER),
        action=cells.text(row, Field.TITLE),
        unit=unit,
        baseline=_last(row, Field.BASELINE, share),
        target=_last(row, Field.TARGET, share),
        values=tuple(_values(row, labels, share)),
        source=cells.text(row, Field.SOURCE),
    )


# What no fact of a dossier holds of an indicator.
_UNKEPT = (Field.BASELINE, Field.TARGET)


def unkept(sheet: Sheet, mapping: Mapping) -> Iterator[Remark]:
    """The columns whose numbers are read, and that nothing records."""
    for column, told in enumerate(mapping.fields):
        if told not in _UNKEPT or all(is_blank(sheet.at(row, column)) for row in range(mapping.body, len(sheet.rows))):
            continue
        sentence = (
            f"colonne « {words_of(mapping.labels[column])} » lue mais pas enregistrée : le dossier ne garde que les "
            "valeurs atteintes, année par année."
        )
        place = sheet.place(mapping.body - 1, column)
        yield Remark(severity=Severity.INFORMATION, place=place, sentence=sentence)


def _last(row: Row, field: Field, share: bool) -> Decimal | None:
    """The number of a field, the last of several; what is no number is only told, as nothing is imported of it."""
    found = [_number(row, cell, share, Severity.INFORMATION) for cell in row.of(field)]
    return next((one for one in reversed(found) if one is not None), None)


def _values(row: Row, labels: Sequence[str], share: bool) -> Iterator[Valued]:
    """What was reached, by years; each year once."""
    told: dict[int | None, Decimal] = {}
    alone = _year_of_row(row)
    for cell in row.of(Field.VALUE):
        value = _number(row, cell, share, Severity.BLOCKING)
        found = _YEAR.search(labels[cell.column])
        year = int(found[1]) if found else alone
        if value is None:
            continue
        if year is None:
            row.remark(Severity.WARNING, "l’année de cette valeur n’est pas dite : ce sera celle du fait.", cell)
        if told.setdefault(year, value) != value:
            row.remark(Severity.BLOCKING, "une autre valeur est donnée pour la même année ; n’en gardez qu’une.", cell)
    yield from (Valued(value=value, year=year) for year, value in told.items())


def _year_of_row(row: Row) -> int | None:
    for cell in row.of(Field.YEAR):
        year = year_of(cell.content)
        if not isinstance(year, Wrong):
            return year
        row.remark(Severity.BLOCKING, year.sentence, cell)
    return None


def _number(row: Row, cell: Filled, share: bool, severity: Severity) -> Decimal | None:
    """The number of a cell. A spreadsheet keeps 15 % as 0.15 and gives it so: the reading is told."""
    if says_nothing(words_of(cell.content)):
        return None
    told = number_of(cell.content)
    if isinstance(told, Wrong):
        row.remark(severity, told.sentence, cell)
        return None
    if share and isinstance(cell.content, float) and 0 < abs(told) <= 1:
        points = (told * 100).normalize() + 0
        told_as = f"{words_of(cell.content)} est lu comme {points} %".replace(".", ",")
        row.remark(Severity.WARNING, f"{told_as} ; sinon, écrivez le nombre de points en texte.", cell)
        return points
    return told


def doubles(rows: list[tuple[Row, Indicator]]) -> Iterator[tuple[Row, str]]:
    """The rows that value again, for the same year, an indicator of another above."""
    first: dict[tuple[str, int | None], Row] = {}
    for row, one in rows:
        befores = [first.setdefault((flat(one.name), each.year), row) for each in one.values]
        before = next((found for found in befores if found is not row), None)
        if before is not None:
            yield row, f"« {one.name} » a déjà une valeur de la même année ligne {before.number + 1} ; gardez-en une."
