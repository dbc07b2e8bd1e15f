"""The life of a convention as a set of facts makes it: conclusion, periods, last day, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import Conclusion, conclusion, parties, stated_earlier
from convenir.core.delays import Between, Day, earliest, latest
from convenir.core.facts import Fact, NoticePresented, NoticeReceived, NoticeSent, RenewalSigned, Signed, StatedDate
from convenir.core.notices import Notice, Outcome, assumptions, notices
from convenir.core.periods import Course, Period, course, cut, duration_of, extended, renewal_acts
from convenir.core.source import Source
from convenir.core.terms import Duration, Terms
from convenir.core.terms.lifetime import Start

__all__ = ["Departure", "Life", "Period", "life", "readings"]


# The facts on which the life depends: the others are set aside once.
SHAPING = frozenset({Signed, StatedDate, NoticeSent, NoticePresented, NoticeReceived, RenewalSigned})


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A termination that facts have set in motion: from the day it is known to the parties to the last day in force."""

    party: str
    received_on: date
    last_day: date
    because: tuple[Source, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What is known of the life.

    `first_signature` is the first signature, `concluded_on` the last required one (None: not concluded).
    `first_day` is the first day of effect, `term` the last day by the text and its renewals, `last_day` the last
    day in force after terminations. `periods` follow each other from `first_day`. `missing` are the party keys
    whose signature lacks, `unmatched` the signatures of persons whom the text does not name. `notices` are all
    the notices received, with or without effect. `range` holds the earliest and latest end, where facts leave two.
    """

    first_signature: Day | None = None
    concluded_on: Day | None = None
    stated_on: date | None = None
    first_day: date | None = None
    term: date | None = None
    last_day: date | None = None
    periods: tuple[Period, ...] = ()
    departure: Departure | None = None
    notices: tuple[Notice, ...] = ()
    missing: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    range: tuple[date, date] | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def life(terms: Terms, facts: Sequence[Fact]) -> Life:
    """The life that facts known and not cancelled, in the order they happened, give to these terms."""
    early, late = readings(terms, facts)
    if early is late:
        return early
    return replace(
        late,
        first_signature=_day(early.first_signature, late.first_signature),
        concluded_on=_day(early.concluded_on, late.concluded_on),
        first_day=late.first_day if early.first_day == late.first_day else None,
        term=late.term if early.term == late.term else None,
        last_day=late.last_day if early.last_day == late.last_day else None,
        periods=late.periods if early.periods == late.periods else (),
        range=_range(early, late),
    )


def readings(terms: Terms, facts: Sequence[Fact]) -> tuple[Life, Life]:
    """The life with every imprecise day read as early, then as late, as it may be; one object where none is."""
    shaping = [fact for fact in facts if type(fact.event) in SHAPING]
    if not _imprecise(terms, shaping):
        exact = _life(terms, shaping)
        return exact, exact
    return (
        _life(_read_terms(terms, late=False), [_read(fact, late=False) for fact in shaping]),
        _life(_read_terms(terms, late=True), [_read(fact, late=True) for fact in shaping]),
    )


def _life(terms: Terms, facts: Sequence[Fact]) -> Life:
    found = conclusion(terms, facts)
    begun = Life(
        first_signature=found.first,
        concluded_on=found.last,
        stated_on=found.stated,
        missing=found.missing,
        unmatched=found.unmatched,
        because=found.because,
        facts=found.facts,
        assumptions=found.assumptions,
    )
    if found.last is None:
        return begun
    first, told_start = _first_day(duration_of(terms), found)
    told = course(terms, first)
    for act in renewal_acts(facts, parties(terms, facts)):
        told = extended(told, act)
    received = tuple(notices(terms, facts, found.last, told))
    return _ended(replace(begun, first_day=first, assumptions=begun.assumptions + told_start), told, received)


def _ended(begun: Life, told: Course, received: tuple[Notice, ...]) -> Life:
    """The life with its end: a renewal refused shortens the course, the earliest departure ends it."""
    refusals = [n for n in received if n.outcome is Outcome.REFUSES_RENEWAL and n.last_day is not None]
    for notice in refusals:
        number = next((p.number for p in told.periods if p.last == notice.last_day), None)
        if number is not None:
            told = cut(told, number, notice.facts[0], notice.because[0])
    departure = min(
        (_departure(n) for n in received if n.outcome is Outcome.EFFECTIVE and n.last_day is not None),
        key=lambda d: (d.last_day, d.received_on, d.party),
        default=None,
    )
    last = told.term if departure is None else departure.last_day
    return replace(
        begun,
        term=told.term,
        last_day=last,
        periods=told.periods if last is None else _until(told.periods, last),
        departure=departure,
        notices=received,
        because=begun.because + told.because,
        facts=begun.facts + told.facts,
        assumptions=begun.assumptions + told.assumptions + tuple(a for n in received for a in assumptions(n)),
    )


def _departure(notice: Notice) -> Departure:
    return Departure(
        party=notice.party,
        received_on=notice.received_on,
        last_day=notice.last_day or notice.received_on,
        because=notice.because,
        facts=notice.facts,
    )


def _until(periods: tuple[Period, ...], last: date) -> tuple[Period, ...]:
    """The periods that have begun by that day, the last one ending with it."""
    return tuple(replace(period, last=min(period.last, last)) for period in periods if period.first <= last)


def _first_day(duration: Duration | None, found: Conclusion) -> tuple[date, tuple[Assumption, ...]]:
    """The first day of effect, and what was chosen to say so."""
    concluded = found.last or date.max
    if duration is not None and duration.start is Start.FIXED and duration.starts_on is not None:
        return _fixed(earliest(duration.starts_on), concluded, duration.source)
    source = None if duration is None else duration.source
    later = found.stated is not None and found.stated > concluded and duration is not None and duration.stated_date
    if later and found.stated is not None:
        return found.stated, ()
    told = stated_earlier(found)
    if told is not None:
        return concluded, (replace(told, source=source),)
    stated = duration is not None and duration.start is Start.SIGNATURE and duration.start_stated
    if stated and found.first == concluded:
        return concluded, ()
    others = () if found.first in (None, concluded) else (Alternative(reading="first_signature", on=found.first),)
    return concluded, (
        Assumption(choice=Choice.START_AT_LAST_SIGNATURE, on=concluded, alternatives=others, source=source),
    )


def _fixed(start: date, concluded: date, source: Source) -> tuple[date, tuple[Assumption, ...]]:
    """A start that the text fixes binds from that day even when the signatures come later."""
    if start >= concluded:
        return start, ()
    other = Alternative(reading="last_signature", on=concluded)
    return start, (Assumption(choice=Choice.RETROACTIVE_START, on=start, alternatives=(other,), source=source),)


def _imprecise(terms: Terms, facts: Sequence[Fact]) -> bool:
    starts = (clause.starts_on for clause in terms.every(Duration))
    return any(isinstance(day, Between) for day in (*starts, *(fact.on for fact in facts)))


def _read(fact: Fact, *, late: bool) -> Fact:
    """The fact with its day read as early or as late as it may be."""
    return replace(fact, on=latest(fact.on) if late else earliest(fact.on)) if isinstance(fact.on, Between) else fact


def _read_terms(terms: Terms, *, late: bool) -> Terms:
    """The terms with the start read as early or as late as it may be."""
    bound = latest if late else earliest
    clauses = (
        replace(clause, starts_on=bound(clause.starts_on))
        if isinstance(clause, Duration) and clause.starts_on is not None
        else clause
        for clause in terms.clauses
    )
    return replace(terms, clauses=tuple(clauses))


def _day(early: Day | None, late: Day | None) -> Day | None:
    if early is None or late is None or early == late:
        return late
    return Between(earliest=earliest(early), latest=latest(late))


def _range(early: Life, late: Life) -> tuple[date, date] | None:
    """The earliest and the latest end, where they differ."""
    if early.last_day is None or late.last_day is None or early.last_day == late.last_day:
        return None
    return min(early.last_day, late.last_day), max(early.last_day, late.last_day)
