"""What holds of every page: the policy of the browser, one title, no name given twice, links that lead somewhere."""

import re
from collections import Counter

from django.test import Client
from pytest_django import Settings
from tests.dossiers import People
from tests.web.conftest import Browse
from tests.web.reading import Page, words

from convenir.records.models import Convention

FORBIDDEN = {
    "a style attribute": r"<[^>]+\sstyle=",
    "a style sheet in the page": r"<style",
    "a script in the page": r"<script(?![^>]*\ssrc=)",
    "an event attribute": r"<[^>]+\son[a-z]+=",
    "a script as an address": r"(?:href|action)=\"javascript:",
}
ALIKE = 3
STARTS = ("/", "/deposer", "/aide", "/accessibilite", "/nulle-part")


def addresses(page: Page) -> set[str]:
    """The pages of the site that a page leads to."""
    found = re.findall(r'href="(/[^"#]*)', page.content.decode())
    return {one.replace("&amp;", "&") for one in found if not one.startswith("/static/")}


def walked(client: Client, starts: list[str]) -> dict[str, Page]:
    """The pages that can be reached, by their address: three at most that differ by their numbers only."""
    seen: dict[str, Page] = {}
    shapes: Counter[str] = Counter()
    left = list(starts)
    while left:
        address = left.pop()
        shape = re.sub(r"[0-9a-f]{8}[0-9a-f-]{28}|\d+", "0", address)
        if address in seen or shapes[shape] == ALIKE:
            continue
        shapes[shape] += 1
        response = client.get(address)
        seen[address] = response
        if response["Content-Type"].startswith("text/html"):
            left += sorted(addresses(response) - set(seen))
    return seen


def test_every_page_that_can_be_reached_keeps_the_policy(signed: Convention, text: str, adviser: Client) -> None:
    pages = walked(adviser, [*STARTS, f"{text}/relecture", f"{text}/dossier", f"/conventions/{signed.pk}/"])
    assert len(pages) > 50
    for address, page in pages.items():
        assert page.status_code == (404 if address == "/nulle-part" else 200), address
        assert page["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert page["X-Content-Type-Options"] == "nosniff"
        if page["Content-Type"].startswith("text/html"):
            _well_made(address, page.content.decode())


def _well_made(address: str, html: str) -> None:
    for what, pattern in FORBIDDEN.items():
        assert not re.search(pattern, html), f"{address} holds {what}"
    twice = [name for name, count in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if count > 1]
    assert not twice, f"{address} names twice {twice}"
    assert len(re.findall(r"<h1\b", html)) == 1, address
    assert '<html lang="fr">' in html


def test_what_does_not_exist_has_a_page_that_says_what_to_do(who: People, browse: Browse, client: Client) -> None:
    for visitor in (client, browse(who.adviser)):
        page = visitor.get("/nulle-part")
        assert page.status_code == 404
        assert "Revenir à l'accueil" in words(page)


def test_a_form_that_comes_from_elsewhere_is_refused_in_words(who: People) -> None:
    guarded = Client(enforce_csrf_checks=True)
    response = guarded.post("/sortir")
    assert response.status_code == 403
    assert "Ce formulaire a expiré" in words(response)


def test_a_bug_has_a_page_that_needs_nothing(who: People, browse: Browse, settings: Settings) -> None:
    client = browse(who.adviser)
    client.raise_request_exception = False
    settings.ROOT_URLCONF = "tests.web.broken_site"
    response = client.get("/casse")
    assert response.status_code == 500
    assert "Une erreur s'est produite de notre côté" in words(response)
    assert not re.search(FORBIDDEN["a style attribute"], response.content.decode())


def test_nothing_but_sign_in_help_and_accessibility_is_open_to_nobody(client: Client, db: None) -> None:
    for address in ("/", "/deposer", "/conventions/00000000-0000-0000-0000-000000000000/"):
        assert client.get(address)["Location"].startswith("/entrer")
    for address in ("/aide", "/accessibilite"):
        assert client.get(address).status_code == 200
