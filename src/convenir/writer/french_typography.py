"""What French typography wants: curved apostrophes, and spaces where a line must not end."""

import re

from convenir.writer.french_dates import MONTHS, NARROW, SHORT_MONTHS

WIDE = "\u00a0"

_MONTH = "|".join(re.escape(month) for month in sorted({*MONTHS, *SHORT_MONTHS}, key=len, reverse=True))
_YEAR = re.compile(rf"\b({_MONTH}) (?=\d{{4}}\b)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w«])")
_UNIT = r"(?:jours?|mois|ans?|heures?|minutes?|secondes?|pages?|€|%|ETP|ko|Mo)\b"
# The words that a figure names: «article 6», «page 12», «ligne 1».
_NAMED = ("article", "annexe", "page", "pages", "ligne", "lignes", "terme")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \u00a0](?=[;?!])"), NARROW),
    (re.compile(r" (?=[:»%€])"), WIDE),
    (re.compile(r"(?<=«) "), WIDE),
    (re.compile(rf"(?<=\d) (?=(?:{_MONTH})(?!\w))"), WIDE),
    (re.compile(rf"(?<=\der) (?=(?:{_MONTH})(?!\w))"), WIDE),
    (re.compile(rf"(?<=\d) (?={_UNIT})"), WIDE),
    (re.compile(r"(?<=\bn°) (?=\d)"), WIDE),
    (re.compile(r"(?<=\bart\.) (?=\S)|(?<=\bal\.) (?=\d)"), WIDE),
    (re.compile("|".join(rf"(?i:(?<=\b{word})) (?=\d)" for word in _NAMED)), WIDE),
)


def fine(text: str) -> str:
    """Our own words, with curved apostrophes and no-break spaces; nothing else changes.

    >>> fine("Qui signe ? Le maire : « avant le 1er juin 2028 » (article 6)") == (
    ...     "Qui signe\u202f? Le maire\u00a0: «\u00a0avant le 1er\u00a0juin\u00a02028\u00a0» (article\u00a06)"
    ... )
    True
    >>> fine("l'article")
    'l’article'
    """
    return unbroken(_APOSTROPHE.sub("’", text))


def unbroken(text: str) -> str:
    """The words of another, kept letter for letter, with no-break spaces where a line must not end.

    >>> unbroken("l'article 6, le jeudi 31 décembre 2026") == "l'article\u00a06, le jeudi 31\u00a0décembre\u00a02026"
    True
    >>> unbroken("Pages 3 et 4, ligne 1") == "Pages\u00a03 et 4, ligne\u00a01"
    True
    """
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return _YEAR.sub(rf"\1{WIDE}", text)
