"""The agenda of a convention: every rule in turn, sorted by day, and what facts show contrary to the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NotRequired, TypeAlias, TypedDict, Unpack

from convenir.core import antecedents, conformity
from convenir.core.checks import amendment as amendment_checks
from convenir.core.checks import disputes as disputes_checks
from convenir.core.checks import evaluation as evaluation_checks
from convenir.core.checks import exchanges as exchanges_checks
from convenir.core.checks import funding as funding_checks
from convenir.core.checks import governance as governance_checks
from convenir.core.checks import information as information_checks
from convenir.core.checks import lifetime as lifetime_checks
from convenir.core.checks import parties as parties_checks
from convenir.core.checks import plan as plan_checks
from convenir.core.checks import scope as scope_checks
from convenir.core.checks.termination import contested
from convenir.core.delays import Years, after
from convenir.core.facts import CommitmentMade, Fact, known_on
from convenir.core.findings import Finding
from convenir.core.life import Life, life, readings
from convenir.core.obligation import Obligation
from convenir.core.rules import (
    amendment,
    disputes,
    evaluation,
    exchanges,
    funding,
    governance,
    information,
    lifetime,
    parties,
    plan,
    termination,
)
from convenir.core.situation import Situation
from convenir.core.terms import Terms
from convenir.core.windows import duties_over, findings_over
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
    parties.successions_to_tell,
    parties.amendments_after_succession,
    parties.amendments_after_competences,
    governance.bodies_to_create,
    governance.referents_to_name,
    governance.yearly_priorities,
    governance.meetings_owed,
    governance.planned_meetings,
    governance.preparatory_meetings,
    governance.documents_to_send,
    plan.yearly_plans,
    plan.deferred_diagnosis,
    plan.milestones,
    plan.circuit,
    plan.receptions,
    information.news_to_give,
    information.consultations_to_hold,
    information.secrecy_after_end,
    funding.allocations,
    funding.contributions,
    amendment.annexes_to_join,
    amendment.amendments_after_institutions,
    amendment.amendments_after_evaluations,
    amendment.amendments_after_decisions,
    amendment.amendment_signatures,
    exchanges.deliveries,
    exchanges.requests,
    exchanges.register_entries,
    exchanges.removals,
    exchanges.observatories,
    evaluation.yearly_ones,
    evaluation.presentations,
    evaluation.undated_ones,
    evaluation.rolling_ones,
    evaluation.final_ones,
    lifetime.refusals_of_renewal,
    lifetime.decision_before_end,
    lifetime.instruments_to_update,
    disputes.amicable_attempts,
    disputes.third_party_actions,
    termination.last_notice,
    termination.breaches_to_cure,
    termination.commitments_to_keep,
)

CHECKS: tuple[Check, ...] = (
    antecedents.orphans,
    antecedents.doubles,
    conformity.before_signature,
    conformity.after_end,
    contested.formal_notices,
    contested.declared,
    contested.unamended_changes,
    contested.later_adoptions,
    contested.one_sided_powers,
    governance_checks.chairs,
    governance_checks.unknown_turns,
    governance_checks.secretariats,
    governance_checks.compositions,
    governance_checks.vacancies,
    governance_checks.experts,
    governance_checks.votes,
    governance_checks.silent_cadence,
    evaluation_checks.begun_without_referents,
    parties_checks.outsiders,
    parties_checks.successions,
    parties_checks.signatories,
    parties_checks.new_names,
    parties_checks.originals,
    parties_checks.counted_annexes,
    amendment_checks.changes_without_amendment,
    amendment_checks.decisions_against_the_text,
    amendment_checks.unruled_changes,
    lifetime_checks.lapsed_frameworks,
    lifetime_checks.following_convention,
    lifetime_checks.bonus_at_risk,
    disputes_checks.court,
    scope_checks.conflicts,
    scope_checks.judged_clauses,
    scope_checks.void_term,
    scope_checks.targets,
    plan_checks.sheets,
    plan_checks.participants,
    plan_checks.slipped_steps,
    information_checks.late_news,
    information_checks.studies_too_soon,
    information_checks.sources_named,
    information_checks.communication,
    exchanges_checks.releases,
    exchanges_checks.onward_releases,
    exchanges_checks.refusals,
    exchanges_checks.waiting,
    exchanges_checks.recommendations,
    exchanges_checks.health_flows,
    exchanges_checks.joint_studies,
    funding_checks.shortfalls,
    funding_checks.facilities,
    funding_checks.contributions,
)


def situation_on(terms: Terms, facts: Sequence[Fact], **asked: Unpack[Asked]) -> Situation:
    """What a rule looks at, with the facts known on the day of knowledge and the text in force on the day asked."""
    told = known_on(facts, asked["known"])
    calendar = asked.get("calendar", FRENCH)
    lived = _certain(terms, told, calendar)
    on = asked["on"]
    text = lived.texts.on(on)
    return Situation(terms=text, facts=told, life=lived, on=on, until=asked["until"], calendar=calendar)


def _certain(terms: Terms, told: Sequence[Fact], calendar: Calendar) -> Life:
    """The life; where a day is known by its month only, from the latest start to the earliest end that it may have."""
    early, late = readings(terms, told, calendar)
    if early is late:
        return early
    return replace(life(terms, told, calendar), first_day=late.first_day, last_day=early.last_day)


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
    return tuple(sorted(duties_over(situation, _owed), key=_order))


def _owed(situation: Situation) -> dict[str, Obligation]:
    """What one version of the text asks, by key."""
    found: dict[str, Obligation] = {}
    for rule in RULES:
        for duty in rule(situation):
            if duty.due_on is None or duty.due_on <= situation.until:
                found[duty.key] = _joined(found.get(duty.key), duty)
    return found


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
    return tuple(findings_over(situation, _found))


def _found(situation: Situation) -> Iterator[Finding]:
    """What one version of the text finds odd."""
    return (finding for check in CHECKS for finding in check(situation))


def _joined(first: Obligation | None, second: Obligation) -> Obligation:
    if first is None:
        return second
    return replace(first, because=(*first.because, *(s for s in second.because if s not in first.because)))


def _order(duty: Obligation) -> tuple[date, str, str, int]:
    """Undated duties last; those of a same day in the order of their names."""
    return (duty.due_on or date.max, duty.duty, duty.subject, duty.rank)
