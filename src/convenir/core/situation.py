"""All that a rule may look at: terms, facts known, life, the day of the question, and how far to look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from convenir.core.conclusion import SOME_PARTY, parties
from convenir.core.delays import earliest, latest
from convenir.core.facts import Event, Fact
from convenir.core.life import Life
from convenir.core.terms import Terms
from convenir.core.workdays import FRENCH, Calendar

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """`facts` are those known and not cancelled, in order of day; `until` is the last day of the agenda.

    `by_kind` and `parties` (their keys, in the order of the text) are computed from the rest.
    """

    terms: Terms
    facts: tuple[Fact, ...]
    life: Life
    on: date
    until: date
    calendar: Calendar = FRENCH
    by_kind: dict[type, list[Fact]] = field(init=False, repr=False, compare=False)
    parties: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the facts by kind, and name the parties, once: a rule then reads only what it needs."""
        by_kind: dict[type, list[Fact]] = {}
        for fact in self.facts:
            by_kind.setdefault(type(fact.event), []).append(fact)
        object.__setattr__(self, "by_kind", by_kind)
        named = tuple(key for key in parties(self.terms, self.facts) if key != SOME_PARTY)
        object.__setattr__(self, "parties", named)

    def events(self, kind: type[E]) -> Iterator[tuple[Fact, E]]:
        """The facts of that kind, each with its event."""
        return ((fact, fact.event) for fact in self.by_kind.get(kind, ()) if isinstance(fact.event, kind))

    @property
    def binds_from(self) -> date | None:
        """The first day of effect, None while the convention is not concluded or its start is unknown."""
        return None if self.life.concluded_on is None else self.life.first_day

    @property
    def owed_from(self) -> date | None:
        """The first day on which a duty can be asked of a party: nobody is late before the last signature."""
        if self.life.concluded_on is None or self.life.first_day is None:
            return None
        return max(self.life.first_day, latest(self.life.concluded_on))

    @property
    def end(self) -> date:
        """The last day in force, or the last day of the agenda where it cannot be computed."""
        return self.life.last_day or self.until

    def happened(self, fact: Fact) -> bool:
        """Whether the fact has happened by the day of the question."""
        return latest(fact.on) <= self.on

    def in_life(self, day: date) -> bool:
        """Whether the convention was in force on that day."""
        return self.binds_from is not None and self.binds_from <= day <= self.end


def day_of(fact: Fact) -> date:
    """The day of a fact; the first one that it may be, where only the month is known."""
    return earliest(fact.on)
