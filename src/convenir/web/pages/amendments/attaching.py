"""A délibération before a dossier: what was read of it, whose act it is, and the facts that it gives."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.core.refusals import Refusal
from convenir.core.terms import DeliberationAct
from convenir.reader.authorisations import Dated
from convenir.usecases import deliberations as verbs
from convenir.usecases.deliberations import Attachment, Authorisation
from convenir.web.pages.amendments.frame import crumbs, reference
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.day_field import DayField
from convenir.web.ui.shapes import Link, Passage
from convenir.web.ui.states import findings
from convenir.writer.french_dates import day
from convenir.writer.words import event_label, sentence_case
from convenir.writer.words.names import amendment_name, capital, listed

WHOSE = dict.fromkeys(("required", "invalid_choice"), "Dites de quelle partie c’est l’acte.")
NO_DAY = "Indiquez le jour, ou décochez ce fait."


class AttachmentForm(forms.Form):
    """Whose act it is, and for each fact whether it is kept and its day."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, found: Authorisation, told: tuple[Dated, ...], **given: Any) -> None:
        super().__init__(**given)
        self._count = len(told)
        parties = [(seat.key, seat.house.name) for seat in found.dossier.seats]
        self.fields["party"] = forms.ChoiceField(
            label="C’est l’acte de", choices=parties, widget=forms.RadioSelect, error_messages=WHOSE
        )
        for rank, one in enumerate(told):
            held = verbs.held(found.dossier, one.event, one.on)
            self.fields[f"kept_{rank}"] = forms.BooleanField(
                label=_fact_label(one, held=held), required=False, initial=one.on is not None and not held
            )
            self.fields[f"on_{rank}"] = DayField(
                label=f"Jour : {event_label(type(one.event))}", required=False, initial=one.on
            )

    @property
    def facts(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each fact: its box, and its day."""
        return [(self[f"kept_{rank}"], self[f"on_{rank}"]) for rank in range(self._count)]

    def clean(self) -> dict[str, Any]:
        """A fact that is kept has a day."""
        said = super().clean() or {}
        for rank in range(self._count):
            if said.get(f"kept_{rank}") and f"on_{rank}" in said and not said[f"on_{rank}"]:
                self.add_error(f"on_{rank}", NO_DAY)
        return said

    def attachment(self) -> Attachment:
        """What the form says; the form must be valid."""
        said = self.cleaned_data
        days: dict[int, date] = {
            rank: said[f"on_{rank}"] for rank in range(self._count) if said[f"kept_{rank}"] and said[f"on_{rank}"]
        }
        return Attachment(party=said["party"], days=days, token=said["token"])


def _fact_label(one: Dated, *, held: bool) -> str:
    """«Acte publié (déjà au dossier)»."""
    label = capital(event_label(type(one.event)))
    return f"{label} (déjà au dossier)" if held else label


@require_http_methods(["GET", "POST"])
def attach(request: Request, pk: UUID, dossier: UUID) -> HttpResponse:
    """What the act says, then the form of the facts that it gives."""
    found = verbs.read_act(pk, dossier, by=request.actor)
    told = found.read.facts(found.read.party or found.dossier.party_keys[0])
    if request.method == "GET":
        initial = {"party": found.read.party, "token": uuid4().hex}
        return _page(request, found, AttachmentForm(found, told, initial=initial))
    form = AttachmentForm(found, told, data=request.POST)
    if not form.is_valid():
        return _page(request, found, form, UNPROCESSABLE)
    try:
        added = verbs.attach(pk, dossier, form.attachment(), by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, form, UNPROCESSABLE)
    count = f"{len(added)} faits enregistrés" if len(added) > 1 else "Un fait enregistré"
    messages.success(request, f"{count}, avec cette délibération pour pièce.")
    return redirect("conventions:overview", dossier)


def _page(request: Request, found: Authorisation, form: AttachmentForm, status: int = 200) -> HttpResponse:
    act = found.read.act
    context = {
        "found": found,
        "form": form,
        "act": _act(found),
        "rows": [(label, value) for label, value in _rows(found) if value],
        "unread": listed([label.lower() for label, value in _rows(found) if not value]),
        "passage": Passage(quote=act.source.quote, reference=reference(act.source)) if act.source.quote else None,
        "findings": findings(found.read.findings, reference),
        "correct_url": _correct_url(found),
        "crumbs": crumbs(
            found.text,
            Link(text="Choisir la convention", url=reverse("amendments:choose", args=[found.text.pk])),
            Link(text="Attacher", url=""),
        ),
    }
    return render(request, "amendments/attach.html", context, status=status)


def _act(found: Authorisation) -> str:
    """«Conseil municipal, délibération n° 2024-14, séance du 12 février 2024.»; as much of it as was read."""
    act = found.read.act
    said = [
        sentence_case(act.organ),
        f"délibération n° {act.number}" if act.number else "",
        f"séance du {day(act.adopted_on)}" if act.adopted_on else "",
    ]
    told = ", ".join(filter(None, said))
    return f"{capital(told)}." if told else ""


def _rows(found: Authorisation) -> list[tuple[str, str]]:
    """What was read of the act, as labels and values; a value that it does not say is empty."""
    read, act = found.read, found.read.act
    return [
        ("Organe", sentence_case(act.organ)),
        ("Numéro", act.number),
        ("Séance", day(act.adopted_on) if act.adopted_on else ""),
        ("Votes", capital(verbs.votes(act))),
        ("Objet", capital(amendment_name(read.amendment)) if read.amendment else "La convention"),
        ("Approbation du texte", "oui" if act.approves_text else ""),
        ("Autorisation de signer", "oui" if act.authorises_signature else ""),
        ("Dernier jour voté", day(read.voted_end_on) if read.voted_end_on else ""),
        ("Transmission à l’État", day(act.transmitted_on) if act.transmitted_on else ""),
        ("Publication", day(act.published_on) if act.published_on else ""),
    ]


def _correct_url(found: Authorisation) -> str:
    """The correction of the act in its review."""
    acts = (item for item in found.text.items if isinstance(item.read, DeliberationAct))
    item = next((one for one in acts if one.kept or one.ruled is None), None)
    return reverse("deposit:correct", args=[found.text.pk, item.index + 1]) if item else ""
