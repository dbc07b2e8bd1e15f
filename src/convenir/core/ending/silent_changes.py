"""Changes made in fact, without an avenant: which are still open, and whom that lets terminate at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import earliest
from convenir.core.facts import BreachCured, ChangeObserved, Fact
from convenir.core.terms import AutomaticTermination, Terms
from convenir.core.text.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentChange:
    """A change made in fact, from the day it happened to the day it was undone or put into an avenant."""

    name: str
    party: str
    place: str
    happened_on: date
    closed_on: date | None = None
    fact: str

    def is_open(self, on: date) -> bool:
        """Whether it stands on that day, still without an avenant."""
        return self.happened_on <= on and (self.closed_on is None or self.closed_on > on)


def silent_changes(texts: Texts, facts: Sequence[Fact]) -> tuple[SilentChange, ...]:
    """The changes that facts show, in order. What both parties adopt is recorded as such, and is none of them."""
    return tuple(
        SilentChange(
            name=fact.event.change,
            party=fact.event.party,
            place=_place(fact.event),
            happened_on=earliest(fact.on),
            closed_on=_closed_on(fact.event, earliest(fact.on), texts, facts),
            fact=fact.id,
        )
        for fact in facts
        if isinstance(fact.event, ChangeObserved)
    )


def clause_for(terms: Terms, party: str) -> AutomaticTermination | None:
    """The clause by which that party may end the convention for a change without an avenant."""
    return next((c for c in terms.every(AutomaticTermination) if not c.by or party in c.by), None)


def _place(event: ChangeObserved) -> str:
    """Where the text says what was changed, as sources name it."""
    return event.article or (f"annexe {event.annex}" if event.annex else "")


def _closed_on(event: ChangeObserved, day: date, texts: Texts, facts: Sequence[Fact]) -> date | None:
    """The day on which it was undone, or on which an avenant about the same place took effect."""
    undone = [
        earliest(fact.on)
        for fact in facts
        if isinstance(fact.event, BreachCured) and fact.event.breach == event.change and earliest(fact.on) >= day
    ]
    return min((*undone, *_rewritten(_place(event), day, texts)), default=None)


def _rewritten(place: str, day: date, texts: Texts) -> list[date]:
    """The days, from that one on, on which a new version of the text says something else at that place."""
    steps = zip(texts.versions, texts.versions[1:], strict=False)
    return [new.first for old, new in steps if new.first >= day and _at(old.terms, place) != _at(new.terms, place)]


def _at(terms: Terms, place: str) -> list[object]:
    return [clause for clause in terms.clauses if clause.source.article.casefold() == place.casefold()]
