"""Breaches: the formal notices about each, until when it may be cured, and what power to terminate follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias, TypeVar

from convenir.core.delays import after, earliest
from convenir.core.ending.notices import admissible
from convenir.core.facts import (
    BreachCured,
    BreachRecorded,
    Fact,
    FormalNoticePresented,
    FormalNoticeRenounced,
    FormalNoticeSent,
)
from convenir.core.force import Force
from convenir.core.terms import (
    ActionPlan,
    AmendmentClause,
    Autonomy,
    Citation,
    Duration,
    Nature,
    OrientationTarget,
    PartyClause,
    Purpose,
    RelatedInstrument,
    SharedDiagnosis,
    SharedObjectives,
    SignatureAuthority,
    Term,
    TerminationForDefault,
    TerminationForIllegality,
    Terms,
    UnilateralProgramme,
)
from convenir.core.terms.termination import Clock, Ground
from convenir.core.text.texts import Texts

DAY = timedelta(days=1)
PowerClause: TypeAlias = TerminationForDefault | TerminationForIllegality
N = TypeVar("N", FormalNoticePresented, FormalNoticeRenounced)
CLAUSES: dict[Ground, type[PowerClause]] = {
    Ground.BREACH: TerminationForDefault,
    Ground.UNLAWFUL: TerminationForIllegality,
}
# Clauses that state an aim, a frame or a name: nobody can fail to do what they say.
ASK_NOTHING = (
    AmendmentClause,
    Autonomy,
    Citation,
    Duration,
    Nature,
    OrientationTarget,
    PartyClause,
    Purpose,
    RelatedInstrument,
    SharedDiagnosis,
    SharedObjectives,
    SignatureAuthority,
    UnilateralProgramme,
)


class Defect(StrEnum):
    """Why a formal notice opens no power to terminate."""

    NO_CLAUSE = "no_clause"
    NOT_ENTITLED = "not_entitled"
    OWN_BREACH = "own_breach"
    NO_DUTY = "no_duty"
    WRONG_FORM = "wrong_form"
    NO_TIME = "no_time"


class Stage(StrEnum):
    """Where a breach stands on a day.

    `recorded`: no formal notice works. `noticed`: the time to cure runs. `unheeded`: it is over. `cured`: nothing is
    left of it.
    """

    RECORDED = "recorded"
    NOTICED = "noticed"
    UNHEEDED = "unheeded"
    CURED = "cured"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNotice:
    """A formal notice, read with the clause in force on the day it was sent.

    `runs_from` is the day that the clock names, None while no fact shows it; `ends_on` is the last day to cure,
    midnight included. `renounced_on`: its author gave up its effects.
    """

    party: str
    event: FormalNoticeSent
    sent_on: date
    presented_on: date | None = None
    renounced_on: date | None = None
    runs_from: date | None = None
    ends_on: date | None = None
    clause: PowerClause | None = None
    defect: Defect | None = None
    facts: tuple[str, ...]

    def stands(self, on: date) -> bool:
        """Whether it was sent by that day, has no defect, and was not renounced."""
        given_up = self.renounced_on is not None and self.renounced_on <= on
        return self.sent_on <= on and self.defect is None and not given_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A breach from the day it happened, with the formal notices about it. `party` is the one that failed."""

    name: str
    party: str
    article: str
    ground: Ground
    happened_on: date
    cured_on: date | None = None
    notices: tuple[FormalNotice, ...] = ()
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """The power to terminate that a breach gives to a party, from `opens_on` on.

    `notice` is the formal notice that stayed without effect, None where the clause asks for none.
    """

    clause: PowerClause
    opens_on: date
    notice: FormalNotice | None = None


def breaches(texts: Texts, facts: Sequence[Fact]) -> tuple[Breach, ...]:
    """The breaches that facts name, in order; one that was cured and recorded again is another breach."""
    return tuple(_with_notices(breach, texts, facts) for breach in _episodes(facts))


def stage(breach: Breach, on: date) -> Stage:
    """Where that breach stands on that day."""
    standing = [notice for notice in breach.notices if notice.stands(on)]
    if breach.cured_on is not None and breach.cured_on <= on:
        return Stage.CURED
    if any(_unheeded(breach, notice, on) for notice in standing):
        return Stage.UNHEEDED
    return Stage.NOTICED if standing else Stage.RECORDED


def running(breach: Breach, on: date) -> FormalNotice | None:
    """The formal notice whose time to cure ends first, and still runs on that day."""
    counted = [(notice.ends_on, notice) for notice in breach.notices if notice.stands(on) and notice.ends_on]
    open_ones = [(end, notice) for end, notice in counted if end >= on]
    return min(open_ones, key=lambda found: found[0])[1] if open_ones else None


def power(breach: Breach, party: str, texts: Texts, on: date) -> Power | None:
    """The power that this breach gives to that party on that day, opened by then or not.

    The clause must still be in the text of that day: what an avenant or a judgment takes away is no power any more.
    """
    terms = texts.on(on)
    if clause_against(breach, party, terms) is None:
        return None
    for notice in breach.notices:
        cured = breach.cured_on is not None and notice.ends_on is not None and breach.cured_on <= notice.ends_on
        if notice.party == party and notice.stands(on) and notice.clause and notice.ends_on and not cured:
            return Power(clause=notice.clause, opens_on=notice.ends_on + DAY, notice=notice)
    return _without_notice(breach, party, terms)


def clause_against(breach: Breach, party: str, terms: Terms) -> PowerClause | None:
    """The clause by which that party may act on that breach; failing one open to it, the clause of that ground."""
    kind = CLAUSES.get(breach.ground)
    found = [] if kind is None else list(terms.every(kind))
    return next((clause for clause in found if not clause.by or party in clause.by), next(iter(found), None))


def defect(breach: Breach, party: str, terms: Terms) -> Defect | None:
    """Why that party cannot act on that breach, whatever letter it sends; None if it can.

    Nobody relies on its own breach of the convention; an infringement of the law is open to whom the clause names,
    whoever the infringer is.
    """
    clause = clause_against(breach, party, terms)
    if clause is None:
        return Defect.NO_CLAUSE
    if clause.by and party not in clause.by:
        return Defect.NOT_ENTITLED
    if breach.ground is Ground.BREACH and party == breach.party:
        return Defect.OWN_BREACH
    known = breach.ground is not Ground.BREACH or not breach.article or _asks(terms, breach.article)
    return None if known else Defect.NO_DUTY


def _unheeded(breach: Breach, notice: FormalNotice, on: date) -> bool:
    late = breach.cured_on is None or notice.ends_on is None or breach.cured_on > notice.ends_on
    return late and notice.ends_on is not None and notice.ends_on < on


def _without_notice(breach: Breach, party: str, terms: Terms) -> Power | None:
    """Where the clause asks for no formal notice, the breach opens the power once the time to cure is over."""
    clause = clause_against(breach, party, terms)
    if clause is None or clause.formal_notice or defect(breach, party, terms) is not None:
        return None
    opens = (breach.happened_on if clause.cure is None else after(breach.happened_on, clause.cure)) + DAY
    cured = breach.cured_on is not None and breach.cured_on < opens
    return None if cured else Power(clause=clause, opens_on=opens)


def _asks(terms: Terms, article: str) -> bool:
    """Whether a clause of that article states a hard duty."""
    return any(_binds(clause) for clause in terms.clauses if clause.source.article.casefold() == article.casefold())


def _binds(clause: Term) -> bool:
    if isinstance(clause, ActionPlan) and not (clause.yearly or clause.required):
        return False  # it only says where the plan is
    return not isinstance(clause, ASK_NOTHING) and getattr(clause, "force", Force.HARD) is Force.HARD


def _episodes(facts: Sequence[Fact]) -> Iterator[Breach]:
    """Each breach recorded, until it is cured; recording it again before adds nothing."""
    cures = [(earliest(f.on), f.event.breach) for f in facts if isinstance(f.event, BreachCured)]
    open_until: dict[str, date] = {}
    for fact in facts:
        if not isinstance(fact.event, BreachRecorded):
            continue
        event, day = fact.event, earliest(fact.on)
        if day <= open_until.get(event.breach, date.min):
            continue
        cured = min((cured for cured, name in cures if name == event.breach and cured >= day), default=None)
        open_until[event.breach] = cured or date.max
        yield Breach(
            name=event.breach,
            party=event.party,
            article=event.article,
            ground=event.ground,
            happened_on=day,
            cured_on=cured,
            fact=fact.id,
        )


def _with_notices(breach: Breach, texts: Texts, facts: Sequence[Fact]) -> Breach:
    sent = [
        (fact, fact.event)
        for fact in facts
        if isinstance(fact.event, FormalNoticeSent)
        and fact.event.breach == breach.name
        and breach.happened_on <= earliest(fact.on) <= (breach.cured_on or date.max)
    ]
    return replace(breach, notices=tuple(_notice(breach, fact, event, texts, facts) for fact, event in sent))


def _notice(breach: Breach, fact: Fact, event: FormalNoticeSent, texts: Texts, facts: Sequence[Fact]) -> FormalNotice:
    """The formal notice with its clock, its last day to cure and its defect."""
    sent = earliest(fact.on)
    terms = texts.on(sent)
    clause = clause_against(breach, event.party, terms)
    presented = _first(FormalNoticePresented, event, sent, facts)
    renounced = _first(FormalNoticeRenounced, event, sent, facts)
    runs_from = _runs_from(clause, sent, None if presented is None else earliest(presented.on))
    notice = FormalNotice(
        party=event.party,
        event=event,
        sent_on=sent,
        presented_on=None if presented is None else earliest(presented.on),
        renounced_on=None if renounced is None else earliest(renounced.on),
        runs_from=runs_from,
        clause=clause,
        facts=tuple(found.id for found in (fact, presented, renounced) if found is not None),
    )
    flaw = defect(breach, event.party, terms) or _flaw_of_letter(notice)
    end = None if flaw is not None else _end(notice)
    return replace(notice, defect=flaw, ends_on=end)


def _flaw_of_letter(notice: FormalNotice) -> Defect | None:
    if notice.clause is not None and not admissible(notice.event.form, notice.clause.form):
        return Defect.WRONG_FORM
    return Defect.NO_TIME if notice.event.cure is None else None


def _runs_from(clause: PowerClause | None, sent: date, presented: date | None) -> date | None:
    """The day that the clock of the clause names; the first presentation where it names none."""
    return sent if clause is not None and clause.clock is Clock.SENDING else presented


def _end(notice: FormalNotice) -> date | None:
    """The last day to cure: at least the time of the clause, more if the letter gives more."""
    if notice.runs_from is None:
        return None
    given = (notice.event.cure, None if notice.clause is None else notice.clause.cure)
    return max(after(notice.runs_from, delay) for delay in given if delay is not None)


def _first(kind: type[N], event: FormalNoticeSent, sent: date, facts: Sequence[Fact]) -> Fact | None:
    """The first thing of that kind that happened to the formal notice from the day it was sent."""
    later = [(fact, fact.event) for fact in facts if isinstance(fact.event, kind) and earliest(fact.on) >= sent]
    found = (fact for fact, told in later if (told.party, told.breach) == (event.party, event.breach))
    return next(found, None)
