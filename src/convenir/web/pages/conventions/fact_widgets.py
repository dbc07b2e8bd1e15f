"""The control of a field of a fact, by the type that the core gives it."""

import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django import forms

from convenir.core.delays import Days
from convenir.usecases.facts import Recorded
from convenir.web.pages.conventions.fact_choices import Choices
from convenir.web.pages.conventions.fact_fields import Asked, values_of
from convenir.web.ui.day_field import DayField
from convenir.web.ui.delay_field import DelayField
from convenir.web.ui.lines_field import LinesField
from convenir.web.ui.number_field import NumberField
from convenir.web.ui.suggest_field import SuggestInput

MAX_WORDS = 200
MANY = 10_000_000
CHOOSE = {"required": "Choisissez dans la liste.", "invalid_choice": "Choisissez dans la liste."}
COUNT = {"invalid": "Écrivez un nombre.", "min_value": "Écrivez un nombre positif.", "required": "Écrivez un nombre."}
YEAR = {
    "invalid": "Écrivez l’année en quatre chiffres.",
    "min_value": "Vérifiez l’année.",
    "max_value": "Vérifiez l’année.",
    "required": "Écrivez l’année.",
}
WORDS = {"required": "Remplissez ce champ.", "max_length": f"{MAX_WORDS} caractères au plus."}


def control(asked: Asked, hint: Any, of: Recorded, *, required: bool, default: Any) -> forms.Field:
    """The control that holds a value of that type of the core."""
    members = [kind for kind in typing.get_args(hint) if kind is not type(None)] or [hint]
    if typing.get_origin(hint) is tuple:
        return _several(asked, of, required)
    if asked.choices:
        return _chosen(asked, asked.choices(of), required)
    if bool in members:
        return _doubt(asked, default)
    if isinstance(members[0], type) and issubclass(members[0], Enum):
        return _listed(asked, values_of(members[0]), required, default)
    simple = next((make for kind, make in SIMPLE.items() if kind in members), _words)
    return simple(asked, of, required)


def count(label: str, hint: str = "") -> forms.Field:
    """A number of persons, votes or things."""
    return forms.IntegerField(
        label=label, help_text=hint, required=False, min_value=0, max_value=MANY, error_messages=COUNT
    )


def _several(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    if asked.choices is None:
        return LinesField(label=asked.label, help_text=asked.hint, required=required)
    return forms.MultipleChoiceField(
        label=asked.label,
        help_text=asked.hint,
        required=required,
        choices=list(asked.choices(of)),
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )


def _chosen(asked: Asked, choices: Choices, required: bool) -> forms.Field:
    """One of the values that the dossier offers; the only one is chosen."""
    empty = [] if required and len(choices) == 1 else [("", "Choisir…" if required else asked.empty)]
    hint = asked.hint if choices else asked.nothing
    return forms.ChoiceField(
        label=asked.label, help_text=hint, required=required, choices=[*empty, *choices], error_messages=CHOOSE
    )


def _listed(asked: Asked, choices: Choices, required: bool, default: Any) -> forms.Field:
    field = _chosen(asked, choices, required)
    if isinstance(default, Enum):
        field.initial = default.value
    return field


def _doubt(asked: Asked, default: Any) -> forms.Field:
    """A box for what is false unless said; a question for what changes everything, or may be unknown."""
    if default is False:
        return forms.BooleanField(label=asked.label, help_text=asked.hint, required=False)
    required = default is True
    return forms.TypedChoiceField(
        label=asked.label,
        help_text=asked.hint,
        required=required,
        choices=[("", "Choisir…" if required else "Non renseigné"), ("oui", asked.yes), ("non", asked.no)],
        coerce=lambda said: said == "oui",
        empty_value=None,
        error_messages=CHOOSE,
    )


def _day(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    return DayField(label=asked.label, help_text=asked.hint, required=required)


def _number(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    return NumberField(label=asked.label, help_text=asked.hint, required=required)


def _delay(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    return DelayField(label=asked.label, help_text=asked.hint, required=required)


def _count(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    if not asked.label.startswith("Année"):
        return count(asked.label, asked.hint)
    return forms.IntegerField(label=asked.label, required=required, min_value=1990, max_value=2100, error_messages=YEAR)


def _words(asked: Asked, of: Recorded, required: bool) -> forms.Field:
    suggested = [words for words, _ in asked.suggests(of)] if asked.suggests else []
    return forms.CharField(
        label=asked.label,
        help_text=asked.hint,
        required=required,
        max_length=MAX_WORDS,
        widget=SuggestInput(suggested),
        error_messages=WORDS,
    )


SIMPLE: dict[type, Callable[[Asked, Recorded, bool], forms.Field]] = {
    date: _day,
    Decimal: _number,
    Days: _delay,
    int: _count,
    str: _words,
}
