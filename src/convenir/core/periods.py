"""The periods of validity: the first one, the renewals that clause or agreement adds, and the term."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import (
    Days,
    Delay,
    Months,
    Years,
    ambiguous_last_day,
    anniversary,
    earliest,
    last_day,
    months_of,
)
from convenir.core.facts import Fact, RenewalSigned
from convenir.core.source import Source
from convenir.core.terms import Duration, Renewal, Terms
from convenir.core.terms.lifetime import Mode, Start

DAY = timedelta(days=1)
# How far a tacit renewal without ceiling is followed.
HORIZON = Years(count=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of validity, both days included. The first has number 1."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The periods by the text and the acts of renewal. `term` is None where nothing states an end."""

    periods: tuple[Period, ...] = ()
    term: date | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalAct:
    """An act of renewal signed by all: on which day, until when (None: it does not say)."""

    signed_on: date
    until: date | None
    facts: tuple[str, ...]


def course(terms: Terms, first: date) -> Course:
    """The periods that the text alone gives to a convention that takes effect on `first`."""
    duration, renewal = duration_of(terms), terms.first(Renewal)
    end = None if duration is None else _first_end(duration, first)
    if duration is None or end is None:
        return Course(because=() if duration is None else (duration.source,))
    opening = Period(number=1, first=first, last=end)
    told = tuple(_assumptions(terms, duration, first, end))
    if renewal is None or renewal.mode is not Mode.TACIT:
        grounds = (duration.source,) if renewal is None else (duration.source, renewal.source)
        return Course(periods=(opening,), term=end, because=grounds, assumptions=told)
    periods = tuple(_tacit(opening, duration, renewal))
    term = None if renewal.ceiling is None else periods[-1].last
    told += tuple(_tacit_assumptions(periods, duration, renewal))
    return Course(periods=periods, term=term, because=(duration.source, renewal.source), assumptions=told)


def duration_of(terms: Terms) -> Duration | None:
    """The duration clause, or the one that a yearly tacit renewal implies («renouvelable chaque année»)."""
    stated = terms.first(Duration)
    renewal = terms.first(Renewal)
    if stated is not None or renewal is None or renewal.mode is not Mode.TACIT or renewal.step is None:
        return stated
    return Duration(start=Start.SIGNATURE, start_stated=False, span=renewal.step, source=renewal.source)


def renewal_acts(facts: Sequence[Fact], parties: Iterable[str]) -> Iterator[RenewalAct]:
    """The acts of renewal that every party signed, in the order of their last signature."""
    signed: dict[date | None, dict[str, Fact]] = {}
    for fact in facts:
        if isinstance(fact.event, RenewalSigned):
            signed.setdefault(fact.event.until, {}).setdefault(fact.event.party, fact)
    needed = set(parties)
    acts = [
        RenewalAct(
            signed_on=max(earliest(f.on) for f in by_party.values()),
            until=until,
            facts=tuple(f.id for f in by_party.values()),
        )
        for until, by_party in signed.items()
        if needed <= by_party.keys()
    ]
    return iter(sorted(acts, key=lambda act: (act.signed_on, act.until or date.max)))


def extended(told: Course, act: RenewalAct) -> Course:
    """The course with one more period, if the act was signed before the end and states a later one.

    By analogy with Code civil, art. 1213 and 1214.
    """
    if told.term is None or act.until is None or act.until <= told.term or act.signed_on > told.term:
        return told
    added = Period(number=len(told.periods) + 1, first=told.term + DAY, last=act.until)
    return replace(told, periods=(*told.periods, added), term=act.until, facts=told.facts + act.facts)


def cut(told: Course, number: int, fact: str, ground: Source) -> Course:
    """The course without the periods after that number: a party refused the next renewal."""
    kept = told.periods[:number]
    return replace(told, periods=kept, term=kept[-1].last, facts=(*told.facts, fact), because=(*told.because, ground))


def _first_end(duration: Duration, first: date) -> date | None:
    if duration.ends_on is not None:
        return duration.ends_on
    return None if duration.span is None else last_day(first, duration.span)


def _assumptions(terms: Terms, duration: Duration, first: date, end: date) -> Iterator[Assumption]:
    if duration.ends_on is not None and not duration.inclusive:
        other = Alternative(reading="last_day_excluded", on=end - DAY)
        yield Assumption(choice=Choice.LAST_DAY_INCLUDED, on=end, alternatives=(other,), source=duration.source)
    moved = None if duration.span is None else ambiguous_last_day(first, duration.span)
    if duration.ends_on is None and moved is not None:
        other = Alternative(reading="day_of_anniversary", on=moved)
        yield Assumption(choice=Choice.EVE_OF_ANNIVERSARY, on=end, alternatives=(other,), source=duration.source)
    renewal = terms.first(Renewal)
    if renewal is None and terms.supplied:
        yield Assumption(choice=Choice.NO_RENEWAL_WITHOUT_CLAUSE, on=end, source=duration.source)
    if renewal is not None and renewal.obscure:
        yield Assumption(choice=Choice.RENEWAL_IS_EXPRESS, on=end, source=renewal.source)


def _tacit(opening: Period, duration: Duration, renewal: Renewal) -> Iterator[Period]:
    """The first period and its renewals, all counted from the origin, none beyond the ceiling."""
    ceiling = last_day(opening.first, renewal.ceiling or HORIZON)
    period = opening
    while True:
        yield replace(period, last=min(period.last, ceiling))
        if period.last >= ceiling:
            return
        following = _start(opening, duration, renewal, period.number + 1)
        after_it = _start(opening, duration, renewal, period.number + 2)
        period = Period(number=period.number + 1, first=following, last=after_it - DAY)


def _start(opening: Period, duration: Duration, renewal: Renewal, number: int) -> date:
    """The first day of the period of that number."""
    step = renewal.step or duration.span or Years(count=1)
    if duration.span is None or isinstance(duration.span, Days) or isinstance(step, Days):
        return anniversary(opening.last + DAY, step, number - 2)
    return anniversary(opening.first, Months(count=months_of(duration.span) + months_of(step) * (number - 2)), 1)


def _tacit_assumptions(periods: tuple[Period, ...], duration: Duration, renewal: Renewal) -> Iterator[Assumption]:
    first, end = periods[0].first, periods[-1].last
    if renewal.ceiling is None:
        return
    if renewal.ceiling_alternative is not None:
        other = Alternative(reading="ceiling_counts_renewals", on=last_day(first, renewal.ceiling_alternative))
        yield Assumption(choice=Choice.CEILING_IS_TOTAL, on=end, alternatives=(other,), source=renewal.source)
    step = renewal.step or duration.span
    chained = _chained(first, step, len(periods)) if step is not None else end
    if chained != end and duration.span == step:
        other = Alternative(reading="chained_anniversaries", on=chained)
        yield Assumption(choice=Choice.ANNIVERSARY_OF_ORIGIN, on=end, alternatives=(other,), source=renewal.source)


def _chained(first: date, step: Delay, times: int) -> date:
    """The last day when each period is counted from the one before it."""
    for _ in range(times):
        first = anniversary(first, step, 1)
    return first - DAY
