"""A list of facilities beside the one that the text bears: row by row, what is there already and what would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from convenir.core.facts import Listing
from convenir.core.findings import Severity
from convenir.core.terms import Terms
from convenir.reader.sheets.draft import Draft, Line
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.structures import NAMES
from convenir.usecases.imports.listing import Borne, Difference, bearing
from convenir.web.amendment_draft import facilities_field
from convenir.web.pages.imports.asked import Asked
from convenir.web.pages.imports.rows import counted, remark_lines, said
from convenir.web.pages.imports.tables import in_two
from convenir.web.ui.shapes import Cell, Column, State, Table
from convenir.writer.words import party_name, term_label
from convenir.writer.words.names import annex_name, article_words, capital

_COLUMNS = ("Type", "Gestionnaire", "Commune", "Places", "Signataire")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChoice:
    """A list of the text that may be chosen: its key, and what it is."""

    key: str
    words: str
    current: bool


def context(where: Asked, read: Draft, lists: Sequence[Borne], found: Difference | None) -> dict[str, Any]:
    """What the page of a list of facilities shows; `found` is against the chosen list, None where the text has none."""
    remarks = [one for one in (*read.remarks, *read.skipped) if one.severity is not Severity.INFORMATION]
    terms = where.dossier.terms
    return {
        "summary": _summary(where, read, found),
        "lists": [_choice(one, terms, found) for one in lists],
        "found": found,
        "rows": in_two(_table(where, read, found)),
        "remarks": remark_lines(remarks),
        "wrong": len(read.wrong),
    }


def words_of_list(one: Borne, terms: Terms) -> str:
    """«annexe 2 : maintien des financements (la Caf), soutien de la collectivité (la ville)»."""
    labels = (f"{term_label(clause)} ({party_name(clause.payer, terms)})" for clause in one.clauses)
    clauses = ", ".join(f"{label[:1].lower()}{label[1:]}" for label in labels)
    return f"{annex_name(one.annex) if one.annex else article_words(one.clauses[0].source)} : {clauses}"


def amended_fields(terms: Terms, found: Difference) -> list[tuple[str, str]]:
    """The fields of the avenant that would change the list: their names, and the names of facilities one a line."""
    wanted: tuple[Listing, ...] = found.borne.clauses
    ranks = (rank for rank, clause in enumerate(bearing(terms)) if clause in wanted)
    return [(facilities_field(rank), "\n".join(found.after)) for rank in ranks]


def _summary(where: Asked, read: Draft, found: Difference | None) -> str:
    wrong = f", dont {len(read.wrong)} à corriger" if read.wrong else ""
    plural = "s" if len(read.lines) > 1 else ""
    told = f"{counted(where.mapping.kind, len(read.lines))} lue{plural}{wrong}"
    if found is None:
        return f"{told}."
    parts = [f"{len(found.added)} à ajouter"] if found.added else []
    parts += [f"{len(found.gone)} à retirer"] if found.gone else []
    parts += [f"{len(found.known)} déjà dans le texte"] if found.known else []
    return f"{told} : {', '.join(parts)}." if parts else f"{told}."


def _choice(one: Borne, terms: Terms, found: Difference | None) -> ListChoice:
    current = found is not None and found.borne.key == one.key
    return ListChoice(key=one.key, words=capital(words_of_list(one, terms)), current=current)


def _table(where: Asked, read: Draft, found: Difference | None) -> Table:
    """The facilities, with the columns in which some row says something; beside each, what becomes of it."""
    rows = [(line, *_of_line(line)) for line in read.lines]
    told = [rank for rank in range(len(_COLUMNS)) if any(words[rank] for _, _, words in rows)]
    columns = ("Structure", "Ligne", *(_COLUMNS[rank] for rank in told), *(["Dans le texte"] if found else []))
    return Table(
        caption=_caption(where, found),
        columns=[Column(text=text) for text in columns],
        rows=[list(_cells(line, name, [words[rank] for rank in told], found)) for line, name, words in rows],
    )


def _caption(where: Asked, found: Difference | None) -> str:
    read = f"Ce qui a été lu dans « {where.file.file_name} »"
    return f"{read}, à côté de la liste du texte : {words_of_list(found.borne, where.dossier.terms)}" if found else read


def _of_line(line: Line) -> tuple[str, tuple[str, ...]]:
    """The name of the facility of a row, and what the row says of it."""
    if not isinstance(line.value, Facility):
        return "Sans nom", ("",) * len(_COLUMNS)
    told = line.value
    words = (
        NAMES[told.type] if told.type else told.type_words,
        told.manager,
        told.place,
        str(told.capacity) if told.capacity is not None else "",
        told.payer,
    )
    return told.name, words


def _cells(line: Line, name: str, words: Sequence[str], found: Difference | None) -> Iterator[Cell]:
    yield Cell(text=name)
    yield Cell(text=str(line.number))
    yield from (said(one) for one in words)
    if found is not None:
        yield _state(line, found)


def _state(line: Line, found: Difference) -> Cell:
    if line.wrong:
        return Cell(text="à corriger", state=State.LATE)
    if line.number in found.known:
        return Cell(text="déjà là", state=State.DONE)
    return Cell(text="à ajouter", state=State.LATER)
