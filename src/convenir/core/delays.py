"""Delays and spans written in texts, and the only date arithmetic of the product.

Four functions are kept apart because law counts four ways: a period that runs from an event (`after`), a
period that is counted back from a meeting (`before`), the délai franc of a court action (`clear`), and
the life of a contract (`last_day`). Months are always added once, from the anchor, never one by one.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

FEBRUARY = 2
DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A number of calendar days."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """A number of calendar months."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A number of years."""

    count: int


Delay: TypeAlias = Days | Months | Years


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A day known only to lie between two days, both included («mars 2008»)."""

    earliest: date
    latest: date

    @classmethod
    def month(cls, year: int, month: int) -> "Between":
        """Some day of that month."""
        return cls(earliest=date(year, month, 1), latest=date(year, month, days_in(year, month)))

    @classmethod
    def year(cls, year: int) -> "Between":
        """Some day of that year."""
        return cls(earliest=date(year, 1, 1), latest=date(year, 12, 31))


Day: TypeAlias = date | Between


def earliest(day: Day) -> date:
    """The first day that `day` may be."""
    return day.earliest if isinstance(day, Between) else day


def latest(day: Day) -> date:
    """The last day that `day` may be."""
    return day.latest if isinstance(day, Between) else day


def days_in(year: int, month: int) -> int:
    """How many days that month has."""
    return 29 if month == FEBRUARY and calendar.isleap(year) else DAYS_IN[month - 1]


def months_of(delay: Delay) -> int:
    """The delay in months; a delay in days has none.

    >>> months_of(Years(count=2)), months_of(Days(count=40))
    (24, 0)
    """
    match delay:
        case Months(count=count):
            return count
        case Years(count=count):
            return 12 * count
        case Days():
            return 0


def _shift(day: date, months: int) -> date:
    """The same day number, `months` later (or earlier), else the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def after(day: date, delay: Delay) -> date:
    """The day on which a delay that runs from an event of `day` expires, at midnight.

    Months run to the same day number; without one, to the last of the month (by analogy with Code de
    procédure civile, art. 641). It does not move to a working day: `workdays` gives that other reading.

    >>> after(date(2022, 9, 30), Months(count=3))
    datetime.date(2022, 12, 30)
    >>> after(date(2025, 1, 31), Months(count=1))
    datetime.date(2025, 2, 28)
    >>> after(date(2021, 7, 1), Days(count=15))
    datetime.date(2021, 7, 16)
    """
    if isinstance(delay, Days):
        return day + timedelta(days=delay.count)
    return _shift(day, months_of(delay))


def before(day: date, delay: Delay) -> date:
    """The last day to act `delay` before `day`: calendar days, not clear days. Not the inverse of `after`.

    >>> before(date(2015, 3, 31), Months(count=1))
    datetime.date(2015, 2, 28)
    >>> before(date(2017, 5, 16), Days(count=15))
    datetime.date(2017, 5, 1)
    """
    if isinstance(delay, Days):
        return day - timedelta(days=delay.count)
    return _shift(day, -months_of(delay))


def clear(day: date, delay: Delay) -> date:
    """The last day of a délai franc: neither the day of the event nor that of expiry counts.

    Court actions only (Code de justice administrative, art. R. 421-1; CE, 15 December 2023, n° 472836).

    >>> clear(date(2021, 10, 15), Months(count=2))
    datetime.date(2021, 12, 16)
    """
    return after(day, delay) + timedelta(days=1)


def anniversary(day: date, span: Delay, times: int) -> date:
    """The first day of the period that follows `times` spans from `day`, counted from the origin.

    >>> [anniversary(date(2016, 2, 29), Years(count=1), k).isoformat() for k in (1, 2, 4)]
    ['2017-02-28', '2018-02-28', '2020-02-29']
    """
    if isinstance(span, Days):
        return day + timedelta(days=span.count * times)
    return _shift(day, months_of(span) * times)


def last_day(first: date, span: Delay) -> date:
    """The last day of a span that begins on `first`: the eve of the anniversary.

    >>> last_day(date(2021, 1, 1), Years(count=5))
    datetime.date(2025, 12, 31)
    >>> last_day(date(2016, 2, 29), Years(count=1))
    datetime.date(2017, 2, 27)
    """
    return anniversary(first, span, 1) - timedelta(days=1)


def ambiguous_last_day(first: date, span: Delay) -> date | None:
    """The other last day, where the anniversary does not exist and was moved back.

    >>> ambiguous_last_day(date(2016, 2, 29), Years(count=1))
    datetime.date(2017, 2, 28)
    >>> ambiguous_last_day(date(2016, 3, 1), Years(count=1)) is None
    True
    """
    if isinstance(span, Days) or anniversary(first, span, 1).day == first.day:
        return None
    return anniversary(first, span, 1)
