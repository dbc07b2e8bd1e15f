"""Which facts cannot be: before the signature, after today, from nobody, in a body that the text does not know."""

from collections.abc import Iterator
from datetime import date

from convenir.access.conventions import Dossier
from convenir.core.delays import Day, earliest, latest
from convenir.core.facts import (
    ActAdopted,
    ActPublished,
    ActTransmitted,
    CommitmentClosed,
    CommitmentMade,
    DataDelivered,
    DocumentsSent,
    EvaluationDone,
    EvaluationPresented,
    Event,
    MeetingCancelled,
    MeetingHeld,
    MeetingMoved,
    MeetingPlanned,
    NoticePresented,
    NoticeReceived,
    NoticeSent,
    PartyDescribed,
    RenewalSigned,
    ReviewDone,
    Signed,
    known_on,
)
from convenir.core.life import life
from convenir.usecases.refusals import (
    BeforeSignature,
    FactInTheFuture,
    FactTooOld,
    NotSigned,
    UnknownBody,
    UnknownParty,
    WrongOrder,
)
from convenir.writer.french_dates import day
from convenir.writer.words import body_name, party_name
from convenir.writer.words.names import day_words

OLDEST = date(1960, 1, 1)

# A meeting is fixed, moved or called off before its day.
FORESEEN = (MeetingPlanned, MeetingMoved, MeetingCancelled)

# These follow from the convention: they cannot precede its signature.
FOLLOWING = (
    MeetingHeld,
    DocumentsSent,
    EvaluationDone,
    EvaluationPresented,
    ReviewDone,
    DataDelivered,
    CommitmentMade,
    CommitmentClosed,
    NoticeSent,
    NoticePresented,
    NoticeReceived,
    RenewalSigned,
)

OF_A_PARTY = (
    PartyDescribed,
    ActAdopted,
    ActTransmitted,
    ActPublished,
    Signed,
    DataDelivered,
    NoticeSent,
    NoticePresented,
    NoticeReceived,
    RenewalSigned,
)
OF_A_BODY = (MeetingPlanned, MeetingMoved, MeetingCancelled, MeetingHeld, DocumentsSent, EvaluationPresented)


def refuse_fact(dossier: Dossier, event: Event, on: Day, *, today: date) -> None:
    """Raises the refusal that this fact deserves; says nothing when it can be."""
    _refuse_day(event, on, today)
    _refuse_parties(dossier, event)
    _refuse_bodies(dossier, event)
    _refuse_inner_order(event, on)
    if isinstance(event, FOLLOWING):
        _refuse_before_signature(dossier, on, today)


def _refuse_day(event: Event, on: Day, today: date) -> None:
    if earliest(on) < OLDEST:
        raise FactTooOld(day=day_words(on))
    if earliest(on) > today and not isinstance(event, FORESEEN):
        raise FactInTheFuture(day=day_words(on))


def _refuse_parties(dossier: Dossier, event: Event) -> None:
    known = dossier.party_keys
    for key in _parties(event):
        if key not in known:
            raise UnknownParty(party=key, known=", ".join(party_name(one) for one in known))


def _parties(event: Event) -> Iterator[str]:
    """Every party key that the fact gives."""
    if isinstance(event, OF_A_PARTY):
        yield event.party
    if isinstance(event, MeetingHeld):
        yield from (key for key in f"{event.chair}+{event.secretary}".split("+") if key)
        yield from event.present
    if isinstance(event, DocumentsSent) and event.sender:
        yield from event.sender.split("+")


def _refuse_bodies(dossier: Dossier, event: Event) -> None:
    """A text that is not at hand may know any body."""
    body = event.body if isinstance(event, OF_A_BODY) or (isinstance(event, ReviewDone) and event.body) else None
    known = dossier.bodies
    if body is None or not dossier.terms.supplied or body in known:
        return
    raise UnknownBody(body=body, known=", ".join(body_name(one, dossier.terms) for one in known) or "aucune")


def _refuse_inner_order(event: Event, on: Day) -> None:
    second: date | None = None
    if isinstance(event, CommitmentMade | RenewalSigned):
        second = event.until
    if isinstance(event, NoticeReceived):
        second = event.effect_on
    if second is not None and second < earliest(on):
        raise WrongOrder(first=day(earliest(on)), second=day(second))


def _refuse_before_signature(dossier: Dossier, on: Day, today: date) -> None:
    found = life(dossier.terms, known_on(dossier.facts, today))
    if found.concluded_on is None:
        missing = found.missing or dossier.party_keys
        raise NotSigned(missing="il manque celle de " + ", ".join(party_name(key) for key in missing))
    if latest(on) < earliest(found.concluded_on):
        raise BeforeSignature(day=day_words(on), signed=day_words(found.concluded_on))
