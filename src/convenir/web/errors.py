"""The pages of refusal, of what is not found, and of a bug: what, why, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from convenir.core.refusals import Refusal
from convenir.web.requests import UNPROCESSABLE

FORBIDDEN = 403
STATUS = {"not-allowed": FORBIDDEN}


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The sentence of the refusal, on a page with a way back."""
    status = STATUS.get(refusal.code, UNPROCESSABLE)
    return render(request, "errors/refused.html", {"said": str(refusal)}, status=status)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page whether the thing does not exist or belongs to others."""
    return render(request, "errors/not_found.html", status=404)


@requires_csrf_token
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is too old, or comes from elsewhere."""
    return render(request, "errors/expired.html", status=FORBIDDEN)


def crashed(request: HttpRequest) -> HttpResponse:
    """A bug. The page needs nothing that may be broken: no person, no database."""
    return HttpResponse(render_to_string("errors/crashed.html"), status=500)
