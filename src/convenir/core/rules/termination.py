"""Duties and possibilities of the end: the last useful day to leave, breaches to cure, commitments that outlive it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from convenir.core.conclusion import parties
from convenir.core.delays import latest
from convenir.core.departures import Commitment, commitments
from convenir.core.ending.breaches import Breach, FormalNotice, breaches
from convenir.core.ending.cures import readings, rolled, safe_to_cure
from convenir.core.facts import CommitmentClosed, CommitmentMade, Fact
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.life import Life
from convenir.core.moves import last_useful_reception
from convenir.core.naming import day_name
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms import Duration, TerminationAtWill, TerminationEffects
from convenir.core.terms.termination import AfterEnd
from convenir.core.workdays import previous_workday


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of a commitment: its last day (None: it has none) and the words that say so.

    `closed`: a clause stops it on that day. `unsaid_after`: the last day in force, where the commitment would run
    past it and no clause says what becomes of it.
    """

    due_on: date | None
    because: tuple[Source, ...]
    closed: bool = False
    unsaid_after: date | None = None


def last_notice(situation: Situation) -> Iterator[Obligation]:
    """The last day on which a notice may be received and still end the convention before its term."""
    lived = situation.life
    if lived.departure is not None or lived.first_day is None:
        return
    for clause in situation.terms.every(TerminationAtWill):
        last = last_useful_reception(clause, lived)
        if last is not None and max(lived.first_day, situation.on) <= last <= situation.until:
            yield _last_notice(situation, clause, last)


def _last_notice(situation: Situation, clause: TerminationAtWill, last: date) -> Obligation:
    aim = previous_workday(last, situation.calendar)
    return Obligation(
        key=":".join(("last_notice", *clause.by)),
        duty=Duty.LAST_NOTICE,
        subject="",
        who=clause.by or tuple(parties(situation.terms, situation.facts)),
        state=State.DUE,
        due_on=last,
        advice_on=aim if aim != last else None,
        period=str(last.year),
        optional=True,
        because=(clause.source,),
    )


def breaches_to_cure(situation: Situation) -> Iterator[Obligation]:
    """The breaches of which a formal notice asks the cure, until the first day on which its author may terminate."""
    for breach in breaches(situation.life.texts, situation.facts):
        notice = _first_to_end(breach, situation.on)
        if notice is not None and notice.ends_on is not None and situation.in_life(notice.sent_on):
            yield _cure(situation, breach, notice, notice.ends_on)


def _first_to_end(breach: Breach, on: date) -> FormalNotice | None:
    """Of the formal notices that stand on that day, the one whose time ends first."""
    dated = [(notice.ends_on, notice) for notice in breach.notices if notice.stands(on) and notice.ends_on]
    return min(dated, key=lambda found: found[0])[1] if dated else None


def _cure(situation: Situation, breach: Breach, notice: FormalNotice, end: date) -> Obligation:
    aim = safe_to_cure(end, situation.calendar)
    cured = breach.cured_on if breach.cured_on is not None and breach.cured_on <= situation.on else None
    state = state_on(situation.on, due_on=end, done_on=cured)
    return Obligation(
        key=f"cure:{breach.fact}",
        duty=Duty.CURE,
        subject=breach.name,
        who=(breach.party,),
        state=State.MISSED if state is State.LATE and situation.on > situation.end else state,
        due_on=end,
        advice_on=aim if aim != end else None,
        opens_on=notice.sent_on,
        done_on=cured,
        because=() if notice.clause is None else (notice.clause.source,),
        facts=(breach.fact, *notice.facts),
        assumptions=(*readings(notice), *rolled(notice, situation.calendar)),
    )


def commitments_to_keep(situation: Situation) -> Iterator[Obligation]:
    """The commitments and fiches actions recorded, each until its own term or until the convention stops it.

    Once its day has passed, somebody must say what came of it, unless a fact or a clause closed it.
    """
    if situation.life.first_day is None:
        return
    who = tuple(parties(situation.terms, situation.facts))
    grounds = tuple(clause.source for clause in situation.terms.every(Duration)) or situation.life.because
    effects = situation.terms.first(TerminationEffects)
    closed = {event.commitment.casefold(): fact for fact, event in situation.happened(CommitmentClosed)}
    for commitment in commitments([fact for fact, _ in situation.events(CommitmentMade)]):
        fate = _fate(situation.life, commitment, effects, grounds)
        if commitment.made_on > situation.on or not fate.because:
            continue
        end = closed.get(commitment.label.casefold())
        state = State.DONE if end else _state(situation.on, fate)
        yield Obligation(
            key=f"commitment:{commitment.fact}",
            duty=Duty.COMMITMENT,
            subject=commitment.label,
            who=who,
            state=state,
            due_on=fate.due_on,
            opens_on=commitment.made_on,
            done_on=_done_on(end, fate) if state is State.DONE else None,
            because=fate.because,
            facts=(commitment.fact, end.id) if end else (commitment.fact,),
            findings=() if end else tuple(_unsaid(commitment, fate, situation.on)),
        )


def _done_on(end: Fact | None, fate: Fate) -> date | None:
    """The day on which a fact closed it, else the one on which a clause did."""
    return latest(end.on) if end else fate.due_on


def _fate(
    lived: Life, commitment: Commitment, effects: TerminationEffects | None, duration: tuple[Source, ...]
) -> Fate:
    """By its own term; past the end, by the clause on the effects of a termination, where a termination ends it."""
    gone, last, own = lived.departure, lived.last_day, commitment.until
    if gone is not None and effects is not None:
        stopped = effects.after is AfterEnd.IMMEDIATE_STOP and (own is None or own > gone.last_day)
        return Fate(due_on=gone.last_day if stopped else own, because=(effects.source,), closed=stopped)
    if last is None or (own is not None and own <= last):
        return Fate(due_on=own, because=duration)
    grounds = duration if gone is None else (*gone.because, *duration)
    return Fate(due_on=last if own is not None or gone is not None else None, because=grounds, unsaid_after=last)


def _state(on: date, fate: Fate) -> State:
    """Closed by a clause, still running, or a day that has passed without a word of what came of it."""
    end = fate.due_on or fate.unsaid_after
    if end is not None and on > end:
        return State.DONE if fate.closed else State.REASON_REQUIRED
    return State.OPEN if fate.due_on is None else State.DUE


def _unsaid(commitment: Commitment, fate: Fate, on: date) -> Iterator[Finding]:
    """The text is silent on what follows the end; told before it only of what is known to run past it."""
    end = fate.unsaid_after
    if end is None or (fate.due_on is None and on <= end):
        return
    yield Finding(
        oddity=Oddity.SILENT,
        about="commitment-term",
        severity=Severity.WARNING,
        sentence=f"Le texte ne dit pas ce que devient l’engagement « {commitment.label} » après la fin de la "
        f"convention, le {day_name(end)}.",
        advice="Convenez par écrit de sa suite : son terme, ou sa reprise dans la prochaine convention.",
        sources=fate.because,
    )
