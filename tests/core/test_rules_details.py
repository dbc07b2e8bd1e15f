"""Details of the rules that no case tells: who is left aside, what a day more or less changes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.lives import AT_WILL, SIGNED, TOWN, UNTIL_2022, YEARLY, at, convention, fact, signed, situation

from convenir.core.delays import Months, Years
from convenir.core.facts import (
    AmendmentProposed,
    ChangeAnnounced,
    CommitmentMade,
    ConsentWithdrawn,
    ConsultationHeld,
    DataRequested,
    EvaluationDone,
    Fact,
    FundingAllocated,
    InformationGiven,
    NoticeReceived,
    PartySucceeded,
    PersonRemoved,
    PlanAdopted,
    RequestAnswered,
    Signed,
    StudyLaunched,
)
from convenir.core.obligation import State
from convenir.core.rules import amendment, evaluation, exchanges, information, lifetime, parties, plan, termination
from convenir.core.rules.funding import listed
from convenir.core.situation import Situation
from convenir.core.terms import (
    ActionPlan,
    AmendmentClause,
    Annex,
    DataRequestGate,
    DataRequestWorkflow,
    DpoOpinion,
    Evaluation,
    FundingMaintenance,
    MutualInformation,
    PeriodicDelivery,
    PersonalDataFlow,
    PriorConsultation,
    RelatedInstrument,
    Renewal,
    SharedDiagnosis,
    Term,
)
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.exchanges import Study
from convenir.core.terms.governance import Per
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.scope import Relation
from convenir.core.transfers.requests import requests_of

DAY = date(2021, 6, 1)


def asked(*clauses: Term, on: date = DAY, facts: list[Fact] | None = None) -> Situation:
    return situation(convention(UNTIL_2022, *clauses), on, [*SIGNED, *(facts or [])])


def test_an_annex_that_is_joined_or_promised_for_later_is_not_asked_again() -> None:
    joined, lacking = Annex(number="1", present=True, source=at("1")), Annex(number="2", source=at("2"))
    later = SharedDiagnosis(annex="3", deferred=True, source=at("3"))
    named = Annex(number="", title="Charte", source=at("4"))
    of_later = Annex(number="3", source=at("3"))
    again = Annex(number="1", source=at("5"))
    duties = list(amendment.annexes_to_join(asked(joined, again, lacking, later, of_later, named)))
    assert [duty.subject for duty in duties] == ["2", "Charte"]
    told = [finding for duty in duties for finding in duty.findings]
    assert [finding.sentence for finding in told] == [
        "L’annexe 2 est annoncée et n’est pas jointe au texte.",
        "L’annexe « Charte » est annoncée et n’est pas jointe au texte.",
    ]
    assert {finding.advice for finding in told} == {"Retrouvez-la et joignez-la au dossier."}


@pytest.mark.parametrize(
    ("on", "signers", "missing"),
    [
        (date(2021, 2, 28), ["caf"], []),
        (date(2021, 3, 1), ["caf"], [("commune",)]),
        (date(2022, 12, 31), ["caf"], [("commune",)]),
        (date(2023, 1, 1), ["caf"], []),
        (date(2021, 3, 1), ["caf", "commune"], []),
    ],
)
def test_the_signatures_of_an_avenant_lack_from_the_first_one_to_the_end_of_the_convention(
    on: date, signers: list[str], missing: list[tuple[str, ...]]
) -> None:
    signing = [fact(20 + n, date(2021, 3, 1), Signed(party=p, amendment="a1")) for n, p in enumerate(signers)]
    facts = [fact(10, date(2021, 2, 1), AmendmentProposed(amendment="a1")), *signing]
    found = list(amendment.amendment_signatures(asked(AmendmentClause(source=at("8")), on=on, facts=facts)))
    assert [duty.who for duty in found] == missing


def test_an_evaluation_serves_the_review_that_it_follows_not_an_older_plan() -> None:
    rolling = Evaluation(moment=Moment.ROLLING, source=at("9"))
    plans = [fact(10 + n, date(2020, 1 + n, 15), PlanAdopted()) for n in (1, 5, 9)]
    duties = list(evaluation.rolling_ones(asked(rolling, facts=plans)))
    assert [(duty.period, duty.state) for duty in duties] == [
        ("2020-06-15", State.OPEN),
        ("2020-10-15", State.OPEN),
    ]


def test_a_delivery_of_nobody_is_owed_by_nobody() -> None:
    given, nobody = (PeriodicDelivery(giver=giver, source=at("7")) for giver in ("caf", ""))
    assert {duty.who for duty in exchanges.deliveries(asked(given))} == {("caf",)}
    assert {duty.who for duty in exchanges.deliveries(asked(nobody))} == {()}


def test_a_request_is_closed_by_the_first_of_its_answers() -> None:
    flow = PersonalDataFlow(flow="suivi", consent=True, source=at("7"))
    answers = [fact(12, date(2020, 5, 4), RequestAnswered(request="r")), fact(11, date(2020, 4, 1), _answer("r"))]
    found = asked(flow, facts=[fact(10, date(2020, 3, 2), DataRequested(request="r", party="commune")), *answers])
    closed = exchanges.closing(requests_of(found), "r")
    assert closed is not None
    assert closed.id == "f11"


def _answer(request: str) -> RequestAnswered:
    return RequestAnswered(request=request, accepted=False, reason="incomplète")


@pytest.mark.parametrize(
    ("person", "flow", "on", "state"),
    [
        ("p1", "suivi", date(2021, 3, 1), State.DONE),
        ("p1", "suivi", date(2021, 2, 28), State.LATE),
        ("p2", "suivi", date(2021, 3, 1), State.LATE),
        ("p1", "autre", date(2021, 3, 1), State.LATE),
    ],
)
def test_only_the_removal_of_that_person_from_that_flow_after_the_withdrawal_counts(
    person: str, flow: str, on: date, state: State
) -> None:
    clause = PersonalDataFlow(flow="suivi", consent=True, source=at("7"))
    withdrawn = fact(10, date(2021, 3, 1), ConsentWithdrawn(flow="suivi", person="p1"))
    removed = fact(11, on, PersonRemoved(flow=flow, person=person))
    [duty] = exchanges.removals(asked(clause, facts=[withdrawn, removed]))
    assert duty.state is state


def test_the_list_of_another_payer_lets_nobody_else_fund_a_facility() -> None:
    mine = FundingMaintenance(payer="caf", facilities=("Crèche",), source=at("5"))
    theirs = FundingMaintenance(payer="commune", facilities=("Ram",), source=at("5"))
    for facility, allowed in (("Crèche", True), ("Ram", False)):
        event = FundingAllocated(payer="caf", facility=facility, amount=Decimal(1), year=2021)
        assert listed(asked(mine, theirs), fact(10, DAY, event), event) is allowed


@pytest.mark.parametrize(("effective_on", "told"), [(date(2022, 12, 31), 1), (date(2023, 1, 1), 0)])
def test_a_change_after_the_end_is_no_news_for_the_parties(effective_on: date, told: int) -> None:
    clause = MutualInformation(source=at("4"))
    change = fact(10, effective_on, ChangeAnnounced(party="caf", matter="horaires"))
    assert len(list(information.news_to_give(asked(clause, facts=[change])))) == told


def test_one_information_answers_one_change() -> None:
    clause = MutualInformation(source=at("4"))
    changes = [fact(10 + n, date(2021, 3, 1), ChangeAnnounced(party="caf", matter="horaires")) for n in range(2)]
    given = fact(15, date(2021, 2, 1), InformationGiven(party="caf", matter="horaires"))
    duties = list(information.news_to_give(asked(clause, facts=[*changes, given])))
    assert [duty.facts for duty in duties] == [("f10", "f15"), ("f11",)]


def test_the_decision_on_what_follows_is_asked_to_the_last_day_included_and_no_longer() -> None:
    for on, count in ((date(2022, 12, 31), 1), (date(2023, 1, 1), 0)):
        found = list(lifetime.decision_before_end(asked(on=on)))
        assert [(duty.subject, duty.due_on) for duty in found] == [("", date(2022, 12, 31))] * count


def test_a_succession_rests_on_the_clause_of_the_party_and_on_those_about_avenants() -> None:
    clause, agglo = AmendmentClause(source=at("8")), replace(TOWN, key="agglo", source=at("préliminaire"))
    facts = [*signed(date(2020, 1, 6), by=["agglo"])]
    facts += [fact(10, date(2021, 1, 1), PartySucceeded(party="agglo", successor="métropole"))]
    [told] = parties.successions_to_tell(asked(clause, agglo, facts=facts))
    [avenant] = parties.amendments_after_succession(asked(clause, agglo, facts=facts))
    assert told.because == (agglo.source,)
    assert avenant.because == (agglo.source, clause.source)
    late = [*facts[:1], fact(10, date(2023, 1, 1), PartySucceeded(party="agglo", successor="métropole"))]
    assert not list(parties.successions_to_tell(asked(clause, agglo, on=date(2023, 2, 1), facts=late)))


def test_there_is_no_last_notice_before_the_life_begins_nor_once_a_notice_runs() -> None:
    running = [fact(10, date(2021, 5, 3), NoticeReceived(party="caf"))]
    assert len(list(termination.last_notice(asked(AT_WILL)))) == 1
    for day in (date(2021, 4, 1), DAY):
        assert not list(termination.last_notice(asked(AT_WILL, on=day, facts=running)))
    assert not list(termination.last_notice(situation(convention(UNTIL_2022, AT_WILL), DAY, SIGNED[:1])))


@pytest.mark.parametrize(("made_on", "count"), [(DAY, 1), (date(2021, 6, 2), 0)])
def test_a_commitment_is_owed_from_the_day_on_which_it_is_made(made_on: date, count: int) -> None:
    made = fact(10, made_on, CommitmentMade(label="ouvrir un accueil", until=date(2022, 3, 1)))
    assert len(list(termination.commitments_to_keep(asked(facts=[made])))) == count


def test_the_decision_is_in_an_agenda_that_stops_on_the_last_day_not_in_one_that_stops_before() -> None:
    for until, count in ((date(2022, 12, 31), 1), (date(2022, 12, 30), 0)):
        assert len(list(lifetime.decision_before_end(replace(asked(), until=until)))) == count


def test_a_year_without_evaluation_does_not_hide_that_of_a_later_year() -> None:
    yearly = Evaluation(moment=Moment.YEARLY, body="copil", role=BodyRole.EXAMINES, source=at("9"))
    done = fact(10, date(2022, 2, 1), EvaluationDone(year=2021))
    owed = list(evaluation.presentations(asked(yearly, on=date(2022, 6, 1), facts=[done])))
    assert [(duty.period, duty.state, duty.opens_on) for duty in owed] == [("2021", State.OPEN, date(2022, 2, 1))]


@pytest.mark.parametrize(("on", "count"), [(date(2022, 12, 31), 1), (date(2023, 1, 1), 0)])
def test_an_evaluation_after_the_end_asks_for_no_avenant(on: date, count: int) -> None:
    clause = AmendmentClause(source=at("8"))
    done = fact(10, on, EvaluationDone(year=2022, proposes="un objectif"))
    assert len(list(amendment.amendments_after_evaluations(asked(clause, on=on, facts=[done])))) == count


def test_the_delay_of_a_first_evaluation_counts_in_whichever_clause_it_stands() -> None:
    plain = Evaluation(moment=Moment.YEARLY, source=at("9", 1))
    delayed = Evaluation(moment=Moment.YEARLY, first_within=Months(count=18), source=at("9", 2))
    for clauses in ((plain, delayed), (delayed, plain)):
        assert next(evaluation.yearly_ones(asked(*clauses))).due_on == date(2021, 7, 6)


def test_an_evaluation_older_than_the_plan_in_force_does_not_serve_its_review() -> None:
    rolling = Evaluation(moment=Moment.ROLLING, source=at("9"))
    plans = [fact(10 + n, date(2020, 1 + n, 15), PlanAdopted()) for n in (1, 5)]
    for day, state in ((date(2020, 2, 15), State.OPEN), (date(2020, 2, 16), State.DONE)):
        done = fact(20, day, EvaluationDone(moment=Moment.ROLLING))
        [duty] = evaluation.rolling_ones(asked(rolling, facts=[*plans, done]))
        assert duty.state is state


def test_an_evaluation_without_a_day_is_about_the_body_that_will_see_it() -> None:
    for role in (BodyRole.EXAMINES, BodyRole.DRAWS_UP):
        clause = Evaluation(moment=Moment.OPEN, body="copil", role=role, source=at("9"))
        assert [duty.subject for duty in evaluation.undated_ones(asked(clause))] == ["copil"]


def test_a_quarter_that_has_begun_before_the_convention_owes_no_delivery() -> None:
    quarterly = PeriodicDelivery(giver="caf", per=Per.QUARTER, source=at("7"))
    assert next(exchanges.deliveries(asked(quarterly))).period == "2020-T2"


def test_each_study_is_asked_of_a_request_and_an_opinion_is_not_a_study() -> None:
    gate = DataRequestGate(studies=tuple(Study), source=at("7"))
    request = fact(10, date(2021, 3, 1), DataRequested(request="r", party="commune", personal=True))
    duties = exchanges.requests(asked(gate, DpoOpinion(source=at("7")), facts=[request]))
    assert [duty.duty.value for duty in duties] == [*["request_study"] * len(Study), "request_opinion"]


@pytest.mark.parametrize(("on", "count"), [(date(2022, 12, 31), 1), (date(2023, 1, 1), 0)])
def test_a_request_that_nobody_answered_asks_for_nothing_once_the_convention_is_over(on: date, count: int) -> None:
    workflow = DataRequestWorkflow(source=at("7"))
    request = fact(10, date(2022, 12, 1), DataRequested(request="r", party="commune"))
    assert len(list(exchanges.requests(asked(workflow, on=on, facts=[request])))) == count


def test_no_signature_is_asked_before_the_first_one_nor_once_all_have_signed() -> None:
    terms = convention(UNTIL_2022)
    for facts, count in (([], 0), (SIGNED[:1], 1), (SIGNED, 0)):
        assert len(list(lifetime.signatures(situation(terms, DAY, facts)))) == count


def test_the_last_day_to_refuse_a_renewal_is_in_an_agenda_that_stops_on_it() -> None:
    renewal = Renewal(mode=Mode.TACIT, step=Years(count=1), denunciation=Months(count=3), source=at("10", 2))
    whole = situation(convention(YEARLY, renewal), date(2020, 6, 1))
    [first, *_] = lifetime.refusals_of_renewal(whole)
    assert first.due_on == date(2020, 10, 5)
    for until, count in ((date(2020, 10, 5), 1), (date(2020, 10, 4), 0)):
        assert len(list(lifetime.refusals_of_renewal(replace(whole, until=until)))) == count


def test_an_instrument_is_not_to_be_updated_before_all_have_signed() -> None:
    instrument = RelatedInstrument(title="Schéma", relation=Relation.FRAMEWORK, to_update=True, source=at("2"))
    terms = convention(UNTIL_2022, instrument)
    assert len(list(lifetime.instruments_to_update(situation(terms, DAY)))) == 1
    assert not list(lifetime.instruments_to_update(situation(terms, DAY, SIGNED[:1])))


def test_a_last_notice_that_one_party_alone_may_give_bears_its_name() -> None:
    [duty] = termination.last_notice(asked(replace(AT_WILL, by=("caf",))))
    assert (duty.key, duty.who) == ("last_notice:caf", ("caf",))


@pytest.mark.parametrize(
    ("ends_on", "advice_on"), [(date(2022, 12, 31), date(2022, 12, 30)), (date(2022, 6, 30), None)]
)
def test_the_day_to_aim_at_is_said_only_where_it_is_not_the_last_one(ends_on: date, advice_on: date | None) -> None:
    [duty] = lifetime.decision_before_end(situation(convention(replace(UNTIL_2022, ends_on=ends_on)), DAY))
    assert (duty.due_on, duty.advice_on) == (ends_on, advice_on)


@pytest.mark.parametrize(("signed_on", "first"), [(date(2020, 12, 31), "2020"), (date(2021, 1, 1), "2021")])
def test_the_plan_of_a_year_is_owed_even_if_the_last_signature_is_of_its_last_day(signed_on: date, first: str) -> None:
    fixed = replace(UNTIL_2022, start=Start.FIXED, starts_on=date(2020, 1, 1))
    terms = convention(fixed, ActionPlan(yearly=True, source=at("3")))
    assert next(plan.yearly_plans(situation(terms, DAY, signed(signed_on)))).period == first


@pytest.mark.parametrize(
    ("annex", "count"),
    [
        (Annex(number="3", source=at("3")), 1),
        (Annex(number="3", present=True, source=at("3")), 0),
        (Annex(number="3", present=True, deferred=True, source=at("3")), 1),
    ],
)
def test_a_diagnosis_promised_for_later_is_asked_unless_its_annex_is_there_and_complete(
    annex: Annex, count: int
) -> None:
    later = SharedDiagnosis(annex="3", deferred=True, source=at("2"))
    assert len(list(plan.deferred_diagnosis(asked(later, annex)))) == count


@pytest.mark.parametrize(
    ("held_on", "state", "abouts"),
    [(date(2021, 3, 1), State.DONE, 0), (date(2021, 3, 2), State.REASON_REQUIRED, 1)],
)
def test_a_consultation_held_in_time_leaves_nothing_to_say(held_on: date, state: State, abouts: int) -> None:
    clause = PriorConsultation(if_concerned=True, source=at("4"))
    study = fact(10, date(2021, 3, 1), StudyLaunched(party="caf", subject="accueil"))
    held = fact(11, held_on, ConsultationHeld(subject="accueil"))
    [duty] = information.consultations_to_hold(asked(clause, facts=[study, held]))
    assert (duty.state, len(duty.findings), duty.done_on) == (state, abouts, held_on)
