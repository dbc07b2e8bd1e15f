"""A form made from the fields of a term: dates, delays, numbers, choices, lists, each checked and said in French."""

import dataclasses
import re
import typing
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django import forms

from convenir.core.codec import decode_term, encode
from convenir.core.delays import Between, Day, Days
from convenir.core.terms import Term
from convenir.core.terms.parties import Signatory
from convenir.web.pages.deposit.correction_words import VALUES
from convenir.web.ui.day_field import day_written
from convenir.web.ui.delay_field import DelayField
from convenir.web.ui.lines_field import LinesField
from convenir.web.ui.number_field import NumberField
from convenir.writer.french_dates import short_day
from convenir.writer.words.fields import FIELDS
from convenir.writer.words.names import capital

MONTH = re.compile(r"\s*(\d{1,2})/(\d{4})\s*")
YEAR = re.compile(r"\s*(\d{4})\s*")


class AnyDayField(forms.CharField):
    """31/12/2027, or a month (03/2008) or a year (2021) where the text says no more."""

    def to_python(self, value: object) -> Any:
        if value in self.empty_values:
            return None
        words = str(value)
        month, year = MONTH.fullmatch(words), YEAR.fullmatch(words)
        if year:
            return Between.year(int(year[1]))
        if month and 1 <= int(month[1]) <= 12:
            return Between.month(int(month[2]), int(month[1]))
        return day_written(words)

    def prepare_value(self, value: object) -> object:
        if isinstance(value, date):
            return short_day(value)
        if isinstance(value, Between):
            whole_year = value.earliest.month != value.latest.month
            return str(value.earliest.year) if whole_year else f"{value.earliest:%m/%Y}"
        return value


class PeopleField(forms.CharField):
    """One person a line: name, then capacity after a comma."""

    widget = forms.Textarea({"rows": 3})

    def to_python(self, value: object) -> Any:
        lines = [line.partition(",") for line in str(value or "").splitlines() if line.strip()]
        return tuple(Signatory(name=name.strip(), capacity=capacity.strip()) for name, _, capacity in lines)

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, tuple):
            return value
        return "\n".join(", ".join(part for part in (one.name, one.capacity) if part) for one in value)


class CorrectionForm(forms.Form):
    """The fields of `term`, but its source: the words stay what they are."""

    def __init__(self, term: Term, parties: Sequence[tuple[str, str]], **given: Any) -> None:
        names = [field.name for field in dataclasses.fields(term) if field.name != "source"]
        super().__init__(initial={name: _shown(getattr(term, name)) for name in names}, **given)
        self._term = term
        hints = typing.get_type_hints(type(term))
        for name in names:
            self.fields[name] = _field(hints[name], FIELDS[name], parties if name in ("by", "holders") else ())

    def clean(self) -> dict[str, Any]:
        """What is said must be a term that can be stored and read back."""
        said = super().clean() or {}
        if not self.errors:
            self._corrected = decode_term(self._encoded(said))
        return said

    def _encoded(self, said: dict[str, Any]) -> dict[str, Any]:
        given = {name: encode(None if value == "" and self._may_lack(name) else value) for name, value in said.items()}
        whole: dict[str, Any] = encode(self._term)
        return whole | given

    def _may_lack(self, name: str) -> bool:
        return type(None) in typing.get_args(typing.get_type_hints(type(self._term))[name])

    def term(self) -> Term:
        """The corrected term; the form must be valid."""
        return self._corrected


def _shown(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _field(hint: Any, label: str, parties: Sequence[tuple[str, str]]) -> forms.Field:
    """The field of a type; a union with None may be left empty."""
    members = [kind for kind in typing.get_args(hint) if kind is not type(None)] or [hint]
    if hint is bool:
        return forms.BooleanField(label=label, required=False)
    if Days in members:
        return DelayField(label=label, required=False, help_text="Par exemple 3 mois, 15 jours, 1 an.")
    if date in members or hint in (date, Day):
        return AnyDayField(label=label, required=False, help_text="31/12/2027 ; vide si le texte laisse un blanc.")
    if Decimal in members:
        return NumberField(label=label, required=Decimal is hint)
    if int in members:
        messages = {"invalid": "Écrivez un nombre.", "required": "Écrivez un nombre."}
        required = hint is int
        return forms.IntegerField(label=label, required=required, min_value=0, error_messages=messages)
    return _choices(hint, members, label, parties)


def _choices(hint: Any, members: list[Any], label: str, parties: Sequence[tuple[str, str]]) -> forms.Field:
    if typing.get_origin(hint) is tuple:
        return _list(members[0], label, parties)
    kind = members[0]
    if kind in VALUES:
        empty = [] if len(members) == len(typing.get_args(hint) or (hint,)) else [("", "Non précisé")]
        values = [(value, capital(words)) for value, words in VALUES[kind].items()]
        return forms.ChoiceField(label=label, required=not empty, choices=[*empty, *values])
    return forms.CharField(label=label, required=False, max_length=2000)


def _list(item: Any, label: str, parties: Sequence[tuple[str, str]]) -> forms.Field:
    if item is Signatory:
        return PeopleField(label=label, required=False)
    choices = VALUES.get(item)
    offered = [(value, capital(words)) for value, words in choices.items()] if choices else list(parties)
    if not offered:
        return LinesField(label=label, required=False)
    return forms.MultipleChoiceField(label=label, required=False, choices=offered, widget=forms.CheckboxSelectMultiple)
