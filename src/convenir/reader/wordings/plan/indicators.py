"""How texts say where the indicators of the evaluation stand, how many each fiche names, and what measures them."""

import re
from dataclasses import dataclass

from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.words import flat, pattern, tidy

_STAND = (
    # «Les indicateurs sont définis dans chaque fiche», «les indicateurs, listés à l'annexe 4, sont…»
    pattern(
        r"\bindicateurs?\b.*?\b(?:precisee?s?|definis|declinee?s?|regroupee?s?|portee?s?|ceux|figurent|inscrits|"
        r"decrits|fixes|listes|enumeres|recenses)\b\s*"
        r"(?:(?:dans|en|a|sur|de|au sein d[eu']) ?)?(?P<place>(?:l'|les? |la |chaque |le )?[^,.;]*)"
    ),
    # «Chaque fiche comporte deux indicateurs», «l'annexe 4 fixe les indicateurs»
    pattern(
        r"\b(?P<place>(?:chaque|toute|les|une) fiches?(?:(?: |-)(?:d')?actions?| projets?)?"
        r"|l'annexe (?:n ?° ?)?\d+[a-h]?)"
        r" (?:(?:comporte|prevoi|contien|mentionn|precis|fix|defini|liste|enumer|enonc|indiqu|recens|present)\w*"
        r"|comprend|comprennent)\b[^.;]{0,60}\bindicateurs?\b"
    ),
)
_FEWEST = pattern(rf"\b(?:au moins|au minimum|a minima|minimum(?: de)?) ({NUMBER}) indicateurs?\b")
_MEASURED = pattern(
    r"\bunites? de mesure\b[^.;]*\bcibles?\b|\b(?:valeurs?|objectifs?) cibles?\b|\bcibles? (?:chiffree?s?"
    r"|a atteindre)\b|\bobjectifs? chiffres?\b"
)
# What the words of the place go on with.
_BEYOND = re.compile(r"\s+de la présente\b|\s+et permettent\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """Where the indicators stand, in the words of the text, the fewest of each fiche, and whether each is measured."""

    place: str
    minimum: int
    measured: bool


def indicators(line: str) -> Indicators | None:
    """What a sentence says of the indicators; None where it does not say where they stand.

    >>> indicators("Chaque fiche action comporte au moins deux indicateurs, avec une valeur cible.")
    Indicators(place='Chaque fiche action', minimum=2, measured=True)
    >>> indicators("L’annexe 4 fixe les indicateurs d’évaluation.").place
    'L’annexe 4'
    >>> indicators("Les indicateurs sont suivis par la Caf.") is None
    True
    """
    plain = flat(line)
    found = next((match for shape in _STAND if (match := shape.search(plain))), None)
    place = _BEYOND.split(tidy(line[slice(*found.span("place"))]))[0].strip(" .,") if found else ""
    if not place:
        return None
    least = _FEWEST.search(plain)
    return Indicators(
        place=place,
        minimum=(number(least[1]) or 1) if least else 1,
        measured=_MEASURED.search(plain) is not None,
    )
