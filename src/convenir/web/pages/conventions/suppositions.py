"""What if: a fact or a draft avenant that nobody records, and all that it would change."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from convenir.access import conventions as doors
from convenir.access.conventions import Dossier
from convenir.access.roles import Verb
from convenir.web.pages.conventions import effects, pieces, possibilities
from convenir.web.pages.conventions.fact_forms import FactForm, suggested
from convenir.web.pages.conventions.fact_kinds import FAMILIES, FREQUENT, KINDS, Kind
from convenir.web.pages.conventions.fact_search import found
from convenir.web.pages.conventions.question import Answer, ask
from convenir.web.requests import UNPROCESSABLE, Request, today
from convenir.web.ui.shapes import Link


@require_GET
def suppose(request: Request, pk: UUID) -> HttpResponse:
    """Which fact to suppose, then its form with all that it would change: an address that one can send."""
    dossier = doors.convention(request.actor, pk, to=Verb.READ)
    kind = KINDS.get(request.GET.get("fait", ""))
    frame = _frame(dossier)
    if kind is None:
        sought = request.GET.get("cherche", "").strip()
        offered = {"families": FAMILIES, "frequent": FREQUENT, "sought": sought, "found": found(sought)}
        return render(request, "conventions/suppose_kinds.html", frame | offered)
    if "on" not in request.GET:
        form = FactForm(kind, dossier)
        form.initial = suggested(form, request.GET)
        return render(request, "conventions/suppose.html", frame | {"form": form, "kind": kind})
    return _answered(request, dossier, kind, frame)


def _answered(request: Request, dossier: Dossier, kind: Kind, frame: dict[str, Any]) -> HttpResponse:
    said = request.GET.copy()
    said["token"] = uuid4().hex
    form = FactForm(kind, dossier, data=said)
    context = frame | {"form": form, "kind": kind}
    if not form.is_valid():
        return render(request, "conventions/suppose.html", context, status=UNPROCESSABLE)
    before: Answer = frame["answer"]
    after = effects.with_fact(before, form.fact())
    shown = {
        "changes": effects.changes(before, after),
        "unchanged": effects.unchanged(before, after),
        "parties": possibilities.changed(before, after),
    }
    return render(request, "conventions/suppose.html", context | shown | {"supposed": True})


def _frame(dossier: Dossier) -> dict[str, Any]:
    answer = ask(dossier, on=today(), today=today())
    above = Link(text="Possibilités", url=reverse("conventions:possibilities", args=[dossier.pk]))
    return {
        "dossier": dossier,
        "answer": answer,
        "rail": pieces.rail(answer, "possibilities"),
        "crumbs": pieces.crumbs(dossier, above, Link(text="Et si…", url="")),
        "here": reverse("conventions:suppose", args=[dossier.pk]),
    }
