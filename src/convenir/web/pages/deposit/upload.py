"""Sending the file of a text, and getting its bytes back as they were sent."""

from uuid import UUID, uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from convenir.access import texts as doors
from convenir.access.roles import Verb, check
from convenir.core.refusals import Refusal
from convenir.reader.intake.plain import MOST_BYTES
from convenir.usecases.texts import Upload, receive
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.steps import DEPOSIT, steps
from convenir.web.requests import UNPROCESSABLE, Request, now

# More than the reader accepts in any encoding: it refuses the rest without its being held in memory.
MOST_READ = 2 * MOST_BYTES + 1


class UploadForm(forms.Form):
    """One file. `token` tells the same form posted twice."""

    file = forms.FileField(
        label="Fichier",
        help_text="Un texte brut (.txt), 5 Mo au plus. Le fichier est gardé tel quel, avec son empreinte.",
        allow_empty_file=True,
        error_messages={"required": "Choisissez le fichier du texte.", "missing": "Choisissez le fichier du texte."},
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """The form, and the texts that wait for a dossier."""
    check(request.actor, Verb.DEPOSIT)
    if request.method == "GET":
        return _page(request, UploadForm(initial={"token": uuid4().hex}))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, UNPROCESSABLE)
    file = form.cleaned_data["file"]
    sent = Upload(name=file.name, data=file.read(MOST_READ), token=form.cleaned_data["token"])
    try:
        pk = receive(sent, by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return _page(request, form, UNPROCESSABLE)
    return redirect("deposit:review", pk)


def _page(request: Request, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "waiting": doors.waiting(request.actor), "crumbs": crumbs(), "steps": steps(DEPOSIT)}
    return render(request, "deposit/upload.html", context, status=status)


@require_GET
def original(request: Request, pk: UUID) -> HttpResponse:
    """The file as it was deposited, byte for byte."""
    file = doors.original(request.actor, pk)
    response = HttpResponse(file.data, content_type="application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="texte.txt"'
    return response
