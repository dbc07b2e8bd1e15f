"""A form made from the fields of a term: dates, delays, numbers, choices, lists, each checked and said in French."""

import dataclasses
import re
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from django import forms

from convenir.core.codec import NotReadable, decode_term, encode
from convenir.core.delays import Between, Day, Days
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.core.terms.parties import Signatory
from convenir.web.pages.deposit.correction_words import VALUES
from convenir.web.ui.day_field import day_written
from convenir.web.ui.delay_field import DelayField
from convenir.web.ui.lines_field import LinesField
from convenir.web.ui.number_field import NumberField
from convenir.writer.french_dates import short_day
from convenir.writer.words.fields import field_label
from convenir.writer.words.names import capital

# The parties of a text: their keys and their names.
Parties: TypeAlias = Sequence[tuple[str, str]]
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


class TermForm(forms.Form):
    """The fields of a clause of that type, but its source: the words are what they are.

    `values` are those that it begins with, beside the defaults of the type.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, kind: type, source: Source, parties: Parties, values: Mapping[str, Any], **given: Any) -> None:
        stated = [field for field in dataclasses.fields(kind) if field.name != "source"]
        first = {field.name: _shown(field.default) for field in stated if field.default is not dataclasses.MISSING}
        super().__init__(initial=first | dict(values), **given)
        self._kind, self._source = kind, source
        hints = typing.get_type_hints(kind)
        for field in stated:
            name = field.name
            label = field_label(kind, name)
            self.fields[name] = _field(hints[name], label, parties if name in ("by", "holders") else ())

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields that one fills."""
        return self.visible_fields()

    def clean(self) -> dict[str, Any]:
        """What is said must be a term that can be stored and read back."""
        said = super().clean() or {}
        if self.errors:
            return said
        try:
            self._term = decode_term(self._encoded(said))
        except NotReadable as refusal:
            self.add_error(None, str(refusal))
        return said

    def _encoded(self, said: dict[str, Any]) -> dict[str, Any]:
        hints = typing.get_type_hints(self._kind)
        stated = {name: value for name, value in said.items() if name in hints}
        given = {
            name: encode(None if value == "" and _may_lack(hints[name]) else value) for name, value in stated.items()
        }
        return {"type": self._kind.__name__, "source": encode(self._source)} | given

    def term(self) -> Term:
        """The term; the form must be valid."""
        return self._term


def correction(term: Term, parties: Parties, seen: datetime | None, **given: Any) -> TermForm:
    """The form that corrects a term on which somebody decided last at `seen`."""
    stated = [field.name for field in dataclasses.fields(term) if field.name != "source"]
    values = {name: _shown(getattr(term, name)) for name in stated}
    return TermForm(type(term), term.source, parties, values | {"seen": seen.isoformat() if seen else ""}, **given)


def _may_lack(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _shown(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _field(hint: Any, label: str, parties: Parties) -> forms.Field:
    """The field of a type; a union with None may be left empty."""
    members = [kind for kind in typing.get_args(hint) if kind is not type(None)] or [hint]
    if hint is bool:
        return forms.BooleanField(label=label, required=False)
    if Days in members:
        return DelayField(label=label, required=not _may_lack(hint), help_text="Par exemple 3 mois, 15 jours, 1 an.")
    if date in members or hint in (date, Day):
        return AnyDayField(label=label, required=False, help_text="31/12/2027 ; vide si le texte laisse un blanc.")
    if Decimal in members:
        return NumberField(label=label, required=Decimal is hint)
    if int in members:
        messages = {"invalid": "Écrivez un nombre.", "required": "Écrivez un nombre."}
        required = hint is int
        return forms.IntegerField(label=label, required=required, min_value=0, error_messages=messages)
    return _choices(hint, members, label, parties)


def _choices(hint: Any, members: list[Any], label: str, parties: Parties) -> forms.Field:
    if typing.get_origin(hint) is tuple:
        return _list(members[0], label, parties)
    kind = members[0]
    if kind in VALUES:
        empty = [] if len(members) == len(typing.get_args(hint) or (hint,)) else [("", "Non précisé")]
        values = [(value, capital(words)) for value, words in VALUES[kind].items()]
        return forms.ChoiceField(label=label, required=not empty, choices=[*empty, *values])
    return forms.CharField(label=label, required=False, max_length=2000)


def _list(item: Any, label: str, parties: Parties) -> forms.Field:
    if item is Signatory:
        return PeopleField(label=label, required=False)
    choices = VALUES.get(item)
    offered = [(value, capital(words)) for value, words in choices.items()] if choices else list(parties)
    if not offered:
        return LinesField(label=label, required=False)
    return forms.MultipleChoiceField(label=label, required=False, choices=offered, widget=forms.CheckboxSelectMultiple)
