"""The home page, from the disposable lines: the same number of queries for forty conventions and for four thousand."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from convenir.access.portfolio import portfolio
from convenir.access.roles import MAY, Verb
from convenir.access.scans import scan_count
from convenir.access.waiting import waiting_count
from convenir.web.pages.home import address, pieces
from convenir.web.requests import Request, today


@require_GET
def home(request: Request) -> HttpResponse:
    """My deadlines and my conventions, narrowed by the filters of the address."""
    asked = address.asked(request.GET)
    found = portfolio(request.actor, on=today(), filters=asked.filters, pages=asked.pages)
    may_deposit = Verb.DEPOSIT in MAY[request.actor.role]
    reviews = waiting_count(request.actor) if may_deposit else 0
    scans = scan_count(request.actor) if may_deposit else 0
    context = pieces.context(found, asked) | {"may_deposit": may_deposit, "reviews": reviews, "scans": scans}
    return render(request, "home/home.html", context)
