"""When several assumptions bear on the end: every last day that the other readings give, each with its labels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import TypeAlias, TypeVar

from convenir.core.approval import reserves
from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.departures import AT_ONCE
from convenir.core.facts import Fact, NoticeReceived, NoticeReturned, NoticeWithdrawn, Signed, known_on
from convenir.core.life import Life, life
from convenir.core.terms import Duration, Renewal, Term, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Start
from convenir.core.terms.termination import Clock
from convenir.core.text.acts import facts_of
from convenir.core.workdays import FRENCH, Calendar, next_workday

C = TypeVar("C", bound=Term)
Given: TypeAlias = tuple[Terms, Sequence[Fact]]
# What a reading does to the terms and the facts; it also receives what the alternative gives.
Rewriting: TypeAlias = Callable[[Terms, Sequence[Fact], Alternative], Given]

DAY = timedelta(days=1)
ROLLED = "next_workday"
# Alternatives that give a last day in force and rewrite nothing: another term by the text, or another early end.
OTHER_TERMS = frozenset({"chained_anniversaries", "stated_end", "text_voted"})
OTHER_ENDS = frozenset({"day_of_change", "expiry_of_cure", "first_end", "notice_withdrawn"})
# Beyond so many assumptions the readings are too many to be of use to anybody.
MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The last day in force by a choice of readings. `labels` are the alternatives chosen; none is the default."""

    labels: tuple[str, ...] = ()
    last_day: date | None = None


def end_readings(
    terms: Terms, facts: Sequence[Fact], *, known: date, calendar: Calendar = FRENCH
) -> tuple[Reading, ...]:
    """Every last day in force that the assumptions leave open, the default first, then the fewest alternatives.

    A reading that gives a day already given by fewer alternatives is left out. Those that cannot be computed together
    with others are given alone, on the day that they say.
    """
    told = known_on(facts, known)
    lived = life(terms, told, calendar)
    picks = product(*(_choices(assumption) for assumption in _bearing(lived)))
    together = (_reading((terms, told), [pick for pick in picked if pick is not None], calendar) for picked in picks)
    found: dict[date | None, Reading] = {}
    for reading in sorted((*together, *_alone(terms, told, lived)), key=lambda one: len(one.labels)):
        found.setdefault(reading.last_day, reading)
    return tuple(found.values())


def _reading(given: Given, chosen: Sequence[Alternative], calendar: Calendar) -> Reading:
    last = _last_day(_rewritten(given, chosen), chosen, calendar)
    return Reading(labels=tuple(pick.reading for pick in chosen), last_day=last)


def _alone(terms: Terms, facts: Sequence[Fact], lived: Life) -> Iterator[Reading]:
    """The readings that say their last day themselves, where they speak of the term or of the end of this life."""
    gone = lived.departure
    made = (*lived.assumptions, *reserves(terms, facts_of(facts), lived), *(gone.assumptions if gone else ()))
    for assumption, other in ((one, other) for one in made for other in one.alternatives):
        if other.on is None:
            continue
        if other.reading in OTHER_ENDS and assumption.on == lived.last_day:
            yield Reading(labels=(other.reading,), last_day=other.on)
        if other.reading in OTHER_TERMS and assumption.on == lived.term:
            last = other.on if gone is None else min(other.on, gone.last_day)
            yield Reading(labels=(other.reading,), last_day=last)


def _bearing(lived: Life) -> list[Assumption]:
    """The assumptions of a life that bear on its end, each choice once; whether a notice rolls is the last one."""
    known = {a.choice: a for a in lived.assumptions if len(_choices(a)) > 1}
    bearing = list(known.values())[:MOST]
    gone = lived.departure
    if gone is None or gone.ground in AT_ONCE or Choice.LONGER_NOTICE_ALLOWED in known:
        return bearing
    return [*bearing, Assumption(choice=Choice.NOTICE_DOES_NOT_ROLL, alternatives=(Alternative(reading=ROLLED),))]


def _choices(assumption: Assumption) -> list[Alternative | None]:
    """The default, then the alternatives that can be computed."""
    return [None, *(other for other in assumption.alternatives if other.reading in {ROLLED, *REWRITINGS})]


def _rewritten(given: Given, chosen: Sequence[Alternative]) -> Given:
    for pick in chosen:
        if pick.reading in REWRITINGS:
            given = REWRITINGS[pick.reading](*given, pick)
    return given


def _last_day(given: Given, chosen: Sequence[Alternative], calendar: Calendar) -> date | None:
    """The last day of that life; that of a notice moved to the next working day, where it is read so."""
    lived = life(*given, calendar)
    rolled = lived.departure is not None and any(pick.reading == ROLLED for pick in chosen)
    return next_workday(lived.last_day, calendar) if rolled and lived.last_day is not None else lived.last_day


def _each(terms: Terms, kind: type[C], read: Callable[[C], C]) -> Terms:
    """The terms with every clause of that type read otherwise."""
    clauses = tuple(read(clause) if isinstance(clause, kind) else clause for clause in terms.clauses)
    return replace(terms, clauses=clauses)


def _from_sending(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    return _each(terms, TerminationAtWill, lambda clause: replace(clause, clock=clause.clock or Clock.SENDING)), facts


def _last_day_excluded(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    return _each(terms, Duration, _without_its_last_day), facts


def _without_its_last_day(clause: Duration) -> Duration:
    return clause if clause.ends_on is None else replace(clause, ends_on=clause.ends_on - DAY, inclusive=True)


def _ceiling_counts_renewals(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    return _each(terms, Renewal, lambda c: replace(c, ceiling=c.ceiling_alternative, ceiling_alternative=None)), facts


def _ends_as_it_says(terms: Terms, facts: Sequence[Fact], other: Alternative) -> Given:
    """A reading that only gives another last day of the first period."""
    return _each(terms, Duration, lambda clause: replace(clause, ends_on=other.on, span=None, inclusive=True)), facts


def _signed_that_day(terms: Terms, facts: Sequence[Fact], other: Alternative) -> Given:
    """All the signatures of the convention on the day that the reading takes for that of the conclusion."""
    day = other.on
    return terms, [
        replace(f, on=day) if day and isinstance(f.event, Signed) and not f.event.amendment else f for f in facts
    ]


def _from_the_last_signature(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    return _each(terms, Duration, lambda c: replace(c, start=Start.SIGNATURE, starts_on=None)), facts


def _shortest_notice(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    """The notice of the clause, whatever longer one the letter announces."""
    return terms, [
        replace(f, event=replace(f.event, effect_on=None)) if isinstance(f.event, NoticeReceived) else f for f in facts
    ]


def _never_received(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    """A letter that came back uncollected is received on no day."""
    return terms, [f for f in facts if not isinstance(f.event, NoticeReturned) or f.event.delivered]


def _not_withdrawn(terms: Terms, facts: Sequence[Fact], _: Alternative) -> Given:
    return terms, [f for f in facts if not isinstance(f.event, NoticeWithdrawn)]


def _announcing(terms: Terms, facts: Sequence[Fact], other: Alternative) -> Given:
    """A letter that terminates on the day that its clause allows, and refuses no renewal."""
    return terms, [
        replace(f, event=replace(f.event, effect_on=other.on)) if isinstance(f.event, NoticeReceived) else f
        for f in facts
    ]


# The readings that bear on the end, by the name that the assumptions give them.
REWRITINGS: dict[str, Rewriting] = {
    "sending": _from_sending,
    "last_day_excluded": _last_day_excluded,
    "day_of_anniversary": _ends_as_it_says,
    "ceiling_counts_renewals": _ceiling_counts_renewals,
    "first_signature": _signed_that_day,
    "stated_date": _signed_that_day,
    "last_signature": _from_the_last_signature,
    "notice_of_the_clause": _shortest_notice,
    "no_reception": _never_received,
    "notice_stands": _not_withdrawn,
    "termination": _announcing,
}
