"""A list of facilities beside those that the text names: shown and compared; only an avenant changes the text."""

from collections.abc import Iterator, Sequence
from typing import Any

from convenir.core.findings import Severity
from convenir.core.terms import FundingContribution, FundingMaintenance, Terms
from convenir.reader.french.words import flat
from convenir.reader.sheets.draft import Draft, Line, draft
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.structures import NAMES
from convenir.web.pages.imports.asked import Asked
from convenir.web.pages.imports.rows import counted, remark_line, said
from convenir.web.ui.shapes import Cell, Column, State, Table

_COLUMNS = ("Structure", "Ligne", "Type", "Gestionnaire", "Commune", "Places", "Signataire")
_COMPARED = "Dans le texte"


def context(where: Asked) -> dict[str, Any]:
    """What the page of a list of facilities shows."""
    read = draft(where.sheet, where.mapping)
    named = named_by(where.dossier.terms)
    told = [line.value for line in read.lines if isinstance(line.value, Facility)]
    missing = [name for name in named if not any(_same(name, one) for one in told)]
    remarks = [one for one in (*read.remarks, *read.skipped) if one.severity is not Severity.INFORMATION]
    wrong = f", dont {len(read.wrong)} à corriger" if read.wrong else ""
    return {
        "summary": f"{counted(where.mapping.kind, len(read.lines))}{wrong}.",
        "table": _table(where, read, named) if read.lines else None,
        "remarks": [remark_line(one) for one in remarks],
        "missing": missing,
        "named": len(named),
        "copied": "\n".join(one.label for one in told),
    }


def named_by(terms: Terms) -> tuple[str, ...]:
    """The facilities that the clauses of funding name."""
    clauses: list[FundingMaintenance | FundingContribution] = [
        *terms.every(FundingMaintenance),
        *terms.every(FundingContribution),
    ]
    return tuple(dict.fromkeys(name for clause in clauses for name in clause.facilities))


def _same(name: str, facility: Facility) -> bool:
    """Whether a clause and a list name one facility, with or without its type."""
    plain = _plain(name)
    return plain in {_plain(facility.label), _plain(facility.name)} or plain.endswith(f" {_plain(facility.name)}")


def _plain(name: str) -> str:
    return " ".join(flat(name).replace(".", "").split())


def _table(where: Asked, read: Draft, named: Sequence[str]) -> Table:
    """The facilities; beside each, whether the text names it, where the text names any."""
    columns = (*_COLUMNS, _COMPARED) if named else _COLUMNS
    return Table(
        caption=f"Ce qui a été lu dans « {where.file.file_name} »",
        columns=[Column(text=text) for text in columns],
        rows=[list(_cells(line, named)) for line in read.lines],
    )


def _cells(line: Line, named: Sequence[str]) -> Iterator[Cell]:
    told = line.value if isinstance(line.value, Facility) else Facility(name="Sans nom")
    words = (
        NAMES[told.type] if told.type else told.type_words,
        told.manager,
        told.place,
        str(told.capacity) if told.capacity is not None else "",
        told.payer,
    )
    yield Cell(text=told.name)
    yield Cell(text=str(line.number))
    yield from (said(one) for one in words)
    if named:
        known = any(_same(name, told) for name in named)
        yield Cell(text="oui", state=State.DONE) if known else Cell(text="non", state=State.WATCH)
