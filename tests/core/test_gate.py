"""The door of data: what stops them, what the refusal says, and that what it allows breaks nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenir.core.agenda import irregularities
from convenir.core.facts import (
    ConsentGiven,
    DataReleased,
    DataRequested,
    DpoOpinionGiven,
    Event,
    Fact,
    OnwardReleased,
    RegisterEntered,
    Signed,
    StudyDone,
    StudyLaunched,
)
from convenir.core.force import Force
from convenir.core.gate import ReleaseNotAllowed, gate, onward_gate, refuse_release
from convenir.core.source import Source
from convenir.core.terms import (
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DpoOpinion,
    Duration,
    PartyClause,
    ProcessingRegister,
    Term,
    Terms,
)
from convenir.core.terms.exchanges import DisclosureRule, JointStudy, PersonalDataFlow, Study, Tier
from convenir.core.terms.lifetime import Start
from convenir.core.terms.parties import PartyKind
from convenir.core.transfers.releases import Met, Need

START, END = date(2022, 1, 1), date(2024, 12, 31)
ASKED, DAY = date(2022, 3, 1), date(2022, 5, 10)


def at(article: str) -> Source:
    return Source(text="convention", article=article)


BASE: tuple[Term, ...] = (
    PartyClause(key="caf", name="Caf", kind=PartyKind.CAF, source=at("parties")),
    PartyClause(key="commune", name="Ville", kind=PartyKind.MUNICIPALITY, source=at("parties")),
    Duration(start=Start.SIGNATURE, ends_on=END, source=at("10")),
)
FULL: tuple[Term, ...] = (
    DataRequestGate(studies=tuple(Study), personal_only=True, source=at("7")),
    DpoOpinion(source=at("7")),
    ProcessingRegister(source=at("8")),
)


def terms(*clauses: Term) -> Terms:
    return Terms(clauses=(*BASE, *clauses))


def fact(event: Event, on: date, number: int = 0) -> Fact:
    return Fact(id=f"{type(event).__name__}-{number}", on=on, recorded_on=on, event=event)


SIGNED = (fact(Signed(party="caf"), START), fact(Signed(party="commune"), START, 1))
REQUEST = fact(DataRequested(request="r", party="commune", personal=True), ASKED)
NEEDED: tuple[Event, ...] = (
    *(StudyDone(request="r", study=study, party="caf") for study in Study),
    DpoOpinionGiven(request="r", party="caf"),
    RegisterEntered(request="r", party="caf"),
    RegisterEntered(request="r", party="commune"),
)


@given(st.sets(st.integers(0, len(NEEDED) - 1)))
def test_data_pass_only_when_nothing_lacks(done: set[int]) -> None:
    met = [fact(NEEDED[number], ASKED, number) for number in sorted(done)]
    door = gate(terms(*FULL), (*SIGNED, REQUEST, *met), "r", on=DAY, known=DAY)
    assert door.allowed is (len(done) == len(NEEDED))
    assert len([one for one in door.conditions if one.state is Met.MET]) == len(done)
    assert all(one.because or one.laws for one in door.conditions)


@given(st.sets(st.integers(0, len(NEEDED) - 1)))
def test_a_release_through_the_open_door_is_never_irregular(done: set[int]) -> None:
    met = [fact(NEEDED[number], ASKED, number) for number in sorted(done)]
    told = (*SIGNED, REQUEST, *met)
    door = gate(terms(*FULL), told, "r", on=DAY, known=DAY)
    released = fact(DataReleased(request="r", party="caf", to="commune", personal=True), DAY)
    found = irregularities(terms(*FULL), (*told, released), on=DAY, known=DAY, until=DAY)
    assert (found == ()) is door.allowed


def test_the_refusal_gives_the_article_and_what_to_do() -> None:
    door = gate(terms(*FULL), (*SIGNED, REQUEST), "r", on=DAY, known=DAY)
    with pytest.raises(ReleaseNotAllowed) as refused:
        refuse_release(door)
    assert refused.value.source == at("7")
    assert str(refused.value) == (
        "Données de « r » : l’étude d’opportunité de la Caf manque. "
        "Faites cette étude, et enregistrez-la, avant de transmettre."
    )


def test_the_refusal_tells_what_stops_not_what_only_warns() -> None:
    against = DpoOpinionGiven(request="r", party="caf", favourable=False)
    told = (*SIGNED, REQUEST, *(fact(e, ASKED, n) for n, e in enumerate(NEEDED[:3])), fact(against, ASKED, 9))
    with pytest.raises(ReleaseNotAllowed, match="registre des traitements de la Caf manque"):
        refuse_release(gate(terms(*FULL), told, "r", on=DAY, known=DAY))


def test_an_open_door_refuses_nothing() -> None:
    door = gate(
        terms(*FULL), (*SIGNED, REQUEST, *(fact(e, ASKED, n) for n, e in enumerate(NEEDED))), "r", on=DAY, known=DAY
    )
    refuse_release(door)
    assert door.findings == ()


def test_the_refusal_of_a_consent_names_the_owner() -> None:
    event = OnwardReleased(party="commune", to="bureau d’études")
    owned = terms(DataOwnership(consent=True, source=at("7")))
    with pytest.raises(ReleaseNotAllowed, match="le consentement de la Caf .destinataire : bureau d’études. manque"):
        refuse_release(onward_gate(owned, SIGNED, event, on=DAY, known=DAY))
    agreed = (*SIGNED, fact(ConsentGiven(party="caf", to="bureau d’études"), ASKED))
    assert onward_gate(owned, agreed, event, on=DAY, known=DAY).allowed


@pytest.mark.parametrize(("consent", "on"), [(False, DAY), (True, date(2021, 12, 31))])
def test_no_consent_is_asked_without_its_clause_or_before_the_signature(consent: bool, on: date) -> None:
    event = OnwardReleased(party="commune", to="bureau d’études")
    owned = terms(DataOwnership(consent=consent, source=at("7")))
    assert onward_gate(owned, SIGNED, event, on=on, known=on).conditions == ()


def test_the_needs_of_a_flow_are_not_those_of_a_request_of_another_name() -> None:
    flow = PersonalDataFlow(flow="autre", consent=True, health=True, source=at("7"))
    needs = {one.need for one in gate(terms(flow), (*SIGNED, REQUEST), "r", on=DAY, known=DAY).conditions}
    assert needs == {Need.REGISTER}


def test_a_consent_of_the_party_that_communicates_is_none() -> None:
    event = OnwardReleased(party="commune", to="bureau d’études")
    owned = terms(DataOwnership(consent=True, source=at("7")))
    own = (*SIGNED, fact(ConsentGiven(party="commune", to="bureau d’études"), ASKED))
    assert not onward_gate(owned, own, event, on=DAY, known=DAY).allowed


@pytest.mark.parametrize(
    ("on", "allowed"),
    [(date(2021, 12, 31), False), (START, True), (END, True), (date(2025, 1, 1), False)],
)
def test_data_pass_while_the_convention_binds(on: date, allowed: bool) -> None:
    door = gate(terms(), SIGNED, "r", on=on, known=on)
    assert door.allowed is allowed
    assert [one.need for one in door.conditions] == ([] if allowed else [Need.IN_FORCE])
    if not allowed:
        with pytest.raises(ReleaseNotAllowed, match="ne liait pas les parties"):
            refuse_release(door)


@pytest.mark.parametrize(
    ("tier", "state"),
    [(None, Met.UNKNOWN), (Tier.OPEN_DATA, Met.REDIRECTED), (Tier.BASE_SET, Met.REDIRECTED), (Tier.AD_HOC, Met.MET)],
)
def test_where_the_answer_is_found_first(tier: Tier | None, state: Met) -> None:
    asked = fact(DataRequested(request="r", party="commune", tier=tier), ASKED)
    workflow = DataRequestWorkflow(tiers=tuple(Tier), source=at("7"))
    (condition,) = gate(terms(workflow), (*SIGNED, asked), "r", on=DAY, known=DAY).conditions
    assert (condition.need, condition.state, condition.stops) == (Need.TIER, state, state is not Met.MET)


@pytest.mark.parametrize(
    ("rule", "smallest", "stops"),
    [
        (DisclosureRule(min_count=5, source=at("7")), 4, True),
        (DisclosureRule(min_count=5, source=at("7")), 5, False),
        (DisclosureRule(min_count=5, min_cell=11, source=at("7")), 10, True),
        (DisclosureRule(min_population=100, source=at("7")), 1, False),
    ],
)
def test_the_smallest_cell_against_the_clause(rule: DisclosureRule, smallest: int, stops: bool) -> None:
    asked = fact(DataRequested(request="r", party="commune", smallest=smallest), ASKED)
    door = gate(terms(rule), (*SIGNED, asked), "r", on=DAY, known=DAY)
    assert any(one.need is Need.COUNT and one.stops for one in door.conditions) is stops


def test_the_release_tells_the_smallest_cell_when_the_request_did_not() -> None:
    asked = fact(DataRequested(request="r", party="commune", smallest=20), ASKED)
    released = fact(DataReleased(request="r", party="caf", to="commune", smallest=3), DAY)
    found = irregularities(terms(), (*SIGNED, asked, released), on=DAY, known=DAY, until=DAY)
    assert {one.about for one in found} == {"processing-register"}


def test_a_flow_on_consent_asks_for_it() -> None:
    flow = PersonalDataFlow(flow="r", consent=True, source=at("7"))
    door = gate(terms(flow), (*SIGNED, REQUEST), "r", on=DAY, known=DAY)
    assert [one.state for one in door.conditions if one.need is Need.CONSENT] == [Met.MISSING]
    agreed = fact(ConsentGiven(party="", to="commune", scope="r"), ASKED)
    door = gate(terms(flow), (*SIGNED, REQUEST, agreed), "r", on=DAY, known=DAY)
    assert [one.state for one in door.conditions if one.need is Need.CONSENT] == [Met.MET]


@pytest.mark.parametrize(("force", "count"), [(Force.HARD, 1), (Force.QUALIFIED, 1), (Force.SOFT, 0)])
def test_a_study_begun_alone_where_studies_are_joint(force: Force, count: int) -> None:
    joint = JointStudy(prior_exchange=True, force=force, source=at("7"))
    begun = fact(StudyLaunched(party="caf", subject="logement"), ASKED)
    found = irregularities(terms(joint), (*SIGNED, begun), on=DAY, known=DAY, until=DAY)
    assert [one.about for one in found] == ["joint-study"] * count


def test_nothing_recorded_later_opens_the_door_of_an_earlier_day() -> None:
    late = [Fact(id=f"n{n}", on=ASKED, recorded_on=date(2022, 6, 1), event=e) for n, e in enumerate(NEEDED)]
    told = (*SIGNED, REQUEST, *late)
    assert not gate(terms(*FULL), told, "r", on=DAY, known=DAY).allowed
    assert gate(terms(*FULL), told, "r", on=DAY, known=date(2022, 6, 1)).allowed
