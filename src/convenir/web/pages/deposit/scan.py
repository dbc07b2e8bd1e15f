"""A scan being read: how many of its pages are recognised, the next ones, and giving it up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from convenir.access import scans as doors
from convenir.access.roles import Actor, Verb, check
from convenir.access.scans import WaitingScan
from convenir.access.texts import acts
from convenir.core.refusals import Refusal
from convenir.usecases.texts import give_up, go_on
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.steps import DEPOSIT, steps
from convenir.web.pages.deposit.told import told
from convenir.web.requests import Request, now
from convenir.web.ui.shapes import Link

# How long one answer may take: that of a page which goes on by itself, and that of a button which somebody presses.
SECONDS_BY_ITSELF = 4
SECONDS_PRESSED = 20
# Of the recognition of one page, on a machine at rest and on one that works for others.
SECONDS_A_PAGE = (3, 9)
GIVEN_UP = "Ce dépôt est abandonné : le fichier envoyé et ce qui en avait été reconnu sont effacés."


@require_http_methods(["GET", "POST"])
def scan(request: Request, pk: UUID) -> HttpResponse:
    """How far a scan is; asked by POST, its next pages first."""
    check(request.actor, Verb.DEPOSIT)
    if request.method == "POST":
        return _next_pages(request, pk)
    found = doors.scan(request.actor, pk)
    if found is None:
        return redirect(address(request.actor, pk))
    context = {
        "found": found,
        "minutes": minutes(found),
        "told": told(request),
        "steps": steps(DEPOSIT),
        "crumbs": crumbs(Link(text="Lecture d’un document numérisé", url="")),
    }
    return render(request, "deposit/scan.html", context)


def _next_pages(request: Request, pk: UUID) -> HttpResponse:
    """What a scan refuses once it is read is told where another file can be chosen."""
    try:
        go_on(pk, by=request.actor, seconds=SECONDS_BY_ITSELF if request.htmx else SECONDS_PRESSED)
        url = address(request.actor, pk)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        url = reverse("deposit:upload")
    return redirect(url) if url == request.path or not request.htmx else HttpResponseClientRedirect(url)


@require_POST
def abandon(request: Request, pk: UUID) -> HttpResponse:
    """Removes a scan that nobody wants any more."""
    give_up(pk, by=request.actor, at=now())
    messages.success(request, GIVEN_UP)
    return redirect("deposit:upload")


def address(actor: Actor, pk: UUID) -> str:
    """Where a deposit goes on: its pages to recognise, its acts if there are several, else its review."""
    if doors.scan(actor, pk):
        return reverse("deposit:scan", args=[pk])
    several = len(acts(actor, pk)) > 1
    return reverse("deposit:acts" if several else "deposit:review", args=[pk])


def minutes(found: WaitingScan) -> tuple[int, int]:
    """How long the pages that are left will take, at the least and at the most."""
    fast, slow = SECONDS_A_PAGE
    return max(1, round(found.left * fast / 60)), max(1, round(found.left * slow / 60)) + 1
