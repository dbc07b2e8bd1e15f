"""Money to the cent: the floor of each year, whatever the order of the payments."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW, SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.checks.funding import contributions as drops
from convenir.core.checks.funding import facilities, shortfalls
from convenir.core.facts import CompetenceTransferred, ContributionPaid, Fact, FundingAllocated, SectoralContractEnded
from convenir.core.findings import Severity
from convenir.core.naming import euros
from convenir.core.obligation import State
from convenir.core.rules.funding import allocations, contributions
from convenir.core.terms import FundingContribution, FundingMaintenance, Terms

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
