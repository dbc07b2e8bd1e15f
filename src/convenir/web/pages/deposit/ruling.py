"""Accepting, correcting and rejecting terms, one by one or together."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from convenir.access.deposited import Decision, DepositedText, ReadTerm
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import text
from convenir.core.terms.parties import PartyClause
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Ruling
from convenir.usecases.texts.refusals import RuledMeanwhile
from convenir.web.pages.deposit import pieces
from convenir.web.pages.deposit.asked import Asked, asked
from convenir.web.pages.deposit.corrections import Parties, TermForm, correction
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.findings import seen_at, show_anew
from convenir.web.pages.deposit.steps import onward
from convenir.web.pages.deposit.told import SAID
from convenir.web.pages.deposit.words import DECISIONS, left
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.shapes import Link

BUTTONS = {"accepter": Decision.ACCEPTED, "ecarter": Decision.REJECTED}


@require_POST
def rule(request: Request, pk: UUID, number: int) -> HttpResponse:
    """Accepts or rejects one term, then shows the next one to read."""
    decision = BUTTONS.get(request.POST.get("decision", ""))
    if decision is None:
        raise NotFound(request.POST.get("decision"))
    ruling = Ruling(index=number - 1, decision=decision, seen=seen_at(request.POST.get("seen", "")))
    try:
        verbs.rule(pk, ruling, by=request.actor, at=now())
    except RuledMeanwhile as refusal:
        messages.warning(request, str(refusal))
        return redirect(_where(request, pk).at_term(number))
    return following(request, pk, number, DECISIONS[decision])


def following(request: Request, pk: UUID, number: int, done: str) -> HttpResponse:
    """The first term left after the one that was ruled upon, else the first left, else what is to be settled."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    messages.success(request, f"Terme {number} {done}. {left(found)}", extra_tags=SAID)
    numbers = [item.index + 1 for item in found.to_rule]
    after = next((one for one in numbers if one > number), next(iter(numbers), 0))
    where = _where(request, pk)
    if after:
        return redirect(where.at_term(after))
    waiting = found.hindering
    return redirect(where.at_point(waiting[0].key) if waiting else where.at_term(number))


def _where(request: Request, pk: UUID) -> Asked:
    """The review, its text shown as the form says."""
    return asked(pk, request.POST)


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: UUID, number: int) -> HttpResponse:
    """The fields of a term, to be corrected beside its words."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    if not 0 < number <= len(found.items):
        raise NotFound(number)
    item = found.items[number - 1]
    seen = item.ruled.at if item.ruled else None
    form = correction(item.term, parties_of(found), seen, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        ruling = Ruling(
            index=number - 1,
            decision=Decision.CORRECTED,
            corrected=form.term(),
            seen=seen_at(form.cleaned_data["seen"]),
        )
        try:
            verbs.rule(pk, ruling, by=request.actor, at=now())
            return following(request, pk, number, DECISIONS[Decision.CORRECTED])
        except RuledMeanwhile as refusal:
            form.add_error(None, str(refusal))
            show_anew(form, request.POST, seen)
    return _correction_page(request, found, item, form)


def parties_of(found: DepositedText) -> Parties:
    """The parties that the text names, as choices."""
    return [(one.key, one.name) for one in found.terms.every(PartyClause)]


def _correction_page(request: Request, found: DepositedText, item: ReadTerm, form: TermForm) -> HttpResponse:
    where = asked(found.pk, request.GET)
    back = where.at_term(item.index + 1)
    context = {
        "form": form,
        "card": pieces.card(found, where, item, True),
        "back": back,
        "crumbs": crumbs(Link(text="Relecture", url=back), Link(text="Corriger", url="")),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "deposit/correct.html", context, status=status)


@require_POST
def accept_all(request: Request, pk: UUID) -> HttpResponse:
    """Accepts every term on which nobody decided yet, then goes on with the text."""
    verbs.accept_all(pk, by=request.actor, at=now())
    return redirect(onward(text(request.actor, pk, to=Verb.CONFIRM)).url)
