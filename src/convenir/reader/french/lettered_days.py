"""Days that a text writes in letters, at its head or above its signatures: «le trois mai deux mille vingt»."""

import re
from collections.abc import Iterator
from datetime import date

from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.words import flat

_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_DAY = (
    rf"(?P<day>premier|{NUMBER})\s+(?:jours?\s+)?(?:du\s+(?:present\s+)?mois\s+)?(?:de\s+|d')?"
    rf"(?P<month>{'|'.join(_MONTHS)})"
)
# A day of a month in letters, without its year.
SPELT_DAY = rf"(?:premier|{NUMBER})\s+(?:{'|'.join(_MONTHS)})"
_SPELT = r"(?:deux\s+mille|mil+e?\s+neuf\s+cent)[a-z\s-]*?"
_SHAPES = (
    re.compile(
        rf"\b{_DAY}\s+(?:de\s+l'an(?:nee)?\s+)?(?P<year>{_SPELT})(?=\s*(?:[^a-z\s-]|$)|\s+(?:a|en|par|entre|les?|la)\b)"
    ),
    re.compile(
        rf"\ban(?:nee)?\s+(?P<year>{_SPELT}|(?:19|20)\d\d)\s*,?\s*(?:et\s+)?le\s+(?:[a-z]+di\s+|dimanche\s+)?{_DAY}"
    ),
)
# Every day written so has one.
_MARK = re.compile(r"\bmille\b|\ban(?:nee)?\s+(?:19|20)\d\d")


def lettered(words: str) -> Iterator[date]:
    """The days of the words that are written in letters, wholly or in part.

    >>> [day.isoformat() for day in lettered("Fait à Vaux, le vingt-sept novembre deux mille vingt.")]
    ['2020-11-27']
    >>> [day.isoformat() for day in lettered("L’an deux mille dix-neuf et le cinq du mois de mars,")]
    ['2019-03-05']
    >>> [day.isoformat() for day in lettered("le premier juin deux mille vingt et un, en deux mille lieux")]
    ['2021-06-01']
    >>> list(lettered("le trente février deux mille vingt"))
    []
    """
    plain = flat(words)
    if not _MARK.search(plain):
        return
    for found in (found for shape in _SHAPES for found in shape.finditer(plain)):
        day = 1 if found["day"] == "premier" else number(found["day"])
        year = number(found["year"])
        if day and year:
            yield from _day(year, _MONTHS.index(found["month"]) + 1, day)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    """Nothing where no calendar has that day."""
    try:
        yield date(year, month, day)
    except ValueError:
        return
