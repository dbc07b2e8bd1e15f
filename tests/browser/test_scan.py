"""A scan read while one looks on, by itself or by a button, then its review."""

import re

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit, no_error
from tests.browser.test_accessibility import faults
from tests.reader.intake.test_ocr import WRITTEN, needs_tesseract, scanned

# Three pages are recognised in some seconds, or in a minute on a machine that works for others.
LONG = 180_000
pytestmark = needs_tesseract


@pytest.fixture(autouse=True)
def one_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("upload.SECONDS_BY_ITSELF", "scan.SECONDS_BY_ITSELF", "scan.SECONDS_PRESSED"):
        monkeypatch.setattr(f"convenir.web.pages.deposit.{name}", 0)


def sent(page: Page, name: str) -> None:
    """Sends a scan of three pages, of which the first answer leaves two."""
    page.set_default_timeout(LONG)
    data = scanned(WRITTEN, 150, copies=3)
    page.goto("/deposer")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/pdf", "buffer": data})
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("/lecture$"))


def test_a_scan_is_read_by_itself_until_its_review_opens(visit: Visit) -> None:
    page = visit("nadia")
    sent(page, "seule.pdf")
    page.wait_for_url(re.compile("/relecture$"))
    assert page.locator(".run.current").count() > 0


def test_a_scan_is_left_and_taken_up_again_without_script(visit: Visit) -> None:
    sent(visit("nadia", javascript=False), "reprise.pdf")
    page = visit("nadia", javascript=False)
    page.set_default_timeout(LONG)
    page.goto("/deposer")
    page.get_by_role("link", name="reprise.pdf").click()
    for told in ("1 page sur 3", "2 pages sur 3"):
        assert told in page.inner_text("#reading")
        page.get_by_role("button", name="Lire les pages suivantes").click()
    page.wait_for_url(re.compile("/relecture$"))


def test_the_page_of_a_scan_is_free_of_faults(visit: Visit) -> None:
    without_script = visit("nadia", javascript=False)
    sent(without_script, "regardée.pdf")
    page = visit("nadia", width=390)
    # What goes on by itself would take the page away while it is looked at.
    page.route("**/htmx-2.min.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(without_script.url)
    assert not faults(page, page.url)


def test_a_reading_that_stops_says_so(visit: Visit) -> None:
    without_script = visit("nadia", javascript=False)
    sent(without_script, "arrêtée.pdf")
    page = visit("nadia")
    page.remove_listener("console", no_error)
    page.route("**/lecture", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.goto(without_script.url)
    page.get_by_text("La lecture n’avance pas").wait_for()
    page.unroute("**/lecture")
    page.set_default_timeout(LONG)
    page.wait_for_url(re.compile("/relecture$"))
