"""An avenant on its convention: what it orders, the text that it leaves, what changes in law; then it is recorded."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.core.refusals import Refusal
from convenir.reader.amending.doubts import untold
from convenir.reader.comparing.comparison import compared
from convenir.reader.understanding.coverage import Coverage
from convenir.usecases import amendments as verbs
from convenir.usecases.amendments import Application, Proposal
from convenir.web.pages.amendments import edits, effects
from convenir.web.pages.amendments.frame import crumbs, reference
from convenir.web.requests import UNPROCESSABLE, Request, now, today
from convenir.web.ui.compared_text import groups
from convenir.web.ui.day_field import DayField
from convenir.web.ui.shapes import Link
from convenir.web.ui.states import findings
from convenir.writer.words import party_name
from convenir.writer.words.names import amendment_name, capital, listed


class ApplicationForm(forms.Form):
    """The changes kept, the day of the proposal and that of effect. `seen` are the changes that were shown."""

    on = DayField(label="Texte proposé le", help_text="Le jour où ce texte a été soumis aux parties.")
    effective_on = DayField(
        label="Prend effet le", required=False, help_text="Vide : à la dernière signature, ou comme le texte le dit."
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, proposal: Proposal, **given: Any) -> None:
        super().__init__(**given)
        offered = [item.key for item in proposal.items if not item.rejected]
        self.chosen = set(self.data.getlist("kept") if isinstance(self.data, QueryDict) else offered)

    def application(self, seen: list[str]) -> Application:
        """What the form says; the form must be valid."""
        return Application(
            seen=frozenset(seen),
            kept=frozenset(self.chosen),
            on=self.cleaned_data["on"],
            effective_on=self.cleaned_data["effective_on"],
            token=self.cleaned_data["token"],
        )


@require_http_methods(["GET", "POST"])
def apply(request: Request, pk: UUID, dossier: UUID) -> HttpResponse:
    """The page shows what is computed with the changes kept; «Recalculer» and «Enregistrer» are two of its buttons."""
    if request.method == "POST" and "apercu" not in request.POST:
        return _recorded(request, pk, dossier)
    found = verbs.proposal(pk, dossier, by=request.actor, known=today())
    if request.method == "GET":
        return _page(request, found, ApplicationForm(found, initial=_initial(found)))
    form = ApplicationForm(found, data=request.POST)
    return _page(request, found, form, 200 if form.is_valid() else UNPROCESSABLE)


def _recorded(request: Request, pk: UUID, dossier: UUID) -> HttpResponse:
    found = verbs.proposal(pk, dossier, by=request.actor, known=today())
    form = ApplicationForm(found, data=request.POST)
    if not form.is_valid():
        return _page(request, found, form, UNPROCESSABLE)
    try:
        verbs.apply(pk, dossier, form.application(request.POST.getlist("seen")), by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, form, UNPROCESSABLE)
    messages.success(request, f"{capital(amendment_name(found.amendment))} enregistré. {_left(found)}")
    return redirect("conventions:overview", dossier)


def _left(found: Proposal) -> str:
    """What remains to be done before the avenant binds."""
    names = listed([party_name(key, found.known.terms) for key in found.dossier.party_keys])
    return f"Il reste à le faire voter par les organes compétents, puis à enregistrer la signature de chacun : {names}."


def _initial(found: Proposal) -> dict[str, Any]:
    return {"on": today(), "effective_on": found.read.effective_on, "token": uuid4().hex}


def _page(request: Request, found: Proposal, form: ApplicationForm, status: int = 200) -> HttpResponse:
    difference = compared(found.base, found.read.consolidated.reading)
    told = edits.lines(found, form.chosen)
    context = {
        "found": found,
        "form": form,
        "name": capital(amendment_name(found.amendment)),
        "summary": edits.summary(told),
        "edits": told,
        "groups": groups(difference.passages),
        "changed": sum(1 for one in difference.passages if not one.untouched),
        "effects": effects.effects(found, form.chosen, _effective(form), today()),
        "findings": findings(found.read.findings, reference),
        "appeared": findings(untold(difference.appeared, found.read.consolidated.troubles), reference),
        "binding": _binding(found.read.coverage),
        "unseen": listed([amendment_name(one) for one in found.unseen]),
        "unsigned": listed([amendment_name(one) for one in found.unsigned]),
        "dossier_url": reverse("conventions:overview", args=[found.dossier.pk]),
        "left": _left(found),
        "crumbs": crumbs(
            found.text,
            Link(text="Choisir la convention", url=reverse("amendments:choose", args=[found.text.pk])),
            Link(text="Appliquer", url=""),
        ),
    }
    return render(request, "amendments/apply.html", context, status=status)


def _binding(found: Coverage) -> str:
    """How many of the avenant's sentences that bind are understood, those that order its edits among them."""
    total = len(found.sentences)
    if total < 2:
        return ""
    verb = "comprise" if found.understood < 2 else "comprises"
    return f"Phrases de l’avenant qui obligent : {found.understood} {verb} sur {total}."


def _effective(form: ApplicationForm) -> date | None:
    """The day of effect that the form says, whether or not the rest of it can be."""
    said = (
        form.cleaned_data.get("effective_on") if form.is_bound and form.is_valid() else form.initial.get("effective_on")
    )
    return said if isinstance(said, date) else None
