"""The form of one kind of fact, and the event that it gives."""

import dataclasses
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from convenir.access.conventions import Dossier
from convenir.core.codec import decode_event
from convenir.core.facts import Event
from convenir.usecases.conventions import NewFact, Proof
from convenir.web.pages.conventions.fact_fields import FIELDS, MAX_WORDS, annexes, bodies, commitments, present
from convenir.web.pages.conventions.fact_kinds import Kind
from convenir.web.ui.day_field import DayField


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
        asked = {name: FIELDS[name](dossier) for name in kind.asks if name != "present"}
        if "present" in kind.asks:
            asked |= present(dossier)
        if "body" in asked and kind.name == "review_done":
            asked["body"].required = False
        self.fields = {"on": self.fields["on"], **asked, **{n: self.fields[n] for n in ("evidence", "note", "token")}}

    @property
    def specific(self) -> list[forms.BoundField]:
        """The fields of the kind alone."""
        return [self[name] for name in self.fields if name not in ("on", "evidence", "note", "token")]

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
            name.removeprefix("present_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("present_") and value is not None
        }
        if counts:
            said["present"] = counts
        return decode_event({"type": self.kind.event.__name__, **said})


def _proof(file: UploadedFile | None) -> Proof | None:
    return Proof(name=file.name or "piece", data=file.read()) if file else None


def suggested(kind: Kind, dossier: Dossier, query: QueryDict) -> dict[str, Any]:
    """What the address of a due row already knows: which body, annex or year; and a new token."""
    subject, period = query.get("objet", ""), query.get("periode", "")
    known: dict[str, Any] = {"token": uuid4().hex}
    if subject in dict(bodies(dossier)):
        known["body"] = subject
    if subject in dict(annexes(dossier)):
        known["annex"] = subject
    if subject in dict(commitments(dossier)):
        known["commitment"] = subject
    if "party" in kind.asks and subject in {seat.key for seat in dossier.seats}:
        known["party"] = subject
    if period[:4].isdecimal() and len(period) == 4:
        known["year"] = int(period)
    if kind.name == "documents_sent" and len(period) == 10:
        known["meeting_on"] = period
    return known
