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
from convenir.core.text.texts import Version

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
    ceiling = last_day(first, renewal.ceiling or HORIZON)
    periods = tuple(_tacit(opening, duration, renewal, ceiling))
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


def amended(told: Course, before: Terms, version: Version, first: date) -> Course:
    """The course after a change of the duration or of the renewal; `first` is the first day of effect.

    The periods begun by the day of the agreement stay as they were; the current one ends with the new duration, where
    the duration changed; those that follow are the new text's. An agreement ends nothing before its own day.
    """
    fresh = course(version.terms, first)
    begun = tuple(period for period in told.periods if period.first <= version.agreed_on)
    if not fresh.periods:
        periods: tuple[Period, ...] = ()
    elif len(begun) < 2:
        periods = fresh.periods
    else:
        same = duration_of(before) == duration_of(version.terms)
        periods = tuple(_continued(begun, fresh, version, same=same))
    changed = replace(
        fresh,
        periods=periods,
        term=None if fresh.term is None else periods[-1].last,
        because=fresh.because + version.because,
        facts=told.facts + version.facts,
    )
    return _not_backdated(changed, version.agreed_on)


def _continued(begun: tuple[Period, ...], fresh: Course, version: Version, *, same: bool) -> Iterator[Period]:
    """The periods begun, then those that the new text gives; `same`: its duration is that of the old text."""
    current = begun[-1]
    ends = [period.last for period in fresh.periods if period.last >= version.agreed_on]
    if current.last not in ends and not same:
        current = replace(current, last=next(iter(ends), fresh.periods[-1].last))
    yield from (*begun[:-1], current)
    if current.last in ends or not same:
        following = [period for period in fresh.periods if period.last > current.last]
        yield from (replace(period, number=number) for number, period in enumerate(following, current.number + 1))
        return
    duration, renewal = duration_of(version.terms), version.terms.first(Renewal)
    if duration is not None and renewal is not None and renewal.mode is Mode.TACIT:
        ceiling = last_day(begun[0].first, renewal.ceiling or HORIZON)
        yield from list(_tacit(current, replace(duration, span=None), renewal, ceiling))[1:]


def _not_backdated(told: Course, agreed_on: date) -> Course:
    """The course that ends on the day of the agreement, where the agreement says an earlier one."""
    if told.term is None or told.term >= agreed_on:
        return told
    stated = Alternative(reading="stated_end", on=told.term)
    choice = Assumption(
        choice=Choice.END_NOT_BACKDATED, on=agreed_on, alternatives=(stated,), source=next(iter(told.because), None)
    )
    last = replace(told.periods[-1], last=agreed_on)
    return replace(told, periods=(*told.periods[:-1], last), term=agreed_on, assumptions=(*told.assumptions, choice))


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


def _tacit(opening: Period, duration: Duration, renewal: Renewal, ceiling: date) -> Iterator[Period]:
    """A period and the renewals that follow it, all counted from it, none beyond the ceiling."""
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
    times = number - opening.number - 1
    if duration.span is None or isinstance(duration.span, Days) or isinstance(step, Days):
        return anniversary(opening.last + DAY, step, times)
    return anniversary(opening.first, Months(count=months_of(duration.span) + months_of(step) * times), 1)


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
