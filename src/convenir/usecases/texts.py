"""Texts: received, ruled upon term by term, confirmed into a dossier."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.metadata import version
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from convenir.access.context import acting_as
from convenir.access.conventions import seats_of
from convenir.access.roles import Actor, Verb, check
from convenir.access.texts import Decision, DepositedText, text
from convenir.core.codec import encode_stored, encode_terms
from convenir.core.delays import earliest
from convenir.core.facts import Signed
from convenir.core.soundness import refuse_impossible
from convenir.core.terms import Term, Terms
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import Formalities, PartyClause, PartyKind
from convenir.reader.reading import Reading, read
from convenir.records.mapping import StoredReading, columns_of, reading_to_json
from convenir.records.models import Convention, ConventionParty, FactRow, House, ReceivedText, TermRuling
from convenir.usecases import houses, lines
from convenir.usecases.journal import Done, log
from convenir.usecases.refusals import (
    AlreadyConfirmed,
    CorrectionMissing,
    EndBeforeStart,
    NoStatedDate,
    NoSuchTerm,
    NotAllRuled,
    NoTermKept,
    PartyMissing,
    TitleMissing,
)
from convenir.writer.french_dates import day

MAX_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was sent, and the token of the form that sent it."""

    name: str
    data: bytes
    token: str


def receive(upload: Upload, *, by: Actor, at: datetime) -> UUID:
    """Reads and keeps a text; the refusals of the reader pass through, and nothing is then kept.

    The same form posted twice gives the text of the first time.
    """
    with acting_as(by):
        check(by, Verb.DEPOSIT)
        known = _received(upload.token, by)
        if known:
            return known
        reading = read(upload.data)
        row = _received_row(upload, reading, by, at)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return ReceivedText.objects.values_list("pk", flat=True).get(house_id=by.house_id, token=upload.token)
        log(Done(verb="receive_text", detail=row.file_name), convention=None, by=by, at=at)
        return row.pk


def _received(token: str, by: Actor) -> UUID | None:
    return ReceivedText.objects.filter(house_id=by.house_id, token=token).values_list("pk", flat=True).first()


def _received_row(upload: Upload, reading: Reading, by: Actor, at: datetime) -> ReceivedText:
    stored = StoredReading(terms=reading.terms, findings=reading.findings, outline=reading.outline)
    return ReceivedText(
        house_id=by.house_id,
        file_name=upload.name[-MAX_NAME:],
        data=upload.data,
        sha256=hashlib.sha256(upload.data).hexdigest(),
        received_at=at,
        received_by=by.name,
        reader_version=version("convenir"),
        words=reading.text,
        reading=reading_to_json(stored),
        token=upload.token,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision on the term at `index`; `corrected` is the term as it should be, for a correction only."""

    index: int
    decision: Decision
    corrected: Term | None = None


def rule(pk: UUID, ruling: Ruling, *, by: Actor, at: datetime) -> None:
    """Decides on one term; a later decision replaces an earlier one, and both are kept."""
    with acting_as(by):
        found = text(by, pk, to=Verb.CONFIRM)
        _still_open(found)
        if not 0 <= ruling.index < len(found.items):
            raise NoSuchTerm(number=ruling.index + 1)
        read_term = found.items[ruling.index].read
        wanted = type(read_term) if ruling.decision is Decision.CORRECTED else type(None)
        if type(ruling.corrected) is not wanted:
            raise CorrectionMissing(source=read_term.source)
        if ruling.corrected is not None:
            refuse_impossible(ruling.corrected)
        _keep(pk, ruling, by, at)
        detail = f"{ruling.index + 1} {type(read_term).__name__} {ruling.decision}"
        log(Done(verb="rule_term", detail=detail), convention=None, by=by, at=at)


def accept_all(pk: UUID, *, by: Actor, at: datetime) -> int:
    """Accepts every term on which nobody decided yet; how many."""
    with acting_as(by):
        found = text(by, pk, to=Verb.CONFIRM)
        _still_open(found)
        TermRuling.objects.bulk_create(
            TermRuling(text_id=pk, index=item.index, decision=Decision.ACCEPTED, by=by.name, at=at)
            for item in found.to_rule
        )
        log(Done(verb="accept_terms", detail=str(len(found.to_rule))), convention=None, by=by, at=at)
        return len(found.to_rule)


def _still_open(found: DepositedText) -> None:
    if found.convention:
        raise AlreadyConfirmed()


def _keep(pk: UUID, ruling: Ruling, by: Actor, at: datetime) -> None:
    TermRuling.objects.create(
        text_id=pk,
        index=ruling.index,
        decision=ruling.decision,
        corrected=encode_stored(ruling.corrected) if ruling.corrected else None,
        by=by.name,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherParty:
    """A party that is not the actor's house: its key in facts, its name, what it is."""

    key: str
    name: str
    kind: PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What the person says when she creates the dossier.

    `house_party` is the key of the party that her house is, `others` are all the other parties.
    `assumed_signatures`: the date above the signatures is that on which every party signed; else it signs nothing,
    and the terms of the dossier leave it aside. The reading of the deposited text keeps it.
    """

    title: str
    house_party: str
    others: tuple[OtherParty, ...]
    assumed_signatures: bool
    token: str


def confirm(pk: UUID, given: Confirmation, *, by: Actor, at: datetime) -> UUID:
    """Creates the dossier from the terms kept. The same form posted twice gives the dossier of the first time."""
    with acting_as(by):
        found = text(by, pk, to=Verb.CONFIRM)
        if found.convention:
            return _same_form(found.convention, given.token)
        _refuse(found, given)
        row = _convention_row(found, given, by, at)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return Convention.objects.values_list("pk", flat=True).get(text=pk)
        _add_parties(row, given, by)
        if given.assumed_signatures:
            _sign(row, _stated_day(found, at), by, at)
        elif isinstance(found.stated_on, date):
            log(Done(verb="set_date_aside", detail=found.stated_on.isoformat()), convention=row, by=by, at=at)
        lines.rewrite(row, on=timezone.localdate(at))
        log(Done(verb="confirm_text", detail=row.title), convention=row, by=by, at=at)
        return row.pk


def _same_form(convention: UUID, token: str) -> UUID:
    if Convention.objects.filter(pk=convention, token=token).exists():
        return convention
    raise AlreadyConfirmed()


def _refuse(found: DepositedText, given: Confirmation) -> None:
    left = len(found.to_rule)
    if left:
        raise NotAllRuled(count=f"{left} termes" if left > 1 else "un terme")
    if not found.kept.clauses:
        raise NoTermKept()
    _refuse_backward_life(found.kept)
    if not given.title.strip():
        raise TitleMissing()
    _refuse_parties(found.kept, given)


def _refuse_parties(terms: Terms, given: Confirmation) -> None:
    keys = [given.house_party, *(other.key for other in given.others)]
    if not all(keys) or not all(other.name.strip() for other in given.others):
        raise PartyMissing(what="Une partie n’a pas de nom.")
    if len(keys) < 2 or len(set(keys)) < len(keys):
        raise PartyMissing(what="Une convention lie au moins deux parties, chacune une seule fois.")
    forgotten = [clause.name for clause in terms.every(PartyClause) if clause.key not in keys]
    if forgotten:
        raise PartyMissing(what=f"Le texte nomme aussi {', '.join(forgotten)}.")


def _refuse_backward_life(terms: Terms) -> None:
    for duration in terms.every(Duration):
        if duration.starts_on is None or duration.ends_on is None:
            continue
        start = earliest(duration.starts_on)
        if duration.ends_on < start:
            raise EndBeforeStart(end=day(duration.ends_on), start=day(start), source=duration.source)


def _convention_row(found: DepositedText, given: Confirmation, by: Actor, at: datetime) -> Convention:
    return Convention(
        title=given.title.strip()[:300],
        kind=found.terms.kind.value,
        house_id=by.house_id,
        text_id=found.pk,
        terms=encode_terms(found.kept if given.assumed_signatures else _undated(found.kept)),
        confirmed_by=by.name,
        confirmed_at=at,
        fictional=House.objects.values_list("fictional", flat=True).get(pk=by.house_id),
        token=given.token,
    )


def _undated(terms: Terms) -> Terms:
    """The terms without the day above the signatures: the person did not say that it is that of the signatures."""
    clauses = (replace(one, stated_on=None) if isinstance(one, Formalities) else one for one in terms.clauses)
    return replace(terms, clauses=tuple(clauses))


def _add_parties(row: Convention, given: Confirmation, by: Actor) -> None:
    mine = ConventionParty(convention=row, key=given.house_party, house_id=by.house_id)
    ConventionParty.objects.bulk_create([mine, *_others(row, given)])


def _others(row: Convention, given: Confirmation) -> Iterator[ConventionParty]:
    for other in given.others:
        house = houses.named(other.name.strip(), other.kind, fictional=row.fictional)
        yield ConventionParty(convention=row, key=other.key, house=house)


def _stated_day(found: DepositedText, at: datetime) -> date:
    stated = found.stated_on
    if not isinstance(stated, date) or stated > timezone.localdate(at):
        raise NoStatedDate()
    return stated


def _sign(row: Convention, on: date, by: Actor, at: datetime) -> None:
    """One signature for each party, on the day that the text states above them."""
    rows = [
        FactRow(
            convention=row,
            fact_id=f"f{number}",
            recorded_at=at,
            recorded_on=timezone.localdate(at),
            recorded_by=by.name,
            note="Date portée au-dessus des signatures, confirmée à la création du dossier",
            token=f"{row.token}-{number}"[-64:],
            **columns_of(Signed(party=seat.key), on),
        )
        for number, seat in enumerate(seats_of(row), start=1)
    ]
    FactRow.objects.bulk_create(rows)
    Convention.objects.filter(pk=row.pk).update(facts_version=len(rows))
    row.facts_version = len(rows)
