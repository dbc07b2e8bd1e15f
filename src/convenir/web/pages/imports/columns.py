"""What was recognised of a sheet, and what a person says of each of its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from convenir.reader.sheets.columns import Mapping, recognised
from convenir.reader.sheets.grid import Sheet, is_blank, letters, words_of
from convenir.reader.sheets.names import FIELD_NAMES, KIND_NAMES
from convenir.reader.sheets.vocabulary import COLUMNS as FIELDS
from convenir.reader.sheets.vocabulary import REQUIRED, Field
from convenir.reader.sheets.workbook import Workbook
from convenir.usecases.imports.sending import Columns, remember_columns
from convenir.web.pages.imports.asked import Asked, asked
from convenir.web.pages.imports.frame import COLUMNS, frame
from convenir.web.requests import UNPROCESSABLE, Request, now

_EXAMPLES = 3
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column of the sheet: its letter, its name, some of its contents, and the field chosen for it."""

    name: str
    letter: str
    label: str
    examples: Sequence[str]
    field: str
    doubt: str


@require_http_methods(["GET", "POST"])
def columns(request: Request, pk: UUID, file: UUID) -> HttpResponse:
    """What each column tells; saying it leads to the rows."""
    where = asked(request, pk, file)
    if request.method == "GET":
        return render(request, "imports/columns.html", _context(where, where.mapping))
    mapping = _said(where.mapping, request.POST)
    wrong = list(_wrong(mapping))
    if wrong:
        context = _context(where, mapping) | {"errors": wrong}
        return render(request, "imports/columns.html", context, status=UNPROCESSABLE)
    said = Columns(file=file, shape=where.shape, mapping=mapping)
    remember_columns(pk, said, by=request.actor, at=now())
    return redirect(where.url("check"))


def _said(mapping: Mapping, posted: QueryDict) -> Mapping:
    """The mapping with the fields that the form gives."""
    known = {field.value: field for field in FIELDS[mapping.kind]}
    said = (known.get(posted.get(f"c{index}", "")) for index in range(len(mapping.fields)))
    return replace(mapping, fields=tuple(said))


def _wrong(mapping: Mapping) -> Iterator[str]:
    """Why the rows cannot be read by that mapping."""
    required = REQUIRED[mapping.kind]
    if required not in mapping.fields:
        yield f"Dites quelle colonne donne : {FIELD_NAMES[required]}. Sans elle, aucune ligne ne peut être lue."
    for field, called in FIELDS[mapping.kind].items():
        if not called.several and field not in _YEARLY and mapping.fields.count(field) > 1:
            yield f"Plusieurs colonnes donnent : {FIELD_NAMES[field]}. Gardez-en une, et n’importez pas les autres."


# A table of indicators may have one of each by year.
_YEARLY = (Field.TARGET, Field.BASELINE)


def _context(where: Asked, mapping: Mapping) -> dict[str, Any]:
    doubts = [column.doubt for column in where.found.columns]
    left = sum(field is None for field in mapping.fields)
    return frame(where.dossier, COLUMNS) | {
        "where": where,
        "kind": mapping.kind.value,
        "kinds": [(kind.value, words) for kind, words in KIND_NAMES.items()],
        "kind_words": KIND_NAMES[mapping.kind],
        "certain": where.found.certain,
        "sheets": _sheets(where.book),
        "line": mapping.body,
        "choices": [
            _choice(where, mapping, index, "" if field else doubts[index] if index < len(doubts) else "")
            for index, field in enumerate(mapping.fields)
        ],
        "options": [(field.value, FIELD_NAMES[field]) for field in FIELDS[mapping.kind]],
        "left": left,
    }


def _sheets(book: Workbook) -> list[str]:
    """What each table of the file is called, and what its rows seem to be."""
    return [f"{sheet.name or f'Tableau {rank}'}{_seems(sheet)}" for rank, sheet in enumerate(book.sheets, 1)]


def _seems(sheet: Sheet) -> str:
    found = recognised(sheet)
    return f" ({KIND_NAMES[found.mapping.kind]})" if found.certain else ""


def _choice(where: Asked, mapping: Mapping, index: int, doubt: str) -> ColumnChoice:
    contents = (row[index] for row in where.sheet.rows[mapping.body :] if not is_blank(row[index]))
    words = dict.fromkeys(_short(words_of(content)) for content in contents)
    field = mapping.fields[index]
    return ColumnChoice(
        name=f"c{index}",
        letter=letters(index),
        label=mapping.labels[index],
        examples=list(words)[:_EXAMPLES],
        field=field.value if field else "",
        doubt=doubt,
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
