"""Deposits in every format: several acts, the pages of a PDF, tracked changes, a second reading, reviews under way."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.dossiers import People
from tests.reader.intake.docx_files import docx, paragraph, word_file
from tests.reader.intake.makers import paragraphs
from tests.reader.intake.odt_files import writer_file
from tests.reader.intake.pdf_makers import pdf
from tests.reader.intake.pdf_raw import Page as Leaf
from tests.reader.intake.pdf_raw import column, raw_pdf
from tests.reader.intake.test_ocr import WRITTEN, scanned
from tests.web.conftest import TEXTS, Browse
from tests.web.reading import Page, hidden, words

from convenir.access.context import acting_as
from convenir.access.waiting import waiting
from convenir.reader.intake.ocr import tesseract

WHOLE = (TEXTS / "trois-gues.txt").read_text()
PNG = b"\x89PNG"
# Those of the review: the house, the text, its reading, four kinds of decisions, what is made of it, the frame.
QUERIES = 15

FORMATS: dict[str, Callable[[str], bytes]] = {
    "ctg.docx": word_file,
    "ctg.odt": writer_file,
    "ctg.pdf": lambda text: pdf(paragraphs(text)),
}


def deposited(client: Client, data: bytes, name: str) -> Page:
    token = hidden(client.get("/deposer"), "token")
    return client.post("/deposer", {"file": SimpleUploadedFile(name, data), "token": token})


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_and_reviewed(adviser: Client, name: str) -> None:
    response = deposited(adviser, FORMATS[name](WHOLE), name)
    assert response.status_code == 302, words(response)
    page = words(adviser.get(response["Location"]))
    assert "Communauté de communes des Trois Gués" in page and name in page


@pytest.fixture
def paged(adviser: Client) -> str:
    """The address of a text deposited as a PDF."""
    return deposited(adviser, FORMATS["ctg.pdf"](WHOLE), "ctg.pdf")["Location"].removesuffix("/relecture")


def test_the_pages_of_a_pdf_are_shown_with_their_terms(adviser: Client, paged: str) -> None:
    page = adviser.get(f"{paged}/relecture?terme=5&vue=pages").content.decode()
    assert page.count('loading="lazy"') >= 2
    assert re.search(
        r'<a href="[^"]+terme=5&amp;vue=pages#t5" aria-label="Terme 5, [^"]+" class="sheet-mark current">', page
    )
    assert " style=" not in page
    assert "vue=texte" in page
    assert "page 2" in words(adviser.get(f"{paged}/relecture?lieu=9"))


def test_the_picture_of_a_page_is_private(who: People, adviser: Client, paged: str, browse: Browse) -> None:
    response = adviser.get(f"{paged}/fichiers/1/pages/1")
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content.startswith(PNG) and "private" in response["Cache-Control"]
    for other in ("fichiers/1/pages/99", "fichiers/1/pages/0", "fichiers/2/pages/1", "fichiers/0/pages/1"):
        assert adviser.get(f"{paged}/{other}").status_code == 404
    for person in (who.agent, who.stranger):
        assert browse(person).get(f"{paged}/fichiers/1/pages/1").status_code == 404


def test_a_text_without_pages_has_no_picture(adviser: Client, text: str) -> None:
    assert adviser.get(f"{text}/fichiers/1/pages/1").status_code == 404
    assert "vue=pages" not in adviser.get(f"{text}/relecture?vue=pages&lieu=0").content.decode().partition("<main")[0]


def test_the_pages_of_each_pdf_of_an_archive_are_shown(adviser: Client) -> None:
    annex = raw_pdf([Leaf(lines=column(["ANNEXE 3 - LISTE", "Ouvrir un relais petite enfance."]))] * 2)
    pieces = {"Annexe 3.pdf": annex, "envoi/ctg.pdf": FORMATS["ctg.pdf"](WHOLE), "Annexe 4.txt": b"ANNEXE 4 - NOTES"}
    review = deposited(adviser, zipped(pieces), "depot.zip")["Location"]
    shown = adviser.get(f"{review}?vue=pages")
    assert "ctg.pdf, page 1" in words(shown) and "Annexe 3.pdf, page 2" in words(shown)
    assert "Ce fichier n'a pas de pages à montrer : il se lit dans la vue Texte (Annexe 4.txt)." in words(shown)
    urls = re.findall(r'<img src="([^"]+/fichiers/2/pages/\d)" width="595" height="842"', shown.content.decode())
    assert [adviser.get(url).content[:4] for url in urls] == [PNG, PNG]


def zipped(files: Mapping[str, bytes]) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return archive.getvalue()


@pytest.fixture
def several(adviser: Client) -> str:
    """The address of the acts of a deposit of two."""
    files = {"convention.txt": "trois-gues.txt", "deliberation.txt": "sorne-rapport.txt"}
    archive = zipped({name: (TEXTS / file).read_bytes() for name, file in files.items()})
    return deposited(adviser, archive, "depot.zip")["Location"]


def test_several_acts_are_told_each_with_what_to_do_next(adviser: Client, several: str) -> None:
    assert several.endswith("/actes")
    page = adviser.get(several)
    assert "Ce dépôt contient 2 actes" in words(page)
    assert "Convention, acte principal" in words(page) and "Délibération" in words(page)
    addresses = set(re.findall(r'href="(/textes/[^"]+/relecture)"', page.content.decode()))
    assert len(addresses) == 2
    for address in addresses:
        review = adviser.get(address)
        assert "Les autres actes du dépôt" in words(review)
        assert adviser.get(address.replace("relecture", "original")).content.startswith(b"PK")


def test_the_acts_are_hidden_from_others(who: People, several: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(several).status_code == 404


def test_tracked_changes_are_shown_in_their_place(adviser: Client) -> None:
    changed = (
        "<w:p><w:r><w:t>La convention est conclue pour </w:t></w:r>"
        '<w:del w:id="1" w:author="A" w:date="2024-01-02T00:00:00Z"><w:r><w:delText>trois</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A" w:date="2024-01-02T00:00:00Z"><w:r><w:t>quatre</w:t></w:r></w:ins>'
        "<w:r><w:t> ans.</w:t></w:r></w:p>"
    )
    body = "".join([paragraph("CONVENTION"), paragraph("Article 1 - Durée"), changed, paragraph("Article 2 - Objet")])
    response = deposited(adviser, docx(body), "suivi.docx")
    page = adviser.get(f"{response['Location']}?lieu=1").content.decode()
    assert "<del>trois</del>" in page and "<ins>quatre</ins>" in page


def terms(client: Client, text: str) -> int:
    """How many terms the review of a text shows."""
    told = re.search(r"0 terme sur (\d+) relu\b", words(client.get(f"{text}/relecture")))
    assert told is not None
    return int(told[1])


def test_reviews_under_way_say_how_far_they_are(
    who: People, adviser: Client, text: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    read = terms(adviser, text)
    adviser.post(f"{text}/termes/1", {"decision": "accepter"})
    page = words(adviser.get("/deposer"))
    assert f"1 terme sur {read} relu, en dernier par Alice Essai le" in page
    for number in range(3):
        deposited(adviser, f"Article 1. Objet\nTexte {number}.\n".encode(), f"autre-{number}.txt")
    with acting_as(who.adviser), django_assert_num_queries(1):
        assert [one.terms for one in waiting(who.adviser)][-1] == read


def test_a_second_reading_that_differs_in_nothing_says_so(who: People, adviser: Client, text: str) -> None:
    page = words(adviser.get(f"{text}/relire"))
    assert f"Les deux lectures sont les mêmes : {terms(adviser, text)} termes" in page
    response = adviser.post(f"{text}/relire")
    assert response.status_code == 422
    assert "comme il est déjà lu" in words(response)


def test_a_second_reading_is_hidden_from_others(who: People, text: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(f"{text}/relire").status_code == 404
        assert browse(person).post(f"{text}/relire").status_code == 404


def test_the_review_takes_the_same_queries_however_many_terms_are_ruled(
    adviser: Client, text: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        adviser.get(f"{text}/relecture")
    adviser.post(f"{text}/accepter")
    with django_assert_num_queries(QUERIES):
        adviser.get(f"{text}/relecture")


def test_a_scan_is_recognised_and_its_terms_are_doubtful(adviser: Client) -> None:
    if tesseract() is None:
        pytest.skip("Tesseract with its French is not on this machine")
    response = deposited(adviser, scanned(WRITTEN, 200), "copie.pdf")
    assert response.status_code == 302, words(response)
    page = words(adviser.get(f"{response['Location']}?terme=1"))
    assert "à vérifier" in page and "Reconnu dans une image" in page


def test_a_table_is_shown_in_rows_and_cells(adviser: Client) -> None:
    rows = (("Action", "Pilote"), ("Ouvrir un relais", "La Ville"))
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    body = "".join([paragraph("CONVENTION"), paragraph("Article 1 - Plan"), table, paragraph("Article 2 - Objet")])
    response = deposited(adviser, docx(body), "plan.docx")
    page = adviser.get(f"{response['Location']}?lieu=1").content.decode()
    assert re.search(r"<tr data-at=\"\d+\"><td>Ouvrir un relais</td><td>La Ville</td></tr>", page)
    assert " | " not in page


def test_the_files_of_an_archive_that_were_not_read_are_told(adviser: Client) -> None:
    files = {
        "convention.txt": WHOLE.encode(),
        "deliberation.txt": (TEXTS / "sorne-rapport.txt").read_bytes(),
        "photo.png": PNG + bytes(100),
    }
    address = deposited(adviser, zipped(files), "depot.zip")["Location"]
    others = re.findall(r'href="/textes/([^"]+)/relecture"', adviser.get(address).content.decode())
    for pk in set(others):
        assert "« photo.png » de cette archive n'a pas été lu" in words(adviser.get(f"/textes/{pk}/actes"))


def test_the_first_visit_says_each_contradiction_in_a_line(adviser: Client, text: str) -> None:
    page = adviser.get(f"{text}/relecture").content.decode()
    lines, _, rest = page.partition('class="finding-lines"')[2].partition("</ul>")
    assert lines.count("à trancher") == lines.count("?constat=") >= 2
    assert "Les autres constats" in rest and rest.index("Les autres constats") < rest.index('id="t1"')
