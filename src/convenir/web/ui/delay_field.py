"""A delay typed by a person: «3 mois», «15 jours», «1 an»."""

import re
from collections.abc import Callable
from typing import Any

from django import forms

from convenir.core.delays import Days, Delay, Months, Years
from convenir.writer.words.names import delay_words

UNITS: dict[str, Callable[[int], Delay]] = {
    "jour": lambda n: Days(count=n),
    "mois": lambda n: Months(count=n),
    "an": lambda n: Years(count=n),
}
DELAY = re.compile(r"\s*(\d{1,4})\s*(jour|mois|an)s?\s*", re.IGNORECASE)


class DelayField(forms.CharField):
    """«3 mois», «15 jours», «1 an»; empty where the text gives none."""

    def to_python(self, value: object) -> Any:
        if value in self.empty_values:
            return None
        found = DELAY.fullmatch(str(value))
        if not found:
            raise forms.ValidationError(
                f"« {value} » n’est pas un délai. Écrivez par exemple 3 mois, 15 jours ou 1 an."
            )
        return UNITS[found[2].lower()](int(found[1]))

    def prepare_value(self, value: object) -> object:
        return delay_words(value) if isinstance(value, Days | Months | Years) else value
