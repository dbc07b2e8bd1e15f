"""Recording what happened, with what it changes said before it is saved; and cancelling a wrong fact."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.access import conventions as doors
from convenir.access.conventions import Dossier
from convenir.access.roles import NotFound, Verb
from convenir.core.refusals import Refusal
from convenir.usecases.conventions import cancel_fact, preview, record_fact
from convenir.web.amendment_draft import FILL
from convenir.web.pages.conventions import effects, pieces
from convenir.web.pages.conventions.fact_forms import FactForm, filled, suggested
from convenir.web.pages.conventions.fact_kinds import FAMILIES, FREQUENT, KINDS, Kind
from convenir.web.pages.conventions.fact_search import found
from convenir.web.pages.conventions.question import ask
from convenir.web.requests import UNPROCESSABLE, Request, now, today
from convenir.web.ui.shapes import Link
from convenir.writer.words import fact_sentence


@require_http_methods(["GET", "POST"])
def record(request: Request, pk: UUID) -> HttpResponse:
    """Which kind of fact, then its form; the preview and the saving are two buttons of the same form."""
    dossier = doors.convention(request.actor, pk, to=Verb.RECORD)
    kind = KINDS.get(request.GET.get("fait", ""))
    if kind is None:
        return _choice(request, dossier)
    if request.method == "GET":
        form = FactForm(kind, dossier)
        form.initial = suggested(form, request.GET)
        return _page(request, dossier, form, {})
    return _posted(request, dossier, kind)


def _choice(request: Request, dossier: Dossier) -> HttpResponse:
    """The kinds of facts, or those that answer to the words sought."""
    sought = request.GET.get("cherche", "").strip()
    offered = {"families": FAMILIES, "frequent": FREQUENT, "sought": sought, "found": found(sought)}
    return render(request, "conventions/fact_kinds.html", _frame(dossier) | offered)


def _posted(request: Request, dossier: Dossier, kind: Kind) -> HttpResponse:
    if FILL in request.POST:
        drafted = FactForm(kind, dossier)
        drafted.initial = filled(drafted, request.POST)
        return _page(request, dossier, drafted, {"filled": True})
    form = FactForm(kind, dossier, data=request.POST, files=request.FILES)
    if not form.is_valid():
        return _page(request, dossier, form, {}, UNPROCESSABLE)
    fact = form.fact()
    try:
        if "apercu" in request.POST:
            preview(dossier, fact, at=now())
            before = ask(dossier, on=today(), today=today())
            after = effects.with_fact(before, fact)
            shown = {"changes": effects.changes(before, after), "unchanged": effects.unchanged(before, after)}
            return _page(request, dossier, form, shown | {"previewed": True})
        record_fact(dossier.pk, fact, by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, dossier, form, {}, UNPROCESSABLE)
    messages.success(request, f"Enregistré : {fact_sentence(fact.event, dossier.terms)}.")
    return redirect("conventions:overview", dossier.pk)


def _page(request: Request, dossier: Dossier, form: FactForm, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    context = _frame(dossier) | {"form": form, "kind": form.kind} | shown
    return render(request, "conventions/fact_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def cancel(request: Request, pk: UUID, fact: str) -> HttpResponse:
    """Why the fact is wrong; it stays in the journal, struck out."""
    dossier = doors.convention(request.actor, pk, to=Verb.CANCEL)
    target = next((one for one in dossier.facts if one.id == fact), None)
    if target is None:
        raise NotFound(fact)
    context = _frame(dossier) | {"facts": pieces.fact_lines(dossier, [target]), "reason": request.POST.get("motif", "")}
    if request.method == "GET":
        return render(request, "conventions/cancel.html", context)
    try:
        cancel_fact(pk, fact, reason=request.POST.get("motif", ""), by=request.actor, at=now())
    except Refusal as refusal:
        return render(request, "conventions/cancel.html", context | {"error": str(refusal)}, status=UNPROCESSABLE)
    messages.success(request, "Fait annulé. Il reste au journal, barré, avec le motif.")
    return redirect("conventions:journal", pk)


def _frame(dossier: Dossier) -> dict[str, Any]:
    answer = ask(dossier, on=today(), today=today())
    return {
        "dossier": dossier,
        "answer": answer,
        "rail": pieces.rail(answer, "journal"),
        "here": reverse("conventions:record", args=[dossier.pk]),
        "crumbs": pieces.crumbs(dossier, Link(text="Enregistrer un fait", url="")),
    }
