"""The plan of each year, the steps of the calendar, the circuit to define, and the diagnosis promised for later."""

from collections.abc import Iterator
from datetime import date

from convenir.core.annexes import attached, same_annex
from convenir.core.delays import after, earliest, latest
from convenir.core.facts import (
    CircuitDefined,
    CommitmentMade,
    DiagnosisShared,
    Fact,
    MilestoneReached,
    PlanAdopted,
    ReceptionOrganised,
)
from convenir.core.obligation import Duty, Obligation, State, state_on, tempered
from convenir.core.situation import Situation, day_of
from convenir.core.terms import ActionPlan, Annex, CaseCircuit, Milestone, ReceptionNetwork, SharedDiagnosis
from convenir.core.terms.governance import Per
from convenir.core.undated import undated
from convenir.core.years import civil_year, stretches


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
        duty = Obligation(
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
            assumptions=civil_year(first, over, situation.end, clauses[0].source),
        )
        yield tempered(duty, clauses[0].force)


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
    """The steps of the calendar, for information: to come until their day, open where they have none, or taken.

    Those planned before the conclusion led to it, and are not told. None of them is a duty: none is ever late.
    """
    owed_from = situation.owed_from
    if owed_from is None:
        return
    for number, step in enumerate(situation.terms.every(Milestone), start=1):
        taken = reached(situation, step)
        due_on = min(latest(step.planned), situation.end) if step.planned else None
        if not _of_the_life(situation, step, owed_from) or (taken is None and situation.on > (due_on or situation.end)):
            continue
        done_on = day_of(taken) if taken else None
        yield Obligation(
            key=f"milestone:{number}",
            duty=Duty.MILESTONE,
            subject=step.label,
            who=situation.parties,
            state=state_on(situation.on, due_on=due_on, done_on=done_on),
            due_on=due_on,
            opens_on=owed_from,
            done_on=done_on,
            optional=True,
            because=(step.source,),
            facts=(taken.id,) if taken else (),
        )


def _of_the_life(situation: Situation, step: Milestone, owed_from: date) -> bool:
    """Whether the step is planned while the convention binds, or has no day yet."""
    return step.planned is None or owed_from <= earliest(step.planned) <= situation.end


def reached(situation: Situation, step: Milestone) -> Fact | None:
    """The first fact, by the day of the question, that says that the step was taken."""
    label = step.label.casefold()
    taken = situation.happened(MilestoneReached)
    return next((fact for fact, event in taken if event.label.casefold() == label), None)


def circuit(situation: Situation) -> Iterator[Obligation]:
    """The circuit for complex or urgent situations: open from the start, as no day is set for it."""
    for clause in situation.terms.every(CaseCircuit) if situation.owed_from else ():
        defined = situation.happened(CircuitDefined)
        proof = next((fact for fact, event in defined if event.cases.casefold() in ("", clause.cases.casefold())), None)
        yield undated(situation, Duty.CIRCUIT, clause.source, proof, subject=clause.cases, force=clause.force)


def receptions(situation: Situation) -> Iterator[Obligation]:
    """The places of reception to bring together, or to suit to the most fragile: open from the start."""
    for clause in situation.terms.every(ReceptionNetwork) if situation.owed_from else ():
        proof = next((fact for fact, _ in situation.happened(ReceptionOrganised)), None)
        yield undated(situation, Duty.RECEPTION, clause.source, proof, subject=clause.sites, force=clause.force)


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
    proof = attached(situation, clause.annex) or _shared(situation, clause)
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


def _shared(situation: Situation, clause: SharedDiagnosis) -> Fact | None:
    """The fact that the diagnosis was made, for that annex or for none in particular."""
    made = situation.happened(DiagnosisShared)
    return next((fact for fact, event in made if event.annex == "" or same_annex(event.annex, clause.annex)), None)
