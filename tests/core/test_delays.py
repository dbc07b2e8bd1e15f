"""Delays and spans: the four functions, their boundaries and what always holds of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW

from convenir.core.delays import (
    Between,
    Days,
    Delay,
    Months,
    Years,
    after,
    ambiguous_last_day,
    anniversary,
    before,
    clear,
    earliest,
    last_day,
    latest,
)

DAYS = st.dates(date(1982, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, 120).map(lambda n: Months(count=n))


@pytest.mark.parametrize(
    ("day", "delay", "expected"),
    [
        (date(2016, 11, 30), Months(count=3), date(2017, 2, 28)),
        (date(2017, 2, 28), Months(count=3), date(2017, 5, 28)),
        (date(2021, 12, 31), Years(count=2), date(2023, 12, 31)),
        (date(2021, 7, 1), Days(count=0), date(2021, 7, 1)),
    ],
)
def test_a_delay_ends_on_the_same_day_number_or_on_the_last_of_the_month(
    day: date, delay: Delay, expected: date
) -> None:
    assert after(day, delay) == expected


def test_counting_back_is_not_the_inverse_of_counting_on() -> None:
    month = Months(count=1)
    assert before(after(date(2015, 1, 31), month), month) == date(2015, 1, 28)


@FEW
@given(DAYS, MONTHS)
def test_months_keep_the_day_number_or_fall_on_the_end_of_the_month(day: date, delay: Months) -> None:
    end = after(day, delay)
    assert end.day == day.day or (end + timedelta(days=1)).day == 1 and end.day < day.day


@FEW
@given(DAYS, MONTHS)
def test_a_later_event_never_ends_earlier(day: date, delay: Months) -> None:
    assert after(day, delay) <= after(day + timedelta(days=1), delay)
    assert before(day, delay) <= before(day + timedelta(days=1), delay)


@FEW
@given(DAYS, MONTHS)
def test_a_span_ends_on_the_eve_of_its_anniversary(day: date, span: Months) -> None:
    assert last_day(day, span) + timedelta(days=1) == anniversary(day, span, 1) == after(day, span)
    assert clear(day, span) == after(day, span) + timedelta(days=1)


@FEW
@given(DAYS, MONTHS)
def test_only_a_missing_day_number_makes_a_span_ambiguous(day: date, span: Months) -> None:
    other = ambiguous_last_day(day, span)
    assert (other is None) == (anniversary(day, span, 1).day == day.day)


@FEW
@given(DAYS, st.integers(0, 40))
def test_anniversaries_of_the_origin_do_not_drift(day: date, times: int) -> None:
    assert anniversary(day, Years(count=1), times) == after(day, Years(count=times))


def test_a_month_lies_between_its_first_and_last_day() -> None:
    month = Between.month(2008, 2)
    assert (earliest(month), latest(month)) == (date(2008, 2, 1), date(2008, 2, 29))
    assert (earliest(Between.year(2021)), latest(Between.year(2021))) == (date(2021, 1, 1), date(2021, 12, 31))
