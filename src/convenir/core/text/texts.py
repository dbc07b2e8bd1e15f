"""The text in force on each day: the original, then each version that an avenant, a judgment or a norm made of it."""

from dataclasses import dataclass
from datetime import date

from convenir.core.source import Source
from convenir.core.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The terms in force from `first` on. `made_by` names what made it: «avenant-1», a judgment; «» the original.

    `agreed_on` is the day of the act that made it, which may give its changes an earlier or a later effect.
    `because` are the words, `facts` the ids of the facts, that made it.
    """

    first: date
    terms: Terms
    made_by: str = ""
    agreed_on: date = date.min
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The versions in the order of their first day; there is always one, the original."""

    versions: tuple[Version, ...]

    def on(self, day: date) -> Terms:
        """The terms in force on that day."""
        return self.version(day).terms

    def version(self, day: date) -> Version:
        """The version of that day; before the first one, the original."""
        begun = [version for version in self.versions if version.first <= day]
        return begun[-1] if begun else self.versions[0]

    @property
    def original(self) -> Terms:
        """The convention as it was signed."""
        return self.versions[0].terms

    @property
    def last(self) -> Terms:
        """The text as all the changes known leave it."""
        return self.versions[-1].terms

    def windows(self) -> tuple[tuple[Version, date], ...]:
        """Each version with its last day; that of the last one is the end of time."""
        nexts = [version.first for version in self.versions[1:]]
        ends = [date.fromordinal(day.toordinal() - 1) for day in nexts]
        return tuple(zip(self.versions, [*ends, date.max], strict=True))


def unchanged(terms: Terms) -> Texts:
    """The texts of a convention that nothing changed."""
    return Texts(versions=(Version(first=date.min, terms=terms),))
