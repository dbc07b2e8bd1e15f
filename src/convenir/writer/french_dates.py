"""How a day, the distance between two days and a number are written in French."""

from datetime import date
from decimal import Decimal

NARROW = "\u202f"

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")

DAYS_UP_TO_MONTHS = 3
MONTHS_UP_TO_YEARS = 24


def day(on: date) -> str:
    """A date in full, without its weekday: for the past and for the end of a term.

    >>> day(date(2028, 1, 1)), day(date(2022, 9, 30))
    ('1er janvier 2028', '30 septembre 2022')
    """
    return f"{_number_of_day(on)} {MONTHS[on.month - 1]} {on.year}"


def long_day(on: date) -> str:
    """A date in full, with its weekday: for a date on which someone must act.

    >>> long_day(date(2022, 9, 30))
    'vendredi 30 septembre 2022'
    """
    return f"{WEEKDAYS[on.weekday()]} {day(on)}"


def brief_day(on: date) -> str:
    """A date in narrow places, without its weekday.

    >>> brief_day(date(2026, 11, 3)), brief_day(date(2028, 1, 1))
    ('3 nov. 2026', '1er janv. 2028')
    """
    return f"{_number_of_day(on)} {SHORT_MONTHS[on.month - 1]} {on.year}"


def brief_long_day(on: date) -> str:
    """A date in narrow places, with its weekday.

    >>> brief_long_day(date(2026, 11, 25))
    'mer. 25 nov. 2026'
    """
    return f"{WEEKDAYS[on.weekday()][:3]}. {brief_day(on)}"


def day_and_month(on: date) -> str:
    """A date whose year is written beside it, as on a figure.

    >>> day_and_month(date(2026, 11, 17))
    '17 nov.'
    """
    return f"{_number_of_day(on)} {SHORT_MONTHS[on.month - 1]}"


def short_day(on: date) -> str:
    """A date in figures, for tables.

    >>> short_day(date(2022, 9, 3))
    '03/09/2022'
    """
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def from_now(day: date, on: date) -> str:
    """How far `day` is when one stands on `on`; a past day is a delay.

    Days up to three whole months, then months up to two years, then years; only whole ones are counted.

    >>> today = date(2026, 11, 17)
    >>> [from_now(day, today) for day in (today, date(2026, 11, 18), date(2026, 11, 29), date(2027, 3, 31))]
    ['aujourd’hui', 'demain', 'dans 12 jours', 'dans 4 mois']
    >>> [from_now(day, today) for day in (date(2026, 11, 16), date(2026, 9, 30), date(2024, 9, 14))]
    ['retard d’un jour', 'retard de 48 jours', 'retard de 2 ans']
    """
    if day == on:
        return "aujourd’hui"
    if day < on:
        distance = _distance(day, on)
        return "retard d’un jour" if distance == "1 jour" else f"retard de {distance}"
    distance = _distance(on, day)
    return "demain" if distance == "1 jour" else f"dans {distance}"


def number(value: float | Decimal, decimals: int = 0) -> str:
    """A number with a narrow no-break space every three figures and a decimal comma.

    >>> number(1000) == "1\\u202f000"
    True
    >>> number(-1234567.891, 2) == "−1\\u202f234\\u202f567,89"
    True
    """
    figures = f"{abs(value):,.{decimals}f}".replace(",", NARROW).replace(".", ",")
    return f"−{figures}" if value < 0 else figures


def _number_of_day(on: date) -> str:
    return "1er" if on.day == 1 else str(on.day)


def _distance(earlier: date, later: date) -> str:
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    if months >= MONTHS_UP_TO_YEARS:
        return f"{months // 12} ans"
    if months >= DAYS_UP_TO_MONTHS:
        return f"{months} mois"
    days = (later - earlier).days
    return f"{days} jour" if days == 1 else f"{days} jours"
