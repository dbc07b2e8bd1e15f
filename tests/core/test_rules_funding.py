"""Money to the cent: the floor of each year, whatever the order of the payments."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW, SIGNED, UNTIL_2022, at, convention, fact, signed, situation

from convenir.core.assumptions import Choice
from convenir.core.checks.funding import contributions as drops
from convenir.core.checks.funding import facilities, shortfalls
from convenir.core.facts import CompetenceTransferred, ContributionPaid, Fact, FundingAllocated, SectoralContractEnded
from convenir.core.findings import Oddity, Severity
from convenir.core.naming import euros
from convenir.core.obligation import Obligation, State
from convenir.core.rules.funding import allocations, contributions
from convenir.core.terms import Duration, FundingContribution, FundingMaintenance, Terms
from convenir.core.terms.lifetime import Start

KEPT = FundingMaintenance(payer="caf", facilities=("Crèche", "Ram"), source=at("5", 4))
PAID = FundingContribution(payer="commune", adjustable=True, source=at("5", 5))
FLOOR = Decimal("1000.00")
ENDED = fact(9, date(2020, 12, 31), SectoralContractEnded(payer="caf", booked=FLOOR, year=2020))
cents = st.decimals(min_value=0, max_value=2000, places=2)


def text() -> Terms:
    return convention(UNTIL_2022, KEPT, PAID)


def allocated(number: int, amount: Decimal, facility: str = "Ram", payer: str = "caf") -> Fact:
    event = FundingAllocated(payer=payer, facility=facility, amount=amount, year=2021)
    return fact(number, date(2021, 3, number % 28 + 1), event)


@FEW
@given(st.lists(cents, max_size=6))
def test_the_floor_is_reached_or_lacks_exactly_the_difference(amounts: list[Decimal]) -> None:
    facts = [*SIGNED, ENDED, *(allocated(10 + n, amount) for n, amount in enumerate(amounts))]
    asked = situation(text(), date(2022, 1, 1), facts)
    owed = next(duty for duty in allocations(asked) if duty.period == "2021")
    lacking = FLOOR - sum(amounts, Decimal(0))
    assert owed.state is (State.DONE if lacking <= 0 else State.LATE)
    told = [finding.sentence for finding in shortfalls(asked)]
    assert told == [] if lacking <= 0 else euros(lacking) in told[0]


def test_another_payer_or_a_facility_out_of_the_list_counts_for_nothing() -> None:
    facts = [*SIGNED, ENDED, allocated(10, FLOOR, payer="commune"), allocated(11, FLOOR, facility="Laep")]
    asked = situation(text(), date(2021, 6, 1), facts)
    assert [duty.state for duty in allocations(asked)] == [State.DUE, State.DUE]
    [refused] = facilities(asked)
    assert (refused.about, refused.severity) == ("facility-not-listed", Severity.BLOCKING)


def test_nothing_is_maintained_by_who_promised_nothing_or_before_the_conclusion() -> None:
    other = fact(9, date(2020, 12, 31), SectoralContractEnded(payer="commune", booked=FLOOR, year=2020))
    assert not list(allocations(situation(text(), date(2021, 6, 1), [*SIGNED, other])))
    assert not list(allocations(situation(text(), date(2021, 6, 1), [ENDED])))
    assert not list(contributions(situation(text(), date(2021, 6, 1), [])))


def test_the_year_of_the_fact_is_the_last_of_a_contract_that_names_none() -> None:
    ended = fact(9, date(2021, 6, 30), SectoralContractEnded(payer="caf", booked=FLOOR))
    assert [duty.period for duty in allocations(situation(text(), date(2021, 7, 1), [*SIGNED, ended]))] == ["2022"]


def test_a_first_contribution_is_compared_with_nothing() -> None:
    paid = fact(10, date(2021, 3, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR, year=2021))
    asked = situation(text(), date(2022, 1, 1), [*SIGNED, paid])
    assert [duty.period for duty in contributions(asked)] == ["2022"]
    assert not list(drops(asked))


def test_an_adjustment_needs_the_words_for_it() -> None:
    fixed = convention(UNTIL_2022, FundingContribution(payer="commune", source=at("5")))
    facts = [
        *SIGNED,
        fact(10, date(2020, 3, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR, year=2020)),
        fact(11, date(2021, 2, 1), CompetenceTransferred(party="commune", competence="loisirs")),
    ]
    assert [duty.state for duty in contributions(situation(fixed, date(2022, 1, 1), facts))] == [State.LATE]
    assert [duty.state for duty in contributions(situation(text(), date(2022, 1, 1), facts))] == [State.REASON_REQUIRED]


def test_a_year_in_which_the_last_signature_comes_on_its_last_day_is_owed_like_any_other() -> None:
    fixed = Duration(start=Start.FIXED, starts_on=date(2020, 1, 1), ends_on=date(2022, 12, 31), source=at("10", 1))
    paid = fact(10, date(2020, 6, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR, year=2019))
    last_day = [*signed(date(2020, 12, 31)), paid]
    assert [d.period for d in contributions(situation(convention(fixed, PAID), date(2021, 6, 1), last_day))] == ["2020"]
    day_after = [*signed(date(2021, 1, 1)), paid]
    assert not list(contributions(situation(convention(fixed, PAID), date(2021, 6, 1), day_after)))


def test_a_transfer_of_the_last_day_of_a_year_explains_what_lacks_that_year_but_not_one_of_the_day_after() -> None:
    paid = fact(10, date(2020, 3, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR, year=2020))
    for on, state in ((date(2021, 12, 31), State.REASON_REQUIRED), (date(2022, 1, 1), State.LATE)):
        moved = fact(11, on, CompetenceTransferred(party="commune", competence="petite enfance", to="agglo"))
        asked = situation(text(), date(2022, 6, 1), [*SIGNED, paid, moved])
        [of_2021] = [duty for duty in contributions(asked) if duty.period == "2021"]
        assert of_2021.state is state


def test_a_duty_names_the_facts_that_make_it_and_the_words_of_each_assumption() -> None:
    more = allocated(10, FLOOR + 1)
    short = Duration(start=Start.SIGNATURE, ends_on=date(2022, 3, 31), inclusive=True, source=at("10", 1))
    asked = situation(convention(short, KEPT), date(2022, 2, 1), [*SIGNED, ENDED, more])
    of_2021, of_2022 = allocations(asked)
    assert (of_2021.opens_on, of_2021.facts) == (date(2021, 1, 1), ("f9", "f10"))
    [floor] = [one for one in of_2021.assumptions if one.choice is Choice.KEPT_AMOUNT_IS_A_FLOOR]
    assert floor.source == KEPT.source
    [whole] = [one for one in of_2022.assumptions if one.choice is Choice.WHOLE_AMOUNT_EACH_YEAR]
    assert (whole.on, whole.source) == (date(2022, 3, 31), KEPT.source)


def test_no_assumption_of_a_whole_amount_where_the_life_runs_to_the_end_of_the_year() -> None:
    asked = situation(text(), date(2022, 2, 1), [*SIGNED, ENDED])
    chosen = {one.choice for duty in allocations(asked) for one in duty.assumptions}
    assert chosen == {Choice.CIVIL_YEAR}


def test_without_the_amount_of_reference_nothing_is_due_and_the_file_says_what_it_lacks() -> None:
    ended = fact(9, date(2020, 12, 31), SectoralContractEnded(payer="caf", year=2020))
    of_2021, _ = allocations(situation(text(), date(2022, 2, 1), [*SIGNED, ended, allocated(10, FLOOR)]))
    assert (of_2021.state, of_2021.due_on, of_2021.done_on, of_2021.assumptions) == (State.OPEN, None, None, ())
    [lacking] = of_2021.findings
    assert (lacking.oddity, lacking.severity) == (Oddity.BLANK, Severity.WARNING)
    assert "n’est pas au dossier" in lacking.sentence
    assert "Enregistrez-le" in lacking.advice


def _of_2021(on: date, facts: list[Fact]) -> Obligation:
    return next(duty for duty in allocations(situation(text(), on, facts)) if duty.period == "2021")


def test_what_lacks_is_told_from_the_first_payment_or_the_end_of_the_year_not_before() -> None:
    before, half = [*SIGNED, ENDED], [*SIGNED, ENDED, allocated(10, FLOOR / 2)]
    told = {
        (on, len(facts)): [finding.severity for finding in _of_2021(on, facts).findings]
        for on in (date(2021, 12, 31), date(2022, 1, 1))
        for facts in (before, half)
    }
    assert told == {
        (date(2021, 12, 31), 3): [],
        (date(2021, 12, 31), 4): [Severity.INFORMATION],
        (date(2022, 1, 1), 3): [Severity.WARNING],
        (date(2022, 1, 1), 4): [Severity.WARNING],
    }


def test_a_contribution_names_its_payments_and_what_changed_the_powers_of_its_payer() -> None:
    paid = fact(10, date(2020, 3, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR, year=2020))
    half = fact(11, date(2021, 3, 1), ContributionPaid(payer="commune", facility="Ram", amount=FLOOR / 2, year=2021))
    moved = fact(12, date(2021, 5, 3), CompetenceTransferred(party="commune", competence="enfance", to="agglo"))
    asked = situation(text(), date(2021, 6, 1), [*SIGNED, paid, half, moved])
    [of_2021] = [duty for duty in contributions(asked) if duty.period == "2021"]
    assert (of_2021.opens_on, of_2021.facts) == (date(2021, 1, 1), ("f11", "f12"))
    assert [(one.choice, one.source) for one in of_2021.assumptions] == [(Choice.CIVIL_YEAR, PAID.source)]
