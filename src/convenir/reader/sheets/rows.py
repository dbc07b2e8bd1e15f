"""The rows of a sheet under the names of its columns: what each cell tells, totals and headings set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from convenir.core.findings import Severity
from convenir.reader.french.words import flat
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.grid import Content, Sheet, is_blank, words_of
from convenir.reader.sheets.vocabulary import REQUIRED, Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be known of a cell or a row: `place` says where, `sentence` what, and what to do. Blocking: wrong."""

    severity: Severity
    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place} : {self.sentence}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A cell that is not blank: its row, its column and what it holds."""

    row: int
    column: int
    content: Content


@dataclass(slots=True, kw_only=True)
class Row:
    """What a row of the sheet tells, field by field; a cell merged over several rows makes them one."""

    sheet: Sheet
    number: int
    cells: dict[Field, list[Filled]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def place(self) -> str:
        """«Feuille « Plan », ligne 12»."""
        return self.sheet.place(self.number)

    def of(self, which: Field) -> list[Filled]:
        """The cells of a field, blank ones left out."""
        return self.cells.get(which, [])

    def words(self, which: Field) -> str:
        """What the cells of a field say, each once."""
        return " ; ".join(dict.fromkeys(words_of(one.content) for one in self.of(which)))

    def remark(self, severity: Severity, sentence: str, cell: Filled | None = None) -> None:
        """Notes something of the row, or of one of its cells."""
        place = self.sheet.place(cell.row, cell.column) if cell else self.place
        self.remarks.append(Remark(severity=severity, place=place, sentence=sentence))

    @property
    def wrong(self) -> bool:
        """Whether something must be put right before the row can be imported."""
        return any(one.severity is Severity.BLOCKING for one in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The rows of a sheet, and what was left out with the reason."""

    rows: tuple[Row, ...]
    skipped: tuple[Remark, ...]


_TOTAL = re.compile(r"^(?:sous[- ]?)?tota(?:l|ux)\b|^ensemble$|^moyenne$|^cumul\b|\btotal(?: general)?$")
_GROUP = re.compile(
    r"^(?:axe|orientation|thematique|theme|volet|champ|enjeu|objectif|domaine|secteur|partie|priorite)\b"
)
# What groups rows, and is written once for several of them.
_GROUPING = (Field.THEME, Field.OBJECTIVE, Field.TYPE, Field.PAYER)


def body(sheet: Sheet, mapping: Mapping) -> Body:
    """The rows under the names of the columns."""
    reading = _Reading(sheet=sheet, mapping=mapping, group=_opening(sheet, mapping))
    for number in range(mapping.body, len(sheet.rows)):
        reading.take(number)
    return Body(rows=tuple(reading.rows), skipped=tuple(reading.skipped))


def _opening(sheet: Sheet, mapping: Mapping) -> Filled | None:
    """The heading over the names of the columns, where the first rows have one of their own there."""
    found: Filled | None = None
    for number, cells in enumerate(sheet.rows[: mapping.body - 1]):
        filled = [(column, content) for column, content in enumerate(cells) if not is_blank(content)]
        if len(filled) == 1 and _GROUP.search(flat(words_of(filled[0][1])).strip()):
            found = Filled(row=number, column=filled[0][0], content=filled[0][1])
    return found


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The rows read so far; `group` is the heading under which one is."""

    sheet: Sheet
    mapping: Mapping
    rows: list[Row] = field(default_factory=list)
    skipped: list[Remark] = field(default_factory=list)
    group: Filled | None = None

    def take(self, number: int) -> None:
        """Reads one row of the sheet."""
        filled = [one for one in self._filled(number) if self.sheet.covering(number, one.column) is None]
        if not filled:
            return
        words = words_of(filled[0].content)
        if any(_TOTAL.search(flat(words_of(one.content)).strip()) for one in filled[:2]):
            self._skip(number, f"ligne de total (« {words} »), non importée.")
        elif self._repeats_names(number):
            self._skip(number, "les noms des colonnes sont répétés : ligne non importée.")
        elif self._goes_on(number):
            self._add(self.rows[-1], filled)
        elif len(filled) == 1:
            self._heading(number, filled[0])
        else:
            row = Row(sheet=self.sheet, number=number)
            self._add(row, filled)
            self._inherit(row)
            self._keep(row)

    def _filled(self, number: int) -> Iterator[Filled]:
        for column, content in enumerate(self.sheet.rows[number]):
            if not is_blank(content):
                yield Filled(row=number, column=column, content=content)

    def _skip(self, number: int, sentence: str) -> None:
        place = self.sheet.place(number)
        self.skipped.append(Remark(severity=Severity.INFORMATION, place=place, sentence=sentence))

    def _repeats_names(self, number: int) -> bool:
        """Whether the names of the columns are there again, as at the head of each page."""
        above = self.sheet.rows[self.mapping.body - 1]
        return sum(not is_blank(one) for one in above) > 1 and self.sheet.rows[number] == above

    def _goes_on(self, number: int) -> bool:
        """Whether the cell that names the row is one with that of the row before."""
        if not self.rows:
            return False
        columns = [index for index, told in enumerate(self.mapping.fields) if told is REQUIRED[self.mapping.kind]]
        covers = [self.sheet.covering(number, column) for column in columns]
        return any(cover.top <= self.rows[-1].number for cover in covers if cover)

    def _heading(self, number: int, only: Filled) -> None:
        """A row of one cell: the heading of those that follow, the thing itself with nothing else, or a note."""
        words = words_of(only.content)
        if _GROUP.search(flat(words).strip()):
            self.group = only
        elif self._field(only) is REQUIRED[self.mapping.kind]:
            row = Row(sheet=self.sheet, number=number)
            self._add(row, [only])
            self._inherit(row)
            self._keep(row)
        else:
            self._skip(number, f"une seule cellule remplie (« {_short(words)} ») : ligne non importée.")

    def _field(self, cell: Filled) -> Field | None:
        fields = self.mapping.fields
        return fields[cell.column] if cell.column < len(fields) else None

    def _add(self, row: Row, filled: list[Filled]) -> None:
        for one in filled:
            told = self._field(one)
            if told is not None:
                row.cells.setdefault(told, []).append(one)

    def _inherit(self, row: Row) -> None:
        """What was written once for several rows: merged cells, and the heading above."""
        for column, told in enumerate(self.mapping.fields):
            cover = self.sheet.covering(row.number, column)
            if told is None or cover is None or cover.top < self.mapping.body:
                continue
            content = self.sheet.at(cover.top, cover.left)
            if not is_blank(content) and cover.left == column and told in _GROUPING:
                row.cells.setdefault(told, []).append(Filled(row=cover.top, column=column, content=content))
        if self.group is not None and Field.THEME not in self.mapping.fields:
            row.cells[Field.THEME] = [self.group]

    def _keep(self, row: Row) -> None:
        if row.cells.keys() - set(_GROUPING):
            self.rows.append(row)
        else:
            self._skip(row.number, "aucune colonne connue n’y est remplie : ligne non importée.")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"
