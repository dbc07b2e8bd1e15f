"""A day typed by a person: the browser's calendar, or 31/12/2027 by hand, with a clear word when it does not exist."""

import re
from calendar import monthrange
from datetime import date

from django import forms

from convenir.writer.french_dates import MONTHS

FRENCH = re.compile(r"\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*")
ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")


class DayInput(forms.DateInput):
    """A field that offers the calendar of the browser."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A date, ISO or French."""

    widget = DayInput
    default_error_messages = {"required": "Indiquez le jour."}

    def to_python(self, value: object) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        return day_written(str(value))


def day_written(words: str) -> date:
    """The day, or a ValidationError that says what is wrong with it.

    >>> day_written("31/12/2027")
    datetime.date(2027, 12, 31)
    >>> day_written("31/02/2027")
    Traceback (most recent call last):
    django.core.exceptions.ValidationError: ['Le 31 février n’existe pas. En 2027, février finit le 28.']
    """
    french, iso = FRENCH.fullmatch(words), ISO.fullmatch(words)
    if not (french or iso):
        raise forms.ValidationError(f"« {words} » n’est pas une date. Écrivez-la comme 31/12/2027.")
    parts = french.groups()[::-1] if french else iso.groups() if iso else ()
    year, month, number = (int(part) for part in parts)
    if not 1 <= month <= 12:
        raise forms.ValidationError(f"Il n’y a pas de {month}e mois. Écrivez la date comme 31/12/2027.")
    if not 1 <= year <= 9998:
        raise forms.ValidationError(f"L’année {year} n’est pas celle d’une convention.")
    last = monthrange(year, month)[1]
    if not 1 <= number <= last:
        name = MONTHS[month - 1]
        raise forms.ValidationError(f"Le {number} {name} n’existe pas. En {year}, {name} finit le {last}.")
    return date(year, month, number)
