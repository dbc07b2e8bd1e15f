"""Ruling upon what was read: findings first, then each term beside its words."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from convenir.access.roles import NotFound, Verb
from convenir.access.texts import Decision, DepositedText, ReadTerm, text
from convenir.core.terms.parties import PartyClause
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Ruling
from convenir.web.pages.deposit import pieces, places
from convenir.web.pages.deposit.corrections import CorrectionForm
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.steps import REVIEW, steps
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.shapes import Link

DECISIONS = {"accepter": Decision.ACCEPTED, "ecarter": Decision.REJECTED}


@require_GET
def review(request: Request, pk: UUID) -> HttpResponse:
    """The text at left, what was read in it at right; `?terme=` opens a term, `?lieu=` a place of the text."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    lieu = _number(request.GET.get("lieu", ""), len(found.outline.blocks) - 1)
    current = _current(found, request.GET.get("terme", ""), lieu)
    index = places.at(found, current.source) if lieu is None and current else lieu or 0
    first_visit = not request.GET
    return render(request, "deposit/review.html", _context(found, current, index) | {"first_visit": first_visit})


def _context(found: DepositedText, current: ReadTerm | None, index: int) -> dict[str, Any]:
    left = len(found.to_rule)
    every = places.places(found, index)
    here = places.touching(found, index, found.findings)
    shown = [place for place in every[index : index + 2] if place.items]
    return {
        "found": found,
        "current": current,
        "crumbs": crumbs(Link(text="Relecture", url="")),
        "steps": steps(REVIEW),
        "title": found.terms.title or found.file_name,
        "outline": every,
        "places": [(place, pieces.cards(found, place, current)) for place in shown],
        "lines": pieces.lines(found, places.opened(found, index), current),
        "findings": pieces.findings(found, found.findings),
        "here": pieces.findings(found, here),
        "elsewhere": pieces.findings(found, [one for one in found.findings if one not in here]),
        "ticks": pieces.ticks(found, current),
        "left": left,
        "before": _beside(found, current, -1),
        "after": _beside(found, current, 1),
        "next_place": every[index + 2] if index + 2 < len(every) else None,
    }


def _number(said: str, most: int) -> int | None:
    return int(said) if said.isdecimal() and len(said) < 5 and int(said) <= most else None


def _current(found: DepositedText, said: str, lieu: int | None) -> ReadTerm | None:
    """The term that was asked for, else the first on which nobody decided, in that place where one is asked."""
    asked = _number(said, len(found.items))
    if asked:
        return found.items[asked - 1]
    left = (item for item in found.to_rule if lieu is None or places.at(found, item.source) == lieu)
    return next(left, None)


def _beside(found: DepositedText, current: ReadTerm | None, step: int) -> str:
    """The address of the term before or after."""
    if current is None or not 0 <= current.index + step < len(found.items):
        return ""
    number = current.index + step + 1
    return f"{reverse('deposit:review', args=[found.pk])}?terme={number}#t{number}"


@require_POST
def rule(request: Request, pk: UUID, number: int) -> HttpResponse:
    """Accepts or rejects one term, then shows the next one to read."""
    decision = DECISIONS.get(request.POST.get("decision", ""))
    if decision is None:
        raise NotFound(request.POST.get("decision"))
    verbs.rule(pk, Ruling(index=number - 1, decision=decision), by=request.actor, at=now())
    return _next(request, pk, number)


def _next(request: Request, pk: UUID, number: int) -> HttpResponse:
    """The first term left after the one that was ruled upon, else the first left, else the end."""
    left = [item.index + 1 for item in text(request.actor, pk, to=Verb.CONFIRM).to_rule]
    following = next((one for one in left if one > number), next(iter(left), 0))
    address = reverse("deposit:review", args=[pk])
    return redirect(f"{address}?terme={following}#t{following}" if following else address)


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: UUID, number: int) -> HttpResponse:
    """The fields of a term, to be corrected beside its words."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    if not 0 < number <= len(found.items):
        raise NotFound(number)
    item = found.items[number - 1]
    parties = [(one.key, one.name) for one in found.terms.every(PartyClause)]
    form = CorrectionForm(item.term, parties, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        ruling = Ruling(index=number - 1, decision=Decision.CORRECTED, corrected=form.term())
        verbs.rule(pk, ruling, by=request.actor, at=now())
        return _next(request, pk, number)
    back = f"{reverse('deposit:review', args=[pk])}?terme={number}#t{number}"
    context = {
        "form": form,
        "card": pieces.card(found, item, True),
        "back": back,
        "crumbs": crumbs(Link(text="Relecture", url=back), Link(text="Corriger", url="")),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "deposit/correct.html", context, status=status)


@require_POST
def accept_all(request: Request, pk: UUID) -> HttpResponse:
    """Accepts every term on which nobody decided yet."""
    verbs.accept_all(pk, by=request.actor, at=now())
    return redirect("deposit:confirm", pk)
