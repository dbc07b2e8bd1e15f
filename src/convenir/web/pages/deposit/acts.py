"""What a deposit holds: each of its acts, and what to do next with it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from convenir.access.deposited import ActRead
from convenir.access.roles import Verb
from convenir.access.texts import acts as acts_of
from convenir.access.texts import text
from convenir.core.terms import Document
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.steps import REVIEW, steps
from convenir.web.pages.deposit.words import DOCUMENTS, titled
from convenir.web.requests import Request
from convenir.web.ui.shapes import Link

# What the intake says of a file of an archive that gave no words: the main act bears it.
NOT_READ = "file-not-read"
# And of a workbook among its files, which is kept.
WORKBOOK = "sheet-in-archive"
WHAT_NEXT = {
    Document.CONVENTION: "Relisez ses termes, puis créez le dossier.",
    Document.TEMPLATE: "Relisez-le : un modèle n’engage personne tant qu’il n’est pas signé.",
    Document.AMENDMENT: "Relisez ce qu’il change ; il s’enregistre ensuite au dossier de la convention.",
    Document.DELIBERATION: "Relisez-la : elle autorise une partie à signer, et s’enregistre ensuite au dossier.",
    Document.CHARTER: "Relisez-la : une charte oriente, elle engage rarement.",
    Document.OTHER: "Relisez-le pour vérifier que rien n’y engage les parties.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An act of the deposit."""

    nature: str
    title: str
    about: str
    next: str
    main: bool
    url: str
    dossier: str


@require_GET
def acts(request: Request, pk: UUID) -> HttpResponse:
    """The acts of a deposit, in the order of its words."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    main = text(request.actor, found.main, to=Verb.CONFIRM) if found.main else found
    context = {
        "found": found,
        "not_read": [one for one in main.findings if one.about == NOT_READ],
        "workbooks": [one for one in main.findings if one.about == WORKBOOK],
        "lines": lines(acts_of(request.actor, pk)),
        "steps": steps(REVIEW),
        "crumbs": crumbs(Link(text="Ce dépôt contient", url="")),
    }
    return render(request, "deposit/acts.html", context)


def lines(acts: tuple[ActRead, ...]) -> list[Line]:
    """One line for each act."""
    return [
        Line(
            nature=DOCUMENTS[act.document],
            title=titled(act.title) or DOCUMENTS[act.document],
            about=", ".join(part for part in (_pages(act), _terms(act.terms)) if part),
            next=WHAT_NEXT[act.document],
            main=act.main,
            url=reverse("deposit:review", args=[act.pk]),
            dossier=reverse("conventions:overview", args=[act.convention]) if act.convention else "",
        )
        for act in acts
    ]


def _pages(act: ActRead) -> str:
    if act.pages is None:
        return ""
    first, last = act.pages
    return f"page {first}" if first == last else f"pages {first} à {last}"


def _terms(count: int) -> str:
    return f"{count} terme{'s' if count > 1 else ''} lu{'s' if count > 1 else ''}" if count else "aucun terme lu"
