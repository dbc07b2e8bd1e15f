"""The page of a scan being read: how far it is, the next pages by a button or by itself, leaving it, giving it up."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.dossiers import People
from tests.reader.intake.pdf_raw import Page as Leaf
from tests.reader.intake.pdf_raw import raw_pdf
from tests.reader.intake.test_ocr import WRITTEN, needs_tesseract, scanned
from tests.web.conftest import Browse
from tests.web.reading import Page, hidden, words

from convenir.web.pages.deposit import scan, upload

pytestmark = needs_tesseract


@pytest.fixture(autouse=True)
def one_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECONDS_BY_ITSELF", "SECONDS_PRESSED"):
        monkeypatch.setattr(scan, name, 0)
    monkeypatch.setattr(upload, "SECONDS_BY_ITSELF", 0)


def sent(client: Client, data: bytes, **more: str) -> Page:
    token = hidden(client.get("/deposer"), "token")
    return client.post(
        more.pop("to", "/deposer"), {"file": SimpleUploadedFile("copie.pdf", data), "token": token} | more
    )


@pytest.fixture
def reading(adviser: Client) -> str:
    """The address of a scan of three pages, the first of which was recognised when it was sent."""
    return sent(adviser, scanned(WRITTEN, 150, copies=3))["Location"]


def test_a_scan_is_read_by_a_button_until_its_review_opens(adviser: Client, reading: str) -> None:
    assert reading.endswith("/lecture")
    page = adviser.get(reading)
    assert "1 page sur 3 reconnue" in words(page) and '<progress value="1" max="3"' in page.content.decode()
    assert "1 page sur 3 reconnue. Déposé par Alice Essai" in words(adviser.get("/deposer"))
    assert adviser.post(reading)["Location"] == reading
    assert "2 pages sur 3 reconnues" in words(adviser.get(reading))
    review = adviser.post(reading)["Location"]
    assert review == reading.replace("lecture", "relecture")
    assert "Reconnu dans une image" in words(adviser.get(f"{review}?terme=1"))
    assert adviser.get(reading)["Location"] == adviser.post(reading)["Location"] == review


def test_a_page_that_goes_on_by_itself_is_sent_to_the_review_once_all_is_read(adviser: Client, reading: str) -> None:
    by_itself = {"HX-Request": "true"}
    assert adviser.post(reading, headers=by_itself)["Location"] == reading
    assert adviser.post(reading, headers=by_itself)["HX-Redirect"] == reading.replace("lecture", "relecture")


def test_pictures_without_a_word_are_refused(adviser: Client) -> None:
    blank = raw_pdf([Leaf()])
    assert "Aucun mot n'a été trouvé" in words(sent(adviser, scanned(blank, 72)))
    reading = sent(adviser, scanned(blank, 72, copies=2))["Location"]
    assert adviser.post(reading)["Location"] == "/deposer"
    page = words(adviser.get("/deposer"))
    assert "Aucun mot n'a été trouvé" in page and "Lectures en cours" not in page


def test_a_scan_is_given_up(adviser: Client, reading: str) -> None:
    assert adviser.post(f"{reading}/abandon")["Location"] == "/deposer"
    page = words(adviser.get("/deposer"))
    assert "Ce dépôt est abandonné" in page and "copie.pdf" not in page
    assert adviser.get(reading).status_code == 404


def test_a_scan_is_hidden_from_others(who: People, reading: str, browse: Browse) -> None:
    for person in (who.agent, who.elected):
        status = 403 if person is who.elected else 404
        client = browse(person)
        assert [client.get(reading).status_code, client.post(reading).status_code] == [status, status]
        assert client.post(f"{reading}/abandon").status_code == status


def test_a_scan_to_compare_is_read_first(adviser: Client, text: str) -> None:
    scan = scanned(WRITTEN, 150, copies=2)
    response = sent(adviser, scan, to="/comparer", avant=text.rpartition("/")[2])
    assert response["Location"].endswith("/lecture")
    assert "Ce fichier est numérisé" in words(adviser.get(response["Location"]))
