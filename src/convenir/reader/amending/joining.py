"""Who joins a convention by an avenant: the party that its comparution names, and the convention does not."""

import re
from collections.abc import Iterator
from dataclasses import replace

from convenir.core.changes import ClauseAdded
from convenir.core.terms import PartyClause, Terms
from convenir.reader.amending.edits import PartyJoined
from convenir.reader.french.words import flat
from convenir.reader.outlining.formulas import names_party
from convenir.reader.wordings.parties.organisations import key_of, kind_of


def joined(base: Terms, read: Terms, edit: PartyJoined) -> Iterator[ClauseAdded]:
    """The party that joins, as the avenant names it, under a key that no party of the convention has."""
    names = {flat(party.name) for party in base.every(PartyClause)}
    taken = tuple(party.key for party in base.every(PartyClause))
    for party in read.every(PartyClause):
        if called(party, edit.name) and flat(party.name) not in names:
            yield ClauseAdded(clause=replace(party, key=key_of(party.kind, taken)))
            return


# Where a party may begin in a paragraph that presents several: «Entre la Caf, …, et la commune, …».
_BEGINS = re.compile(r"(?:^\W*(?:entre\b\W*)?|[,;]\s+)(?:et\b[\s:]*)?(?=(?:la|les?)\s|l')")


def presented(comparution: str, name: str) -> tuple[int, int] | None:
    """Where a paragraph of the comparution presents whom the name calls: all of it, or their part among others.

    >>> words = "La Caf, représentée par M. Roux, et la commune de Vaux, représentée par son maire, d'autre part,"
    >>> words[slice(*presented(words, "La commune de Vaux"))]
    "la commune de Vaux, représentée par son maire, d'autre part,"
    """
    plain = flat(comparution)
    place = plain.find(_bare(name))
    if place < 0:
        return None
    begins = [found for found in _BEGINS.finditer(plain) if _begins_party(plain[found.end() :])]
    start = max((found.end() for found in begins if found.end() <= place), default=0)
    end = min((found.start() + 1 for found in begins if found.start() > place), default=len(comparution))
    return start, end


def _begins_party(plain: str) -> bool:
    return kind_of(plain.split(",", 1)[0]) is not None and names_party(plain)


def called(party: PartyClause, name: str) -> bool:
    """Whether words name that party, by one of its names."""
    names = (_bare(other) for other in (party.name, party.short_name, *party.aliases))
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", flat(name)) for each in names if each)


def _bare(name: str) -> str:
    """A name without its article."""
    plain = flat(name).strip()
    return next((plain.removeprefix(word) for word in ("la ", "le ", "les ", "l'") if plain.startswith(word)), plain)
