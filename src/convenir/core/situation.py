"""All that a rule may look at: terms, facts known, life, the day of the question, and how far to look."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from convenir.core.conclusion import SOME_PARTY, parties
from convenir.core.delays import earliest, latest
from convenir.core.facts import Event, Fact, MeetingHeld
from convenir.core.life import Life
from convenir.core.terms import Terms
from convenir.core.workdays import FRENCH, Calendar

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that was held, or is still to be. `was` are the days from which it was moved; `facts` its ids."""

    body: str
    day: date
    held: MeetingHeld | None = None
    was: tuple[date, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The meetings of one body, each in order: `held` by the day of the question, `known` for any day, `fixed`."""

    held: tuple[Meeting, ...]
    known: tuple[Meeting, ...]
    fixed: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """`terms` are the text in force on the day of the question, or the version asked about.

    `facts` are those known and not cancelled, in order of day; `until` is the last day of the agenda.

    The other fields are computed from these, once: a rule then reads only what it needs. `binds_from` is the first
    day of effect, None while the convention is not concluded, or if it never takes effect; `owed_from` the first day on
    which a duty can be asked of a party (nobody is late before the last signature); `end` the last day in force, or
    the last day of the agenda where it cannot be computed. `parties` are their keys, in the order of the text.
    `recorded` are the facts by kind of event, `past` those that have happened by the day of the question;
    `meetings` is filled body by body by `meetings.of`.
    """

    terms: Terms
    facts: tuple[Fact, ...]
    life: Life
    on: date
    until: date
    calendar: Calendar = FRENCH
    binds_from: date | None = field(init=False, repr=False, compare=False)
    owed_from: date | None = field(init=False, repr=False, compare=False)
    end: date = field(init=False, repr=False, compare=False)
    parties: tuple[str, ...] = field(init=False, repr=False, compare=False)
    recorded: dict[type, list[tuple[Fact, Event]]] = field(init=False, repr=False, compare=False)
    past: dict[type, list[tuple[Fact, Event]]] = field(init=False, repr=False, compare=False)
    meetings: dict[str, Meetings] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Sorts the facts by kind, names the parties, and bounds the life."""
        lived = self.life
        begun = lived.first_day if lived.concluded_on is not None and _lives(lived) else None
        owed = None if begun is None or lived.concluded_on is None else max(begun, latest(lived.concluded_on))
        named = tuple(key for key in parties(self.terms, self.facts) if key != SOME_PARTY)
        recorded: dict[type, list[tuple[Fact, Event]]] = {}
        past: dict[type, list[tuple[Fact, Event]]] = {}
        for fact in self.facts:
            kind = type(fact.event)
            recorded.setdefault(kind, []).append((fact, fact.event))
            if latest(fact.on) <= self.on:
                past.setdefault(kind, []).append((fact, fact.event))
        computed: dict[str, Any] = {
            "binds_from": begun,
            "owed_from": owed,
            "end": lived.last_day or self.until,
            "parties": named,
            "recorded": recorded,
            "past": past,
        }
        for name, value in computed.items():
            object.__setattr__(self, name, value)

    def events(self, kind: type[E]) -> Sequence[tuple[Fact, E]]:
        """The facts of that kind, each with its event."""
        return cast("Sequence[tuple[Fact, E]]", self.recorded.get(kind, ()))

    def happened(self, kind: type[E]) -> Sequence[tuple[Fact, E]]:
        """The facts of that kind that have happened by the day of the question, each with its event."""
        return cast("Sequence[tuple[Fact, E]]", self.past.get(kind, ()))

    def in_life(self, day: date) -> bool:
        """Whether the convention was in force on that day."""
        return self.binds_from is not None and self.binds_from <= day <= self.end


def _lives(lived: Life) -> bool:
    """Whether there is a day in force: a notice may run out, or the term come, before the first day of effect."""
    return lived.first_day is not None and (lived.last_day is None or lived.first_day <= lived.last_day)


def day_of(fact: Fact) -> date:
    """The day of a fact; the first one that it may be, where only the month is known."""
    return earliest(fact.on)
