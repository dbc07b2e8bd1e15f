"""What the rows of a list would record, with errors by row and cell; then the facts, once a person says so."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from convenir.core.delays import latest
from convenir.core.refusals import Refusal
from convenir.reader.sheets.vocabulary import Kind
from convenir.usecases.conventions import preview
from convenir.usecases.facts import recorded
from convenir.usecases.imports.importing import Order, import_sheet
from convenir.usecases.imports.trying import Occasion, Trial, tried
from convenir.web.pages.imports import rows
from convenir.web.pages.imports.asked import Asked, asked
from convenir.web.pages.imports.completing import check_list
from convenir.web.pages.imports.frame import ROWS, frame
from convenir.web.requests import UNPROCESSABLE, Request, now, today
from convenir.web.ui.day_field import DayField

_DAYS = {
    Kind.ACTIONS: (
        "Jour d’adoption des fiches",
        "Celui de la dernière signature est proposé ; changez-le si besoin.",
    ),
    Kind.INDICATORS: ("Jour des valeurs", "Le jour où elles ont été établies ; leur année est celle du tableau."),
}


class ImportForm(forms.Form):
    """When the list was adopted, and whether its wrong rows are left out. `token` tells the same form posted twice."""

    on = DayField()
    partial = forms.BooleanField(required=False, label="Laisser de côté les lignes à corriger")
    token = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label, self.fields["on"].help_text = _DAYS[kind]


@require_http_methods(["GET", "POST"])
def check(request: Request, pk: UUID, file: UUID) -> HttpResponse:
    """The rows, and the form that records them."""
    where = asked(request, pk, file)
    if where.mapping.kind is Kind.FACILITIES:
        return check_list(request, where)
    if request.method == "GET":
        initial = {"on": _usual_day(where), "token": uuid4().hex}
        return _page(request, where, ImportForm(where.mapping.kind, initial=initial))
    form = ImportForm(where.mapping.kind, data=request.POST)
    if not form.is_valid():
        return _page(request, where, form, UNPROCESSABLE)
    if "apercu" in request.POST:
        return _page(request, where, form)
    return _recorded(request, where, form)


def _recorded(request: Request, where: Asked, form: ImportForm) -> HttpResponse:
    order = Order(
        file=where.file.pk,
        sheet=where.rank,
        mapping=where.mapping,
        on=form.cleaned_data["on"],
        token=form.cleaned_data["token"],
        partial=form.cleaned_data["partial"],
    )
    try:
        count = import_sheet(where.dossier.pk, order, by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, where, form, UNPROCESSABLE)
    messages.success(request, rows.done(where.mapping.kind, count, where.file.file_name))
    return redirect("conventions:journal", where.dossier.pk)


def _page(request: Request, where: Asked, form: ImportForm, status: int = 200) -> HttpResponse:
    on = form.cleaned_data.get("on") if form.is_bound else None
    occasion = Occasion(on=on or _usual_day(where), file_name=where.file.file_name)
    trial = tried(where.dossier, where.sheet, where.mapping, occasion, today=today())
    form.fields["partial"].help_text = rows.partial(where.mapping.kind, trial)
    refused = "" if form.errors else _refused(where, trial)
    context = _frame(where) | rows.context(where, trial) | {"form": form, "refused": refused}
    return render(request, "imports/check.html", context, status=status)


def _usual_day(where: Asked) -> date:
    """The day that is proposed: that of the last signature for fiches, which most conventions annex; else today."""
    concluded = recorded(where.dossier, today()).life.concluded_on
    if where.mapping.kind is Kind.ACTIONS and concluded is not None:
        return latest(concluded)
    return today()


def _refused(where: Asked, trial: Trial) -> str:
    """What would refuse every row: no signature, a day to come; empty where nothing would."""
    try:
        for fact in trial.facts[:1]:
            preview(where.dossier, fact, at=now())
    except Refusal as refusal:
        return str(refusal)
    return ""


def _frame(where: Asked) -> dict[str, Any]:
    return frame(where.dossier, ROWS, where.url("columns")) | {"where": where}
