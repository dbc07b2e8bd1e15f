"""A text read again without a mouse: a short one, and a real convention from its Word file to its dossier."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.reader.intake.docx_files import word_file

from convenir.reader.reading import read
from convenir.writer.french_typography import fine
from convenir.writer.words import term_label

ROOT = Path(__file__).parents[2]
TEXT = ROOT / "src" / "convenir" / "demo" / "texts" / "sorne-rapport.txt"
REAL = ROOT.parent / "shared" / "conventions" / "sceaux-2021.txt"


def deposited(page: Page, file: Path) -> int:
    """Deposits a file by keyboard; how many terms are to be read. Only the choice of the file is the system's."""
    page.goto("/deposer")
    page.set_input_files("input[type=file]", file)
    page.focus("input[type=file]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("relecture"))
    return int(re.findall(r"sur (\d+)", page.inner_text(".progress-label"))[0])


def pressed(page: Page, key: str) -> None:
    """Presses a key that opens another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def focused(page: Page) -> str:
    """The name of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def test_a_text_is_read_again_by_keyboard_alone(visit: Visit) -> None:
    page = visit("maud")
    count = deposited(page, TEXT)

    pressed(page, "e")
    page.wait_for_url(re.compile("terme=2#"))
    page.locator("#t2:focus").wait_for()
    page.get_by_text("Terme 1 écarté.").wait_for()
    pressed(page, "ArrowUp")
    page.wait_for_url(re.compile("terme=1#"))
    assert "écarté" in page.inner_text(".term.now")
    pressed(page, "j")
    page.wait_for_url(re.compile("terme=2#"))

    pressed(page, "c")
    page.wait_for_url(re.compile("corriger"))
    assert focused(page).startswith("id_")
    pressed(page, "Escape")
    page.wait_for_url(re.compile("terme=2#"))
    pressed(page, "c")
    page.focus("main form button")
    pressed(page, "Enter")
    page.wait_for_url(re.compile("relecture"))

    for _ in range(count - 2):
        pressed(page, "a")
    # The foot is written anew once the page stands, so that a screen reader tells it.
    page.locator(".review-foot", has_text="Tout est relu").wait_for()
    pressed(page, "d")
    page.wait_for_url(re.compile("/convention$"))


def test_a_real_convention_goes_from_its_word_file_to_its_dossier_by_keyboard_alone(
    visit: Visit, tmp_path: Path
) -> None:
    if not REAL.exists():
        pytest.skip(f"the text {REAL.name} is not beside the project (../shared/conventions)")
    file = tmp_path / "convention.docx"
    file.write_bytes(word_file(REAL.read_text(encoding="utf-8")))
    terms = read(REAL.read_bytes()).terms.clauses
    page = visit("nadia")
    assert deposited(page, file) == len(terms)
    assert "Le titre annonce une autre manière de finir que la clause" in page.inner_text(".finding-lines")
    page.focus(".review-cards summary")
    page.keyboard.press("Enter")
    findings = page.inner_text(".review-cards details")
    assert "annonce" in findings and "annexes" in findings

    page.evaluate("document.querySelector('.review-cards').scrollTop = 0")
    page.keyboard.press("a")
    page.locator("#t1:focus").wait_for()

    for number, term in enumerate(terms, start=1):
        assert page.inner_text(".term.now .term-number") == str(number)
        assert page.inner_text(".term.now h3") == fine(term_label(term))
        pressed(page, "a")
    page.wait_for_url(re.compile("constat="))
    assert page.locator("text=Créer le dossier").last.get_attribute("data-key") is None
    while page.locator("[data-judge]").count():
        settled(page)
    page.locator(".review-said", has_text="Tout est relu").wait_for()
    created(page)
    page.get_by_role("link", name="Texte et termes").first.focus()
    pressed(page, "Enter")
    assert "Tranché par Nadia Ferrand" in page.inner_text("#constats")


def settled(page: Page) -> None:
    """Retains a passage of the contradiction that has the focus, with a reason."""
    page.locator("input[type=radio]:focus").wait_for()
    page.keyboard.press("Space")
    while page.evaluate("document.activeElement.name") != "reason":
        page.keyboard.press("Tab")
    page.keyboard.type("Le contenu dit ce que les parties ont voulu.")
    page.keyboard.press("Tab")
    pressed(page, "Enter")


def created(page: Page) -> None:
    """Creates the dossier: which party is the house of the person, then its button."""
    pressed(page, "d")
    page.wait_for_url(re.compile("dossier$"))
    page.focus("input[name=title]")
    while page.evaluate("document.activeElement.name") != "mine":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    pressed(page, "Enter")
    page.wait_for_url(re.compile("/conventions/"))
    assert "Dossier créé à votre nom" in page.inner_text("main")


def test_words_selected_become_a_term(visit: Visit) -> None:
    page = visit("maud")
    deposited(page, TEXT)
    page.evaluate(
        """() => {
          const words = [...document.querySelectorAll(".review-text [data-at]")].at(-1);
          getSelection().selectAllChildren(words);
        }"""
    )
    page.wait_for_timeout(50)
    pressed(page, "n")
    page.wait_for_url(re.compile("ajouter.*mots="))
    assert page.input_value("textarea[name=mots]")
    page.select_option("select[name=nature]", "Purpose")
    page.focus("main form button")
    pressed(page, "Enter")
    page.wait_for_url(re.compile("nature=Purpose"))
    page.focus("main form button")
    pressed(page, "Enter")
    page.get_by_text(re.compile(r"Terme\s.* ajouté")).wait_for()


def test_keys_do_nothing_while_one_writes_and_are_all_told(visit: Visit) -> None:
    page = visit("maud")
    deposited(page, TEXT)
    address = page.url
    page.keyboard.press("?")
    assert "prochain terme à relire" in page.inner_text(".keys-all")
    page.keyboard.press("Escape")
    assert page.locator(".keys-all[open]").count() == 0
    page.goto(f"{address}?terme=1#t1")
    pressed(page, "c")
    field = page.locator("main form input[type=text], main form textarea").first
    field.focus()
    page.keyboard.type("aec")
    assert "corriger" in page.url
    assert "aec" in field.input_value()


def test_the_first_stop_leads_to_the_content(visit: Visit) -> None:
    page = visit("nadia")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
