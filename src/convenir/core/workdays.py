"""Public holidays of France by territory and year, and the nearest working day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache


class Territory(StrEnum):
    """Where an act must be done; its holidays count."""

    FRANCE = "FR"
    ALSACE_MOSELLE = "AM"
    GUADELOUPE = "GP"
    GUYANE = "GF"
    MARTINIQUE = "MQ"
    MAYOTTE = "YT"
    REUNION = "RE"
    SAINT_BARTHELEMY = "BL"
    SAINT_MARTIN = "MF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The holidays of a place.

    `good_friday` says whether Good Friday counts in that commune of Alsace-Moselle; None is unknown, and it
    then counts by assumption.
    """

    territory: Territory = Territory.FRANCE
    good_friday: bool | None = None


FRENCH = Calendar()

# Code du travail, art. L. 3133-1: fixed days, as (month, day).
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))

# Code du travail, art. L. 3134-13 (Alsace-Moselle) and L. 3422-2 (overseas, abolition of slavery).
LOCAL: dict[Territory, tuple[int, int]] = {
    Territory.ALSACE_MOSELLE: (12, 26),
    Territory.GUADELOUPE: (5, 27),
    Territory.GUYANE: (6, 10),
    Territory.MARTINIQUE: (5, 22),
    Territory.MAYOTTE: (4, 27),
    Territory.REUNION: (12, 20),
    Territory.SAINT_BARTHELEMY: (10, 9),
    Territory.SAINT_MARTIN: (5, 27),
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int, calendar: Calendar = FRENCH) -> frozenset[date]:
    """The public holidays of that year in that place.

    >>> date(2014, 4, 18) in holidays(2014)
    False
    >>> date(2014, 4, 18) in holidays(2014, Calendar(territory=Territory.ALSACE_MOSELLE))
    True
    """
    sunday = easter(year)
    days = {date(year, month, day) for month, day in FIXED}
    days |= {sunday + timedelta(days=n) for n in (1, 39, 50)}  # Easter Monday, Ascension, Whit Monday
    if calendar.territory in LOCAL:
        days.add(date(year, *LOCAL[calendar.territory]))
    if calendar.territory is Territory.ALSACE_MOSELLE and calendar.good_friday is not False:
        days.add(sunday - timedelta(days=2))
    return frozenset(days)


def is_workday(day: date, calendar: Calendar = FRENCH) -> bool:
    """Neither Saturday, nor Sunday, nor holiday."""
    return day.isoweekday() < 6 and day not in holidays(day.year, calendar)


def next_workday(day: date, calendar: Calendar = FRENCH) -> date:
    """`day`, or the first working day after it.

    >>> next_workday(date(2023, 4, 30))
    datetime.date(2023, 5, 2)
    """
    return _walk(day, calendar, lambda d: d + timedelta(days=1))


def previous_workday(day: date, calendar: Calendar = FRENCH) -> date:
    """`day`, or the last working day before it.

    >>> previous_workday(date(2017, 5, 1))
    datetime.date(2017, 4, 28)
    """
    return _walk(day, calendar, lambda d: d - timedelta(days=1))


def aim(due_on: date | None, calendar: Calendar = FRENCH) -> date | None:
    """The working day to aim at, where `due_on` is not one; None where it is, or where there is no day.

    >>> aim(date(2016, 12, 31)), aim(date(2019, 12, 31))
    (datetime.date(2016, 12, 30), None)
    """
    if due_on is None or is_workday(due_on, calendar):
        return None
    return previous_workday(due_on, calendar)


def _walk(day: date, calendar: Calendar, step: Callable[[date], date]) -> date:
    while not is_workday(day, calendar):
        day = step(day)
    return day
