"""Sending the file of a text, and getting its bytes back as they were sent."""

from uuid import UUID, uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from convenir.access import texts as doors
from convenir.access.roles import Verb, check
from convenir.access.scans import scans
from convenir.access.waiting import waiting
from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_BYTES, MOST_SCANNED_PAGES
from convenir.usecases.texts import Upload, go_on, receive
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.scan import SECONDS_A_PAGE, SECONDS_BY_ITSELF, address
from convenir.web.pages.deposit.steps import DEPOSIT, steps
from convenir.web.pages.deposit.told import told
from convenir.web.requests import UNPROCESSABLE, Request, now

# What the file chooser of the browser shows first; what a file is made of shows in its bytes.
ACCEPTED = ".docx,.docm,.odt,.fodt,.pdf,.txt,.zip"


class UploadForm(forms.Form):
    """One file. `token` tells the same form posted twice."""

    file = forms.FileField(
        label="Fichier",
        help_text=(
            "Word (.docx), LibreOffice (.odt), PDF même numérisé, texte (.txt), ou une archive (.zip) de la convention "
            "et de ses annexes ; 40 Mo au plus. Le fichier est gardé tel quel, avec son empreinte."
        ),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ACCEPTED}),
        error_messages={"required": "Choisissez le fichier du texte.", "missing": "Choisissez le fichier du texte."},
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """The form, the scans under way, and the texts that wait for a dossier."""
    check(request.actor, Verb.DEPOSIT)
    if request.method == "GET":
        return _page(request, UploadForm(initial={"token": uuid4().hex}))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, UNPROCESSABLE)
    file = form.cleaned_data["file"]
    sent = Upload(name=file.name, data=file.read(), token=form.cleaned_data["token"])
    try:
        pk = receive(sent, by=request.actor, at=now())
        go_on(pk, by=request.actor, seconds=SECONDS_BY_ITSELF)
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return _page(request, form, UNPROCESSABLE)
    return redirect(address(request.actor, pk))


def _page(request: Request, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "told": told(request),
        "scans": scans(request.actor),
        "waiting": waiting(request.actor),
        "aside": waiting(request.actor, aside=True),
        "crumbs": crumbs(),
        "steps": steps(DEPOSIT),
        "seconds": SECONDS_A_PAGE,
        "most_pages": MOST_SCANNED_PAGES,
        "most_bytes": MOST_BYTES,
    }
    return render(request, "deposit/upload.html", context, status=status)


@require_GET
def original(request: Request, pk: UUID) -> HttpResponse:
    """The file as it was deposited, byte for byte."""
    file = doors.original(request.actor, pk)
    response = HttpResponse(file.data, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, file.file_name) or "attachment"
    return response
