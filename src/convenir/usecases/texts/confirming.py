"""The dossier is created from the terms kept, in the name of the person who confirms them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from convenir.access.context import acting_as
from convenir.access.conventions import seats_of
from convenir.access.deposited import DepositedText
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text
from convenir.core.codec import encode_terms
from convenir.core.delays import earliest
from convenir.core.facts import Signed
from convenir.core.terms import Terms
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import Formalities, PartyClause, PartyKind
from convenir.records.mapping import columns_of
from convenir.records.models import Convention, ConventionParty, FactRow, House, JournalRow
from convenir.usecases import houses, lines
from convenir.usecases.journal import Done, log
from convenir.usecases.refusals import (
    AlreadyConfirmed,
    EndBeforeStart,
    NoStatedDate,
    NotAllRuled,
    NoTermKept,
    PartyMissing,
    TitleMissing,
)
from convenir.usecases.texts.refusals import NotJudged
from convenir.writer.french_dates import day


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
        _recall_judgements(row, found, by)
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
    _refuse_open_contradictions(found)
    if not found.kept.clauses:
        raise NoTermKept()
    _refuse_backward_life(found.kept)
    if not given.title.strip():
        raise TitleMissing()
    _refuse_parties(found.kept, given)


def _refuse_open_contradictions(found: DepositedText) -> None:
    left = found.hindering
    if not left:
        return
    count = f"{len(left)} constats" if len(left) > 1 else "un constat"
    raise NotJudged(count=count, first=left[0].finding.sentence)


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


def _recall_judgements(row: Convention, found: DepositedText, by: Actor) -> None:
    """The journal of the dossier tells who decided of each finding, why, and when."""
    JournalRow.objects.bulk_create(
        JournalRow(
            convention=row,
            house_id=by.house_id,
            verb="judge_finding",
            detail=f"{point.finding.about} {ruled.verdict} {ruled.reason}".strip()[:300],
            by=ruled.by,
            at=ruled.at,
        )
        for point in found.points
        for ruled in point.history
    )


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
