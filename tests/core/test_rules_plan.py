"""Steps, circuits and fiches: nothing undated is ever late, and only what the text asks is asked."""

from datetime import date

import pytest
from tests.core.lives import SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.checks.plan import participants, sheets, slipped_steps
from convenir.core.facts import (
    CircuitDefined,
    CommitmentMade,
    DecisionTaken,
    DiagnosisShared,
    MilestoneReached,
)
from convenir.core.force import Force
from convenir.core.obligation import State
from convenir.core.rules.plan import circuit, deferred_diagnosis, milestones, yearly_plans
from convenir.core.terms import (
    ActionPlan,
    Autonomy,
    CaseCircuit,
    IndicatorRule,
    Means,
    Milestone,
    SharedDiagnosis,
    SharedObjectives,
    Term,
)

DAY = date(2021, 3, 1)
POOR = CommitmentMade(label="Fiche", sheet=True, theme="sport", indicators=0, means=False, alters="un barème")


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (ActionPlan(themes=("logement",), source=at("4")), []),
        (ActionPlan(themes=("logement",), closed=True, source=at("4")), ["sheet-theme"]),
        (ActionPlan(themes=("Sport",), closed=True, source=at("4")), []),
        (ActionPlan(closed=True, source=at("4")), []),
        (ActionPlan(required=("need", "theme", "délai"), source=at("4")), ["sheet-incomplete"]),
        (ActionPlan(required=("theme", "means", "indicators"), source=at("4")), []),
        (SharedObjectives(themes=("logement",), closed=True, source=at("4")), ["sheet-theme"]),
        (SharedObjectives(themes=("logement",), closed=True, holder="caf", source=at("4")), []),
        (Means(source=at("5")), ["sheet-means"]),
        (Means(force=Force.SOFT, source=at("5")), []),
        (IndicatorRule(place="chaque fiche action", source=at("9")), ["sheet-indicators"]),
        (IndicatorRule(place="annexe 4", source=at("9")), []),
        (Autonomy(no_impairment=True, source=at("5")), ["scheme-altered"]),
        (Autonomy(free_to_contract=True, source=at("5")), []),
    ],
)
def test_a_fiche_is_asked_what_the_text_asks(clause: Term, found: list[str]) -> None:
    told = sheets(situation(convention(UNTIL_2022, clause), DAY, [*SIGNED, fact(9, DAY, POOR)]))
    assert [finding.about for finding in told] == found


def test_a_fiche_outside_the_life_is_asked_nothing() -> None:
    text = convention(UNTIL_2022, Means(source=at("5")))
    before, after = fact(9, date(2019, 12, 1), POOR), fact(10, date(2023, 1, 1), POOR)
    assert not list(sheets(situation(text, date(2023, 2, 1), [*SIGNED, before, after])))


def test_a_theme_added_by_the_body_of_the_text_is_inside() -> None:
    text = convention(UNTIL_2022, ActionPlan(themes=("logement",), closed=True, extended_by="copil", source=at("4")))
    added = fact(10, date(2021, 4, 1), DecisionTaken(body="copil", adds_theme="Sport"))
    facts = [*SIGNED, fact(9, DAY, POOR), added]
    assert [f.about for f in sheets(situation(text, date(2021, 3, 31), facts))] == ["sheet-theme"]
    assert not list(sheets(situation(text, date(2021, 4, 1), facts)))


def test_a_step_is_open_due_or_done_and_never_late() -> None:
    dated = Milestone(label="Bilan", planned=date(2021, 6, 30), source=at("4"))
    undated = Milestone(label="Fête", source=at("4"))
    text = convention(UNTIL_2022, dated, undated)
    taken = fact(9, date(2021, 7, 1), MilestoneReached(label="bilan"))
    states = {
        on: [step.state for step in milestones(situation(text, on, [*SIGNED, taken]))]
        for on in (date(2021, 6, 30), date(2021, 7, 1), date(2023, 1, 1))
    }
    assert list(states.values()) == [[State.DUE, State.OPEN], [State.DONE, State.OPEN], [State.DONE]]
    assert [f.about for f in slipped_steps(situation(text, date(2021, 7, 1), [*SIGNED, taken]))] == [
        "milestone-slipped"
    ]
    assert not list(milestones(situation(text, DAY, [])))


@pytest.mark.parametrize(
    ("force", "state"),
    [(Force.HARD, State.MISSED), (Force.QUALIFIED, State.REASON_REQUIRED), (Force.SOFT, State.OPEN)],
)
def test_the_plan_of_a_year_is_missed_as_far_as_its_clause_binds(force: Force, state: State) -> None:
    text = convention(UNTIL_2022, ActionPlan(yearly=True, force=force, source=at("4")))
    found = {plan.period: plan.state for plan in yearly_plans(situation(text, date(2021, 1, 1)))}
    assert found == {"2020": state, "2021": State.OPEN, "2022": State.OPEN}


def test_the_circuit_stays_open_until_it_is_defined() -> None:
    soft = CaseCircuit(cases="urgences", force=Force.SOFT, source=at("4"))
    text = convention(UNTIL_2022, soft, CaseCircuit(source=at("5")))
    other = fact(9, date(2021, 1, 4), CircuitDefined(cases="impayés"))
    found = list(circuit(situation(text, date(2023, 1, 1), [*SIGNED, other])))
    assert [(duty.key, duty.state, duty.optional) for duty in found] == [
        ("circuit:urgences", State.OPEN, True),
        ("circuit", State.OPEN, False),
    ]
    defined = fact(10, date(2021, 2, 1), CircuitDefined())
    assert {duty.state for duty in circuit(situation(text, DAY, [*SIGNED, defined]))} == {State.DONE}
    assert not list(circuit(situation(text, DAY, [])))


def test_the_diagnosis_is_made_with_whom_the_text_names() -> None:
    clause = SharedDiagnosis(annex="2", deferred=True, participants=("habitants",), source=at("1"))
    text = convention(UNTIL_2022, clause)
    facts = [*SIGNED, fact(9, DAY, DiagnosisShared(annex="annexe 2", participants=("Habitants",)))]
    asked = situation(text, DAY, facts)
    assert not list(participants(asked))
    [duty] = deferred_diagnosis(asked)
    assert (duty.state, duty.done_on) == (State.DONE, DAY)
    [open_one] = deferred_diagnosis(situation(text, DAY, [*SIGNED, fact(9, DAY, DiagnosisShared(annex="3"))]))
    assert open_one.state is State.OPEN
