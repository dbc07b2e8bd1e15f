"""What each party may do on a day, in which form, until when, with which effect."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import AT_WILL, EXPRESS, SIGNED, TACIT, UNTIL_2022, YEARLY, convention, fact

from convenir.core.facts import Fact, NoticeReceived
from convenir.core.moves import Move, MoveKind, moves
from convenir.core.terms import Terms
from convenir.core.terms.termination import Form


def possible(terms: Terms, on: date, kind: MoveKind, facts: list[Fact] = SIGNED) -> list[Move]:
    """The moves of that kind on that day, all being known."""
    return [m for m in moves(terms, facts, on=on, known=date.max) if m.kind is kind]


def test_each_party_may_leave_until_the_last_useful_day() -> None:
    caf, town = possible(convention(UNTIL_2022, AT_WILL), date(2021, 3, 10), MoveKind.LEAVE)
    assert (caf.party, town.party) == ("caf", "commune")
    assert (caf.last_useful_on, caf.effect_on, caf.useful) == (date(2022, 9, 30), date(2021, 6, 10), True)
    assert (caf.form, caf.forms) == (
        Form.REGISTERED_LETTER,
        (Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER),
    )
    assert caf.because == (AT_WILL.source,)


@pytest.mark.parametrize(("on", "useful"), [(date(2022, 9, 30), True), (date(2022, 10, 1), False)])
def test_a_notice_that_would_end_at_the_term_is_useless(on: date, *, useful: bool) -> None:
    for move in possible(convention(UNTIL_2022, AT_WILL), on, MoveKind.LEAVE):
        assert move.useful == useful
        assert (move.effect_on is not None) == useful


def test_a_clause_for_one_party_gives_no_power_to_the_other() -> None:
    found = possible(convention(UNTIL_2022, replace(AT_WILL, by=("caf",))), date(2021, 3, 10), MoveKind.LEAVE)
    assert [m.party for m in found] == ["caf"]


def test_once_under_notice_leaving_again_is_useless() -> None:
    facts = [*SIGNED, fact(9, date(2021, 3, 10), NoticeReceived(party="caf"))]
    found = possible(convention(UNTIL_2022, AT_WILL), date(2021, 4, 1), MoveKind.LEAVE, facts)
    assert [m.useful for m in found] == [False, False]


@pytest.mark.parametrize(
    ("on", "useful", "effect"), [(date(2021, 8, 29), True, date(2021, 11, 29)), (date(2021, 8, 31), False, None)]
)
def test_during_a_long_notice_a_letter_that_ends_sooner_is_useful(
    on: date, effect: date | None, *, useful: bool
) -> None:
    letter = NoticeReceived(party="caf", effect_on=date(2021, 11, 30))
    facts = [*SIGNED, fact(9, date(2021, 3, 10), letter)]
    for move in possible(convention(UNTIL_2022, AT_WILL), on, MoveKind.LEAVE, facts):
        assert (move.useful, move.effect_on, move.last_useful_on) == (useful, effect, date(2021, 8, 29))


def test_a_tacit_renewal_may_be_refused_before_each_anniversary() -> None:
    [caf, _] = possible(convention(YEARLY, TACIT), date(2021, 3, 10), MoveKind.REFUSE_RENEWAL)
    assert (caf.last_useful_on, caf.effect_on) == (date(2022, 1, 5), date(2022, 1, 5))


def test_before_the_end_comes_a_renewal_or_a_new_convention() -> None:
    assert possible(convention(UNTIL_2022, EXPRESS), date(2022, 6, 1), MoveKind.RENEW)
    assert possible(convention(UNTIL_2022), date(2022, 6, 1), MoveKind.NEW_CONVENTION)


@pytest.mark.parametrize("on", [date(2019, 1, 1), date(2023, 1, 1)])
def test_outside_its_life_a_convention_offers_no_move(on: date) -> None:
    found = moves(convention(UNTIL_2022, AT_WILL), SIGNED, on=on, known=date(2023, 6, 1))
    assert not found
    assert not moves(convention(UNTIL_2022, AT_WILL), [], on=on, known=on)


def test_a_clause_that_works_for_the_end_of_a_period_refuses_the_renewal() -> None:
    text = convention(YEARLY, TACIT, replace(AT_WILL, at_term=True))
    [leave, _] = possible(text, date(2021, 3, 10), MoveKind.LEAVE)
    assert (leave.effect_on, leave.last_useful_on) == (date(2022, 1, 5), date(2022, 10, 5))
    [refuse, _] = possible(text, date(2021, 3, 10), MoveKind.REFUSE_RENEWAL)
    assert refuse.last_useful_on == date(2021, 10, 5)
