"""Facts that follow from another: what must be recorded before them, and what is recorded once only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.delays import Day, earliest, latest
from convenir.core.fact_refusals import (
    AlreadySigned,
    NameTaken,
    NoConsentWithdrawn,
    NoFormalNotice,
    NoSuchAmendment,
    NoSuchAppeal,
    NoSuchBreach,
    NoSuchCommitment,
    NoSuchGround,
    NoSuchJudgment,
    NoSuchRequest,
    NothingToCure,
    NothingToWithdraw,
)
from convenir.core.facts import Event, Fact
from convenir.core.findings import Finding, contrary
from convenir.core.naming import day_name
from convenir.core.refusals import Refusal
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import Terms

TERMINATIONS = (
    t.TerminationForDefault,
    t.TerminationForIllegality,
    t.AutomaticTermination,
    t.TerminationOnGround,
)
NOTICES = (f.NoticeSent, f.NoticePresented, f.NoticeReceived, f.NoticeRefused, f.NoticeReturned, f.NoticeOffered)
FORMAL_NOTICES = (f.FormalNoticeSent, f.FormalNoticePresented)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A fact of `kinds` must have happened by that day, with the same `name` as the new one, and by the same party.

    `name` gives the field of the new event, then that of the earlier ones; an empty name needs nothing. `told`: the
    name may also be what the text gives to something, by that field of those clauses. `clauses` are the types of the
    clauses that the fact is about.
    """

    kinds: tuple[type, ...]
    missing: type[Refusal]
    clauses: tuple[type, ...]
    name: tuple[str, str] | None = None
    same_party: bool = False
    told: tuple[type, str] | None = None


BREACH = Need(
    kinds=(f.BreachRecorded,),
    missing=NoSuchBreach,
    clauses=(t.TerminationForDefault, t.TerminationForIllegality),
    name=("breach", "breach"),
)
AMENDMENT = Need(
    kinds=(f.AmendmentProposed,),
    missing=NoSuchAmendment,
    clauses=(t.AmendmentClause,),
    name=("amendment", "amendment"),
)
JUDGMENT = Need(
    kinds=(f.JudgmentGiven,), missing=NoSuchJudgment, clauses=(t.Severability,), name=("judgment", "judgment")
)
REQUEST = Need(
    kinds=(f.DataRequested,), missing=NoSuchRequest, clauses=(t.DataRequestGate,), name=("request", "request")
)
REQUEST_OR_FLOW = replace(REQUEST, told=(t.PersonalDataFlow, "flow"))

NEEDS: dict[type, Need] = {
    f.NoticeWithdrawn: Need(
        kinds=NOTICES, missing=NothingToWithdraw, clauses=(t.TerminationAtWill, t.Renewal), same_party=True
    ),
    f.FormalNoticeSent: BREACH,
    f.FormalNoticePresented: BREACH,
    f.BreachCured: replace(BREACH, kinds=(f.BreachRecorded, f.ChangeObserved), missing=NothingToCure),
    f.FormalNoticeRenounced: replace(BREACH, kinds=FORMAL_NOTICES, missing=NoFormalNotice, same_party=True),
    f.TerminationDeclared: replace(
        BREACH, kinds=(f.BreachRecorded, f.ChangeObserved), missing=NoSuchGround, clauses=TERMINATIONS
    ),
    f.Signed: AMENDMENT,
    f.ActAdopted: AMENDMENT,
    f.ActTransmitted: AMENDMENT,
    f.ActPublished: AMENDMENT,
    f.BoardDecisionCommunicated: AMENDMENT,
    f.JudgmentNotified: JUDGMENT,
    f.AppealLodged: JUDGMENT,
    f.AppealDecided: replace(JUDGMENT, kinds=(f.AppealLodged,), missing=NoSuchAppeal),
    f.RequestAnswered: REQUEST,
    f.StudyDone: REQUEST,
    f.DpoOpinionGiven: REQUEST,
    f.RegisterEntered: REQUEST_OR_FLOW,
    f.ImpactAssessed: REQUEST_OR_FLOW,
    f.DataReleased: REQUEST_OR_FLOW,
    f.PersonRemoved: Need(
        kinds=(f.ConsentWithdrawn,), missing=NoConsentWithdrawn, clauses=(t.PersonalDataFlow,), name=("flow", "flow")
    ),
    f.CommitmentClosed: Need(
        kinds=(f.CommitmentMade,),
        missing=NoSuchCommitment,
        clauses=(t.TerminationEffects, t.ActionPlan),
        name=("commitment", "label"),
        told=(t.RelatedInstrument, "title"),
    ),
}

# What other checks say in words of their own: an avenant signed without a text, a termination without a ground.
TOLD_ELSEWHERE = frozenset({f.Signed, f.TerminationDeclared})

# The field by which later facts name each of these.
NAMED: dict[type, str] = {
    f.AmendmentProposed: "amendment",
    f.BreachRecorded: "breach",
    f.ChangeObserved: "change",
    f.DataRequested: "request",
    f.JudgmentGiven: "judgment",
}


def unfounded(terms: Terms, before: Sequence[Event], event: Event) -> Refusal | None:
    """Why a fact cannot be, where it follows from another that is not among those that happened `before`."""
    need = NEEDS.get(type(event))
    if need is None or _met(need, terms, before, event):
        return None
    return need.missing(name=_name(need, event))


def repeated(others: Sequence[Fact], event: Event, on: Day) -> tuple[type[Refusal], Fact] | None:
    """The first of the other facts that says the same as one of that day: a signature, or a fact of that name."""
    if isinstance(event, f.Signed):
        return next(((AlreadySigned, fact) for fact in others if _same_signature(fact.event, event)), None)
    name = given_name(event)
    alike = [fact for fact in others if type(fact.event) is type(event) and name and given_name(fact.event) == name]
    return next(((NameTaken, fact) for fact in alike if not _over(fact, others, on)), None)


def orphans(situation: Situation) -> Iterator[Finding]:
    """What facts follow from and nobody recorded, each told once, with the first of these facts."""
    told: set[str] = set()
    for fact, need in _needing(situation):
        refusal = unfounded(situation.terms, _before(situation, need, fact), fact.event)
        if refusal is None or str(refusal) in told:
            continue
        told.add(str(refusal))
        sentence = f"Un fait du {day_name(day_of(fact))} en suppose un autre, qui n’est pas enregistré."
        yield contrary("orphan-fact", sentence, str(refusal), *_about(situation.terms, need), on=day_of(fact))


def _needing(situation: Situation) -> Iterator[tuple[Fact, Need]]:
    """The facts that have happened and that follow from another, with what they need."""
    for fact in situation.facts:
        need = NEEDS.get(type(fact.event))
        if need is not None and type(fact.event) not in TOLD_ELSEWHERE and latest(fact.on) <= situation.on:
            yield fact, need


def doubles(situation: Situation) -> Iterator[Finding]:
    """The facts recorded twice: which of the two is right?"""
    cures = [fact for fact, _ in situation.events(f.BreachCured)]
    for kind in (f.Signed, *NAMED):
        happened = situation.past.get(kind, ())
        for rank, (fact, event) in enumerate(happened):
            found = repeated([*(earlier for earlier, _ in happened[:rank]), *cures], event, fact.on)
            if found is not None:
                yield _twice(situation.terms, fact, *found)


def _twice(terms: Terms, fact: Fact, refusal: type[Refusal], first: Fact) -> Finding:
    sentence = f"Un fait du {day_name(day_of(fact))} en répète un autre."
    advice = str(refusal(day=day_name(day_of(first)), name=given_name(fact.event)))
    return contrary("fact-twice", sentence, advice, *_party_named(terms, fact.event), on=day_of(fact))


def given_name(event: Event) -> str:
    """The name that a fact gives to what later facts are about; «» where it gives none."""
    field = NAMED.get(type(event))
    return str(getattr(event, field)) if field else ""


def _over(fact: Fact, others: Sequence[Fact], on: Day) -> bool:
    """Whether the breach or the change of that fact ceased by that day: it may then begin again."""
    ceased = (
        one.on for one in others if isinstance(one.event, f.BreachCured) and one.event.breach == given_name(fact.event)
    )
    return any(earliest(fact.on) <= earliest(day) <= latest(on) for day in ceased)


def _before(situation: Situation, need: Need, fact: Fact) -> list[Event]:
    """What happened by the day of that fact, of the kinds that it needs."""
    kept = (pair for kind in need.kinds for pair in situation.recorded.get(kind, ()))
    return [event for earlier, event in kept if earliest(earlier.on) <= latest(fact.on)]


def _about(terms: Terms, need: Need) -> tuple[Source, ...]:
    return tuple(clause.source for clause in terms.clauses if isinstance(clause, need.clauses))


def _party_named(terms: Terms, event: Event) -> tuple[Source, ...]:
    """Where the text names the party of the fact."""
    return tuple(clause.source for clause in terms.every(t.PartyClause) if clause.key == _party(event))


def _name(need: Need, event: Event) -> str:
    return getattr(event, need.name[0]) if need.name else ""


def _met(need: Need, terms: Terms, before: Sequence[Event], event: Event) -> bool:
    name = _name(need, event)
    if need.name and not name:
        return True
    if need.told is not None:
        kind, field = need.told
        if any(getattr(clause, field) == name for clause in terms.clauses if isinstance(clause, kind)):
            return True
    return any(_answers(need, one, event) for one in before)


def _answers(need: Need, earlier: Event, event: Event) -> bool:
    if not isinstance(earlier, need.kinds):
        return False
    if need.same_party and _party(earlier) != _party(event):
        return False
    return need.name is None or _named(need, earlier) == _name(need, event)


def _named(need: Need, earlier: Event) -> str:
    """The name by which later facts speak of that one."""
    field = NAMED.get(type(earlier), need.name[1] if need.name else "")
    return str(getattr(earlier, field))


def _party(event: Event) -> str:
    return str(getattr(event, "party", ""))


def _same_signature(earlier: Event, event: f.Signed) -> bool:
    """Whether a signature of that text by that party holds the new one: of all its signatories, or of the same."""
    if not isinstance(earlier, f.Signed) or (earlier.party, earlier.amendment) != (event.party, event.amendment):
        return False
    return earlier.signatory in ("", event.signatory)
