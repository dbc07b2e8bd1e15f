"""A finding that asks for nothing is marked as seen where it stands, or by a page where there is no script."""

import re

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import TEXTS
from tests.browser.test_recording import SCRIPT

SEEN = "Marquer comme vu"


@SCRIPT
def test_a_finding_is_marked_as_seen(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    page.goto("/deposer")
    page.set_input_files("input[type=file]", TEXTS / "trois-gues.txt")
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture"))
    page.locator("summary", has_text="constats").first.click()
    before, left = page.url, marking(page)
    page.get_by_role("button", name=SEEN).first.click()
    page.locator(".finding-ruling", has_text="Vu par Nadia Ferrand").first.wait_for()
    assert "Constat marqué comme vu" in page.inner_text("[data-said]")
    assert (page.url == before) is javascript
    page.goto(before)
    page.locator("summary", has_text="constats").first.click()
    assert marking(page) == left - 1


@pytest.mark.parametrize(
    ("cookie", "told"), [("sessionid", "Entrer dans la démonstration"), ("csrftoken", "Ce formulaire a expiré")]
)
def test_a_mark_that_is_refused_is_told(visit: Visit, cookie: str, told: str) -> None:
    page = visit("nadia")
    page.goto("/deposer")
    page.set_input_files("input[type=file]", TEXTS / "trois-gues.txt")
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture"))
    page.locator("summary", has_text="constats").first.click()
    page.context.clear_cookies(name=cookie)
    page.get_by_role("button", name=SEEN).first.click()
    page.get_by_text(told).first.wait_for()


def marking(page: Page) -> int:
    """How many findings are yet to be seen."""
    return page.get_by_role("button", name=SEEN).count()
