"""A list of facilities against those that the text bears: what it would change, computed and never written."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convenir.core.codec import encode
from convenir.core.facts import Listing
from convenir.core.terms import FundingContribution, FundingMaintenance, Terms
from convenir.reader.sheets.draft import Draft, Line
from convenir.reader.sheets.facilities import Facility, last_word
from convenir.usecases.facts import Recorded

LENGTH_OF_KEY = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """A list that the text in force bears, and the clauses that share it: those of one annex, with the same names.

    `key` finds it again as long as nobody changes it. `amended`: an avenant wrote it.
    """

    key: str
    clauses: tuple[Listing, ...]
    amended: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The facilities that it names."""
        return self.clauses[0].facilities

    @property
    def annex(self) -> str:
        """The number of its annex, if it stands in one."""
        return self.clauses[0].annex


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the rows of a file would change in a list of the text.

    `known` gives the name that the text has for a row, by the number of the row. `gone` are the names that the file
    lacks, `after` the whole list that it would leave.
    """

    borne: Borne
    known: dict[int, str]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether anything would change."""
        return bool(self.added or self.gone)

    @property
    def clauses(self) -> tuple[Listing, ...]:
        """The clauses as they would be."""
        return tuple(replace(clause, facilities=self.after) for clause in self.borne.clauses)


def bearing(terms: Terms) -> tuple[Listing, ...]:
    """The clauses of a text that may bear a list of facilities, in its order."""
    return tuple(one for one in terms.clauses if isinstance(one, FundingMaintenance | FundingContribution))


def borne(known: Recorded) -> tuple[Borne, ...]:
    """The lists of the text in force, in its order."""
    signed = bearing(known.life.texts.original)
    shared: dict[tuple[str | int, tuple[str, ...], bool], list[Listing]] = {}
    for rank, clause in enumerate(bearing(known.terms)):
        amended = clause not in signed
        shared.setdefault((clause.annex or rank, clause.facilities, amended), []).append(clause)
    return tuple(
        Borne(key=_key(clauses), clauses=tuple(clauses), amended=amended) for (_, _, amended), clauses in shared.items()
    )


def chosen(lists: Sequence[Borne], key: str, said: str) -> Borne | None:
    """The list of that key, if it is still so; without a key, the one that the file is most likely to be.

    That is the one whose annex the names of the file and of its sheet give (`said`), else one that names nothing yet.
    """
    if key:
        return next((one for one in lists if one.key == key), None)
    ranked = sorted(lists, key=lambda one: (not _is_named(one, said), bool(one.names)))
    return ranked[0] if ranked else None


def difference(read: Draft, into: Borne) -> Difference:
    """What the good rows of a file would change in that list; the text keeps its own words for what it names."""
    rows = [(line, line.value) for line in read.good if isinstance(line.value, Facility)]
    known = _known(rows, into.names)
    after = tuple(dict.fromkeys(known.get(line.number, name) for line, name in _named(rows)))
    before, kept = set(into.names), set(known.values())
    return Difference(
        borne=into,
        known=known,
        added=tuple(name for name in after if name not in before),
        gone=tuple(name for name in into.names if name not in kept),
        after=after,
    )


def _known(rows: Sequence[tuple[Line, Facility]], names: Sequence[str]) -> dict[int, str]:
    """The name that the text has for a row, by its number; two rows on one facility, each for a payer, both have it."""
    left: dict[str, list[str]] = {}
    for name in names:
        left.setdefault(last_word(name), []).append(name)
    found: dict[tuple[str, str], str | None] = {}
    for _, facility in rows:
        if _which(facility) not in found:
            found[_which(facility)] = _taken(facility, left.get(facility.last_word, []))
    told = ((line.number, found[_which(facility)]) for line, facility in rows)
    return {number: name for number, name in told if name is not None}


def _taken(facility: Facility, left: list[str]) -> str | None:
    """The first of the names left that speaks of the facility, and that no other may have then."""
    name = next(filter(facility.is_called, left), None)
    if name is not None:
        left.remove(name)
    return name


def _which(facility: Facility) -> tuple[str, str]:
    """What tells a facility from the others of a list: how a clause would name it, and its place."""
    return facility.label, facility.place


def _named(rows: Sequence[tuple[Line, Facility]]) -> Iterator[tuple[Line, str]]:
    """How a clause would name each row; its place is added where another of the list has the same name."""
    labels = Counter(label for label, _ in {_which(facility) for _, facility in rows})
    for line, facility in rows:
        alone = labels[facility.label] == 1 or not facility.place
        yield line, facility.label if alone else f"{facility.label} ({facility.place})"


def _is_named(one: Borne, said: str) -> bool:
    """Whether the name of a file or of a sheet gives the annex («annexe 2», «Annexe_n°2.xlsx»)."""
    return (
        bool(one.annex)
        and re.search(rf"annexe[\W_]*(?:n[\W_]*)?{re.escape(one.annex)}(?![^\W_])", said, re.I) is not None
    )


def _key(clauses: Sequence[Listing]) -> str:
    told = json.dumps([encode(clause) for clause in clauses], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH_OF_KEY]
