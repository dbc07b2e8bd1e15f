"""Civil years, semesters, quarters and months: the periods in which meetings, reviews and deliveries are counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import Months, Years, after, anniversary, days_in, last_day
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms.governance import PERIODS_A_YEAR, Per

LETTERS = {Per.SEMESTER: "S", Per.QUARTER: "T"}
SHORT = Months(count=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A whole civil period: its label («2024», «2024-T3», «2024-03»), first and last day."""

    label: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyDuty:
    """A civil year for which something is owed, and the day by which it is."""

    year: int
    due_on: date
    assumptions: tuple[Assumption, ...] = ()


def _label(year: int, number: int, per: Per) -> str:
    if per is Per.CIVIL_YEAR:
        return str(year)
    return f"{year}-{number:02d}" if per is Per.MONTH else f"{year}-{LETTERS[per]}{number}"


def stretches(first: date, last: date, per: Per) -> Iterator[Stretch]:
    """The civil periods that hold at least one day from `first` to `last`.

    >>> [s.label for s in stretches(date(2016, 5, 2), date(2016, 12, 31), Per.QUARTER)]
    ['2016-T2', '2016-T3', '2016-T4']
    """
    for year in range(first.year, last.year + 1):
        for stretch in _of_year(year, per):
            if stretch.first <= last and stretch.last >= first:
                yield stretch


@cache
def _of_year(year: int, per: Per) -> tuple[Stretch, ...]:
    """The periods of a civil year: they are the same for every convention."""
    months = 12 // PERIODS_A_YEAR[per]
    return tuple(
        Stretch(
            label=_label(year, number, per),
            first=date(year, (number - 1) * months + 1, 1),
            last=date(year, number * months, days_in(year, number * months)),
        )
        for number in range(1, PERIODS_A_YEAR[per] + 1)
    )


def share(first: date, last: date, stretch: Stretch, count: int) -> int:
    """Pro rata: how many of `count` fall on the days of the period from `first` to `last`, rounded down.

    >>> year = Stretch(label="2016", first=date(2016, 1, 1), last=date(2016, 12, 31))
    >>> share(date(2016, 4, 25), date(2017, 12, 31), year, 2)
    1
    """
    covered = (min(last, stretch.last) - max(first, stretch.first)).days + 1
    return count * covered // ((stretch.last - stretch.first).days + 1)


def contract_year_end(first: date, day: date, end: date) -> date:
    """The last day of the contract year, counted from `first`, that holds `day`; never after `end`.

    >>> contract_year_end(date(2016, 4, 25), date(2016, 12, 31), date(2017, 12, 31))
    datetime.date(2017, 4, 24)
    """
    times = 1
    while anniversary(first, Years(count=1), times) <= day:
        times += 1
    return min(end, anniversary(first, Years(count=1), times) - timedelta(days=1))


def is_short(first: date, last: date) -> bool:
    """Whether a part of year lasts less than six months.

    >>> is_short(date(2019, 12, 19), date(2019, 12, 31)), is_short(date(2016, 4, 25), date(2016, 12, 31))
    (True, False)
    """
    return after(first, SHORT) > last + timedelta(days=1)


def yearly(situation: Situation, source: Source) -> Iterator[YearlyDuty]:
    """The civil years for which a bilan, an evaluation or a delivery is owed, each by its last day.

    A first part of year shorter than six months is merged with the next year; a last part that short asks
    nothing of its own, unless nothing else would be owed. A year over before the last signature is not owed.
    Without a last day that can be computed, no year is cut short.
    """
    first, owed_from = situation.binds_from, situation.owed_from
    if first is None or owed_from is None:
        return
    end = situation.life.last_day or date.max
    years = list(stretches(first, min(end, situation.until), Per.CIVIL_YEAR))
    merged = bool(years) and years[0].last < end and is_short(first, years[0].last)
    counted = years[1:] if merged else years
    for rank, year in enumerate(counted):
        due_on = min(year.last, end)
        opens = first if rank == 0 else year.first
        whole = due_on == year.last or not is_short(opens, due_on)
        if due_on < owed_from or not (whole or len(counted) == 1):
            continue
        choices = _first_year(first, end, merged, source) if rank == 0 and first != year.first else ()
        choices += tuple(_last_year(opens, year, end, source))
        yield YearlyDuty(year=year.first.year, due_on=due_on, assumptions=choices)


def _first_year(first: date, end: date, merged: bool, source: Source) -> tuple[Assumption, ...]:
    """What the product chooses for an incomplete first year, and what the other readings give."""
    eve = date(first.year, 12, 31)
    by_contract = Alternative(reading="contract_year", on=min(end, last_day(first, Years(count=1))))
    if not merged:
        return (Assumption(choice=Choice.CIVIL_YEAR, on=min(eve, end), alternatives=(by_contract,), source=source),)
    year = Stretch(label="", first=date(first.year, 1, 1), last=eve)
    others = (
        Alternative(reading="due", on=eve),
        Alternative(reading="pro_rata", count=share(first, end, year, 1)),
        by_contract,
    )
    merged_on = min(end, date(first.year + 1, 12, 31))
    choice = Choice.SHORT_FIRST_YEAR_IS_MERGED
    return (Assumption(choice=choice, on=merged_on, alternatives=others, source=source),)


def _last_year(opens: date, year: Stretch, end: date, source: Source) -> Iterator[Assumption]:
    """What the product chooses where the end cuts this year or the next one short, and what the other reading gives."""
    if end < year.last:
        choice = Choice.OWED_AT_LEAST_ONCE if is_short(opens, end) else Choice.LONG_LAST_YEAR_COUNTS
        not_due = Alternative(reading="not_due", count=0)
        yield Assumption(choice=choice, on=end, alternatives=(not_due,), source=source)
    if year.last < end < date(year.first.year + 1, 12, 31) and is_short(year.last + timedelta(days=1), end):
        choice, due = Choice.SHORT_LAST_YEAR_ASKS_NOTHING, Alternative(reading="due_at_the_end", on=end)
        yield Assumption(choice=choice, alternatives=(due,), source=source)


def civil_year(first: date, due_on: date, end: date, source: Source) -> tuple[Assumption, ...]:
    """A year read as the civil one, where the contract year that holds its last day ends on another day.

    >>> ground = Source(text="convention", article="5")
    >>> [a.alternatives[0].on for a in civil_year(date(2016, 4, 25), date(2016, 12, 31), date(2017, 12, 31), ground)]
    [datetime.date(2017, 4, 24)]
    >>> civil_year(date(2021, 1, 1), date(2021, 12, 31), date(2025, 12, 31), ground)
    ()
    """
    by_contract = contract_year_end(first, due_on, end)
    if by_contract == due_on:
        return ()
    other = Alternative(reading="contract_year", on=by_contract)
    return (Assumption(choice=Choice.CIVIL_YEAR, on=due_on, alternatives=(other,), source=source),)


def following(first_on: date, end: date, years: Iterator[YearlyDuty]) -> Iterator[YearlyDuty]:
    """A first duty on a day of its own, then those of the years after it.

    >>> own = following(date(2022, 9, 1), date(2024, 12, 31), iter(YearlyDuty(year=y, due_on=date(y, 12, 31))
    ...     for y in (2021, 2022, 2023)))
    >>> [(duty.year, duty.due_on.month) for duty in own]
    [(2022, 9), (2023, 12)]
    """
    if first_on <= end:
        yield YearlyDuty(year=first_on.year, due_on=first_on)
    yield from (duty for duty in years if duty.year > first_on.year)
