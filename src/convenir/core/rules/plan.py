"""The plan of each year, the steps of the calendar, and the diagnosis promised for later."""

from collections.abc import Iterator

from convenir.core.annexes import attached, same_annex
from convenir.core.delays import after, earliest, latest
from convenir.core.facts import CommitmentMade, Fact, PlanAdopted
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.terms import ActionPlan, Annex, Milestone, SharedDiagnosis
from convenir.core.terms.governance import Per
from convenir.core.years import stretches


def yearly_plans(situation: Situation) -> Iterator[Obligation]:
    """A plan of actions for each civil year, without a day inside it: open, then missed when the year is over."""
    clauses = [clause for clause in situation.terms.every(ActionPlan) if clause.yearly]
    first, owed_from = situation.binds_from, situation.owed_from
    if not clauses or first is None or owed_from is None:
        return
    made = _made(situation, clauses)
    for year in stretches(first, min(situation.end, situation.until), Per.CIVIL_YEAR):
        over = min(year.last, situation.end)
        proof = made.get(year.first.year)
        if over < owed_from:
            continue
        yield Obligation(
            key=f"plan:{year.label}",
            duty=Duty.PLAN,
            subject="",
            who=situation.parties,
            state=State.DONE if proof else State.MISSED if situation.on > over else State.OPEN,
            opens_on=max(year.first, owed_from),
            done_on=day_of(proof) if proof else None,
            period=year.label,
            because=tuple(clause.source for clause in clauses),
            facts=(proof.id,) if proof else (),
        )


def _made(situation: Situation, clauses: list[ActionPlan]) -> dict[int, Fact]:
    """For each year what shows its plan: its adoption, else the first fiche action, else its annex joined."""
    made: dict[int, Fact] = {}
    for fact, adopted in situation.happened(PlanAdopted):
        made.setdefault(adopted.year or day_of(fact).year, fact)
    if any(clause.by_sheets for clause in clauses):
        for fact, event in situation.happened(CommitmentMade):
            if event.sheet:
                made.setdefault(day_of(fact).year, fact)
    for clause in clauses:
        joined = attached(situation, clause.annex)
        if joined is not None:
            made.setdefault(day_of(joined).year, joined)
    return made


def milestones(situation: Situation) -> Iterator[Obligation]:
    """The steps of the calendar still to come, for information: nothing records that one was taken.

    Those planned before the conclusion led to it, and are not told.
    """
    owed_from = situation.owed_from
    if owed_from is None:
        return
    for number, step in enumerate(situation.terms.every(Milestone), start=1):
        if step.planned is None or not owed_from <= earliest(step.planned) <= situation.end:
            continue
        due_on = min(latest(step.planned), situation.end)
        if situation.on <= due_on:
            yield Obligation(
                key=f"milestone:{number}",
                duty=Duty.MILESTONE,
                subject=step.label,
                who=situation.parties,
                state=State.DUE,
                due_on=due_on,
                optional=True,
                because=(step.source,),
            )


def deferred_diagnosis(situation: Situation) -> Iterator[Obligation]:
    """A diagnosis to be annexed after the signature: open, or dated where its annex has a delay."""
    owed_from = situation.owed_from
    clause = next((clause for clause in situation.terms.every(SharedDiagnosis) if clause.deferred), None)
    if clause is None or owed_from is None:
        return
    annexes = [annex for annex in situation.terms.every(Annex) if same_annex(annex.number, clause.annex)]
    if any(annex.present and not annex.deferred for annex in annexes):
        return
    within = next((annex.within for annex in annexes if annex.within), None)
    proof = attached(situation, clause.annex)
    done_on = day_of(proof) if proof else None
    due_on = min(after(owed_from, within), situation.end) if within else None
    yield Obligation(
        key="diagnosis",
        duty=Duty.DIAGNOSIS,
        subject=clause.annex,
        who=situation.parties,
        state=state_on(situation.on, due_on=due_on, done_on=done_on),
        due_on=due_on,
        opens_on=owed_from,
        done_on=done_on,
        because=(clause.source, *(annex.source for annex in annexes)),
        facts=(proof.id,) if proof else (),
    )
