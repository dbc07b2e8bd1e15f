"""A list of facilities against those that the text bears: what it would change, computed and never written."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convenir.core.codec import encode
from convenir.core.facts import Listing
from convenir.core.terms import FundingContribution, FundingMaintenance, Terms
from convenir.reader.sheets.draft import Draft, Line
from convenir.reader.sheets.facilities import Facility
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
    shared: dict[tuple[object, ...], list[Listing]] = {}
    for rank, clause in enumerate(bearing(known.terms)):
        amended = clause not in signed
        place = (clause.annex or rank, clause.facilities, amended)
        shared.setdefault(place, []).append(clause)
    return tuple(
        Borne(key=_key(clauses), clauses=tuple(clauses), amended=clauses[0] not in signed)
        for clauses in shared.values()
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
    known: dict[int, str] = {}
    for line, facility in rows:
        left = (name for name in into.names if name not in known.values())
        name = next((name for name in left if facility.is_called(name)), None)
        if name is not None:
            known[line.number] = name
    after = tuple(dict.fromkeys(known.get(line.number, name) for line, name in _named(rows)))
    return Difference(
        borne=into,
        known=known,
        added=tuple(name for name in after if name not in into.names),
        gone=tuple(name for name in into.names if name not in known.values()),
        after=after,
    )


def _named(rows: Sequence[tuple[Line, Facility]]) -> Iterator[tuple[Line, str]]:
    """How a clause would name each row; its place is added where another of the list has the same name."""
    labels = [facility.label for _, facility in rows]
    for line, facility in rows:
        alone = labels.count(facility.label) == 1 or not facility.place
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
