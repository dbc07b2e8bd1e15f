"""The life that facts make: starts, ends, imprecise days, and what never changes it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, CAF, FEW, TACIT, UNTIL_2022, YEARLY, at, convention, fact, signed

from convenir.core.assumptions import Choice
from convenir.core.delays import Between
from convenir.core.facts import Cancelled, Event, Fact, MeetingHeld, NoticeReceived, Signed, StatedDate, known_on
from convenir.core.life import life
from convenir.core.terms import Duration, Formalities
from convenir.core.terms.lifetime import Start

TEXT = convention(UNTIL_2022, AT_WILL)
DAYS = st.dates(date(2018, 1, 1), date(2023, 12, 31))
PARTIES = st.sampled_from(["caf", "commune"])
EVENTS: st.SearchStrategy[Event] = st.one_of(
    PARTIES.map(lambda party: Signed(party=party)),
    PARTIES.map(lambda party: NoticeReceived(party=party)),
    st.just(MeetingHeld(body="copil")),
)
FACTS = st.lists(st.tuples(DAYS, EVENTS), max_size=8).map(
    lambda rows: [fact(number, day, event) for number, (day, event) in enumerate(rows)]
)


def test_a_convention_lives_from_its_last_signature_to_its_last_day() -> None:
    late = fact(3, date(2019, 12, 19), Signed(party="commune"))
    lived = life(TEXT, [*signed(date(2019, 12, 12), by=["caf"]), late])
    assert (lived.first_day, lived.term, lived.last_day) == (date(2019, 12, 19), date(2022, 12, 31), date(2022, 12, 31))
    [start, *_] = lived.assumptions
    assert start.choice is Choice.START_AT_LAST_SIGNATURE
    assert start.alternatives[0].on == date(2019, 12, 12)


def test_a_stated_date_later_than_the_signatures_is_the_start_where_the_text_says_so() -> None:
    text = convention(replace(UNTIL_2022, stated_date=True))
    later = fact(9, date(2020, 2, 1), StatedDate())
    assert life(text, [*signed(date(2020, 1, 6)), later]).first_day == date(2020, 2, 1)


@pytest.mark.parametrize("start", [Start.NOTIFICATION, Start.PUBLICATION, Start.APPROVAL])
def test_a_start_that_no_fact_can_date_is_the_last_signature_by_assumption(start: Start) -> None:
    lived = life(convention(replace(UNTIL_2022, start=start)), signed(date(2020, 1, 6)))
    assert lived.first_day == date(2020, 1, 6)
    assert lived.assumptions[0].choice is Choice.START_AT_LAST_SIGNATURE


def test_an_unsigned_convention_has_no_life() -> None:
    lived = life(TEXT, [])
    assert (lived.concluded_on, lived.first_day, lived.periods) == (None, None, ())
    assert lived.missing == ("caf", "commune")


def test_a_month_of_signature_gives_two_ends() -> None:
    lived = life(convention(YEARLY), signed(Between.month(2020, 3)))
    assert lived.concluded_on == Between.month(2020, 3)
    assert lived.last_day is None
    assert lived.range == (date(2021, 2, 28), date(2021, 3, 30))


def test_a_month_that_changes_nothing_leaves_an_exact_end() -> None:
    lived = life(TEXT, [*signed(date(2020, 1, 6)), fact(8, Between.month(2020, 5), MeetingHeld(body="copil"))])
    assert (lived.range, lived.last_day) == (None, date(2022, 12, 31))


def test_a_start_known_to_the_month_is_read_both_ways() -> None:
    duration = Duration(start=Start.FIXED, starts_on=Between.month(2020, 3), span=YEARLY.span, source=at("10"))
    assert life(convention(duration), signed(date(2020, 1, 6))).range == (date(2021, 2, 28), date(2021, 3, 30))


def test_the_earliest_of_two_notices_ends_the_convention_and_cuts_its_period() -> None:
    text = convention(YEARLY, TACIT, AT_WILL)
    notices = [
        fact(8, date(2021, 3, 10), NoticeReceived(party="caf")),
        fact(9, date(2021, 2, 10), NoticeReceived(party="commune")),
    ]
    lived = life(text, [*signed(date(2020, 1, 6)), *notices])
    assert lived.last_day == date(2021, 5, 10)
    assert lived.departure is not None
    assert lived.departure.party == "commune"
    assert [(p.number, p.last) for p in lived.periods] == [(1, date(2021, 1, 5)), (2, date(2021, 5, 10))]
    assert lived.term == date(2024, 1, 5)


@FEW
@given(FACTS.flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts))))
def test_the_order_of_recording_does_not_matter(both: tuple[list[Fact], list[Fact]]) -> None:
    facts, shuffled = both
    assert life(TEXT, known_on(facts, date.max)) == life(TEXT, known_on(shuffled, date.max))


@FEW
@given(FACTS, DAYS, EVENTS)
def test_a_cancelled_fact_leaves_no_trace(facts: list[Fact], day: date, event: Event) -> None:
    wrong = fact(90, day, event)
    erased = fact(91, day + timedelta(days=3), Cancelled(fact="f90"))
    told = life(TEXT, known_on([*facts, wrong, erased], date.max))
    assert told == life(TEXT, known_on(facts, date.max))
    assert life(TEXT, known_on([*facts, wrong, erased], day)) == life(TEXT, known_on([*facts, wrong], day))


@FEW
@given(FACTS)
def test_periods_lie_between_the_first_and_the_last_day(facts: list[Fact]) -> None:
    lived = life(convention(YEARLY, TACIT, AT_WILL), known_on(facts, date.max))
    if lived.periods and lived.last_day is not None:
        assert lived.periods[0].first == lived.first_day
        assert lived.periods[-1].last == lived.last_day


def test_a_signed_text_without_parties_or_duration_lives_without_end() -> None:
    dated = Formalities(stated_on=date(2020, 1, 6), source=at("signatures"))
    lived = life(replace(TEXT, clauses=(CAF, dated)), [])
    assert (lived.first_day, lived.last_day, lived.periods) == (date(2020, 1, 6), None, ())
