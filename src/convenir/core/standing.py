"""The legal status of a convention on a day, as known on a day, and because of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from convenir.core import authority
from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import conclusion
from convenir.core.delays import earliest, latest
from convenir.core.departures import open_commitments
from convenir.core.facts import Fact, Signed, known_on
from convenir.core.findings import Finding
from convenir.core.flags import Flag, Raised
from convenir.core.irregular import irregular
from convenir.core.life import Life, Period, life, readings
from convenir.core.moves import denunciations
from convenir.core.periods import duration_of
from convenir.core.source import Source
from convenir.core.terms import (
    Confidentiality,
    Duration,
    Formalities,
    PartyClause,
    Renewal,
    TerminationEffects,
    Terms,
)
from convenir.core.terms.lifetime import Start
from convenir.core.terms.termination import AfterEnd
from convenir.core.workdays import FRENCH, Calendar, Territory, next_workday

__all__ = ["Flag", "Raised", "Standing", "Status", "standing"]


class Status(StrEnum):
    """Where a convention stands in law."""

    DRAFT = "draft"
    SIGNING = "signing"
    SIGNED_NOT_YET_EFFECTIVE = "signed_not_yet_effective"
    IN_FORCE = "in_force"
    IN_FORCE_UNDER_NOTICE = "in_force_under_notice"
    IN_FORCE_RENEWED = "in_force_renewed"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


OVER = frozenset({Status.EXPIRED, Status.TERMINATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The answer.

    `first_day` and `last_day` are the life as now known (None where it cannot be computed); `period` is the
    number of the current period (the first is 1); `range` holds the earliest and latest end when uncertain.
    `period_ends_on` is the last day of the current period; where a tacit renewal follows it, `refusable_until` is
    the last day to refuse that renewal. `concluded_on` is the day of the last signature, None where it is not known
    to the day; `missing` are the party keys whose signature lacked on the day asked, once one party has signed.
    `because` are the words, `facts` the ids of the facts.
    """

    status: Status
    first_day: date | None = None
    last_day: date | None = None
    period: int = 1
    period_ends_on: date | None = None
    refusable_until: date | None = None
    concluded_on: date | None = None
    missing: tuple[str, ...] = ()
    range: tuple[date, date] | None = None
    flags: tuple[Raised, ...] = ()
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    findings: tuple[Finding, ...] = ()


def standing(terms: Terms, facts: Sequence[Fact], *, on: date, known: date, calendar: Calendar = FRENCH) -> Standing:
    """The status on the day `on`, from the facts recorded by the day `known`.

    Facts of a later day than `on` still shape the life: a signature makes a retroactive start true.
    """
    told = known_on(facts, known)
    lived = life(terms, told)
    status = _status(terms, told, lived, on)
    noticed = lived.departure.facts if lived.departure is not None else ()
    current, refusable = _current(terms, lived, on)
    return Standing(
        status=status,
        first_day=lived.first_day,
        last_day=lived.last_day,
        period=_period(lived, on),
        period_ends_on=None if current is None else current.last,
        refusable_until=refusable,
        concluded_on=lived.concluded_on if isinstance(lived.concluded_on, date) else None,
        missing=_missing(terms, told, on) if status is Status.SIGNING else (),
        range=lived.range,
        flags=tuple(_flags(terms, told, lived, (status, on))),
        because=_because(terms, lived, status),
        facts=lived.facts + noticed,
        assumptions=lived.assumptions + tuple(_assumptions(terms, lived, status, calendar)),
        findings=tuple(irregular(terms, told, lived, calendar)),
    )


def _status(terms: Terms, facts: Sequence[Fact], lived: Life, on: date) -> Status:
    if not terms.supplied and duration_of(terms) is None:
        return Status.UNKNOWN
    if lived.range is None and not _two_days(lived):
        return _status_of(lived, on)
    early, late = (_status_of(reading, on) for reading in readings(terms, facts))
    return early if early is late else Status.UNCERTAIN


def _two_days(lived: Life) -> bool:
    return not all(isinstance(day, date | None) for day in (lived.first_signature, lived.concluded_on))


def _status_of(lived: Life, on: date) -> Status:
    """The status in a life of exact days."""
    before = _unsigned(lived, on)
    if lived.first_day is None or lived.concluded_on is None:
        return before
    if _never_begun(lived) and lived.last_day is not None and on > lived.last_day:
        return Status.TERMINATED
    if on < lived.first_day:
        return before if on < earliest(lived.concluded_on) else Status.SIGNED_NOT_YET_EFFECTIVE
    if lived.last_day is None or on <= lived.last_day:
        return _in_force(lived, on)
    return Status.EXPIRED if lived.departure is None else Status.TERMINATED


def _never_begun(lived: Life) -> bool:
    """Whether a notice runs out before the first day of effect."""
    return lived.departure is not None and lived.first_day is not None and lived.departure.last_day < lived.first_day


def _unsigned(lived: Life, on: date) -> Status:
    """Before the last signature: a draft until the first one."""
    begun = lived.first_signature is not None and earliest(lived.first_signature) <= on
    return Status.SIGNING if begun else Status.DRAFT


def _in_force(lived: Life, on: date) -> Status:
    if lived.departure is not None and on >= lived.departure.received_on:
        return Status.IN_FORCE_UNDER_NOTICE
    return Status.IN_FORCE if _period(lived, on) == 1 else Status.IN_FORCE_RENEWED


def _period(lived: Life, on: date) -> int:
    """The number of the period of that day; after the end, of the last one."""
    return max((period.number for period in lived.periods if period.first <= on), default=1)


def _current(terms: Terms, lived: Life, on: date) -> tuple[Period | None, date | None]:
    """The period of that day, and the last day to refuse the tacit renewal that follows it, if one does."""
    current = next((period for period in lived.periods if period.first <= on <= period.last), None)
    if current is None or lived.departure is not None:
        return current, None
    return current, next((last for period, last in denunciations(terms, lived) if period == current), None)


def _missing(terms: Terms, facts: Sequence[Fact], on: date) -> tuple[str, ...]:
    """The parties whose signature lacked on that day."""
    signed = [fact for fact in facts if isinstance(fact.event, Signed) and latest(fact.on) <= on]
    return conclusion(terms, signed).missing


def _because(terms: Terms, lived: Life, status: Status) -> tuple[Source, ...]:
    """The words on which the status rests."""
    signing = [c.source for c in terms.every(PartyClause)] + [c.source for c in terms.every(Formalities)]
    duration = [c.source for c in terms.every(Duration)]
    renewal = [c.source for c in terms.every(Renewal)]
    leaving = list(lived.departure.because) if lived.departure is not None else []
    grounds = {
        Status.DRAFT: signing,
        Status.SIGNING: signing,
        Status.IN_FORCE_UNDER_NOTICE: leaving,
        Status.TERMINATED: leaving,
        Status.IN_FORCE_RENEWED: renewal + duration,
        Status.EXPIRED: duration + renewal,
    }.get(status, duration)
    anything = grounds or duration or renewal or signing or [clause.source for clause in terms.clauses[:1]]
    return tuple(anything) or (Source(text=terms.document.value, article="titre"),)


def _flags(terms: Terms, facts: Sequence[Fact], lived: Life, asked: tuple[Status, date]) -> Iterator[Raised]:
    status, on = asked
    if status is Status.UNKNOWN:
        return
    concluded = None if lived.concluded_on is None else latest(lived.concluded_on)
    yield from authority.flags(terms, facts, concluded)
    yield from _start_flags(terms, lived, concluded)
    if status in OVER:
        yield from _end_flags(terms, facts, lived, on)


def _start_flags(terms: Terms, lived: Life, concluded: date | None) -> Iterator[Raised]:
    grounds = tuple(clause.source for clause in terms.every(Duration))
    if concluded is None or lived.first_day is None:
        return
    if lived.first_day < concluded:
        yield Raised(flag=Flag.RETROACTIVE_START, because=grounds)
    fixed = any(clause.start is Start.FIXED for clause in terms.every(Duration))
    if lived.stated_on is not None and lived.stated_on < concluded and not fixed:
        signed = tuple(clause.source for clause in terms.every(Formalities))
        yield Raised(flag=Flag.STATED_DATE_EARLIER, because=grounds + signed)


def _end_flags(terms: Terms, facts: Sequence[Fact], lived: Life, on: date) -> Iterator[Raised]:
    """What outlives the convention."""
    effects = terms.first(TerminationEffects)
    if effects is not None and effects.after is AfterEnd.RUN_OFF and open_commitments(facts, lived, on):
        yield Raised(flag=Flag.RUN_OFF, because=(effects.source,))
    surviving = tuple(clause.source for clause in terms.every(Confidentiality) if clause.survives)
    if surviving:
        yield Raised(flag=Flag.SURVIVING_DUTIES, because=surviving)


def _assumptions(terms: Terms, lived: Life, status: Status, calendar: Calendar) -> Iterator[Assumption]:
    """What the calendar or a running notice leaves to choose."""
    gone = lived.departure
    if gone is None:
        return
    yield from _good_friday(gone.last_day, calendar)
    source = gone.because[0]
    stated = any(n.stated_on == gone.last_day for n in lived.notices)
    rolled = next_workday(gone.last_day, calendar)
    if rolled != gone.last_day and not stated:
        other = Alternative(reading="next_workday", on=rolled)
        yield Assumption(choice=Choice.NOTICE_DOES_NOT_ROLL, on=gone.last_day, alternatives=(other,), source=source)
    if status is Status.IN_FORCE_UNDER_NOTICE:
        yield Assumption(choice=Choice.NOTICE_DOES_NOT_SUSPEND, on=gone.last_day, source=source)


def _good_friday(day: date, calendar: Calendar) -> Iterator[Assumption]:
    """In Alsace-Moselle Good Friday counts where there is a Protestant or mixed church, which may be unknown."""
    if calendar.territory is not Territory.ALSACE_MOSELLE or calendar.good_friday is not None:
        return
    counted, plain = next_workday(day, calendar), next_workday(day, replace(calendar, good_friday=False))
    if counted != plain:
        other = Alternative(reading="good_friday_does_not_count", on=plain)
        yield Assumption(choice=Choice.GOOD_FRIDAY_COUNTS, on=counted, alternatives=(other,))
