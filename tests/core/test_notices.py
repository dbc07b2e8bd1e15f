"""Notices: the clock, the form, who may leave, and what comes too late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, EXPRESS, FEW, SIGNED, TACIT, UNTIL_2022, YEARLY, convention, fact

from convenir.core.delays import Months, after
from convenir.core.facts import Fact, NoticePresented, NoticeReceived, NoticeSent
from convenir.core.life import life
from convenir.core.notices import Outcome, last_denunciation, last_reception
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
