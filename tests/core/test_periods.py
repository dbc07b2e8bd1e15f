"""Periods of validity: tacit and express renewals, ceilings, anniversaries."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import EXPRESS, FEW, TACIT, UNTIL_2022, YEARLY, at, fact

from convenir.core.delays import Days, Months, Years
from convenir.core.facts import RenewalSigned
from convenir.core.periods import DAY, course, extended, renewal_acts
from convenir.core.terms import Duration, Renewal, Terms
from convenir.core.terms.lifetime import Mode, Start

FIRST = date(2020, 3, 1)


@FEW
@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.integers(1, 48).map(lambda n: Months(count=n)),
    st.integers(1, 24).map(lambda n: Months(count=n)),
    st.integers(1, 10).map(lambda n: Years(count=n)),
)
def test_tacit_periods_follow_each_other_up_to_the_ceiling(
    first: date, span: Months, step: Months, ceiling: Years
) -> None:
    duration = Duration(start=Start.SIGNATURE, span=span, source=at("10"))
    renewal = Renewal(mode=Mode.TACIT, step=step, ceiling=ceiling, source=at("10"))
    told = course(Terms(clauses=(duration, renewal)), first)
    assert [p.number for p in told.periods] == list(range(1, len(told.periods) + 1))
    assert all(a.last + DAY == b.first for a, b in zip(told.periods, told.periods[1:], strict=False))
    assert told.term == told.periods[-1].last


@pytest.mark.parametrize(
    ("duration", "step", "second"),
    [
        (UNTIL_2022, Years(count=1), date(2023, 12, 31)),
        (replace(YEARLY, span=Years(count=3)), Years(count=1), date(2024, 2, 29)),
        (replace(YEARLY, span=Days(count=100)), Days(count=10), date(2020, 6, 18)),
    ],
    ids=["date puis ans", "trois ans puis un an", "jours"],
)
def test_the_second_period_has_the_length_of_the_step(duration: Duration, step: Years | Days, second: date) -> None:
    renewal = Renewal(mode=Mode.TACIT, step=step, ceiling=Years(count=9), source=at("10"))
    assert course(Terms(clauses=(duration, renewal)), FIRST).periods[1].last == second


def test_without_ceiling_there_is_no_term() -> None:
    told = course(Terms(clauses=(YEARLY, replace(TACIT, ceiling=None))), FIRST)
    assert told.term is None
    assert len(told.periods) == 60


def test_a_yearly_renewal_alone_implies_a_first_year() -> None:
    assert course(Terms(clauses=(TACIT,)), FIRST).periods[0].last == date(2021, 2, 28)


def test_an_act_of_renewal_needs_every_party_the_same_term_and_a_signature_before_the_end() -> None:
    told = course(Terms(clauses=(UNTIL_2022, EXPRESS)), FIRST)
    until = date(2024, 12, 31)
    caf = fact(1, date(2022, 12, 1), RenewalSigned(party="caf", until=until))
    town = fact(2, date(2022, 12, 31), RenewalSigned(party="commune", until=until))
    late = fact(3, date(2023, 1, 1), RenewalSigned(party="commune", until=until))
    other = fact(4, date(2022, 12, 2), RenewalSigned(party="commune", until=date(2023, 6, 30)))
    both = ("caf", "commune")
    assert [extended(told, act).term for act in renewal_acts([caf, town], both)] == [until]
    assert [extended(told, act).term for act in renewal_acts([caf, late], both)] == [told.term]
    assert list(renewal_acts([caf, other], both)) == []
    assert list(renewal_acts([caf], both)) == []
