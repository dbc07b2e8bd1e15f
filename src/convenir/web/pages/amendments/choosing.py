"""Choosing the dossier that an avenant or a délibération is about: the likeliest first."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from convenir.access import given
from convenir.access.candidates import SHOWN, Candidate, candidates
from convenir.access.deposited import DepositedText
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import acts, text
from convenir.core.terms import Document
from convenir.reader.amending.particulars import particulars
from convenir.reader.amending.provisions import avenant
from convenir.web.pages.amendments.frame import crumbs
from convenir.web.requests import Request
from convenir.web.ui.shapes import Link
from convenir.writer.words.names import day_words, listed

PAGES = {Document.AMENDMENT: "amendments:apply", Document.DELIBERATION: "amendments:attach"}
TITLES = {
    Document.AMENDMENT: "Appliquer cet avenant à une convention",
    Document.DELIBERATION: "Attacher cette délibération à une convention",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dossier that one may choose, and why it is proposed."""

    title: str
    url: str
    why: str
    likely: bool


@require_GET
def choose(request: Request, pk: UUID) -> HttpResponse:
    """`?cherche=` narrows the dossiers by their title."""
    found = text(request.actor, pk, to=Verb.RECORD)
    nature = found.terms.document
    if nature not in PAGES:
        raise NotFound(pk)
    sought = request.GET.get("cherche", "").strip()
    signed_on = particulars(avenant(found.outline)).convention_signed_on if nature is Document.AMENDMENT else None
    offered = [_line(one, found) for one in candidates(request.actor, found.words, signed_on, sought=sought)]
    context = {
        "found": found,
        "title": TITLES[nature],
        "is_amendment": nature is Document.AMENDMENT,
        "sought": sought,
        "likely": [one for one in offered if one.likely],
        "others": [one for one in offered if not one.likely],
        "full": len(offered) == SHOWN,
        "held": [_held(one) for one in given.holders(request.actor, pk)],
        "convention_to_make": _unmade(request, found),
        "crumbs": crumbs(found, Link(text="Choisir la convention", url="")),
    }
    return render(request, "amendments/choose.html", context)


def _line(one: Candidate, found: DepositedText) -> Line:
    return Line(
        title=one.title,
        url=reverse(PAGES[found.terms.document], args=[found.pk, one.pk]),
        why=". ".join(part for part in (_parties(one), _signed(one)) if part) + ".",
        likely=one.likely,
    )


def _parties(one: Candidate) -> str:
    if one.named and not one.others:
        return "Toutes ses parties sont nommées dans ce texte"
    if one.named:
        return f"Ce texte nomme : {listed(list(one.named))} ; il ne nomme pas : {listed(list(one.others))}"
    return "Ses parties ne sont pas nommées dans ce texte"


def _signed(one: Candidate) -> str:
    if one.signed_on is None:
        return "Aucune signature n’est enregistrée"
    said = f"Signée le {day_words(one.signed_on)}"
    return f"{said}, comme ce texte le dit" if one.same_day else said


def _held(one: given.Holder) -> Link:
    return Link(text=one.title, url=reverse("conventions:overview", args=[one.pk]))


def _unmade(request: Request, found: DepositedText) -> str:
    """The review of the convention deposited with this text, where its dossier is still to be created."""
    if not found.several:
        return ""
    others = (one for one in acts(request.actor, found.pk) if one.document is Document.CONVENTION)
    waiting = next((one.pk for one in others if one.convention is None), None)
    return reverse("deposit:review", args=[waiting]) if waiting else ""
