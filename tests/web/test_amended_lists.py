"""The lists that a form of an avenant changes, where one article holds several for one payer."""

from tests.core.lives import at, convention

from convenir.core.facts import Listing
from convenir.core.terms import FundingContribution, FundingMaintenance
from convenir.core.text.amend import fold
from convenir.web.pages.conventions.amendment_fields import changes_said

NURSERIES = FundingContribution(payer="commune", annex="2", facilities=("Les Lilas",), source=at("5"))
CAMPS = FundingContribution(payer="commune", annex="3", facilities=("Le Moulin",), source=at("5"))
ELSEWHERE = FundingContribution(payer="commune", annex="4", facilities=("Le Lavoir",), source=at("6"))
KEPT = FundingMaintenance(payer="caf", annex="2", facilities=("Les Lilas",), source=at("5"))
TERMS = convention(NURSERIES, CAMPS, ELSEWHERE, KEPT)


def lists(**said: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The lists once the form is followed, by payer and annex."""
    after = fold(TERMS, changes_said(said, TERMS), "avenant-1")
    clauses: list[Listing] = [*after.every(FundingContribution), *after.every(FundingMaintenance)]
    return {(one.payer, one.annex): one.facilities for one in clauses}


def test_the_other_lists_of_the_article_stay() -> None:
    before = lists()
    assert len(before) == 4
    for rank, key in enumerate([("commune", "2"), ("commune", "3"), ("commune", "4"), ("caf", "2")]):
        assert lists(**{f"facilities_{rank}": ("Du Val",)}) == before | {key: ("Du Val",)}


def test_two_lists_of_an_article_change_at_once() -> None:
    after = lists(facilities_0=("Du Val",), facilities_1=("Du Pont",))
    assert after == lists() | {("commune", "2"): ("Du Val",), ("commune", "3"): ("Du Pont",)}


def test_a_list_left_as_it_is_changes_nothing() -> None:
    assert changes_said({"facilities_0": NURSERIES.facilities}, TERMS) == ()
