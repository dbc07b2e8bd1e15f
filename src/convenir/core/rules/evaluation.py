"""Evaluations and bilans: one for each year, one at the end, and their presentation to a committee."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from convenir.core.delays import after
from convenir.core.evaluations import Promise, Proof, promise
from convenir.core.facts import Fact, PlanAdopted
from convenir.core.obligation import Duty, Obligation, State, state_on, tempered
from convenir.core.shortcomings import at_the_end, conditions_to_define, shortcomings
from convenir.core.situation import Situation, day_of
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.workdays import aim
from convenir.core.years import YearlyDuty, following, yearly


def yearly_ones(situation: Situation) -> Iterator[Obligation]:
    """An evaluation and a bilan for each civil year, late from the day after its last day."""
    for kind, duty in ((Evaluation, Duty.EVALUATION), (Review, Duty.REVIEW)):
        promised = promise(situation, kind, Moment.YEARLY)
        if promised is not None:
            times = max(clause.per_year if isinstance(clause, Evaluation) else 1 for clause in promised.clauses)
            for owed in _years(situation, promised):
                for rank in range(1, times + 1):
                    yield _of_year(situation, promised, duty, owed, (rank, times))


def _years(situation: Situation, promised: Promise) -> Iterator[YearlyDuty]:
    """The years owed; a first evaluation with a delay of its own replaces those that it outruns."""
    owed = _delayed(yearly(situation, promised.clauses[0].source), promised)
    within = next((c.first_within for c in promised.clauses if isinstance(c, Evaluation) and c.first_within), None)
    if within is None or situation.owed_from is None:
        yield from owed
        return
    yield from following(after(situation.owed_from, within), situation.end, owed)


def _delayed(years: Iterator[YearlyDuty], promised: Promise) -> Iterator[YearlyDuty]:
    """The same years, each due a delay after its end where the text gives one."""
    within = next((c.within for c in promised.clauses if isinstance(c, Review) and c.within), None)
    for owed in years:
        yield owed if within is None else replace(owed, due_on=after(owed.due_on, within))


def _of_year(
    situation: Situation, promised: Promise, duty: Duty, owed: YearlyDuty, place: tuple[int, int]
) -> Obligation:
    rank, times = place
    done = promised.of(owed.year)
    proof = done[rank - 1] if rank <= len(done) else None
    told = Obligation(
        key=f"{duty.value}:{owed.year}:{rank}",
        duty=duty,
        subject=promised.draws_up or promised.before,
        who=promised.who,
        state=state_on(situation.on, due_on=owed.due_on, done_on=proof.day if proof else None),
        due_on=owed.due_on,
        advice_on=aim(owed.due_on, situation.calendar),
        done_on=proof.day if proof else None,
        period=str(owed.year),
        rank=rank,
        total=times,
        because=promised.because,
        facts=(proof.fact,) if proof else (),
        assumptions=owed.assumptions,
        findings=tuple(shortcomings(situation, promised, proof)),
    )
    return tempered(told, promised.force)


def presentations(situation: Situation) -> Iterator[Obligation]:
    """An evaluation that was done is put before the body that examines it: no day is set for that."""
    promised = promise(situation, Evaluation, Moment.YEARLY)
    if promised is None or not promised.before:
        return
    for owed in _years(situation, promised):
        done = promised.of(owed.year)
        if not done:
            continue
        shown = next((proof for proof in done if proof.body == promised.before), None)
        yield Obligation(
            key=f"evaluation_presented:{promised.before}:{owed.year}",
            duty=Duty.EVALUATION_PRESENTED,
            subject=promised.before,
            who=situation.parties,
            state=State.DONE if shown else State.OPEN,
            opens_on=done[0].day,
            done_on=shown.shown_on if shown else None,
            period=str(owed.year),
            because=promised.because,
            facts=(shown.shown_by if shown else done[0].fact,),
        )


def final_ones(situation: Situation) -> Iterator[Obligation]:
    """The evaluation and the bilan of the end: they open when it ends, and without a delay are never late."""
    if situation.owed_from is None:
        return
    for kind, duty in ((Evaluation, Duty.FINAL_EVALUATION), (Review, Duty.FINAL_REVIEW)):
        promised = promise(situation, kind, Moment.FINAL)
        if promised is not None:
            yield tempered(_at_the_end(situation, promised, duty), promised.force)


def _at_the_end(situation: Situation, promised: Promise, duty: Duty) -> Obligation:
    end = situation.life.last_day
    within = next((c.within for c in promised.clauses if isinstance(c, Review) and c.within), None)
    due_on = after(end, within) if end and within else None
    proof = next(iter(promised.proofs), None)
    return Obligation(
        key=duty.value,
        duty=duty,
        subject=promised.draws_up or promised.before,
        who=promised.who,
        state=state_on(situation.on, due_on=due_on, done_on=proof.day if proof else None),
        due_on=due_on,
        advice_on=aim(due_on, situation.calendar),
        opens_on=end + timedelta(days=1) if end else None,
        done_on=proof.day if proof else None,
        because=promised.because,
        facts=(proof.fact,) if proof else (),
        findings=(*shortcomings(situation, promised, proof), *at_the_end(situation, promised, proof)),
    )


def undated_ones(situation: Situation) -> Iterator[Obligation]:
    """Evaluations promised without a day: half-way, or on conditions still to be agreed."""
    for moment in (Moment.MID_TERM, Moment.OPEN):
        promised = promise(situation, Evaluation, moment)
        if promised is None or situation.owed_from is None:
            continue
        proof = next(iter(promised.proofs), None)
        undefined = moment is Moment.OPEN and proof is None
        yield Obligation(
            key=f"evaluation:{moment.value}",
            duty=Duty.EVALUATION,
            subject=promised.draws_up or promised.before,
            who=promised.who,
            state=State.DONE if proof else State.OPEN,
            opens_on=situation.owed_from,
            done_on=proof.day if proof else None,
            because=promised.because,
            facts=(proof.fact,) if proof else (),
            findings=tuple(conditions_to_define(promised) if undefined else shortcomings(situation, promised, proof)),
        )


def rolling_ones(situation: Situation) -> Iterator[Obligation]:
    """An evaluation at each review of the plan, which is any plan adopted after the first one: no day is set for it."""
    promised = promise(situation, Evaluation, Moment.ROLLING)
    if promised is None or situation.owed_from is None:
        return
    reviews = [fact for fact, _ in situation.happened(PlanAdopted) if situation.in_life(day_of(fact))]
    proofs = iter(promised.proofs)
    for before, fact in pairwise(reviews):
        # Each proof serves one review: the iterator goes on from the last one used.
        yield _rolling(situation, promised, fact, next((p for p in proofs if p.day > day_of(before)), None))


def _rolling(situation: Situation, promised: Promise, fact: Fact, proof: Proof | None) -> Obligation:
    day = day_of(fact)
    return Obligation(
        key=f"evaluation:rolling:{day.isoformat()}",
        duty=Duty.EVALUATION,
        subject=promised.draws_up or promised.before,
        who=promised.who,
        state=State.DONE if proof else State.OPEN,
        opens_on=day,
        done_on=proof.day if proof else None,
        period=day.isoformat(),
        because=promised.because,
        facts=(fact.id, *((proof.fact,) if proof else ())),
        findings=tuple(shortcomings(situation, promised, proof)),
    )
