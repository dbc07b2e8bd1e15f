"""Lists completed once the dossier existed: the last recorded counts, on the words where the clause stands."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import SIGNED, at, convention, fact

from convenir.core.facts import Fact, ListCompleted, known_on
from convenir.core.life import life
from convenir.core.source import Source
from convenir.core.terms import FundingContribution, Terms
from convenir.core.text.lists import completed

TOWN = FundingContribution(payer="commune", annex="2", source=replace(at("5"), quote="équipements listés en annexe 2"))
OTHER = FundingContribution(payer="commune", annex="4", source=replace(at("5"), quote="lieux listés en annexe 4"))
TEXT = convention(TOWN, OTHER)
DAY = date(2021, 3, 1)


def listed(number: int, *names: str, clause: FundingContribution = TOWN) -> Fact:
    """The list of that clause, completed by the fact of that number, all on one day."""
    event = ListCompleted(reason="la liste n’avait pas été lue", clauses=(replace(clause, facilities=names),))
    return replace(fact(number, DAY, event), id=f"f{number}")


def lists(terms: Terms) -> list[tuple[str, ...]]:
    return [clause.facilities for clause in terms.every(FundingContribution)]


def test_without_such_a_fact_the_terms_are_themselves() -> None:
    assert completed(TEXT, SIGNED) is TEXT


@pytest.mark.parametrize("numbers", [(1, 2), (9, 10), (99, 100)])
def test_of_several_of_one_day_the_last_recorded_counts(numbers: tuple[int, int]) -> None:
    first, last = (listed(number, f"liste {number}") for number in numbers)
    for told in ([first, last], [last, first]):
        assert lists(completed(TEXT, told)) == [(f"liste {numbers[1]}",), ()]


def test_only_the_clause_on_the_same_words_is_completed() -> None:
    assert lists(completed(TEXT, [listed(1, "Laep", clause=OTHER)])) == [(), ("Laep",)]
    elsewhere = replace(TOWN, source=Source(text="convention", article="6", quote=TOWN.source.quote))
    assert lists(completed(TEXT, [listed(1, "Laep", clause=elsewhere)])) == [(), ()]


def test_the_clause_keeps_its_place_in_the_text() -> None:
    moved = replace(TOWN, source=replace(TOWN.source, text="autre", start=3, end=9))
    (clause, _) = completed(TEXT, [listed(1, "Laep", clause=moved)]).every(FundingContribution)
    assert clause.source == TOWN.source


def test_it_counts_on_every_day_once_it_is_known() -> None:
    facts = [*SIGNED, listed(9, "Laep")]
    assert lists(life(TEXT, known_on(facts, DAY)).texts.original) == [("Laep",), ()]
    assert lists(life(TEXT, known_on(facts, date(2021, 2, 28))).texts.original) == [(), ()]
