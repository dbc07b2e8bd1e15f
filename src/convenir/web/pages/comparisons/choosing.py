"""Choosing two texts to compare, among those deposited; the second may be deposited there and then."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.access.library import library
from convenir.access.roles import MAY, Verb
from convenir.access.scans import scan
from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_BYTES
from convenir.usecases.texts import Upload, receive
from convenir.web.pages.comparisons.naming import shelved
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.shapes import Link

# More than the reader accepts: it refuses the rest without its being held in memory.
MOST_READ = MOST_BYTES + 1
CHOOSE = dict.fromkeys(("required", "invalid_choice"), "Choisissez un texte de la liste.")
SECOND = "Choisissez le second texte, ou son fichier."
SCANNED = (
    "Ce fichier est numérisé : ses pages sont d’abord lues. Vous le comparerez ensuite depuis sa relecture, par "
    "« Comparer à un autre texte »."
)
SAME = "C’est le même texte : choisissez-en un autre."


class VersionsForm(forms.Form):
    """Two texts of the library, or one and a file."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, texts: list[tuple[str, str]], may_deposit: bool, **given: Any) -> None:
        super().__init__(**given)
        offered = [("", "Choisir…"), *texts]
        self.fields["avant"] = forms.ChoiceField(label="Premier texte", choices=offered, error_messages=CHOOSE)
        self.fields["apres"] = forms.ChoiceField(
            label="Second texte", choices=offered, required=False, error_messages=CHOOSE
        )
        if may_deposit:
            self.fields["file"] = forms.FileField(
                label="Ou son fichier",
                required=False,
                allow_empty_file=True,
                help_text="Il sera lu, gardé avec vos autres dépôts, et pris à la place du texte choisi dans la liste.",
            )

    def clean(self) -> dict[str, Any]:
        """Two different texts."""
        said = super().clean() or {}
        if self.errors:
            return said
        if not said.get("apres") and not said.get("file"):
            self.add_error("apres", SECOND)
        elif said.get("apres") == said.get("avant") and not said.get("file"):
            self.add_error("apres", SAME)
        return said


@require_http_methods(["GET", "POST"])
def choose(request: Request) -> HttpResponse:
    """`?avant=` names the first text already chosen."""
    texts = [(str(one.pk), shelved(one)) for one in library(request.actor)]
    may_deposit = Verb.DEPOSIT in MAY[request.actor.role]
    if request.method == "GET":
        initial = {"token": uuid4().hex, "avant": request.GET.get("avant", "")}
        return _page(request, texts, VersionsForm(texts, may_deposit, initial=initial))
    form = VersionsForm(texts, may_deposit, data=request.POST, files=request.FILES)
    if not form.is_valid():
        return _page(request, texts, form, UNPROCESSABLE)
    try:
        second = _second(request, form.cleaned_data)
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return _page(request, texts, form, UNPROCESSABLE)
    if isinstance(second, UUID) and scan(request.actor, second):
        messages.info(request, SCANNED)
        return redirect("deposit:scan", second)
    return redirect("comparisons:versions", form.cleaned_data["avant"], second)


def _second(request: Request, said: dict[str, Any]) -> UUID | str:
    """The second text; a file that was sent is deposited, and wins."""
    file = said.get("file")
    if not file:
        return str(said["apres"])
    sent = Upload(name=file.name, data=file.read(MOST_READ), token=said["token"])
    return receive(sent, by=request.actor, at=now())


def _page(request: Request, texts: list[tuple[str, str]], form: VersionsForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "texts": texts,
        "crumbs": [Link(text="Accueil", url=reverse("home:home")), Link(text="Comparer deux textes", url="")],
    }
    return render(request, "comparisons/choose.html", context, status=status)
