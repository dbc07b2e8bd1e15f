"""Ruling upon a finding: which passage prevails and why; the others are only marked as seen."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from convenir.access.deposited import DepositedText, Verdict
from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.core.refusals import Refusal
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Judgement
from convenir.usecases.texts.refusals import NoSuchPoint
from convenir.web.pages.deposit.asked import asked
from convenir.web.pages.deposit.findings import JudgeForm, seen_at, show_anew
from convenir.web.pages.deposit.places import of_point
from convenir.web.pages.deposit.review import page
from convenir.web.pages.deposit.told import SAID
from convenir.web.pages.deposit.words import left
from convenir.web.requests import Request, now


@require_POST
def judge(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Decides on a finding that asks for it; what is refused is said on the form, and nothing typed is lost."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    point = next((one for one in found.points if one.key == key), None)
    if point is None:
        raise NoSuchPoint()
    form = JudgeForm(found, point, data=request.POST)
    where = replace(asked(pk, request.POST), point=key)
    if not form.is_valid():
        return page(request, found, where, form)
    try:
        verbs.judge(pk, form.judgement(), by=request.actor, at=now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        show_anew(form, request.POST, point.ruled.at if point.ruled else None)
        return page(request, found, where, form)
    return _following(request, pk, key, len(form.cleaned_data["rejected"]))


@require_POST
def see(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Marks a finding as seen."""
    judgement = Judgement(key=key, verdict=Verdict.SEEN, seen=seen_at(request.POST.get("seen", "")))
    verbs.judge(pk, judgement, by=request.actor, at=now())
    messages.success(request, "Constat marqué comme vu.", extra_tags=SAID)
    return _back(request, text(request.actor, pk, to=Verb.CONFIRM), key)


def _following(request: Request, pk: UUID, key: str, rejected: int) -> HttpResponse:
    """The next finding to settle, else the one that was, in its place."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    messages.success(request, f"Constat tranché{_rejected(rejected)}. {left(found)}", extra_tags=SAID)
    if found.hindering:
        return redirect(asked(pk, request.POST).at_point(found.hindering[0].key))
    return _back(request, found, key)


def _rejected(count: int) -> str:
    """
    >>> _rejected(0), _rejected(1), _rejected(2)
    ('', ', un terme écarté', ', 2 termes écartés')
    """
    if count > 1:
        return f", {count} termes écartés"
    return ", un terme écarté" if count else ""


def _back(request: Request, found: DepositedText, key: str) -> HttpResponse:
    """The finding in its place of the text."""
    point = next(one for one in found.points if one.key == key)
    return redirect(asked(found.pk, request.POST).at_place(of_point(found, point), f"c{key}"))
