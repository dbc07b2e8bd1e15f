"""A number typed by a person as it is written in French: «412 350,00», with a clear word when it is not one."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from convenir.writer.words.names import figure

SPACES = re.compile(r"[\s\u00a0\u202f]")
WRITTEN = re.compile(r"[-−]?\d+([.,]\d+)?")


class NumberField(forms.CharField):
    """An exact number; a decimal comma or point, spaces wherever one likes, a € at the end."""

    default_error_messages = {"required": "Écrivez un nombre."}

    def to_python(self, value: object) -> Any:
        if value in self.empty_values:
            return None
        return number_written(str(value))

    def prepare_value(self, value: object) -> object:
        return figure(value) if isinstance(value, Decimal) else value


def number_written(words: str) -> Decimal:
    """The number, or a ValidationError that says how to write one.

    >>> number_written("412 350,00 €"), number_written("75 %")
    (Decimal('412350.00'), Decimal('75'))
    >>> number_written("beaucoup")
    Traceback (most recent call last):
    django.core.exceptions.ValidationError: ['« beaucoup » n’est pas un nombre. Écrivez par exemple 412 350,00.']
    """
    plain = SPACES.sub("", words).rstrip("€%")
    if not WRITTEN.fullmatch(plain):
        raise forms.ValidationError(f"« {words} » n’est pas un nombre. Écrivez par exemple 412 350,00.")
    return Decimal(plain.replace("−", "-").replace(",", "."))
