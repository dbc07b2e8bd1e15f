"""What an early end leaves: commitments that run off or stop, and the readings chosen to date that end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import earliest
from convenir.core.ends import Departure
from convenir.core.facts import CommitmentMade, Fact
from convenir.core.life import Life
from convenir.core.terms.termination import Ground
from convenir.core.workdays import Calendar, Territory, next_workday

# Ends that come on the day that the parties chose, not at the end of a delay.
AT_ONCE = frozenset({Ground.BREACH, Ground.UNLAWFUL, Ground.NO_AMENDMENT, Ground.MUTUAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commitment or a fiche action: made on which day, with its own last day if it has one."""

    label: str
    made_on: date
    until: date | None
    sheet: bool
    fact: str


def commitments(facts: Sequence[Fact]) -> tuple[Commitment, ...]:
    """The commitments that facts name, in the order they were made."""
    return tuple(
        Commitment(
            label=fact.event.label,
            made_on=earliest(fact.on),
            until=fact.event.until,
            sheet=fact.event.sheet,
            fact=fact.id,
        )
        for fact in facts
        if isinstance(fact.event, CommitmentMade)
    )


def open_commitments(facts: Sequence[Fact], lived: Life, on: date) -> tuple[Commitment, ...]:
    """The commitments made before a termination that still run on that day, or have no term."""
    if lived.departure is None:
        return ()
    end = lived.departure.last_day
    return tuple(c for c in commitments(facts) if c.made_on <= end and (c.until is None or c.until >= on))


def choices(lived: Life, calendar: Calendar, *, running: bool) -> Iterator[Assumption]:
    """What was chosen to date the end in motion; `running`: its last day has not passed."""
    gone = lived.departure
    if gone is None:
        return
    yield from gone.assumptions
    yield from _cure_rolled(gone, calendar)
    if gone.ground in AT_ONCE:
        return
    yield from _good_friday(gone.last_day, calendar)
    if not any(notice.stated_on == gone.last_day for notice in lived.notices):
        yield from _rolled(gone, Choice.NOTICE_DOES_NOT_ROLL, gone.last_day, calendar)
    if running:
        yield Assumption(choice=Choice.NOTICE_DOES_NOT_SUSPEND, on=gone.last_day, source=gone.because[0])


def _cure_rolled(gone: Departure, calendar: Calendar) -> Iterator[Assumption]:
    """A declaration that would come too early if the time to cure moved to the next working day."""
    end = gone.cure_ends_on
    if end is not None and next_workday(end, calendar) >= gone.received_on:
        yield from _rolled(gone, Choice.CURE_DOES_NOT_ROLL, end, calendar)


def _rolled(gone: Departure, choice: Choice, day: date, calendar: Calendar) -> Iterator[Assumption]:
    """The other day, where a delay ends on one that is not a working day."""
    rolled = next_workday(day, calendar)
    if rolled != day:
        other = Alternative(reading="next_workday", on=rolled)
        yield Assumption(choice=choice, on=day, alternatives=(other,), source=gone.because[0])


def _good_friday(day: date, calendar: Calendar) -> Iterator[Assumption]:
    """In Alsace-Moselle Good Friday counts where there is a Protestant or mixed church, which may be unknown."""
    if calendar.territory is not Territory.ALSACE_MOSELLE or calendar.good_friday is not None:
        return
    counted, plain = next_workday(day, calendar), next_workday(day, replace(calendar, good_friday=False))
    if counted != plain:
        other = Alternative(reading="good_friday_does_not_count", on=plain)
        yield Assumption(choice=Choice.GOOD_FRIDAY_COUNTS, on=counted, alternatives=(other,))
