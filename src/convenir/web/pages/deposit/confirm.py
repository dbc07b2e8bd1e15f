"""Creating the dossier from the terms that were kept, in the name of the person who confirms them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.access.deposited import DepositedText, PartyRead
from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.core.refusals import Refusal
from convenir.usecases.texts import Confirmation, OtherParty
from convenir.usecases.texts import confirm as confirm_text
from convenir.web.pages.deposit.asked import asked
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.steps import CREATE, steps
from convenir.web.pages.deposit.words import to_class
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.shapes import Link
from convenir.writer.french_dates import day
from convenir.writer.words import party_name

MINE = dict.fromkeys(("required", "invalid_choice"), "Dites quelle partie est votre organisme.")

MADE = "Dossier créé à votre nom. Enregistrez les signatures pour que l’agenda vive."
MADE_SIGNED = "Dossier créé à votre nom. Les signatures y sont, à la date écrite dans l’acte."


class ConfirmForm(forms.Form):
    """Title, which party is my house, the names of the others, and what the stated date means."""

    title = forms.CharField(
        label="Titre du dossier", max_length=200, error_messages={"required": "Donnez un titre au dossier."}
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, parties: Sequence[PartyRead], stated: date | None, **given: Any) -> None:
        super().__init__(**given)
        self.parties = parties
        choices = [(party.key, party.name) for party in parties]
        self.fields["mine"] = forms.ChoiceField(
            label="Votre organisme est", choices=choices, widget=forms.RadioSelect, error_messages=MINE
        )
        for party in parties:
            self.fields[f"name_{party.key}"] = forms.CharField(
                label=_named(party.key),
                max_length=200,
                required=False,
                help_text="Le nom de l’organisme, tel que les autres l’écrivent. Celui du vôtre est déjà connu.",
            )
        if stated:
            self.fields["signed"] = forms.BooleanField(
                label=f"Toutes les parties ont signé le {day(stated)}, date écrite dans l’acte",
                required=False,
                help_text="Sinon, vous enregistrerez chaque signature à sa date.",
            )

    @property
    def names(self) -> list[forms.BoundField]:
        """The names of the parties, of which that of my house is not used."""
        return [self[f"name_{party.key}"] for party in self.parties]

    def confirmation(self) -> Confirmation:
        """What the form says; the form must be valid."""
        mine = self.cleaned_data["mine"]
        others = tuple(
            OtherParty(key=one.key, name=self.cleaned_data[f"name_{one.key}"] or one.name, kind=one.kind)
            for one in self.parties
            if one.key != mine
        )
        return Confirmation(
            title=self.cleaned_data["title"],
            house_party=mine,
            others=others,
            assumed_signatures=self.cleaned_data.get("signed", False),
            token=self.cleaned_data["token"],
        )


def _named(key: str) -> str:
    """«Nom de la Caf», «Nom du Département»."""
    return f"Nom de {party_name(key)}".replace(" de le ", " du ")


@require_http_methods(["GET", "POST"])
def confirm(request: Request, pk: UUID) -> HttpResponse:
    """The last step: the dossier is created, and opens."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    stated = found.stated_on if isinstance(found.stated_on, date) and not found.terms.draft else None
    if request.method == "GET":
        return _page(request, found, ConfirmForm(found.parties, stated, initial=_initial(found)))
    form = ConfirmForm(found.parties, stated, data=request.POST)
    if not form.is_valid():
        return _page(request, found, form, UNPROCESSABLE)
    try:
        made = confirm_text(pk, form.confirmation(), by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, form, UNPROCESSABLE)
    messages.success(request, MADE_SIGNED if form.cleaned_data.get("signed") else MADE)
    return redirect("conventions:overview", made)


def _initial(found: DepositedText) -> dict[str, Any]:
    mine = next((party.key for party in found.parties if party.mine), None)
    names = {f"name_{party.key}": party.name for party in found.parties}
    return {"title": found.terms.title, "mine": mine, "token": uuid4().hex, **names}


def _page(request: Request, found: DepositedText, form: ConfirmForm, status: int = 200) -> HttpResponse:
    where = asked(found.pk, request.GET)
    back = Link(text="Relecture", url=reverse("deposit:review", args=[found.pk]))
    context = {
        "found": found,
        "form": form,
        "crumbs": crumbs(back, Link(text="Créer le dossier", url="")),
        "steps": steps(CREATE, found.pk),
        "hindering": [Link(text=one.finding.sentence, url=where.at_point(one.key)) for one in found.hindering],
        "unclassed": to_class(len(found.to_class)),
    }
    return render(request, "deposit/confirm.html", context, status=status)
