"""What a page knows of the one who asks: the person, and the day."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from convenir.access.roles import Actor

# What a form gets when what it says cannot be.
UNPROCESSABLE = 422


class Request(HttpRequest):
    """A request of a signed-in person: the middleware let no other reach a page that needs one."""

    actor: Actor
    htmx: HtmxDetails


def today() -> date:
    """The day in Paris: the only place of the site that looks at a clock, with `now`."""
    return timezone.localdate()


def now() -> datetime:
    """The moment, for what is recorded."""
    return timezone.now()
