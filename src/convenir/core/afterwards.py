"""What comes after the end: the convention that follows, the days without one, what is performed without a title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from convenir.core.delays import earliest, latest
from convenir.core.facts import Fact, Performed, SuccessorConcluded

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """The convention that follows: concluded on which day, in effect from which day."""

    title: str
    concluded_on: date
    starts_on: date
    fact: str


def successor(facts: Sequence[Fact], on: date) -> Successor | None:
    """The first convention that takes over, among those concluded by that day."""
    found = [
        Successor(
            title=fact.event.title,
            concluded_on=latest(fact.on),
            starts_on=fact.event.starts_on or latest(fact.on),
            fact=fact.id,
        )
        for fact in facts
        if isinstance(fact.event, SuccessorConcluded) and latest(fact.on) <= on
    ]
    return min(found, key=lambda next_one: (next_one.starts_on, next_one.concluded_on), default=None)


def gap(last_day: date, following: Successor) -> tuple[date, date] | None:
    """The first and the last day that neither convention covers."""
    first, last = last_day + DAY, following.starts_on - DAY
    return (first, last) if first <= last else None


def without_title(facts: Sequence[Fact], last_day: date, on: date) -> Iterator[Fact]:
    """What was performed by that day after the end, and before any convention that follows took effect."""
    following = successor(facts, on)
    limit = on if following is None else min(on, following.starts_on - DAY)
    for fact in facts:
        if isinstance(fact.event, Performed) and last_day < earliest(fact.on) <= limit:
            yield fact
