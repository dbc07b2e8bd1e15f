"""A text read again without a mouse."""

import re
from pathlib import Path

from tests.browser.conftest import Visit

TEXT = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts" / "sorne-rapport.txt"


def test_a_text_is_read_again_by_keyboard_alone(visit: Visit) -> None:
    page = visit("maud")
    page.goto("/deposer")
    page.set_input_files("input[type=file]", TEXT)
    page.focus("input[type=file]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("relecture"))
    count = int(re.findall(r"sur (\d+)", page.inner_text(".progress-label"))[0])

    page.keyboard.press("e")
    page.wait_for_url(re.compile("terme=2#"))
    page.keyboard.press("ArrowUp")
    page.wait_for_url(re.compile("terme=1#"))
    assert "écarté" in page.inner_text(".term.now")
    page.keyboard.press("ArrowDown")
    page.wait_for_url(re.compile("terme=2#"))

    page.keyboard.press("c")
    page.wait_for_url(re.compile("corriger"))
    page.focus("main form button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("relecture"))

    for _ in range(count - 2):
        with page.expect_navigation():
            page.keyboard.press("a")
    assert "Tout est relu" in page.inner_text(".review-foot")
    page.keyboard.press("d")
    page.wait_for_url(re.compile("dossier$"))


def test_the_first_stop_leads_to_the_content(visit: Visit) -> None:
    page = visit("nadia")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
