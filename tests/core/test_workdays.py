"""Public holidays by territory, and the nearest working day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW

from convenir.core.workdays import Calendar, Territory, easter, holidays, is_workday, next_workday, previous_workday

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
PLACES = st.sampled_from([Calendar(territory=territory) for territory in Territory])


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2000, date(2000, 4, 23)), (2008, date(2008, 3, 23)), (2019, date(2019, 4, 21)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_eleven_holidays_in_france_and_two_more_in_alsace_moselle() -> None:
    assert len(holidays(2023)) == 11
    alsace = holidays(2023, Calendar(territory=Territory.ALSACE_MOSELLE))
    assert alsace - holidays(2023) == {date(2023, 4, 7), date(2023, 12, 26)}


def test_good_friday_counts_unless_the_commune_says_it_does_not() -> None:
    without = Calendar(territory=Territory.ALSACE_MOSELLE, good_friday=False)
    assert date(2023, 4, 7) not in holidays(2023, without)
    assert next_workday(date(2014, 4, 18), without) == date(2014, 4, 18)


@pytest.mark.parametrize(
    ("territory", "day"),
    [
        (Territory.REUNION, date(2022, 12, 20)),
        (Territory.MARTINIQUE, date(2023, 5, 22)),
        (Territory.GUADELOUPE, date(2024, 5, 27)),
        (Territory.GUYANE, date(2024, 6, 10)),
        (Territory.MAYOTTE, date(2023, 4, 27)),
    ],
)
def test_the_abolition_of_slavery_is_a_holiday_overseas(territory: Territory, day: date) -> None:
    assert next_workday(day, Calendar(territory=territory)) == day + timedelta(days=1)
    assert is_workday(day)


@FEW
@given(DAYS, PLACES)
def test_the_nearest_working_day_is_one_and_nothing_lies_between(day: date, place: Calendar) -> None:
    later, sooner = next_workday(day, place), previous_workday(day, place)
    assert is_workday(later, place)
    assert is_workday(sooner, place)
    between = [day + timedelta(days=n) for n in range((later - day).days)]
    assert not any(is_workday(other, place) for other in between)
