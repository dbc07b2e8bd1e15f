"""Periods in which meetings are owed: stated or implied, cut short by the end, or without an end."""

from datetime import date

import pytest
from tests.core.lives import UNTIL_2022, at, convention, situation

from convenir.core.assumptions import Choice
from convenir.core.committees.cadences import paces
from convenir.core.force import Force
from convenir.core.rules.evaluation import yearly_ones
from convenir.core.rules.governance import meetings_owed
from convenir.core.terms import Duration, Evaluation, Review
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.governance import MeetingCadence
from convenir.core.terms.lifetime import Start

TODAY = date(2020, 6, 1)
DRAWN_UP = Review(moment=Moment.YEARLY, body="copil", role=BodyRole.DRAWS_UP, source=at("9"))
TWICE = MeetingCadence(body="copil", count=2, source=at("6"))
WITHOUT_END = Duration(start=Start.SIGNATURE, source=at("10"))


def test_a_stated_cadence_is_not_doubled_by_an_implied_one() -> None:
    found = list(paces(situation(convention(UNTIL_2022, TWICE, DRAWN_UP), TODAY)))
    assert [(pace.cadence.count, pace.force) for pace in found] == [(2, Force.HARD)]


@pytest.mark.parametrize("role", [BodyRole.EXAMINES, BodyRole.RECEIVES, None])
def test_what_is_only_put_before_a_body_implies_no_cadence(role: BodyRole | None) -> None:
    shown = Evaluation(moment=Moment.YEARLY, body="copil", role=role, source=at("9"))
    assert list(paces(situation(convention(UNTIL_2022, shown), TODAY))) == []


def test_a_final_review_implies_no_cadence() -> None:
    final = Review(moment=Moment.FINAL, body="copil", role=BodyRole.DRAWS_UP, source=at("9"))
    assert list(paces(situation(convention(UNTIL_2022, final), TODAY))) == []


def test_two_clauses_on_the_same_body_imply_one_meeting_a_year() -> None:
    also = Evaluation(moment=Moment.YEARLY, body="copil", role=BodyRole.DRAWS_UP, source=at("8"))
    (pace,) = paces(situation(convention(UNTIL_2022, also, DRAWN_UP), TODAY))
    assert (pace.cadence.count, pace.cadence.source.article) == (1, "9")
    assert [period.due_on for period in pace.rounds] == [date(year, 12, 31) for year in (2020, 2021, 2022)]
    assert all(period.assumptions[0].choice is Choice.CADENCE_FROM_YEARLY_WORK for period in pace.rounds)


def test_without_a_last_day_no_year_is_cut_short() -> None:
    asked = situation(convention(WITHOUT_END, TWICE, DRAWN_UP), TODAY)
    meetings = [duty for duty in meetings_owed(asked) if duty.rank == 1]
    reviews = list(yearly_ones(asked))
    assert [duty.due_on for duty in meetings] == [duty.due_on for duty in reviews]
    assert {(day.month, day.day) for day in (duty.due_on for duty in reviews) if day} == {(12, 31)}
    assert not any(duty.assumptions for duty in (*meetings, *reviews) if duty.period != "2020")


def test_nothing_is_owed_before_the_conclusion() -> None:
    asked = situation(convention(UNTIL_2022, TWICE, DRAWN_UP), TODAY, [])
    assert [*meetings_owed(asked), *yearly_ones(asked)] == []
