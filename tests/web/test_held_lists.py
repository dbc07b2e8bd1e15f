"""A workbook deposited with the text: told at the deposit, offered once the dossier exists, and its list imported."""

from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.test import Client
from openpyxl import Workbook
from tests.dossiers import AT, People
from tests.reader.intake.pdf_makers import Style, typeset
from tests.reader.intake.test_ocr import needs_tesseract, scanned
from tests.usecases.contradictory import AGREED, CONTRADICTORY
from tests.web.conftest import Browse
from tests.web.reading import hidden, words
from tests.web.test_import import mapped, sent
from tests.web.test_list import REASON

from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.roles import Verb
from convenir.core.facts import known_on
from convenir.core.life import life
from convenir.core.terms import FundingContribution
from convenir.records.models import Convention
from convenir.usecases import texts
from convenir.usecases.texts import Upload

# The list is announced in an annex that the words of the deposit do not hold.
FUNDED = CONTRADICTORY.replace("La Ville assure le secrétariat du comité de pilotage.", "").replace(
    "Article 2 - Durée",
    "Article 2 - Soutien aux équipements\n"
    "La Ville s'engage à poursuivre son soutien financier aux équipements et services listés en annexe 2.\n\n"
    "Article 3 - Durée",
)
TABLE = """
#table(columns: 4, [Type de structure], [Nom de la structure], [Gestionnaire], [Places],
  [Multi-accueil], [Les Lilas], [Commune], [24], [ALSH], [Le Moulin], [Foyer rural], [40],
  [RPE], [Du Val], [Communauté], [12], [LAEP], [La Parenthèse], [Commune], [8])
"""


def workbook() -> bytes:
    book = Workbook()
    sheet = book.create_sheet("Structures", 0)
    for line in (("Type de structure", "Nom", "Commune"), ("Eaje", "Les Lilas", "Bréal"), ("Alsh", "Le Moulin", "")):
        sheet.append(line)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def archive() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as files:
        files.writestr("convention.txt", FUNDED)
        files.writestr("annexes/Annexe 2.xlsx", workbook())
        files.writestr("__MACOSX/._Annexe 2.xlsx", b"x")
    return made.getvalue()


@pytest.fixture
def text(who: People) -> UUID:
    """The deposit, under review."""
    return received(who, archive(), "depot.zip")


def received(who: People, data: bytes, name: str) -> UUID:
    return texts.receive(Upload(name=name, data=data, token=name), by=who.adviser, at=AT)


@pytest.fixture
def dossier(who: People, text: UUID) -> str:
    """The address of the dossier made of it."""
    texts.accept_all(text, by=who.adviser, at=AT)
    return f"/conventions/{texts.confirm(text, AGREED, by=who.adviser, at=AT)}"


def test_the_review_says_that_the_workbook_is_kept(adviser: Client, text: UUID) -> None:
    page = words(adviser.get(f"/textes/{text}/relecture"))
    assert "« Annexe 2.xlsx » est un tableur : il est gardé avec le dépôt, et n'a pas été lu comme du texte" in page


def test_its_list_completes_the_annex_that_the_words_lacked(who: People, adviser: Client, dossier: str) -> None:
    page = adviser.get(f"{dossier}/importer")
    assert words(page).count("Lire ses tableaux : Annexe 2.xlsx") == 1
    told = {"depose": "annexes/Annexe 2.xlsx", "token": hidden(page, "token")}
    columns = adviser.post(f"{dossier}/importer", told)["Location"]
    rows = mapped(adviser, columns)["Location"]
    shown = adviser.get(rows)
    assert "2 structures lues : 2 à ajouter." in words(shown)
    form = {"token": hidden(shown, "token"), "key": hidden(shown, "key"), "reason": REASON}
    assert adviser.post(rows, form).status_code == 302
    with acting_as(who.adviser):
        found = convention(who.adviser, UUID(dossier.rsplit("/", maxsplit=1)[-1]), to=Verb.READ)
    (clause,) = life(found.terms, known_on(found.facts, found.known)).texts.last.every(FundingContribution)
    assert clause.facilities == ("Eaje Les Lilas", "Alsh Le Moulin")
    assert "Annexe 2.xlsx, feuille « Structures », lignes 2 à 3" in words(adviser.get(f"{dossier}/texte"))


def test_another_entry_or_another_person_finds_nothing(
    who: People, browse: Browse, adviser: Client, dossier: str
) -> None:
    for entry in ("convention.txt", "../secret.xlsx", "__MACOSX/._Annexe 2.xlsx"):
        assert adviser.post(f"{dossier}/importer", {"depose": entry, "token": "t"}).status_code == 404
    told = {"depose": "annexes/Annexe 2.xlsx", "token": "t"}
    assert browse(who.stranger).post(f"{dossier}/importer", told).status_code == 404


@needs_tesseract
def test_a_scan_of_the_archive_is_not_offered_since_its_pages_are_known_with_the_archive_alone(
    who: People, adviser: Client
) -> None:
    made = BytesIO()
    with ZipFile(made, "w") as files:
        files.writestr("convention.txt", FUNDED)
        files.writestr("Annexe 2.pdf", scanned(typeset(TABLE, Style(head="", folio=False)), 200))
        files.writestr("Annexe 3.pdf", typeset(TABLE, Style(head="", folio=False)))
    pk = received(who, made.getvalue(), "depot.zip")
    texts.go_on(pk, by=who.adviser, seconds=60)
    texts.accept_all(pk, by=who.adviser, at=AT)
    made_of_it = texts.confirm(pk, AGREED, by=who.adviser, at=AT)
    page = words(adviser.get(f"/conventions/{made_of_it}/importer"))
    assert "Lire ses tableaux : Annexe 3.pdf" in page and "Annexe 2.pdf" not in page


@needs_tesseract
def test_a_scanned_list_is_read_once_its_pages_are_recognised(who: People, adviser: Client, signed: Convention) -> None:
    data = scanned(typeset(TABLE, Style(head="", folio=False)), 200)
    refused = sent(adviser, signed, data, "annexe.pdf")
    assert refused.status_code == 422
    assert "Déposez-le, laissez ses pages se lire, puis renvoyez ici le même fichier" in words(refused)
    texts.go_on(received(who, data, "annexe.pdf"), by=who.adviser, seconds=60)
    columns = adviser.get(sent(adviser, signed, data, "annexe.pdf")["Location"])
    assert "Les Lilas" in words(columns)
    assert "reconnu" in words(columns)
