"""Duties and time limits of disputes: the amicable attempt that comes first, and the action open to third parties."""

from collections.abc import Iterator

from convenir.core.courts import third_party_action
from convenir.core.facts import DisputeArisen
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Dispute, Formalities


def amicable_attempts(situation: Situation) -> Iterator[Obligation]:
    """A clause that wants an agreement sought first, once a dispute has arisen: undated, so never late."""
    clauses = tuple(clause.source for clause in situation.terms.every(Dispute) if clause.amicable_first)
    if not clauses:
        return
    attempts = {event.subject: fact for fact, event in situation.happened(DisputeArisen) if event.amicable_attempt}
    for fact, event in situation.happened(DisputeArisen):
        attempt = attempts.get(event.subject)
        done_on = day_of(attempt) if attempt is not None else None
        yield Obligation(
            key=f"amicable_attempt:{event.subject}",
            duty=Duty.AMICABLE_ATTEMPT,
            subject=event.subject,
            who=situation.parties,
            state=state_on(situation.on, due_on=None, done_on=done_on),
            opens_on=day_of(fact),
            done_on=done_on,
            because=clauses,
            facts=tuple(dict.fromkeys((fact.id, *((attempt.id,) if attempt is not None else ())))),
        )


def third_party_actions(situation: Situation) -> Iterator[Obligation]:
    """The last day on which a third party may contest a convention that was made public, until that day is over."""
    action = third_party_action(situation)
    if action is None or action.publicised_on is None or situation.on > action.until:
        return
    yield Obligation(
        key="third_party_action",
        duty=Duty.THIRD_PARTY_ACTION,
        subject="",
        who=(),
        state=State.DUE,
        due_on=action.until,
        opens_on=action.publicised_on,
        optional=True,
        because=tuple(clause.source for clause in situation.terms.every(Formalities)) or situation.life.because,
        laws=action.laws,
        facts=action.facts,
    )
