"""What surrounds every page: the house, the person, the figure of her deadlines, the footer."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from convenir.access.portfolio import pressing
from convenir.access.roles import ROLE_WORDS, Actor
from convenir.web.requests import today
from convenir.web.signature import accent
from convenir.web.ui.shapes import Frame, Link, Person

FICTIONAL = "Territoires fictifs, créés pour la démonstration"


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor of every template: `frame`."""
    foot = (Link(text="Aide", url=reverse("about:help")), Link(text="Accessibilité", url=reverse("about:access")))
    note = FICTIONAL if settings.DEMO else ""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"frame": Frame(home_url=reverse("home:home"), foot=foot, foot_note=note)}
    return {
        "frame": Frame(
            home_url=reverse("home:home"),
            house=actor.house_name,
            person=Person(name=actor.name, role=ROLE_WORDS[actor.role], sign_out_url=reverse("signin:leave")),
            deadlines_url=reverse("home:home"),
            deadlines=pressing(actor, on=today()),
            foot=foot,
            foot_note=note,
            accent_url=_accent_url(accent(request.session)),
        )
    }


def _accent_url(colour: str) -> str:
    """The style sheet of that colour; none for the neutral one."""
    return reverse("about:accent", args=[colour.removeprefix("#").lower()]) if colour else ""
