"""The style sheet of a house: its colour, moved until it is read in both themes."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from convenir.web.ui.accent import stylesheet

YEAR = 365 * 24 * 3600


@require_GET
@cache_control(public=True, max_age=YEAR, immutable=True)
def accent(request: HttpRequest, digits: str) -> HttpResponse:
    """The same colour always gives the same sheet."""
    return HttpResponse(stylesheet(f"#{digits}"), content_type="text/css; charset=utf-8")
