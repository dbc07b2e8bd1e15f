"""On a phone, the review leads to any article by its plan, and to the text under the terms."""

import re

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import TEXTS, faults
from tests.browser.test_recording import SCRIPT


@SCRIPT
def test_the_plan_of_the_text_is_at_hand(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", width=390, javascript=javascript)
    page.goto("/deposer")
    page.set_input_files("input[type=file]", TEXTS / "trois-gues.txt")
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture"))
    page.locator("summary", has_text="Plan du texte").click()
    assert not javascript or not faults(page, "the plan, open")
    page.get_by_role("navigation", name="Articles du texte").get_by_role("link", name="6. Instances").click()
    page.get_by_role("heading", name="Article 6", exact=True).wait_for()
    page.get_by_role("link", name="Aller au texte").click()
    top = page.locator("#texte").bounding_box()
    assert top is not None and 0 <= top["y"] < 100
