"""Texts deposited: what was read in them, what persons decided of each term, and what is still to decide."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from convenir.access.conventions import File, seen_by
from convenir.access.roles import MAY, Actor, NotFound, Verb, check
from convenir.core.codec import decode_stored
from convenir.core.findings import Finding
from convenir.core.source import Source
from convenir.core.terms import Term, Terms
from convenir.core.terms.parties import PARTY_KEYS, Formalities, PartyClause, PartyKind
from convenir.reader.outline import Outline
from convenir.records.mapping import reading_of
from convenir.records.models import House, ReceivedText, TermRuling


class Decision(StrEnum):
    """What a person says of a term that was read."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The last decision on a term, by whom and when."""

    decision: Decision
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTerm:
    """A term read at `index`, from 0, in the order of the text; `ruled` is None while nobody decided.

    `read` is what the reader found, `term` what is now proposed: the correction if there is one.
    """

    index: int
    read: Term
    term: Term
    ruled: Ruled | None

    @property
    def source(self) -> Source:
        """The words that ground it."""
        return self.read.source

    @property
    def kept(self) -> bool:
        """Whether a person accepted or corrected it."""
        return self.ruled is not None and self.ruled.decision is not Decision.REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRead:
    """A party that the text names, under the key that facts will use; `mine`: probably the actor's house."""

    key: str
    name: str
    kind: PartyKind
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositedText:
    """A deposited text and its reading. `terms` are as read; `convention` is the dossier made from it, if any."""

    pk: UUID
    file_name: str
    sha256: str
    received_at: datetime
    received_by: str
    outline: Outline
    terms: Terms
    items: tuple[ReadTerm, ...]
    findings: tuple[Finding, ...]
    parties: tuple[PartyRead, ...]
    convention: UUID | None
    may: frozenset[Verb]

    @property
    def words(self) -> str:
        """The whole text as read; sources hold places in it."""
        return self.outline.text

    @property
    def ruled(self) -> int:
        """How many terms were decided upon."""
        return sum(1 for item in self.items if item.ruled)

    @property
    def to_rule(self) -> tuple[ReadTerm, ...]:
        """The terms on which nobody decided yet."""
        return tuple(item for item in self.items if item.ruled is None)

    @property
    def kept(self) -> Terms:
        """The terms that a dossier made now would have: those accepted or corrected."""
        return replace(self.terms, clauses=tuple(item.term for item in self.items if item.kept))

    @property
    def stated_on(self) -> object:
        """The day written above the signatures, as kept: a date, an imprecise day, or None."""
        formalities = self.kept.first(Formalities)
        return formalities.stated_on if formalities else None


def text(actor: Actor, pk: UUID, *, to: Verb) -> DepositedText:
    """The text, if `actor` may `to` it; `NotFound` for a stranger."""
    row = text_row(actor, pk, to=to)
    reading = reading_of(row)
    items = _items(row, reading.terms)
    return DepositedText(
        pk=row.pk,
        file_name=row.file_name,
        sha256=row.sha256,
        received_at=row.received_at,
        received_by=row.received_by,
        outline=reading.outline,
        terms=reading.terms,
        items=items,
        findings=reading.findings,
        parties=_parties(items, _kind_of_house(actor)),
        convention=_made_from(row),
        may=MAY[actor.role],
    )


def text_row(actor: Actor, pk: UUID, *, to: Verb) -> ReceivedText:
    """The row without its bytes, for the use cases. A party of the dossier may read, the depositor may do the rest."""
    row = ReceivedText.objects.defer("data").filter(pk=pk).first()
    if row is None or not _is_seen(actor, row):
        raise NotFound(pk)
    check(actor, to)
    if to is not Verb.READ and row.house_id != actor.house_id:
        raise NotFound(pk)
    return row


def original(actor: Actor, pk: UUID) -> File:
    """The bytes as they were deposited."""
    row = text_row(actor, pk, to=Verb.READ)
    return File(file_name=row.file_name, data=bytes(row.data), sha256=row.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A text of the actor's house that has no dossier yet."""

    pk: UUID
    file_name: str
    received_at: datetime
    received_by: str


def waiting(actor: Actor) -> tuple[Waiting, ...]:
    """The texts deposited by the actor's house and not confirmed yet, last first: fifty at most."""
    rows = ReceivedText.objects.filter(house_id=actor.house_id, convention=None)
    found = rows.order_by("-received_at").values_list("pk", "file_name", "received_at", "received_by")[:50]
    return tuple(Waiting(pk=pk, file_name=name, received_at=at, received_by=by) for pk, name, at, by in found)


def _is_seen(actor: Actor, row: ReceivedText) -> bool:
    return row.house_id == actor.house_id or seen_by(actor).filter(text=row).exists()


def _made_from(row: ReceivedText) -> UUID | None:
    return ReceivedText.objects.filter(pk=row.pk).values_list("convention", flat=True).first()


def _items(row: ReceivedText, terms: Terms) -> tuple[ReadTerm, ...]:
    last = {ruling.index: ruling for ruling in TermRuling.objects.filter(text=row).order_by("pk")}
    return tuple(_item(index, term, last.get(index)) for index, term in enumerate(terms.clauses))


def _item(index: int, read: Term, ruling: TermRuling | None) -> ReadTerm:
    if ruling is None:
        return ReadTerm(index=index, read=read, term=read, ruled=None)
    ruled = Ruled(decision=Decision(ruling.decision), by=ruling.by, at=ruling.at)
    term = decode_stored(Term, ruling.corrected) if ruling.corrected else read
    return ReadTerm(index=index, read=read, term=term, ruled=ruled)


def _kind_of_house(actor: Actor) -> str:
    return House.objects.values_list("kind", flat=True).get(pk=actor.house_id)


def _parties(items: tuple[ReadTerm, ...], mine: str) -> tuple[PartyRead, ...]:
    """The parties that the text names, as corrected; a text that names none is between a Caf and somebody."""
    left = [item.term for item in items if item.kept or item.ruled is None]
    clauses = [term for term in left if isinstance(term, PartyClause)]
    first = next((clause.key for clause in clauses if clause.kind == mine), None)
    if clauses:
        return tuple(PartyRead(key=c.key, name=c.name, kind=c.kind, mine=c.key == first) for c in clauses)
    authority = PartyKind(mine) if mine != PartyKind.CAF else PartyKind.OTHER
    kinds = (PartyKind.CAF, authority)
    return tuple(PartyRead(key=PARTY_KEYS[kind], name="", kind=kind, mine=kind == mine) for kind in kinds)
