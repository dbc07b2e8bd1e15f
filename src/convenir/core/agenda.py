"""The agenda of a convention: every rule in turn, sorted by day, and what facts show contrary to the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NotRequired, TypeAlias, TypedDict, Unpack

from convenir.core import conformity
from convenir.core.delays import Years, after
from convenir.core.facts import CommitmentMade, Fact, known_on
from convenir.core.findings import Finding
from convenir.core.life import Life, life, readings
from convenir.core.obligation import Obligation
from convenir.core.rules import amendment, evaluation, exchanges, governance, lifetime, plan, termination
from convenir.core.situation import Situation
from convenir.core.terms import Terms
from convenir.core.workdays import FRENCH, Calendar

Rule: TypeAlias = Callable[[Situation], Iterator[Obligation]]
Check: TypeAlias = Callable[[Situation], Iterator[Finding]]


AHEAD = Years(count=3)


class Asked(TypedDict):
    """The question: the day, what was known on a day, the last day of the agenda, and whose holidays count."""

    on: date
    known: date
    until: date
    calendar: NotRequired[Calendar]


RULES: tuple[Rule, ...] = (
    lifetime.signatures,
    governance.bodies_to_create,
    governance.meetings_owed,
    governance.planned_meetings,
    governance.preparatory_meetings,
    governance.documents_to_send,
    plan.yearly_plans,
    plan.deferred_diagnosis,
    plan.milestones,
    amendment.annexes_to_join,
    exchanges.deliveries,
    evaluation.yearly_ones,
    evaluation.presentations,
    evaluation.undated_ones,
    evaluation.final_ones,
    lifetime.refusals_of_renewal,
    lifetime.decision_before_end,
    termination.last_notice,
    termination.commitments_to_keep,
)

CHECKS: tuple[Check, ...] = (
    conformity.before_signature,
    conformity.after_end,
    conformity.chairs,
    conformity.secretariats,
    conformity.parity,
    conformity.silent_cadence,
)


def situation_on(terms: Terms, facts: Sequence[Fact], **asked: Unpack[Asked]) -> Situation:
    """What a rule looks at, with the facts known on the day of knowledge."""
    told = known_on(facts, asked["known"])
    calendar = asked.get("calendar", FRENCH)
    lived = _certain(terms, told)
    return Situation(terms=terms, facts=told, life=lived, on=asked["on"], until=asked["until"], calendar=calendar)


def _certain(terms: Terms, told: Sequence[Fact]) -> Life:
    """The life; where a day is known by its month only, from the latest start to the earliest end that it may have."""
    early, late = readings(terms, told)
    if early is late:
        return early
    return replace(life(terms, told), first_day=late.first_day, last_day=early.last_day)


def agenda(terms: Terms, facts: Sequence[Fact], **asked: Unpack[Asked]) -> tuple[Obligation, ...]:
    """Every duty and possibility up to `until`, as it stands on `on`: dated ones first, by day.

    A duty that two clauses state is told once, with the words of both. A meeting owed whose day is fixed is told by
    its appointment alone: one thing to do, one line.
    """
    return agenda_of(situation_on(terms, facts, **asked))


def agenda_of(situation: Situation) -> tuple[Obligation, ...]:
    """The agenda of a situation already made: a page that also asks for irregularities makes it once."""
    return tuple(duty for duty in duties(situation) if duty.planned_on is None)


def duties(situation: Situation) -> tuple[Obligation, ...]:
    """All the duties of a situation already made, meetings owed and their appointments both."""
    found: dict[str, Obligation] = {}
    for rule in RULES:
        for duty in rule(situation):
            if duty.due_on is None or duty.due_on <= situation.until:
                found[duty.key] = _joined(found.get(duty.key), duty)
    return tuple(sorted(found.values(), key=_order))


def horizon(terms: Terms, facts: Sequence[Fact], *, on: date, known: date) -> date:
    """How far an agenda looks when nobody says: the last day in force or of a commitment, else three years ahead."""
    told = known_on(facts, known)
    last = life(terms, told).last_day
    ends = [fact.event.until for fact in told if isinstance(fact.event, CommitmentMade) and fact.event.until]
    return max(last, *ends) if last and ends else last or after(on, AHEAD)


def irregularities(terms: Terms, facts: Sequence[Fact], **asked: Unpack[Asked]) -> tuple[Finding, ...]:
    """What the facts show contrary to the text, or what the text leaves without an answer."""
    return irregularities_of(situation_on(terms, facts, **asked))


def irregularities_of(situation: Situation) -> tuple[Finding, ...]:
    """The irregularities of a situation already made."""
    return tuple(finding for check in CHECKS for finding in check(situation))


def _joined(first: Obligation | None, second: Obligation) -> Obligation:
    if first is None:
        return second
    return replace(first, because=(*first.because, *(s for s in second.because if s not in first.because)))


def _order(duty: Obligation) -> tuple[date, str, str, int]:
    """Undated duties last; those of a same day in the order of their names."""
    return (duty.due_on or date.max, duty.duty, duty.subject, duty.rank)
