"""Sending the file of a list to a dossier: nothing is imported by it."""

from uuid import UUID, uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from convenir.access import conventions as doors
from convenir.access.conventions import Dossier
from convenir.access.roles import Verb
from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_SHEET_BYTES
from convenir.usecases.conventions import Proof
from convenir.usecases.imports.sending import send_sheet
from convenir.web.pages.imports.frame import FILE, frame
from convenir.web.requests import UNPROCESSABLE, Request, now

# More than the reader accepts: it refuses the rest without its being held in memory.
MOST_READ = MOST_SHEET_BYTES + 1
ACCEPTED = ".xlsx,.xlsm,.ods,.xls,.csv,.tsv,.txt,.docx,.odt,.pdf"


class SheetForm(forms.Form):
    """One file. `token` tells the same form posted twice."""

    file = forms.FileField(
        label="Fichier",
        help_text=(
            "Un classeur (.xlsx, .ods, .xls), un fichier .csv, ou un document (.docx, .odt, .pdf) dont la liste est un "
            "tableau ; 5 Mo au plus. Les macros ne sont jamais exécutées."
        ),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ACCEPTED}),
        error_messages={"required": "Choisissez le fichier.", "missing": "Choisissez le fichier."},
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)


@require_http_methods(["GET", "POST"])
def upload(request: Request, pk: UUID) -> HttpResponse:
    """The form, then the columns of the file."""
    dossier = doors.convention(request.actor, pk, to=Verb.RECORD)
    if request.method == "GET":
        return _page(request, dossier, SheetForm(initial={"token": uuid4().hex}))
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, dossier, form, UNPROCESSABLE)
    sent = form.cleaned_data["file"]
    file = Proof(name=sent.name, data=sent.read(MOST_READ))
    try:
        kept = send_sheet(pk, file, form.cleaned_data["token"], by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return _page(request, dossier, form, UNPROCESSABLE)
    return redirect("imports:columns", pk, kept)


def _page(request: Request, dossier: Dossier, form: SheetForm, status: int = 200) -> HttpResponse:
    return render(request, "imports/upload.html", frame(dossier, FILE) | {"form": form}, status=status)
