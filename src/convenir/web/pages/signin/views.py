"""Choosing a character of the cast, and leaving."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from convenir.access.houses import actor, every_house
from convenir.demo.cast import CAST, Character
from convenir.web.signature import sign_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A character as the page offers it."""

    key: str
    name: str
    post: str
    letters: str


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The characters, by house; the one that is chosen signs in."""
    if not settings.DEMO:
        raise Http404
    chosen = next((one for one in CAST if one.key == request.POST.get("personne")), None)
    if chosen is None:
        return render(request, "signin/enter.html", {"people": _people(), "suite": request.GET.get("suite", "")})
    person = actor(chosen.key, name=chosen.name, role=chosen.role, house=chosen.house)
    sign_in(request.session, person, chosen.house)
    return redirect(_after(request.POST.get("suite", "")))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in any more."""
    request.session.flush()
    return redirect("signin:enter")


def _people() -> list[tuple[str, list[Choice]]]:
    """The characters under the name of their house, where the demonstration is loaded."""
    names = {key: house.name for key, house in every_house([one.house for one in CAST]).items()}
    present = [one for one in CAST if one.house in names]
    return [
        (names[house], [_choice(one) for one in present if one.house == house])
        for house in dict.fromkeys(one.house for one in present)
    ]


def _choice(one: Character) -> Choice:
    letters = "".join(word[0] for word in one.name.split())
    return Choice(key=one.key, name=one.name, post=one.post, letters=letters)


def _after(address: str) -> str:
    """The page that was asked for, if it is one of ours."""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address else "/"
