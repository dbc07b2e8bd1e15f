"""The court that hears a dispute, and the days on which third parties may still contest the convention."""

from datetime import date

import pytest
from tests.core.lives import UNTIL_2022, at, convention, fact, signed

from convenir.core.agenda import situation_on
from convenir.core.assumptions import Choice
from convenir.core.courts import court_of, forum, seat_named, third_party_action
from convenir.core.facts import ConclusionPublicised, DisputeArisen, Fact
from convenir.core.law import CONTRACT_COURT, COURT_AREAS, REASONABLE_PERIOD, THIRD_PARTY_ACTION
from convenir.core.situation import Situation
from convenir.core.terms import Dispute, PartyClause, Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import FRENCH, Calendar, Territory

CONCLUDED = date(2020, 1, 6)


def asked(terms: Terms, *facts: Fact, on: date = date(2021, 6, 1), calendar: Calendar = FRENCH) -> Situation:
    """The situation of a convention signed on the sixth of January 2020."""
    return situation_on(
        terms, [*signed(CONCLUDED), *facts], on=on, known=date.max, until=date(2023, 12, 31), calendar=calendar
    )


def caf(name: str, address: str = "") -> Terms:
    """A text that names that Caf alone."""
    clause = PartyClause(key="caf", name=name, kind=PartyKind.CAF, address=address, source=at("parties"))
    return Terms(clauses=(clause,))


@pytest.mark.parametrize(
    ("terms", "seat"),
    [
        (caf("Caisse d’allocations familiales des Hauts-de-Seine"), "Cergy-Pontoise"),
        (caf("CAF DU FINISTERE"), "Rennes"),
        (caf("Caf de Seine Maritime"), "Rouen"),
        (caf("Caf", address="12 rue des Lys, Bas-Rhin"), "Strasbourg"),
        (caf("Caf du Gers"), "Pau"),
        (caf("Caf du Gersois"), None),
        (caf("Caf de Trois-Gués"), None),
        (Terms(), None),
    ],
)
def test_the_court_is_that_of_the_departement_of_the_caf_or_is_not_known(terms: Terms, seat: str | None) -> None:
    assert court_of(terms) == seat


@pytest.mark.parametrize(
    ("words", "seat"),
    [
        ("tribunal administratif de Rennes", "Rennes"),
        ("Tribunal administratif d’Amiens.", "Amiens"),
        ("tribunal administratif dont relève la Caf", None),
        ("tribunal administratif de la Caf", None),
        ("tribunal compétent", None),
    ],
)
def test_a_text_may_name_its_court(words: str, seat: str | None) -> None:
    assert seat_named(Terms(clauses=(Dispute(court=words, source=at("13")),))) == seat


def test_a_court_rests_on_the_clause_and_on_the_code() -> None:
    named = forum(asked(convention(UNTIL_2022, Dispute(court="tribunal administratif de Pau", source=at("13")))))
    assert (named.seat, named.chosen, named.because, named.laws) == ("Pau", True, (at("13"),), (CONTRACT_COURT,))
    silent = forum(asked(convention(UNTIL_2022), fact(9, date(2021, 3, 1), DisputeArisen(subject="bonus"))))
    assert (silent.seat, silent.chosen, silent.because) == (None, False, (at("parties"),))
    assert silent.laws == (CONTRACT_COURT, COURT_AREAS)
    assert silent.too_late is None


def publicised(on: date) -> Fact:
    """The conclusion was made public that day."""
    return fact(9, on, ConclusionPublicised(manner="avis"))


@pytest.mark.parametrize(
    ("day", "territory", "strict", "until"),
    [
        (date(2021, 1, 11), Territory.FRANCE, date(2021, 3, 12), date(2021, 3, 12)),
        (date(2021, 1, 12), Territory.FRANCE, date(2021, 3, 13), date(2021, 3, 15)),
        (date(2021, 2, 1), Territory.FRANCE, date(2021, 4, 2), date(2021, 4, 2)),
        (date(2021, 2, 1), Territory.ALSACE_MOSELLE, date(2021, 4, 2), date(2021, 4, 6)),
        (date(2020, 12, 31), Territory.FRANCE, date(2021, 3, 1), date(2021, 3, 1)),
    ],
)
def test_publicity_opens_two_clear_months(day: date, territory: Territory, strict: date, until: date) -> None:
    situation = asked(convention(UNTIL_2022), publicised(day), calendar=Calendar(territory=territory))
    action = third_party_action(situation)
    assert action is not None
    assert (action.strict, action.until, action.publicised_on) == (strict, until, day)
    assert (action.laws, action.facts, action.assumptions) == ((THIRD_PARTY_ACTION,), ("f9",), ())


def test_a_publicity_before_the_conclusion_is_that_of_something_else() -> None:
    action = third_party_action(asked(convention(UNTIL_2022), publicised(date(2020, 1, 5))))
    assert action is not None
    assert action.publicised_on is None
    same_day = third_party_action(asked(convention(UNTIL_2022), publicised(CONCLUDED)))
    assert same_day is not None
    assert same_day.publicised_on == CONCLUDED


def test_without_publicity_a_year_is_an_assumption() -> None:
    action = third_party_action(asked(convention(UNTIL_2022)))
    assert action is not None
    assert (action.until, action.publicised_on) == (date(2021, 1, 6), None)
    assert [a.choice for a in action.assumptions] == [Choice.REASONABLE_YEAR]
    assert REASONABLE_PERIOD in action.laws


def test_nobody_contests_a_convention_that_is_not_concluded() -> None:
    assert third_party_action(asked(convention(UNTIL_2022), on=date(2020, 1, 5))) is None
    unsigned = situation_on(convention(UNTIL_2022), [], on=CONCLUDED, known=date.max, until=date.max)
    assert third_party_action(unsigned) is None
