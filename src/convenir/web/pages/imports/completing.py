"""What a list of facilities changes in the text: the reading is completed, or an avenant prepared."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from convenir.access.sheets import confirming_house, may_complete
from convenir.core.refusals import Refusal
from convenir.reader.sheets.draft import Draft, draft
from convenir.usecases.facts import Recorded, recorded
from convenir.usecases.imports.completing import ListOrder, complete_list, place
from convenir.usecases.imports.listing import Borne, Difference, borne, chosen, difference
from convenir.usecases.imports.refusals import ListAmended, NotYourReading
from convenir.web.amendment_draft import FILL
from convenir.web.pages.imports import lists
from convenir.web.pages.imports.asked import Asked
from convenir.web.pages.imports.frame import ROWS, frame
from convenir.web.requests import UNPROCESSABLE, Request, now, today


class ListForm(forms.Form):
    """Why the list was not read, or read wrong. `key` is the list that the person saw, `token` tells a form twice."""

    reason = forms.CharField(
        label="Motif",
        max_length=300,
        help_text="Par exemple : l’annexe 2 avait été déposée sans son tableau.",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Dites en quelques mots pourquoi la liste avait été mal lue."},
    )
    partial = forms.BooleanField(required=False, label="Laisser de côté les lignes à corriger")
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    token = forms.CharField(widget=forms.HiddenInput, max_length=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """The rows of a sheet, the lists of the text in force, and the difference with the one that was chosen."""

    where: Asked
    known: Recorded
    read: Draft
    lists: tuple[Borne, ...]
    found: Difference | None

    @property
    def key(self) -> str:
        """The key of the list that is compared."""
        return self.found.borne.key if self.found else ""


def check_list(request: Request, where: Asked) -> HttpResponse:
    """The rows beside the list of the text, and the form that completes it."""
    compared = _compared(where, request.GET.get("liste", ""))
    if request.method == "GET":
        return _page(request, compared, ListForm(initial={"token": uuid4().hex, "key": compared.key}))
    form = ListForm(request.POST)
    if not form.is_valid():
        return _page(request, compared, form, UNPROCESSABLE)
    try:
        complete_list(where.dossier.pk, _order(where, form), by=request.actor, at=now())
    except Refusal as refusal:
        return _page(request, compared, _refused(request.POST, compared, refusal), UNPROCESSABLE)
    messages.success(request, f"Liste complétée depuis « {where.file.file_name} » : elle vaut depuis l’origine.")
    return redirect("conventions:text", where.dossier.pk)


def _compared(where: Asked, key: str) -> _Compared:
    known = recorded(where.dossier, today())
    found = borne(known)
    said = f"{where.file.file_name} {where.sheet.name}"
    into = chosen(found, key, said) or chosen(found, "", said)
    read = draft(where.sheet, where.mapping)
    against = difference(read, into) if into is not None else None
    return _Compared(where=where, known=known, read=read, lists=found, found=against)


def _order(where: Asked, form: ListForm) -> ListOrder:
    said = form.cleaned_data
    return ListOrder(
        file=where.file.pk,
        sheet=where.rank,
        mapping=where.mapping,
        key=said["key"],
        reason=said["reason"],
        partial=said["partial"],
        token=said["token"],
    )


def _refused(said: QueryDict, compared: _Compared, refusal: Refusal) -> ListForm:
    """What was said again with the refusal, about the list that the page now shows."""
    again = ListForm({**said.dict(), "key": compared.key})
    again.add_error(None, str(refusal))
    return again


def _page(request: Request, compared: _Compared, form: ListForm, status: int = 200) -> HttpResponse:
    where, found = compared.where, compared.found
    context = lists.context(where, compared.read, compared.lists, found) | {
        "form": form,
        "text_url": reverse("conventions:text", args=[where.dossier.pk]),
        "why_not": _why_not(request, where, found) if found else "",
        "avenant": _avenant(compared, found) if found else None,
    }
    surrounding = frame(where.dossier, ROWS, where.url("columns")) | {"where": where}
    return render(request, "imports/list.html", surrounding | context, status=status)


def _why_not(request: Request, where: Asked, found: Difference) -> str:
    """Why the person may not say that the list of the signed text was read wrong; empty where she may."""
    if not may_complete(request.actor, where.dossier.pk):
        return str(NotYourReading(house=confirming_house(request.actor, where.dossier.pk)))
    return str(ListAmended()) if found.borne.amended else ""


def _avenant(compared: _Compared, found: Difference) -> dict[str, Any]:
    """The address of the form that records an avenant, and what it is filled with."""
    where = compared.where
    url = reverse("conventions:record", args=[where.dossier.pk])
    return {
        "url": f"{url}?fait=amendment_proposed",
        "fill": FILL,
        "fields": lists.amended_fields(compared.known.terms, found),
        "note": place(where.file, where.sheet, compared.read),
    }
