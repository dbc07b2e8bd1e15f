"""Parties told in a table, a row for each: «Organisme | Représentant | Qualité | Décision du»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from convenir.core.terms.parties import ActKind, PartyKind, Signatory
from convenir.reader.french.words import days, flat
from convenir.reader.outline import Block
from convenir.reader.wordings.parties.organisations import FoundAct, kind_of
from convenir.reader.wordings.parties.persons import office, person, signatories
from convenir.reader.wordings.table_rows import rows


class Column(StrEnum):
    """What a column of the table says of each party."""

    NAME = "name"
    PERSON = "person"
    OFFICE = "office"
    DECIDED = "decided"
    SHORT = "short"
    ADDRESS = "address"


# In this order: «nom du représentant» is no name of a party.
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(words))
    for column, words in (
        (Column.PERSON, r"representant|representee?\b|signataire\s*:?$|personne|nom\s+du\s+signataire"),
        (Column.OFFICE, r"qualite|fonction|titre\b"),
        (Column.DECIDED, r"deliberation|decision|habilitation|autorisation|acte\b"),
        (Column.SHORT, r"ci[- ]apres|(?:de)?nomm|designation\s+abregee|sigle|abrege"),
        (Column.ADDRESS, r"adresse|siege"),
        (
            Column.NAME,
            r"organismes?|structures?|partenaires?|institutions?|collectivites?|partie|parties|signataires"
            r"|denomination|"
            r"cocontractants?|raison\s+sociale|entite|nom\b",
        ),
    )
)
_LEAST_CELLS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A row of the table. `start` and `end` are its place in the text; `cells` what each known column says."""

    start: int
    end: int
    paragraph: int
    cells: dict[Column, str]
    deliberated: bool

    @property
    def name(self) -> str:
        """The name of the party, as printed."""
        return self.cells[Column.NAME]

    def signatories(self) -> tuple[Signatory, ...]:
        """Who signs for the party."""
        told, held = self.cells.get(Column.PERSON, ""), self.cells.get(Column.OFFICE, "")
        name = person(told)
        if name and held:
            return (Signatory(name=name, capacity=office(held)),)
        return tuple(signatories(", ".join(filter(None, (told, held)))))

    def act(self) -> FoundAct | None:
        """The act that lets the party sign, where a cell gives its day."""
        found = next(days(self.cells.get(Column.DECIDED, "")), None)
        kind = kind_of(self.name)
        if found is None:
            return None
        decided = kind is PartyKind.CAF and not self.deliberated
        return FoundAct(
            kind=ActKind.DECISION if decided else ActKind.DELIBERATION, organ="", of=kind, day=found.words, annex="",
            start=0, end=self.end - self.start,
        )  # fmt: skip


def party_rows(block: Block) -> Iterator[PartyRow]:
    """The rows under a head that names the column of the parties and that of their representatives."""
    columns: tuple[Column | None, ...] = ()
    deliberated = False
    for row in rows(block):
        named = _head(row.cells)
        if named:
            columns, deliberated = named, any("deliberation" in flat(cell) for cell in row.cells)
        elif len(row.cells) != len(columns):
            columns = ()
        elif kind_of(row.cells[columns.index(Column.NAME)]) is not None:
            told = {column: cell for column, cell in zip(columns, row.cells, strict=True) if column}
            yield PartyRow(start=row.start, end=row.end, paragraph=row.paragraph, cells=told, deliberated=deliberated)


def _head(cells: tuple[str, ...]) -> tuple[Column | None, ...]:
    """What each column is; nothing where the cells do not name those of the parties and of the persons."""
    if len(cells) < _LEAST_CELLS or any(person(cell) for cell in cells):
        return ()
    found = tuple(_column(flat(cell)) for cell in cells)
    return found if {Column.NAME, Column.PERSON} <= set(found) else ()


def _column(cell: str) -> Column | None:
    return next((column for column, shape in _COLUMNS if shape.search(cell)), None)


# --- names given under the table --------------------------------------------------------------------------------

_ORDINALS = ("premiere?", "deuxieme|seconde?", "troisieme", "quatrieme", "cinquieme", "sixieme")
_RANKED = re.compile(r"\"\s*(?P<name>[^\"]{2,40}?)\s*\"\s+(?:(?:designe|vise)\s+)?(?:la|le)\s+(?P<rank>[a-z]+)")


def ranked_names(words: str) -> dict[int, str]:
    """The short names that a sentence gives by rank, the first row being 0.

    >>> ranked_names("Plus bas, « la Caf » désigne la première, « le SIVU » le deuxième et « les communes » le reste.")
    {0: 'la Caf', 1: 'le SIVU'}
    """
    found: dict[int, str] = {}
    for one in _RANKED.finditer(flat(words)):
        rank = next((at for at, shape in enumerate(_ORDINALS) if re.fullmatch(shape, one["rank"])), None)
        if rank is not None:
            found[rank] = words[one.start("name") : one.end("name")]
    return found
