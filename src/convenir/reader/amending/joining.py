"""Who joins a convention by an avenant: the party that its comparution names, and the convention does not."""

import re
from collections.abc import Iterator
from dataclasses import replace

from convenir.core.changes import ClauseAdded
from convenir.core.terms import PartyClause, Terms
from convenir.reader.amending.edits import PartyJoined
from convenir.reader.french.words import flat
from convenir.reader.wordings.parties.organisations import key_of


def joined(base: Terms, read: Terms, edit: PartyJoined) -> Iterator[ClauseAdded]:
    """The party that joins, as the avenant names it, under a key that no party of the convention has."""
    names = {flat(party.name) for party in base.every(PartyClause)}
    taken = tuple(party.key for party in base.every(PartyClause))
    for party in read.every(PartyClause):
        if called(party, edit.name) and flat(party.name) not in names:
            yield ClauseAdded(clause=replace(party, key=key_of(party.kind, taken)))
            return


def called(party: PartyClause, name: str) -> bool:
    """Whether words name that party, by one of its names."""
    names = (_bare(other) for other in (party.name, party.short_name, *party.aliases))
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", flat(name)) for each in names if each)


def _bare(name: str) -> str:
    """A name without its article."""
    plain = flat(name).strip()
    return next((plain.removeprefix(word) for word in ("la ", "le ", "les ", "l'") if plain.startswith(word)), plain)
