"""Notices: the clock, the form, who may leave, and what comes too late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, EXPRESS, FEW, SIGNED, TACIT, UNTIL_2022, YEARLY, convention, fact

from convenir.core.alternatives import end_readings
from convenir.core.delays import Months, after
from convenir.core.ending.notices import Outcome, last_denunciation, last_reception
from convenir.core.facts import (
    Fact,
    NoticePresented,
    NoticeReceived,
    NoticeRefused,
    NoticeReturned,
    NoticeSent,
    NoticeWithdrawn,
)
from convenir.core.law import REGISTERED_LETTER
from convenir.core.life import life
from convenir.core.terms import Term
from convenir.core.terms.termination import Clock, Form


def outcome(clauses: Sequence[Term], *facts: Fact) -> tuple[Outcome, date | None]:
    """What the last notice does, and the last day it leads to."""
    lived = life(convention(*clauses), [*SIGNED, *facts])
    return lived.notices[-1].outcome, lived.notices[-1].last_day


RECEIVED = fact(9, date(2021, 3, 10), NoticeReceived(party="commune"))


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ((UNTIL_2022, AT_WILL), (Outcome.EFFECTIVE, date(2021, 6, 10))),
        ((UNTIL_2022, replace(AT_WILL, by=("caf",))), (Outcome.NOT_ENTITLED, None)),
        ((UNTIL_2022, replace(AT_WILL, notice=None)), (Outcome.EFFECTIVE, date(2021, 3, 10))),
        ((YEARLY, replace(TACIT, ceiling=None), replace(AT_WILL, at_term=True)), (Outcome.EFFECTIVE, date(2022, 1, 5))),
        ((UNTIL_2022,), (Outcome.NO_POWER, None)),
        ((UNTIL_2022, EXPRESS), (Outcome.NO_POWER, None)),
        ((YEARLY, TACIT), (Outcome.REFUSES_RENEWAL, date(2022, 1, 5))),
        ((YEARLY, replace(TACIT, denunciation=Months(count=10))), (Outcome.REFUSES_RENEWAL, date(2023, 1, 5))),
        ((YEARLY, AT_WILL), (Outcome.OUTSIDE_LIFE, None)),
    ],
)
def test_the_clause_decides(clauses: tuple[Term, ...], expected: tuple[Outcome, date | None]) -> None:
    assert outcome(clauses, RECEIVED) == expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (None, date(2021, 6, 10)),
        (Clock.RECEPTION, date(2021, 6, 10)),
        (Clock.FIRST_PRESENTATION, date(2021, 6, 5)),
        (Clock.SENDING, date(2021, 6, 3)),
    ],
)
def test_the_clock_of_the_clause_names_the_day(clock: Clock | None, expected: date) -> None:
    sent = fact(7, date(2021, 3, 3), NoticeSent(party="commune"))
    shown = fact(8, date(2021, 3, 5), NoticePresented(party="commune"))
    assert outcome((UNTIL_2022, replace(AT_WILL, clock=clock)), sent, shown, RECEIVED)[1] == expected


def test_a_clock_without_its_fact_falls_back_on_reception() -> None:
    assert outcome((UNTIL_2022, replace(AT_WILL, clock=Clock.SENDING)), RECEIVED)[1] == date(2021, 6, 10)


@pytest.mark.parametrize(
    ("asked", "used", "effective"),
    [
        (Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER, True),
        (Form.REGISTERED_LETTER, Form.LETTER, False),
        (Form.LETTER, Form.HAND_DELIVERY, True),
        (Form.LETTER, Form.EMAIL, False),
        (None, Form.EMAIL, True),
    ],
)
def test_a_notice_needs_the_form_of_the_clause_or_a_stronger_one(
    asked: Form | None, used: Form, *, effective: bool
) -> None:
    received = fact(9, date(2021, 3, 10), NoticeReceived(party="caf", form=used))
    found, _ = outcome((UNTIL_2022, replace(AT_WILL, form=asked)), received)
    assert (found is Outcome.EFFECTIVE) == effective


def test_a_notice_before_the_conclusion_does_nothing() -> None:
    early = fact(9, date(2020, 1, 5), NoticeReceived(party="caf"))
    assert outcome((UNTIL_2022, AT_WILL), early) == (Outcome.OUTSIDE_LIFE, None)


@FEW
@given(st.dates(date(2000, 1, 1), date(2080, 12, 31)), st.integers(1, 24).map(lambda n: Months(count=n)))
def test_the_last_useful_day_is_useful_and_the_next_one_is_not(term: date, notice: Months) -> None:
    last = last_reception(term, notice)
    assert after(last, notice) < term <= after(last + timedelta(days=1), notice)
    assert after(last_denunciation(term, notice), notice) <= term


def test_each_party_leaves_by_its_own_clause() -> None:
    long = replace(AT_WILL, by=("commune",), notice=Months(count=6))
    short = replace(AT_WILL, by=("caf",))
    assert outcome((UNTIL_2022, short, long), RECEIVED) == (Outcome.EFFECTIVE, date(2021, 9, 10))


def agreed(day: date, *by: str) -> Fact:
    """The withdrawal of the notice of the commune, with the signature of those parties."""
    return fact(10, day, NoticeWithdrawn(party="commune", agreed_by=by))


@pytest.mark.parametrize(
    ("withdrawal", "expected"),
    [
        (agreed(date(2021, 6, 10), "caf"), Outcome.WITHDRAWN),
        (agreed(date(2021, 6, 10), "caf", "commune"), Outcome.WITHDRAWN),
        (agreed(date(2021, 6, 11), "caf"), Outcome.EFFECTIVE),
        (agreed(date(2021, 3, 10)), Outcome.EFFECTIVE),
        (agreed(date(2021, 3, 11), "commune"), Outcome.EFFECTIVE),
    ],
)
def test_a_notice_received_is_withdrawn_by_all_or_not_at_all(withdrawal: Fact, expected: Outcome) -> None:
    assert outcome((UNTIL_2022, AT_WILL), RECEIVED, withdrawal) == (expected, date(2021, 6, 10))


def test_a_notice_on_its_way_is_withdrawn_alone() -> None:
    sent = fact(7, date(2021, 3, 3), NoticeSent(party="commune"))
    withdrawal = fact(8, date(2021, 3, 9), NoticeWithdrawn(party="commune"))
    assert outcome((UNTIL_2022, AT_WILL), sent, withdrawal, RECEIVED)[0] is Outcome.WITHDRAWN


def test_a_letter_after_the_end_that_another_made_does_nothing() -> None:
    after_it = fact(11, date(2021, 6, 11), NoticeReceived(party="caf"))
    assert outcome((UNTIL_2022, AT_WILL), RECEIVED, after_it) == (Outcome.OUTSIDE_LIFE, None)


def test_a_letter_that_nothing_shows_received_is_no_notice() -> None:
    sent = fact(7, date(2021, 3, 3), NoticeSent(party="commune"))
    assert life(convention(UNTIL_2022, AT_WILL), [*SIGNED, sent]).notices == ()


BOTH = (YEARLY, replace(TACIT, denunciation=Months(count=1)), AT_WILL)


@pytest.mark.parametrize(
    ("received", "stated", "expected"),
    [
        (date(2020, 12, 5), date(2021, 1, 5), (Outcome.REFUSES_RENEWAL, date(2021, 1, 5))),
        (date(2020, 12, 6), date(2021, 1, 5), (Outcome.EFFECTIVE, date(2021, 3, 6))),
        (date(2020, 12, 5), date(2021, 1, 4), (Outcome.EFFECTIVE, date(2021, 3, 5))),
        (date(2020, 12, 5), None, (Outcome.EFFECTIVE, date(2021, 3, 5))),
        (date(2020, 12, 5), date(2022, 1, 5), (Outcome.REFUSES_RENEWAL, date(2022, 1, 5))),
    ],
)
def test_a_letter_that_announces_the_end_of_a_period_refuses_its_renewal(
    received: date, stated: date | None, expected: tuple[Outcome, date]
) -> None:
    assert outcome(BOTH, fact(9, received, NoticeReceived(party="commune", effect_on=stated))) == expected


def test_a_refusal_makes_a_later_end_useless() -> None:
    refusal = fact(9, date(2020, 10, 1), NoticeReceived(party="commune", effect_on=date(2021, 1, 5)))
    leaving = fact(10, date(2020, 10, 6), NoticeReceived(party="caf"))
    assert outcome(BOTH, refusal, leaving) == (Outcome.TOO_LATE, date(2021, 1, 6))
    assert life(convention(*BOTH), [*SIGNED, refusal, leaving]).last_day == date(2021, 1, 5)


def test_a_departure_names_the_law_by_which_its_letter_is_received() -> None:
    refused = life(convention(UNTIL_2022, AT_WILL), [*SIGNED, fact(9, date(2021, 3, 10), NoticeRefused(party="caf"))])
    handed = life(convention(UNTIL_2022, AT_WILL), [*SIGNED, RECEIVED])
    assert refused.departure is not None
    assert handed.departure is not None
    assert (refused.departure.laws, handed.departure.laws) == ((REGISTERED_LETTER,), ())


def test_the_first_renewal_refused_ends_the_convention() -> None:
    second = fact(9, date(2020, 10, 1), NoticeReceived(party="commune", effect_on=date(2022, 1, 5)))
    first = fact(10, date(2020, 10, 2), NoticeReceived(party="caf", effect_on=date(2021, 1, 5)))
    leaving = fact(11, date(2020, 10, 20), NoticeReceived(party="commune"))
    assert outcome(BOTH, second, first, leaving) == (Outcome.TOO_LATE, date(2021, 1, 20))
    assert life(convention(*BOTH), [*SIGNED, second, first, leaving]).last_day == date(2021, 1, 5)


def last_days(clauses: Sequence[Term], *facts: Fact) -> dict[tuple[str, ...], date | None]:
    """Every last day in force that the readings leave open, by the alternatives chosen."""
    found = end_readings(convention(*clauses), [*SIGNED, *facts], known=date.max)
    return {reading.labels: reading.last_day for reading in found}


def test_a_letter_never_collected_leaves_two_ends() -> None:
    shown = fact(8, date(2021, 3, 5), NoticePresented(party="commune", passage_left=True))
    back = fact(9, date(2021, 3, 25), NoticeReturned(party="commune"))
    found = last_days((UNTIL_2022, AT_WILL), shown, back)
    assert (found[()], found["no_reception",]) == (date(2021, 6, 5), date(2022, 12, 31))


def test_a_withdrawal_leaves_two_ends() -> None:
    found = last_days((UNTIL_2022, AT_WILL), RECEIVED, agreed(date(2021, 4, 1), "caf"))
    assert (found[()], found["notice_stands",]) == (date(2022, 12, 31), date(2021, 6, 10))


def test_a_refusal_of_renewal_may_be_read_as_a_termination() -> None:
    refusal = fact(9, date(2020, 12, 5), NoticeReceived(party="commune", effect_on=date(2021, 1, 5)))
    found = last_days(BOTH, refusal)
    assert (found[()], found["termination",]) == (date(2021, 1, 5), date(2021, 3, 5))
