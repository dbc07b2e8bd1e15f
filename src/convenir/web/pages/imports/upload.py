"""Sending the file of a list to a dossier: nothing is imported by it."""

from uuid import UUID, uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.access import conventions as doors
from convenir.access.conventions import Dossier
from convenir.access.held import held_files
from convenir.access.roles import Verb
from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_SHEET_BYTES
from convenir.reader.sheets.refusals import ScannedTable
from convenir.usecases.conventions import Proof
from convenir.usecases.imports.sending import send_held, send_sheet
from convenir.web.pages.imports.frame import FILE, frame
from convenir.web.requests import UNPROCESSABLE, Request, now

# More than the reader accepts: it refuses the rest without its being held in memory.
MOST_READ = MOST_SHEET_BYTES + 1
# The button that reads a file deposited with the text.
HELD = "depose"
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
    if HELD in request.POST:
        return _held(request, dossier)
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, dossier, form, UNPROCESSABLE)
    sent = form.cleaned_data["file"]
    file = Proof(name=sent.name, data=sent.read(MOST_READ))
    try:
        kept = send_sheet(pk, file, form.cleaned_data["token"], by=request.actor, at=now())
    except Refusal as refusal:
        return _refused(request, dossier, form, refusal)
    return redirect("imports:columns", pk, kept)


def _held(request: Request, dossier: Dossier) -> HttpResponse:
    """The columns of a file that was deposited with the text."""
    token = request.POST.get("token", "")[:64]
    try:
        kept = send_held(dossier.pk, request.POST[HELD], token, by=request.actor, at=now())
    except Refusal as refusal:
        return _refused(request, dossier, SheetForm({"token": token}), refusal)
    return redirect("imports:columns", dossier.pk, kept)


def _refused(request: Request, dossier: Dossier, form: SheetForm, refusal: Refusal) -> HttpResponse:
    form.errors.pop("file", None)
    form.add_error("file", str(refusal))
    return _page(request, dossier, form, UNPROCESSABLE, scanned=isinstance(refusal, ScannedTable))


def _page(
    request: Request, dossier: Dossier, form: SheetForm, status: int = 200, *, scanned: bool = False
) -> HttpResponse:
    held = held_files(request.actor, dossier.text) if dossier.text else ()
    context = frame(dossier, FILE) | {"form": form, "held": held, "held_name": HELD, "scanned": scanned}
    context["deposit_url"] = reverse("deposit:upload")
    return render(request, "imports/upload.html", context, status=status)
