"""Which columns a sheet has: under which lines their names stand, what each tells, by its name or its contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

from convenir.reader.french.words import flat
from convenir.reader.sheets.contents import field_of_contents
from convenir.reader.sheets.grid import Content, Sheet, is_blank, words_of
from convenir.reader.sheets.vocabulary import COLUMNS, REQUIRED, TITLES, Called, Field, Kind, bare

# The names of the columns stand among the first lines, under a title at the most.
_WITHIN = 25
# A name of a column is no paragraph.
_LONGEST = 90
_ALIKE = 0.86
_YEAR = re.compile(r"\b(20\d\d)\b")


class Surety(IntEnum):
    """How well a column is known, from the least to the best."""

    UNKNOWN = 0
    CONTENTS = 1
    ALIKE = 2
    WITHIN = 3
    NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What each column of a sheet tells (None: not imported), under its name; the rows begin at line `body`, from 0.

    It is what a person may change, and what is remembered for another file of the same `shape`.
    """

    kind: Kind
    body: int
    labels: tuple[str, ...]
    fields: tuple[Field | None, ...]

    @property
    def shape(self) -> str:
        """What two files of the same model share: the names of their columns."""
        return "|".join(map(bare, self.labels))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, what it seems to tell and how surely; `doubt` says why a person must choose, if she must."""

    label: str
    field: Field | None
    surety: Surety
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a sheet seems to be; `certain` is false where no column was known."""

    kind: Kind
    body: int
    columns: tuple[Column, ...]
    certain: bool

    @property
    def mapping(self) -> Mapping:
        """What is proposed to the person."""
        labels = tuple(column.label for column in self.columns)
        fields = tuple(column.field for column in self.columns)
        return Mapping(kind=self.kind, body=self.body, labels=labels, fields=fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """The name of a column; `below` is what its second line says, if it has two."""

    words: str
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    kind: Kind
    body: int
    columns: tuple[Column, ...]
    score: int


def recognised(sheet: Sheet, kind: Kind | None = None, body: int | None = None) -> Recognised:
    """What the sheet seems to be; of that kind, and with its first row there, where the person said so."""
    kinds = tuple(Kind) if kind is None else (kind,)
    heads = [head for head in _heads(sheet) if body in (None, head[0])]
    guesses = [_guess(sheet, one, first, names) for one in kinds for first, names in heads]
    best = max(guesses, key=lambda guess: guess.score, default=None)
    if best is None or best.score <= 0:
        return _unknown(sheet, kinds[0], min(body or 1, len(sheet.rows)))
    columns = tuple(_by_contents(sheet, best))
    return Recognised(kind=best.kind, body=best.body, columns=columns, certain=True)


def _unknown(sheet: Sheet, kind: Kind, body: int) -> Recognised:
    """A sheet whose columns a person must name; they are called as on the line before its rows."""
    labels = (words_of(cell) for cell in sheet.rows[body - 1])
    columns = tuple(Column(label=label, field=None, surety=Surety.UNKNOWN) for label in labels)
    return Recognised(kind=kind, body=body, columns=columns, certain=False)


# --- where the names of columns stand --------------------------------------------------------------------------


def _heads(sheet: Sheet) -> Iterator[tuple[int, tuple[_Name, ...]]]:
    """The lines that may hold the names of columns, one by one or two by two: the line after them, and the names."""
    for row in range(min(_WITHIN, len(sheet.rows))):
        if not _may_name(sheet.rows[row]):
            continue
        single = tuple(_Name(words=words_of(cell)) for cell in sheet.rows[row])
        yield row + 1, single
        below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else ()
        if _may_name(below) and _is_split(sheet, row):
            yield row + 2, tuple(_joined(sheet, row))


def _may_name(cells: Sequence[Content]) -> bool:
    filled = [cell for cell in cells if not is_blank(cell)]
    return len(filled) > 1 and all(_is_name(cell) for cell in filled)


def _is_name(cell: Content) -> bool:
    if isinstance(cell, str):
        return len(cell) <= _LONGEST
    return isinstance(cell, int | float) and not isinstance(cell, bool) and 2000 <= cell <= 2099


def _is_split(sheet: Sheet, row: int) -> bool:
    """Whether a second line goes on with the names of the first: it fills blanks, or stands under merged cells."""
    below = sheet.rows[row + 1]
    return any(
        not is_blank(cell) and (is_blank(sheet.at(row, column)) or sheet.covering(row, column) is not None)
        for column, cell in enumerate(below)
    )


def _joined(sheet: Sheet, row: int) -> Iterator[_Name]:
    """«Calendrier» over «Début» and «Fin» gives «Calendrier Début» and «Calendrier Fin»."""
    above = ""
    for column in range(sheet.width):
        own, below = words_of(sheet.at(row, column)), words_of(sheet.at(row + 1, column))
        above = own or (above if below else "")
        yield _Name(words=f"{above} {below}".strip() if below else own, below=below)


# --- what each name tells --------------------------------------------------------------------------------------


def _guess(sheet: Sheet, kind: Kind, body: int, names: tuple[_Name, ...]) -> _Guess:
    columns = _settled(kind, [_named(kind, name) for name in names])
    known = {column.field: column.surety for column in columns if column.field}
    score = sum(map(int, known.values())) if len(known) > 1 else 0
    if REQUIRED[kind] not in known:
        score = max(0, score // 2 - int(Surety.NAMED))
    # Where the names of columns are on one line, the next is a row; a title tells what the rows are.
    hint = sum(bool(TITLES[kind].search(title)) for title in (flat(sheet.name), _above(sheet, body)))
    return _Guess(kind=kind, body=body, columns=columns, score=score * 4 + (6 * hint if score else 0))


def _above(sheet: Sheet, body: int) -> str:
    """The words of the lines over the names of columns."""
    return flat(" ".join(words_of(cell) for row in sheet.rows[: max(0, body - 1)] for cell in row))


def _named(kind: Kind, name: _Name) -> Column:
    """What a name tells, or better its second line alone: «Action» over «Pilote»."""
    whole = _column(kind, name.words)
    own = _column(kind, name.below)
    return whole if whole.surety >= own.surety else replace(own, label=name.words)


@lru_cache(maxsize=4096)
def _column(kind: Kind, label: str) -> Column:
    name = bare(label)
    if not name:
        return Column(label=label, field=None, surety=Surety.UNKNOWN)
    if kind is Kind.INDICATORS and _YEAR.search(name):
        return _of_a_year(label, name)
    ranked = sorted(((_surety(called, name), field) for field, called in COLUMNS[kind].items()), reverse=True)
    best, field = ranked[0]
    rivals = [other for surety, other in ranked if surety == best and other is not field]
    if best is Surety.UNKNOWN:
        return Column(label=label, field=None, surety=best)
    if rivals and best <= Surety.ALIKE:
        return Column(label=label, field=None, surety=Surety.UNKNOWN)
    first = next(one for one in COLUMNS[kind] if one is field or one in rivals)
    return Column(label=label, field=first, surety=best)


def _of_a_year(label: str, name: str) -> Column:
    """A column of an indicator that names its year: what was reached, unless it says otherwise."""
    told = next(
        (field for field in (Field.TARGET, Field.BASELINE) if re.search(COLUMNS[Kind.INDICATORS][field].within, name)),
        Field.VALUE,
    )
    return Column(label=label, field=told, surety=Surety.NAMED)


def _surety(called: Called, name: str) -> Surety:
    if name in called.names:
        return Surety.NAMED
    if called.within and re.search(called.within, name):
        return Surety.WITHIN
    close = any(_alike(one, name) for one in called.names)
    return Surety.ALIKE if close else Surety.UNKNOWN


def _alike(one: str, other: str) -> bool:
    """Whether the two differ by a slip of the keyboard, which seldom falls on the first letter."""
    if len(one) < 5 or one[0] != other[0] or abs(len(one) - len(other)) > 3:
        return False
    likeness = SequenceMatcher(None, one, other)
    return likeness.quick_ratio() >= _ALIKE and likeness.ratio() >= _ALIKE


def _settled(kind: Kind, columns: list[Column]) -> tuple[Column, ...]:
    """The columns, where those that tell the same give way to the surest; two as sure are left to the person."""
    return tuple(_alone(kind, column, columns[:at] + columns[at + 1 :]) for at, column in enumerate(columns))


def _alone(kind: Kind, column: Column, others: list[Column]) -> Column:
    field = column.field
    if field is None or COLUMNS[kind][field].several:
        return column
    rivals = [one for one in others if one.field is field and one.surety >= column.surety]
    if kind is Kind.INDICATORS and field in (Field.TARGET, Field.BASELINE) and _YEAR.search(column.label):
        rivals = [one for one in rivals if one.label == column.label]
    if not rivals:
        return column
    doubt = f"« {rivals[0].label} » semble dire la même chose : choisissez."
    return Column(label=column.label, field=None, surety=Surety.UNKNOWN, doubt=doubt)


# --- what contents tell where names do not ---------------------------------------------------------------------


def _by_contents(sheet: Sheet, guess: _Guess) -> Iterator[Column]:
    taken = {column.field for column in guess.columns}
    for index, column in enumerate(guess.columns):
        if column.field is not None or column.doubt:
            yield column
            continue
        contents = [cells[index] for cells in sheet.rows[guess.body :] if not is_blank(cells[index])]
        found = field_of_contents(guess.kind, contents)
        if found is None or found in taken:
            yield column
            continue
        taken.add(found)
        yield Column(label=column.label, field=found, surety=Surety.CONTENTS)
