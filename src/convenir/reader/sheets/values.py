"""What cells write: days, numbers, years, states and lists, in the forms that persons give them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import isfinite
from typing import TypeAlias

from convenir.core.delays import Between, earliest, latest
from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.words import days, flat
from convenir.reader.sheets.grid import Content, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Why a cell cannot be read, after «Cellule E14 : », and what to write."""

    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The days that a cell gives, both included; `exact` where it writes one day as a day."""

    first: date
    last: date
    exact: bool


# --- days ------------------------------------------------------------------------------------------------------

_ORIGIN = date(1899, 12, 30)
# From 1982 to 2064: below are counts, above are identifiers.
_SERIALS = range(30000, 60001)
_FIRST_YEAR, _LAST_YEAR = 1980, 2079
_SHORT = {
    "janv": "janvier", "jan": "janvier", "fevr": "fevrier", "fev": "fevrier", "avr": "avril", "juil": "juillet",
    "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
}  # fmt: skip
_MONTH = re.compile(r"\b(" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b\.?")
_NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR = re.compile(r"(?:annee |courant |en )?(\d{4})")
_END_OF = re.compile(r"(fin|debut|mi)[ -](?:de l'annee |d'annee |annee )?(?:de )?(\d{4})")
_PART = re.compile(r"(?:(t|s)([1-4])|([1-4])\s?(?:er|e|eme|nd|d)? ?(trimestre|semestre))[ -/]*(?:de )?(\d{4})")
_BETWEEN = re.compile(
    r"(?:de |du |entre )?(?P<first>.+?)\s*(?:\s-\s|\s?(?:->|→)\s?|\b(?:au|a|jusqu'en|jusqu'au|et)\b)\s*(?P<last>.+)"
)
_YEARS = re.compile(r"(\d{4})\s?[-/]\s?(\d{4})")
# Words that are longer write no date.
_LONGEST = 60
# A letter typed for a figure: the person who wrote it must say which.
_MISTYPED = re.compile(r"\d[ol]|[ol]\d")
_HOW = "écrivez-la comme 31/12/2025"


def days_of(content: Content) -> Told | Wrong:
    """The day, the month, the year or the period that a cell gives.

    >>> {days_of(one).last.isoformat() for one in ("31/12/2025", "2025-12-31", "31 déc. 2025", 46022, 2025, "fin 2025")}
    {'2025-12-31'}
    >>> days_of("2024-2026").last, days_of("de janvier 2024 à juin 2025").last, days_of("T2 2025").first
    (datetime.date(2026, 12, 31), datetime.date(2025, 6, 30), datetime.date(2025, 4, 1))
    >>> days_of("fin 2O25").sentence
    '« fin 2O25 » n’est pas une date ; écrivez-la comme 31/12/2025.'
    """
    if isinstance(content, date):
        return Told(first=content, last=content, exact=True)
    words = words_of(content)
    plain = _MONTH.sub(lambda found: _SHORT[found[1]], " ".join(flat(words).replace("*", " ").split())).strip(" .")
    if isinstance(content, int | float) and not isinstance(content, bool) and content in _SERIALS:
        day = _ORIGIN + timedelta(days=int(content))
        return Told(first=day, last=day, exact=False)
    legible = len(plain) <= _LONGEST and not _MISTYPED.search(words.lower())
    found = (_one(plain) or _period(plain)) if legible else None
    if found is None:
        return Wrong(sentence=f"« {words} » n’est pas une date ; {_HOW}.")
    first, last = found
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        return Wrong(sentence=f"« {words} » a une année peu vraisemblable ; vérifiez la date.")
    return Told(first=first, last=last, exact=first == last)


def _one(plain: str) -> tuple[date, date] | None:
    """A day, or an imprecise one, alone in its cell."""
    try:
        return _figures(plain) or _imprecise(plain) or _written(plain)
    except ValueError:
        return None


def _figures(plain: str) -> tuple[date, date] | None:
    if found := _NUMERIC.fullmatch(plain):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        day = date(year, int(found[2]), int(found[1]))
        return day, day
    if found := _ISO.fullmatch(plain):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _MONTH_YEAR.fullmatch(plain):
        return _ends(Between.month(int(found[2]), int(found[1])))
    if found := _YEAR.fullmatch(plain):
        return _ends(Between.year(int(found[1])))
    return None


def _imprecise(plain: str) -> tuple[date, date] | None:
    if found := _END_OF.fullmatch(plain):
        year, months = int(found[2]), {"debut": (1, 3), "mi": (5, 8), "fin": (10, 12)}[found[1]]
        return _months(year, *months)
    if found := _PART.fullmatch(plain):
        length = 3 if "t" in ((found[1] or found[4])[0]) else 6
        rank = int(found[2] or found[3])
        if rank * length > 12:
            return None
        return _months(int(found[5]), (rank - 1) * length + 1, rank * length)
    return None


def _written(plain: str) -> tuple[date, date] | None:
    """A day whose month is in letters, when nothing else is in the cell."""
    found = list(days(plain))
    if len(found) != 1 or found[0].day is None:
        return None
    rest = (plain[: found[0].start] + plain[found[0].end :]).strip(" .")
    return _ends(found[0].day) if rest in {"", "le", "en", "au", "fin", "debut", "courant", "des"} else None


def _period(plain: str) -> tuple[date, date] | None:
    if years := _YEARS.fullmatch(plain):
        first, last = _one(years[1]), _one(years[2])
    elif found := _BETWEEN.fullmatch(plain):
        first, last = _one(found["first"]), _one(found["last"])
    else:
        return None
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return earliest(Between.month(year, first)), latest(Between.month(year, last))


def _ends(day: Between | date) -> tuple[date, date]:
    return earliest(day), latest(day)


# --- numbers ---------------------------------------------------------------------------------------------------

_AMOUNT = re.compile(
    r"(?P<sign>[-+]?)(?P<whole>\d{1,3}(?:[ .']\d{3})+|\d+)(?:[,.](?P<part>\d+))?\s?(?P<thousands>k)?\s?"
    r"(?:€|eur|euros?|%|pts?|points?|places?|etp|h|heures?)?(?: (?:ttc|ht|par an|/ ?an))?"
)
# «1,234.56», as programs of other countries write it.
_FOREIGN = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+")


def number_of(content: Content) -> Decimal | Wrong:
    """The number of a cell, of euros, places or points; never a part of longer words.

    >>> number_of("1 200,50 €"), number_of("12,5 %"), number_of(3.0), number_of("15k€"), number_of("1.200")
    (Decimal('1200.50'), Decimal('12.5'), Decimal('3'), Decimal('15000'), Decimal('1200'))
    >>> number_of("environ 12").sentence
    '« environ 12 » n’est pas un nombre ; écrivez-le en chiffres, comme 1200,50.'
    """
    if isinstance(content, float | int) and not isinstance(content, bool):
        return Decimal(str(content)).normalize() + 0 if isfinite(content) else _no_number(content)
    words = " ".join(flat(words_of(content)).split())
    if _FOREIGN.fullmatch(words):
        words = words.replace(",", "").replace(".", ",")
    found = _AMOUNT.fullmatch(words)
    if found is None:
        return _no_number(content)
    return _decimal(found)


def _decimal(found: re.Match[str]) -> Decimal:
    whole = re.sub(r"\D", "", found["whole"])
    value = Decimal(f"{found['sign']}{whole}.{found['part'] or '0'}" if found["part"] else f"{found['sign']}{whole}")
    return value * 1000 if found["thousands"] else value


def _no_number(content: Content) -> Wrong:
    return Wrong(sentence=f"« {words_of(content)} » n’est pas un nombre ; écrivez-le en chiffres, comme 1200,50.")


def year_of(content: Content) -> int | Wrong:
    """The year of a cell.

    >>> year_of(2024.0), year_of("Année 2024"), year_of("exercice 2023/2024").sentence
    (2024, 2024, '« exercice 2023/2024 » n’est pas une année ; écrivez-la en quatre chiffres.')
    """
    if isinstance(content, date):
        return content.year
    found = re.findall(r"\d+", words_of(content))
    if len(found) == 1 and _FIRST_YEAR <= int(found[0][:5]) <= _LAST_YEAR:
        return int(found[0])
    return Wrong(sentence=f"« {words_of(content)} » n’est pas une année ; écrivez-la en quatre chiffres.")


# --- lists -----------------------------------------------------------------------------------------------------

_NEXT_ITEM = re.compile(rf"\s*(?:[\n;•▪●◦]|(?:^|(?<=\s))[{BULLETS}*](?=\s)|(?<=\s)/(?=\s))\s*")
_NOTHING = re.compile(
    r"(?:neant|aucun\w*|sans objet|s\.?o\.?|n/?a|nc|n\.c\.|-+|/|\?+|a (?:definir|preciser|completer|venir))\.?"
)

Items: TypeAlias = tuple[str, ...]


def says_nothing(words: str) -> bool:
    """Whether the words of a cell stand for none.

    >>> says_nothing("Néant"), says_nothing("à définir"), says_nothing("-"), says_nothing("Ville")
    (True, True, True, False)
    """
    return not words.strip() or _NOTHING.fullmatch(flat(words).strip()) is not None


def items_of(content: Content) -> Items:
    """The things that a cell lists, by lines, semicolons or bullets.

    >>> items_of("- Nombre d’enfants\\n- Taux d’occupation"), items_of("Caf ; Ville"), items_of("Néant")
    (('Nombre d’enfants', 'Taux d’occupation'), ('Caf', 'Ville'), ())
    """
    words = content if isinstance(content, str) else words_of(content)
    parts = (" ".join(part.split()).strip(" *," + BULLETS) for part in _NEXT_ITEM.split(words))
    return tuple(part for part in parts if part and not says_nothing(part))
