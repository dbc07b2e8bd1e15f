"""What must have been recorded before a fact, and what is recorded once only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from convenir.core import facts as f
from convenir.core.delays import Day, earliest, latest
from convenir.core.facts import Event, Fact
from convenir.core.refusals import Refusal
from convenir.core.terms import PersonalDataFlow, Terms
from convenir.usecases import refusals as r
from convenir.writer.words.names import day_words

NOTICES = (f.NoticeSent, f.NoticePresented, f.NoticeReceived, f.NoticeRefused, f.NoticeReturned, f.NoticeOffered)
FORMAL_NOTICES = (f.FormalNoticeSent, f.FormalNoticePresented)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A fact of `kinds` must have happened by that day, with the same `name` as the new one, and by the same party.

    `name` gives the field of the new event, then that of the earlier ones; an empty name needs nothing. `flows`: the
    name may also be that of a flow of data which the text describes.
    """

    kinds: tuple[type, ...]
    missing: type[Refusal]
    name: tuple[str, str] | None = None
    same_party: bool = False
    flows: bool = False


BREACH = Need(kinds=(f.BreachRecorded,), missing=r.NoSuchBreach, name=("breach", "breach"))
AMENDMENT = Need(kinds=(f.AmendmentProposed,), missing=r.NoSuchAmendment, name=("amendment", "amendment"))
JUDGMENT = Need(kinds=(f.JudgmentGiven,), missing=r.NoSuchJudgment, name=("judgment", "judgment"))
REQUEST = Need(kinds=(f.DataRequested,), missing=r.NoSuchRequest, name=("request", "request"))
REQUEST_OR_FLOW = Need(kinds=(f.DataRequested,), missing=r.NoSuchRequest, name=("request", "request"), flows=True)

NEEDS: dict[type, Need] = {
    f.NoticeWithdrawn: Need(kinds=NOTICES, missing=r.NothingToWithdraw, same_party=True),
    f.FormalNoticeSent: BREACH,
    f.FormalNoticePresented: BREACH,
    f.BreachCured: BREACH,
    f.FormalNoticeRenounced: Need(
        kinds=FORMAL_NOTICES, missing=r.NoFormalNotice, name=("breach", "breach"), same_party=True
    ),
    f.Signed: AMENDMENT,
    f.ActAdopted: AMENDMENT,
    f.ActTransmitted: AMENDMENT,
    f.ActPublished: AMENDMENT,
    f.BoardDecisionCommunicated: AMENDMENT,
    f.JudgmentNotified: JUDGMENT,
    f.AppealLodged: JUDGMENT,
    f.AppealDecided: Need(kinds=(f.AppealLodged,), missing=r.NoSuchAppeal, name=("judgment", "judgment")),
    f.RequestAnswered: REQUEST,
    f.StudyDone: REQUEST,
    f.DpoOpinionGiven: REQUEST,
    f.RegisterEntered: REQUEST_OR_FLOW,
    f.ImpactAssessed: REQUEST_OR_FLOW,
    f.DataReleased: REQUEST_OR_FLOW,
    f.PersonRemoved: Need(kinds=(f.ConsentWithdrawn,), missing=r.NoConsentWithdrawn, name=("flow", "flow")),
    f.CommitmentClosed: Need(kinds=(f.CommitmentMade,), missing=r.NoSuchCommitment, name=("commitment", "label")),
}

# The field by which later facts name each of these.
NAMED: dict[type, str] = {
    f.AmendmentProposed: "amendment",
    f.BreachRecorded: "breach",
    f.ChangeObserved: "change",
    f.DataRequested: "request",
    f.JudgmentGiven: "judgment",
}


def refuse_without_need(terms: Terms, facts: Sequence[Fact], event: Event, on: Day) -> None:
    """Raises the refusal of a fact that follows from another which was not recorded."""
    before = [fact.event for fact in facts if earliest(fact.on) <= latest(on)]
    if isinstance(event, f.TerminationDeclared):
        _refuse_ground(before, event)
    need = NEEDS.get(type(event))
    if need is not None and not _met(need, terms, before, event):
        raise need.missing(name=_name(need, event))


def _refuse_ground(before: Sequence[Event], event: f.TerminationDeclared) -> None:
    breaches = {one.breach for one in before if isinstance(one, f.BreachRecorded)}
    changes = {one.change for one in before if isinstance(one, f.ChangeObserved)}
    if event.breach and event.breach not in breaches | changes:
        raise r.NoSuchGround(name=event.breach)


def _name(need: Need, event: Event) -> str:
    return getattr(event, need.name[0]) if need.name else ""


def _met(need: Need, terms: Terms, before: Sequence[Event], event: Event) -> bool:
    if need.name and not _name(need, event):
        return True
    if need.flows and any(flow.flow == _name(need, event) for flow in terms.every(PersonalDataFlow)):
        return True
    return any(_answers(need, one, event) for one in before)


def _answers(need: Need, earlier: Event, event: Event) -> bool:
    if not isinstance(earlier, need.kinds):
        return False
    if need.same_party and _party(earlier) != _party(event):
        return False
    return need.name is None or getattr(earlier, need.name[1]) == _name(need, event)


def _party(event: Event) -> str:
    return str(getattr(event, "party", ""))


def refuse_twice(facts: Sequence[Fact], event: Event) -> None:
    """Raises the refusal of a second signature of the same signatory, or of a second fact of the same name."""
    if isinstance(event, f.Signed):
        for fact in _signatures(facts, event):
            raise r.AlreadySigned(day=day_words(fact.on))
    field = NAMED.get(type(event))
    for fact in facts:
        if field and type(fact.event) is type(event) and getattr(fact.event, field) == getattr(event, field):
            raise r.NameTaken(name=getattr(event, field), day=day_words(fact.on))


def _signatures(facts: Sequence[Fact], event: f.Signed) -> Iterator[Fact]:
    """The signatures of that text by that party which hold the new one: of all its signatories, or of the same."""
    for fact in facts:
        one = fact.event
        if not isinstance(one, f.Signed) or (one.party, one.amendment) != (event.party, event.amendment):
            continue
        if one.signatory in ("", event.signatory):
            yield fact
