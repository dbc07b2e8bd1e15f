"""French on the page: dates, numbers, no-break spaces, dates in bold."""

import re
from datetime import date

from django.template import Library
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from convenir.writer import french_dates
from convenir.writer.french_dates import MONTHS, SHORT_MONTHS, WEEKDAYS
from convenir.writer.french_typography import fine, unbroken

_MONTHS = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
_DATE = re.compile(rf"(?:(?i:{'|'.join(WEEKDAYS)})\s)?(?:1er|\d{{1,2}})\s(?:{_MONTHS})(?!\w)(?:\s\d{{4}})?")
_IN_FORCE_UNTIL = re.compile(r"\ben vigueur jusqu’au\s")


def day(on: date | None) -> str:
    """`{{ on|day }}`: «1er janvier 2028», for the past and the end of a term."""
    return fine(french_dates.day(on)) if on else ""


def long_day(on: date | None) -> str:
    """`{{ on|long_day }}`: «vendredi 30 septembre 2022», where someone must act."""
    return fine(french_dates.long_day(on)) if on else ""


def brief_day(on: date | None) -> str:
    """`{{ on|brief_day }}`: «3 nov. 2026»."""
    return fine(french_dates.brief_day(on)) if on else ""


def brief_long_day(on: date | None) -> str:
    """`{{ on|brief_long_day }}`: «mer. 25 nov. 2026»."""
    return fine(french_dates.brief_long_day(on)) if on else ""


def number(value: float | None, decimals: int = 0) -> str:
    """`{{ value|number }}` or `{{ value|number:1 }}`: «1 234,5» with a narrow no-break space."""
    return "" if value is None else french_dates.number(value, decimals)


def plural(count: int, forms: str = ",s") -> str:
    """`{{ count|plural }}`: the «s» of several; `{{ count|plural:"sera,seront" }}`: one of two words.

    Nought is singular, as in French.

    >>> [plural(count) for count in (0, 1, 2)], plural(2, "sera,seront")
    (['', '', 's'], 'seront')
    """
    one, several = forms.split(",")
    return several if count > 1 else one


def french(text: object) -> str:
    """`{{ text|french }}`: our words with the apostrophes and no-break spaces of French typography.

    A message, a refusal or a lazy translation is said by its words.
    """
    return fine(str(text))


def quoted(text: object) -> str:
    """`{{ quote|quoted }}`: words of the signed text, letter for letter, with no-break spaces."""
    return unbroken(str(text))


def strong_date(text: object) -> SafeString:
    """`{{ sentence|strong_date }}`: French spaces, and in bold the date that counts.

    It is the end of what is in force where the sentence says one, else the last date.

    >>> strong_date("Signée le 14 mars 2024, s’applique jusqu’au 31 décembre 2027.").replace("\\xa0", " ")
    'Signée le 14 mars 2024, s’applique jusqu’au <b>31 décembre 2027</b>.'
    >>> strong_date("Bilan, au plus tard le 31 déc. 2026.").replace("\\xa0", " ")
    'Bilan, au plus tard le <b>31 déc. 2026</b>.'
    >>> strong_date("En vigueur jusqu’au 11 mars 2027, puis jusqu’au 11 mars 2028.".lower()).replace("\\xa0", " ")
    'en vigueur jusqu’au <b>11 mars 2027</b>, puis jusqu’au 11 mars 2028.'
    """
    words = fine(str(text))
    until = _IN_FORCE_UNTIL.search(words)
    found = list(_DATE.finditer(words, until.end() if until else 0))
    if not found:
        return conditional_escape(words)
    start, end = found[0 if until else -1].span()
    return format_html("{}<b>{}</b>{}", words[:start], words[start:end], words[end:])


FILTERS = (day, long_day, brief_day, brief_long_day, number, plural, french, quoted, strong_date)

register = Library()
for each in FILTERS:
    register.filter(each.__name__, each, is_safe=True)
