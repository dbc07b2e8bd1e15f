"""Lists from their files to the dossier, as a person goes, with script and without: actions, facilities."""

import re
from io import BytesIO

from openpyxl import Workbook
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.browser.test_recording import SCRIPT, opened

HEADS = ("N°", "Domaine", "Quoi faire", "Pilote", "Fin", "Notes internes")


def plan(mark: str) -> bytes:
    """A workbook whose second sheet is the plan; its third row ends on no date."""
    book = Workbook()
    book.create_sheet("Notice", 0).append(["Lisez-moi"])
    sheet = book.create_sheet("Fiches", 1)
    sheet.append(HEADS)
    sheet.append((1, "Jeunesse", f"Ouvrir un point d’écoute {mark}", "Caf", "30/06/2027", "à relire"))
    sheet.append((2, "Logement", f"Tenir une permanence {mark}", "Communauté de communes", "31/12/2026", ""))
    sheet.append((3, "Logement", f"Recenser les besoins {mark}", "Caf", "quand on pourra", ""))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@SCRIPT
def test_a_plan_from_its_workbook_to_the_journal(visit: Visit, javascript: bool) -> None:
    mark = f"des villages {javascript}"
    page = visit("nadia", javascript=javascript)
    dossier = opened(page, "CTG des Trois Gués")
    sent(page, dossier, plan(mark))
    chosen(page)
    corrected(page)
    page.wait_for_url(re.compile(r"/journal"))
    told = page.inner_text("main")
    assert "2 faits enregistrés" in told
    assert f"Tenir une permanence {mark}" in told and f"Recenser les besoins {mark}" not in told


@SCRIPT
def test_a_list_completes_the_text_then_has_nothing_to_change(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    dossier = opened(page, "CTG du Pays de Sorne")
    rows = listed(page, dossier, f"Les Sabots {javascript}")
    assert "1 à ajouter" in page.inner_text(".lead")
    page.get_by_label("Motif").fill("l’annexe avait été lue sans son tableau")
    page.get_by_role("button", name="Compléter la liste du texte").click()
    page.get_by_text("elle vaut depuis l’origine").wait_for()
    assert f"Les Sabots {javascript}" in page.inner_text("#termes")
    page.goto(rows)
    assert "il n’y a rien à changer" in page.inner_text(".lead")


@SCRIPT
def test_a_list_that_changes_what_was_agreed_opens_the_form_of_an_avenant(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    listed(page, opened(page, "CTG du Pays de Sorne"), f"Le Lavoir {javascript}")
    page.get_by_role("button", name="Préparer l’avenant").click()
    page.wait_for_url(re.compile("amendment_proposed"))
    assert f"Le Lavoir {javascript}" in page.get_by_label("Nouvelle liste de structures, la Caf").input_value()
    page.fill("input[name=on]", "2026-02-02")
    page.get_by_role("button", name="Voir ce que cela change").click()
    page.get_by_text("Si toutes les parties signent").wait_for()


def listed(page: Page, dossier: str, name: str) -> str:
    """The address of the rows of a list that the text lacks, opened."""
    sent(page, dossier, f"Type de structure;Nom de la structure\nLaep;{name}\n".encode(), "Annexe 2.csv")
    page.get_by_role("button", name="Voir les lignes").click()
    page.wait_for_url(re.compile("lignes"))
    return page.url


def sent(page: Page, dossier: str, data: bytes, name: str = "plan.xlsx") -> None:
    """From the journal, the file is sent."""
    page.goto(f"{dossier}journal")
    page.get_by_role("link", name="Importer un tableau").click()
    page.wait_for_url(re.compile("importer$"))
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.get_by_role("button", name="Lire ce tableau").click()
    page.wait_for_url(re.compile("colonnes"))


def chosen(page: Page) -> None:
    """The title of the actions is said by the person, the other columns are as they were recognised."""
    page.get_by_role("combobox", name="Ce que donne la colonne C").select_option("title")
    page.get_by_role("combobox", name="Ce que donne la colonne F").select_option("")
    page.get_by_role("button", name="Voir les lignes").click()
    page.wait_for_url(re.compile("lignes"))
    assert "3 fiches lues" in page.inner_text(".lead")


def corrected(page: Page) -> None:
    """The wrong row is refused, then left out."""
    page.get_by_role("button", name="Enregistrer 2 fiches").click()
    page.get_by_text("Des lignes sont à corriger").wait_for()
    page.get_by_label("Laisser de côté les lignes à corriger").check()
    page.get_by_role("button", name="Enregistrer 2 fiches").click()
