"""Which facts cannot be: before the signature, after today, from nobody, in a body that the text does not know."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from convenir.access.conventions import Dossier, bodies_of
from convenir.core import facts as f
from convenir.core.antecedents import NOTICES, given_name, repeated, unfounded
from convenir.core.changes import ClauseAdded
from convenir.core.delays import Day, earliest, latest
from convenir.core.facts import Event, Fact, known_on
from convenir.core.life import Life, life
from convenir.core.terms import PartyClause, Terms
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

# A meeting is fixed, moved or called off before its day; a change or a norm is known before it takes effect.
FORESEEN = (f.MeetingPlanned, f.MeetingMoved, f.MeetingCancelled, f.ChangeAnnounced, f.ClauseContradicted)

# These follow from the convention: they cannot precede its signature.
FOLLOWING = (
    *NOTICES,
    f.NoticeWithdrawn,
    f.BreachRecorded,
    f.FormalNoticeSent,
    f.FormalNoticePresented,
    f.FormalNoticeRenounced,
    f.BreachCured,
    f.TerminationDeclared,
    f.TerminationAgreed,
    f.AmendmentProposed,
    f.ChangeObserved,
    f.OriginalHandedOver,
    f.ConclusionPublicised,
    f.RenewalSigned,
    f.Performed,
    f.SuccessorConcluded,
    f.MeetingHeld,
    f.DocumentsSent,
    f.DecisionTaken,
    f.CommitmentMade,
    f.CommitmentClosed,
    f.EvaluationLaunched,
    f.EvaluationDone,
    f.EvaluationPresented,
    f.EvaluationStageValidated,
    f.ReviewDone,
    f.DataRequested,
    f.DataReleased,
    f.DataDelivered,
    f.JudgmentGiven,
    f.ContributionPaid,
)

# The fields of facts that hold one key of a party, several joined by «+», a tuple of them, or counts by party.
ONE_PARTY = ("party", "payer")
JOINED = ("chair", "secretary", "sender")
SEVERAL = ("adopted_by", "agreed_by", "invited_by", "logos", "present")

# A day inside the fact that cannot precede the day of the fact.
LATER = {
    f.CommitmentMade: "until",
    f.RenewalSigned: "until",
    f.ClauseContradicted: "until",
    f.NoticeReceived: "effect_on",
    f.TerminationDeclared: "effect_on",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What is known of a dossier: its facts, and the life that they make."""

    dossier: Dossier
    facts: tuple[Fact, ...]
    life: Life

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that facts may name: those of the dossier, and those that an avenant would bring in."""
        return tuple(dict.fromkeys([*self.dossier.party_keys, *(clause.key for clause in self.joining)]))

    @property
    def joining(self) -> tuple[PartyClause, ...]:
        """The parties that a recorded avenant brings in, signed or not."""
        proposed = (fact.event.changes for fact in self.facts if isinstance(fact.event, f.AmendmentProposed))
        added = (change.clause for changes in proposed for change in changes if isinstance(change, ClauseAdded))
        return tuple(clause for clause in added if isinstance(clause, PartyClause))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that the text knows, or knew before an avenant."""
        texts = [version.terms for version in self.life.texts.versions]
        return tuple(dict.fromkeys(body for terms in texts for body in bodies_of(terms)))

    @property
    def terms(self) -> Terms:
        """The text that the avenants leave."""
        return self.life.texts.last


def recorded(dossier: Dossier, known: date) -> Recorded:
    """What is known of the dossier on that day."""
    facts = known_on(dossier.facts, known)
    return Recorded(dossier=dossier, facts=facts, life=life(dossier.terms, facts))


def refuse_fact(dossier: Dossier, event: Event, on: Day, *, today: date) -> None:
    """Raises the refusal that this fact deserves; says nothing when it can be."""
    known = recorded(dossier, today)
    _refuse_day(event, on, today)
    _refuse_parties(known, event)
    _refuse_bodies(known, event)
    _refuse_inner_order(event, on)
    if isinstance(event, FOLLOWING):
        _refuse_before_signature(known, on)
    _refuse_alone(known, event, on)


def _refuse_day(event: Event, on: Day, today: date) -> None:
    if earliest(on) < OLDEST:
        raise FactTooOld(day=day_words(on))
    if earliest(on) > today and not isinstance(event, FORESEEN):
        raise FactInTheFuture(day=day_words(on))


def _refuse_parties(known: Recorded, event: Event) -> None:
    for key in _parties(event):
        if key not in known.parties:
            raise UnknownParty(party=key, known=", ".join(party_name(one) for one in known.parties))


def _parties(event: Event) -> Iterator[str]:
    """Every party key that the fact gives."""
    said = {field.name: getattr(event, field.name) for field in fields(event)}
    yield from (said[name] for name in ONE_PARTY if said.get(name))
    yield from (key for name in JOINED for key in said.get(name, "").split("+") if key)
    yield from (key for name in SEVERAL for key in said.get(name, ()))


def _refuse_bodies(known: Recorded, event: Event) -> None:
    """A text that is not at hand may know any body."""
    body = getattr(event, "body", "")
    if not body or not known.terms.supplied or body in known.bodies:
        return
    raise UnknownBody(body=body, known=", ".join(body_name(one, known.terms) for one in known.bodies) or "aucune")


def _refuse_inner_order(event: Event, on: Day) -> None:
    name = LATER.get(type(event))
    second: date | None = getattr(event, name) if name else None
    if second is not None and second < earliest(on):
        raise WrongOrder(first=day(earliest(on)), second=day(second))


def _refuse_before_signature(known: Recorded, on: Day) -> None:
    found = known.life
    if found.concluded_on is None:
        missing = found.missing or known.dossier.party_keys
        raise NotSigned(missing="il manque celle de " + ", ".join(party_name(key) for key in missing))
    if latest(on) < earliest(found.concluded_on):
        raise BeforeSignature(day=day_words(on), signed=day_words(found.concluded_on))


def _refuse_alone(known: Recorded, event: Event, on: Day) -> None:
    """A fact that follows from another nobody recorded, or that says again what is recorded."""
    before = [fact.event for fact in known.facts if earliest(fact.on) <= latest(on)]
    refusal = unfounded(known.terms, before, event)
    if refusal is not None:
        raise refusal
    twice = repeated(known.facts, event, on)
    if twice is not None:
        kind, first = twice
        raise kind(day=day_words(first.on), name=given_name(event))
