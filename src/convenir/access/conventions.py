"""Dossiers: the only door to a convention, its terms, its facts and its journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from convenir.access.houses import Organisation, organisation_of
from convenir.access.readings import findings_of
from convenir.access.roles import MAY, Actor, NotFound, Verb, check
from convenir.core.facts import Cancelled, Fact
from convenir.core.findings import Finding
from convenir.core.terms import Terms
from convenir.core.terms.governance import (
    ChairRule,
    Committee,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    SecretariatRule,
)
from convenir.core.terms.parties import PARTY_KEYS, PartyKind
from convenir.core.workdays import FRENCH, Calendar
from convenir.records.mapping import fact_of, terms_of
from convenir.records.models import Convention, ConventionParty, Evidence, FactRow, JournalRow

JOURNAL_SHOWN = 50
OF_A_BODY = (Committee, MeetingCadence, ChairRule, SecretariatRule, DocumentCirculation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A party of the dossier under the key that facts use, and the house that it is."""

    key: str
    house: Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that proves a fact; its bytes are behind `evidence`."""

    pk: UUID
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the journal. `verb` is a code («record_fact»), `detail` names what was changed."""

    verb: str
    detail: str
    by: str
    house: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What pages ask of a convention; status and obligations are computed from `terms`, `facts` and `calendar`.

    `facts` holds all that was recorded, cancelled facts and cancellations included (`core.facts.known_on` chooses),
    in the order of recording. `attached` gives the file of a fact by the id of the fact. `text` is the text that
    was read, None where the dossier came without one. `may` is what the actor may do.
    """

    pk: UUID
    title: str
    terms: Terms
    facts: tuple[Fact, ...]
    calendar: Calendar
    seats: tuple[Seat, ...]
    attached: dict[str, Attached]
    journal: tuple[Entry, ...]
    text: UUID | None
    confirmed_by: str
    confirmed_at: datetime
    fictional: bool
    facts_version: int
    may: frozenset[Verb]

    @property
    def cancelled(self) -> dict[str, Fact]:
        """The facts that were cancelled, by id, each with the fact that cancels it."""
        return {fact.event.fact: fact for fact in self.facts if isinstance(fact.event, Cancelled)}

    @property
    def known(self) -> date:
        """The last day on which something was recorded."""
        return max((fact.recorded_on for fact in self.facts), default=date.min)

    @property
    def party_keys(self) -> tuple[str, ...]:
        """How facts call the parties."""
        return tuple(seat.key for seat in self.seats)

    @property
    def bodies(self) -> tuple[str, ...]:
        """How facts call the bodies that the text knows, in the order of the text."""
        return bodies_of(self.terms)

    @property
    def others(self) -> str:
        """The names of the parties that are not a Caf, as a subtitle."""
        names = [seat.house.name for seat in self.seats if seat.house.kind != PartyKind.CAF]
        return ", ".join(dict.fromkeys(names))


def bodies_of(terms: Terms) -> tuple[str, ...]:
    """The bodies that a text knows, in its order."""
    named = [clause.body for clause in terms.clauses if isinstance(clause, OF_A_BODY)]
    ordered = [body for clause in terms.every(MeetingSequence) for body in (clause.first, clause.then)]
    return tuple(dict.fromkeys(body for body in [*named, *ordered] if body))


def convention(actor: Actor, pk: UUID, *, to: Verb) -> Dossier:
    """The dossier, if `actor` may `to` it; `NotFound` for a stranger, `NotAllowed` where the role is not enough."""
    return dossier_of(convention_row(actor, pk, to=to), actor)


def convention_row(actor: Actor, pk: UUID, *, to: Verb) -> Convention:
    """The row, for the use cases; the same door as `convention`."""
    row = seen_by(actor).filter(pk=pk).first()
    if row is None:
        raise NotFound(pk)
    check(actor, to)
    return row


def seen_by(actor: Actor) -> QuerySet[Convention]:
    """The dossiers of which the actor's house is a party."""
    mine = ConventionParty.objects.filter(house_id=actor.house_id).values("convention_id")
    return Convention.objects.filter(pk__in=mine)


def made_by_form(actor: Actor, token: str) -> UUID | None:
    """The dossier that the actor's house created with the form of that token, if any."""
    return Convention.objects.filter(house_id=actor.house_id, token=token).values_list("pk", flat=True).first()


def dossier_of(row: Convention, actor: Actor) -> Dossier:
    """The row with all that hangs from it, in three more queries."""
    seats = seats_of(row)
    rows = fact_rows(row)
    return Dossier(
        pk=row.pk,
        title=row.title,
        terms=terms_of(row),
        facts=tuple(fact_of(one) for one in rows),
        calendar=calendar_among(seats),
        seats=seats,
        attached={one.fact_id: _attached(one.evidence) for one in rows if one.evidence},
        journal=tuple(_entry(one) for one in _journal(row)),
        text=row.text_id,
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
        fictional=row.fictional,
        facts_version=row.facts_version,
        may=MAY[actor.role],
    )


def fact_rows(row: Convention) -> list[FactRow]:
    """All the facts of a dossier in the order of recording, without the bytes of their evidence."""
    found = FactRow.objects.filter(convention=row).select_related("evidence").defer("evidence__data")
    return list(found.order_by("pk"))


def seats_of(row: Convention) -> tuple[Seat, ...]:
    """The parties in the order of the text: as they were added."""
    found = ConventionParty.objects.filter(convention=row).select_related("house").order_by("pk")
    return tuple(Seat(key=one.key, house=organisation_of(one.house)) for one in found)


def calendar_among(seats: Iterable[Seat]) -> Calendar:
    """The holidays that count: those of the authority, else of the Caf."""
    ordered = sorted(seats, key=lambda seat: seat.key.startswith(PARTY_KEYS[PartyKind.CAF]))
    return ordered[0].house.calendar if ordered else FRENCH


def _journal(row: Convention) -> QuerySet[JournalRow]:
    return JournalRow.objects.filter(convention=row).select_related("house").order_by("-at", "-pk")[:JOURNAL_SHOWN]


def _entry(row: JournalRow) -> Entry:
    return Entry(verb=row.verb, detail=row.detail, by=row.by, house=row.house.name, at=row.at)


def _attached(row: Evidence) -> Attached:
    return Attached(pk=row.pk, file_name=row.file_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A stored file with its bytes and their hash."""

    file_name: str
    data: bytes
    sha256: str


def evidence(actor: Actor, convention_pk: UUID, pk: UUID) -> File:
    """A file attached to a dossier that the actor may read, else `NotFound`."""
    dossier = convention_row(actor, convention_pk, to=Verb.READ)
    row = Evidence.objects.filter(convention=dossier, pk=pk).first()
    if row is None:
        raise NotFound(pk)
    return File(file_name=row.file_name, data=bytes(row.data), sha256=row.sha256)


def findings(actor: Actor, pk: UUID) -> tuple[Finding, ...]:
    """What was odd in the text that the dossier was made from; nothing where it came without one."""
    row = convention_row(actor, pk, to=Verb.READ)
    return findings_of(row.text) if row.text else ()
