"""The form of one kind of fact, and the event that it gives."""

import dataclasses
import typing
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from convenir.access.conventions import Dossier
from convenir.core.codec import decode_event, encode
from convenir.core.facts import AmendmentProposed, Event
from convenir.usecases.conventions import NewFact, Proof
from convenir.usecases.facts import Recorded
from convenir.web.amendment_draft import FACILITIES
from convenir.web.pages.conventions import fact_choices
from convenir.web.pages.conventions.amendment_fields import CHANGES, amendment_fields, amendment_key, changes_said
from convenir.web.pages.conventions.fact_fields import asked
from convenir.web.pages.conventions.fact_kinds import KINDS, NAMES, Kind
from convenir.web.pages.conventions.fact_widgets import MAX_WORDS, control, count
from convenir.web.ui.day_field import DayField
from convenir.writer.words import party_name

ENVELOPE = ("on", "evidence", "note", "token")
PRESENT = "present_"


class FactForm(forms.Form):
    """Day, the fields of the kind, proof and note. `token` tells the same form posted twice."""

    on = DayField(label="Jour où cela s’est passé")
    evidence = forms.FileField(
        label="Preuve",
        required=False,
        allow_empty_file=True,
        help_text="5 Mo au plus. L’empreinte du fichier est gardée avec lui.",
    )
    note = forms.CharField(label="Précision", required=False, max_length=MAX_WORDS, widget=forms.Textarea({"rows": 2}))
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, kind: Kind, dossier: Dossier, **given: Any) -> None:
        super().__init__(**given)
        self.kind = kind
        self.known = fact_choices.known(dossier)
        self.fields["on"].label = kind.called.get("on", self.fields["on"].label)
        self.fields |= _fields(kind, self.known)

    @property
    def specific(self) -> list[forms.BoundField]:
        """The fields of the kind that are asked at once."""
        return [self[name] for name in self._own if not self._folded(name)]

    @property
    def details(self) -> list[forms.BoundField]:
        """Those that few facts need, folded unless one of them is filled or wrong."""
        return [self[name] for name in self._own if self._folded(name)]

    @property
    def details_open(self) -> bool:
        """Whether one of the details says something, or is wrong."""
        return any(field.errors or field.value() for field in self.details)

    @property
    def lacking(self) -> list[tuple[str, Kind]]:
        """What must be recorded before this fact, where the dossier offers nothing to choose: words, and which fact."""
        chosen = [asked(self.kind.event, name) for name in self._own if self.fields[name].required]
        empty = [one for one in chosen if one.choices and not one.choices(self.known)]
        return [(one.nothing, KINDS[NAMES[one.first]]) for one in empty if one.first]

    def _folded(self, name: str) -> bool:
        """Whether few facts need it; a list that another page drafted is what one came for."""
        return name in self.kind.details or (name.startswith(FACILITIES) and name not in self.initial)

    @property
    def _own(self) -> list[str]:
        return [name for name in self.fields if name not in ENVELOPE]

    def clean(self) -> dict[str, Any]:
        """An avenant changes something."""
        said = super().clean() or {}
        if self.kind.event is AmendmentProposed and not self.errors and not changes_said(said, self.known.terms):
            raise forms.ValidationError("Dites ce que l’avenant change : remplissez au moins un changement.")
        return said

    def fact(self) -> NewFact:
        """What the form says; the form must be valid."""
        return NewFact(
            event=self._event(),
            on=self.cleaned_data["on"],
            token=self.cleaned_data["token"],
            evidence=_proof(self.cleaned_data.get("evidence")),
            note=self.cleaned_data["note"].strip(),
        )

    def _event(self) -> Event:
        names = {field.name for field in dataclasses.fields(self.kind.event)}
        said = {name: value for name, value in self.cleaned_data.items() if name in names and value not in ("", None)}
        counts = {
            name.removeprefix(PRESENT): value
            for name, value in self.cleaned_data.items()
            if name.startswith(PRESENT) and value is not None
        }
        if counts:
            said["present"] = counts
        if self.kind.event is AmendmentProposed:
            said["amendment"] = amendment_key(said["amendment"])
            said["changes"] = changes_said(self.cleaned_data, self.known.terms)
        return decode_event({"type": self.kind.event.__name__, **{name: encode(value) for name, value in said.items()}})


def _fields(kind: Kind, of: Recorded) -> dict[str, forms.Field]:
    """The fields of the event, in its order; a list without any value is not asked unless it must be.

    What an avenant changes comes after the rest.
    """
    made: dict[str, forms.Field] = {}
    changes: dict[str, forms.Field] = {}
    for field in dataclasses.fields(kind.event):
        if field.name == PRESENT.rstrip("_"):
            made |= present(of)
        elif field.name == CHANGES:
            changes = amendment_fields(of)
        elif not _pointless(kind, field, of):
            made[field.name] = _field(kind, field, of)
    return made | changes


def _pointless(kind: Kind, field: dataclasses.Field[Any], of: Recorded) -> bool:
    """Whether the field is optional and the dossier offers nothing to choose."""
    choices = asked(kind.event, field.name).choices
    return choices is not None and not _required(kind, field) and not choices(of)


def _required(kind: Kind, field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING or bool(field.default) or field.name in kind.needs


def _field(kind: Kind, field: dataclasses.Field[Any], of: Recorded) -> forms.Field:
    hint = typing.get_type_hints(kind.event)[field.name]
    words = asked(kind.event, field.name)
    label = kind.called.get(field.name, words.label)
    words = dataclasses.replace(words, label=label)
    return control(words, hint, of, required=_required(kind, field), default=field.default)


def present(of: Recorded) -> dict[str, forms.Field]:
    """How many were present, one field for each party."""
    keys = [key for key, _ in fact_choices.parties(of)]
    return {f"{PRESENT}{key}": count(f"Présents, {party_name(key, of.terms)}") for key in keys}


def _proof(file: UploadedFile | None) -> Proof | None:
    return Proof(name=file.name or "piece", data=file.read()) if file else None


def filled(form: FactForm, posted: QueryDict) -> dict[str, Any]:
    """What another page of the site drafted for this form, beside what it suggests of itself."""
    return suggested(form, posted) | {name: words for name, words in posted.items() if name in form.fields}


def suggested(form: FactForm, query: QueryDict) -> dict[str, Any]:
    """What the address of a due row already knows: which body, annex or year; and a new token."""
    subject, period = query.get("objet", ""), query.get("periode", "")
    said: dict[str, Any] = {"token": uuid4().hex}
    if form.kind.event is AmendmentProposed:
        said["amendment"] = f"Avenant n° {len(fact_choices.amendments(form.known)) + 1}"
    for name in ("body", "annex", "commitment", "party", "breach", "request", "amendment"):
        offered = getattr(form.fields.get(name), "choices", [])
        if subject and subject in dict(offered):
            said[name] = subject
    if "year" in form.fields and period[:4].isdecimal() and len(period) == 4:
        said["year"] = int(period)
    if "meeting_on" in form.fields and len(period) == 10:
        said["meeting_on"] = period
    return said
