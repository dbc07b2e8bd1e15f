"""Which sheet of a file is asked for, and how its columns are read: as a person said, else as recognised."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from convenir.access import conventions as doors
from convenir.access.conventions import Dossier
from convenir.access.roles import Verb
from convenir.access.sheets import SentFile, remembered, sheet_file
from convenir.core.codec import decode
from convenir.reader.sheets.columns import Mapping, Recognised, recognised
from convenir.reader.sheets.grid import Sheet
from convenir.reader.sheets.vocabulary import Kind
from convenir.reader.sheets.workbook import Workbook
from convenir.web.requests import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A sheet of a file sent to a dossier. `told` where the mapping is what a person said of this shape before."""

    dossier: Dossier
    file: SentFile
    book: Workbook
    rank: int
    found: Recognised
    mapping: Mapping
    shape: str
    told: bool

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        return self.book.sheets[self.rank - 1]

    @property
    def columns_url(self) -> str:
        """The address where one says what the columns are."""
        return self.url("columns")

    def url(self, step: str, **more: str) -> str:
        """The address of a step, «columns» or «check», for this sheet."""
        query = {"feuille": str(self.rank)} | more
        return f"{reverse(f'imports:{step}', args=[self.dossier.pk, self.file.pk])}?{urlencode(query)}"


def asked(request: Request, pk: UUID, file: UUID) -> Asked:
    """What the address asks for; the first sheet whose columns are known, where it names none."""
    dossier = doors.convention(request.actor, pk, to=Verb.RECORD)
    sent = sheet_file(request.actor, pk, file)
    book = sent.book
    rank = _rank(book, request.GET.get("feuille", ""))
    proposed = recognised(book.sheets[rank - 1])
    shape = proposed.mapping.shape
    kind, body = _kind(request.GET), _body(request.GET)
    stored = None if kind or body else remembered(request.actor, shape)
    found = recognised(book.sheets[rank - 1], kind, body) if kind or body else proposed
    mapping = _applied(book.sheets[rank - 1], decode(Mapping, stored)) if stored else None
    return Asked(
        dossier=dossier,
        file=sent,
        book=book,
        rank=rank,
        found=found,
        mapping=mapping or found.mapping,
        shape=shape,
        told=mapping is not None,
    )


def _rank(book: Workbook, said: str) -> int:
    if said.isdecimal() and 1 <= int(said) <= len(book.sheets):
        return int(said)
    return next((rank for rank, sheet in enumerate(book.sheets, 1) if recognised(sheet).certain), 1)


def _kind(query: QueryDict) -> Kind | None:
    said = query.get("nature", "")
    return Kind(said) if said in set(Kind) else None


def _body(query: QueryDict) -> int | None:
    said = query.get("ligne", "")
    return int(said) if said.isdecimal() and 0 < int(said) <= 1000 else None


def _applied(sheet: Sheet, stored: Mapping) -> Mapping | None:
    """What was said of another file of the same shape, put on this one; None where it does not fit."""
    now = recognised(sheet, stored.kind, stored.body).mapping
    if len(stored.fields) != sheet.width or stored.body > len(sheet.rows):
        return None
    return replace(now, fields=stored.fields)
