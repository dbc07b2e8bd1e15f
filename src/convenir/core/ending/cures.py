"""The time that a formal notice leaves: its readings, and the days that are safe for the debtor and the creditor."""

from collections.abc import Iterator
from datetime import date, timedelta

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import after
from convenir.core.ending.breaches import Breach, FormalNotice
from convenir.core.workdays import Calendar, next_workday, previous_workday

DAY = timedelta(days=1)


def safe_to_cure(end: date, calendar: Calendar) -> date:
    """The working day by which the debtor is in time in every reading of a time that ends on `end`.

    >>> from convenir.core.workdays import FRENCH
    >>> safe_to_cure(date(2023, 4, 30), FRENCH), safe_to_declare(date(2023, 4, 30), FRENCH)
    (datetime.date(2023, 4, 28), datetime.date(2023, 5, 3))
    """
    return previous_workday(end, calendar)


def safe_to_declare(end: date, calendar: Calendar) -> date:
    """The first day on which the creditor may terminate in every reading, the one that rolls included."""
    return next_workday(end, calendar) + DAY


def readings(notice: FormalNotice) -> Iterator[Assumption]:
    """What was chosen to date the end of the time to cure, whatever the calendar."""
    clause, end, given = notice.clause, notice.ends_on, notice.event.cure
    if clause is None or end is None:
        return
    if clause.clock is None and clause.cure is not None:
        other = Alternative(reading="sending", on=after(notice.sent_on, clause.cure))
        yield Assumption(choice=Choice.CURE_FROM_PRESENTATION, on=end, alternatives=(other,), source=clause.source)
    shortest = None if clause.cure is None or notice.runs_from is None else after(notice.runs_from, clause.cure)
    if given is not None and shortest is not None and shortest < end:
        other = Alternative(reading="cure_of_the_clause", on=shortest)
        yield Assumption(choice=Choice.LONGER_CURE_ALLOWED, on=end, alternatives=(other,), source=clause.source)


def rolled(notice: FormalNotice, calendar: Calendar) -> Iterator[Assumption]:
    """The other end of the time to cure, where it ends on a day that is not a working day."""
    end = notice.ends_on
    if end is None or notice.clause is None or next_workday(end, calendar) == end:
        return
    other = Alternative(reading="next_workday", on=next_workday(end, calendar))
    yield Assumption(choice=Choice.CURE_DOES_NOT_ROLL, on=end, alternatives=(other,), source=notice.clause.source)


def late_cure(breach: Breach, notice: FormalNotice | None, by: date) -> Iterator[Assumption]:
    """A breach that ceased after the time to cure, by that day: the power already open is kept."""
    if notice is None or notice.ends_on is None or notice.clause is None or breach.cured_on is None:
        return
    if notice.ends_on < breach.cured_on <= by:
        yield Assumption(
            choice=Choice.LATE_CURE_KEEPS_POWER,
            alternatives=(Alternative(reading="power_lost"),),
            source=notice.clause.source,
        )
