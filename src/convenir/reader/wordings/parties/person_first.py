"""Comparutions that name the person before the organisation: «Mme Rose Artaud, directrice de la Caf, agissant…»."""

import re
from dataclasses import dataclass

from convenir.core.terms.parties import Signatory
from convenir.reader.french.words import flat, tidy
from convenir.reader.wordings.parties.organisations import kind_of
from convenir.reader.wordings.parties.persons import office, person

_FIRST = re.compile(
    r"(?P<person>(?:monsieur|madame|mme|mr?)\b\.?\s+[^,;:]{3,50}),\s*"
    r"(?:(?:agissant\s+)?en\s+(?:sa\s+)?qualite\s+de\s+|agissant\s+comme\s+|es\s+qualites?\s+de\s+)?"
    r"(?P<office>[^,;:]{3,60}?)\s+(?:de\s+(?=la\b|l'|[a-z])|d[ue]\s+|d'|pour\s+|representant\s+)"
    r"(?P<name>(?:la\s+|le\s+|l'\s?)?(?:caisse|caf|communaute|commune|ville|metropole|departement|syndicat|mutualite"
    r"|association|"
    r"centre|etat)\b[^,;:(]*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFirst:
    """Who appears, and the place of the name of the organisation in the words."""

    signatory: Signatory
    start: int
    end: int


def person_first(words: str) -> PersonFirst | None:
    """The person with whom the words begin, and the organisation for which that person acts.

    >>> told = "Madame Rose ARTAUD, directrice de la Caf du Val, agissant au nom de celle-ci"
    >>> found = person_first(told)
    >>> (found.signatory.name, found.signatory.capacity, told[found.start : found.end])
    ('Rose ARTAUD', 'directrice', 'la Caf du Val')
    >>> person_first("Monsieur Luc PIN, boulanger de la rue des Lilas") is None
    True
    """
    found = _FIRST.match(flat(words))
    if found is None or kind_of(found["name"]) is None:
        return None
    name = person(words[found.start("person") : found.end("person")])
    held = office(tidy(words[found.start("office") : found.end("office")]))
    if not name or not held:
        return None
    end = found.start("name") + len(found["name"].rstrip())
    return PersonFirst(signatory=Signatory(name=name, capacity=held), start=found.start("name"), end=end)
