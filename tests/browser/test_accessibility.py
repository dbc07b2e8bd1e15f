"""axe finds nothing on any page, on a computer and on a phone, in light and in dark; nothing sticks out sideways."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.reader.amending.avenants import avenant
from tests.reader.intake.makers import paragraphs
from tests.reader.intake.pdf_makers import pdf
from tests.reader.test_authorisations import ACT, STAMPS

TEXTS = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts"
WHOLE = (TEXTS / "trois-gues.txt").read_text(encoding="utf-8")
LATER = WHOLE.replace("trois mois", "six mois")
AVENANT = avenant(
    "À l'article 10, les mots « trois mois » sont remplacés par les mots « six mois ».", day="24 JUIN 2024"
)

LISTS = {
    "plan.csv": "N°;Axe;Intitulé de l’action;Pilote;Fin\n1;Jeunesse;Ouvrir un lieu;Caf;2027\n2;;Former;;plus tard\n",
    "valeurs.csv": "Indicateur;Unité;2024;2025\nPlaces en crèche;places;40;44\n",
    "structures.csv": "Type de structure;Nom de la structure;Places\nMulti-accueil;Les Lutins;24\nPiscine;Du Val;\n",
    "inconnu.csv": "x;y\na;b\n",
}

# What each may do, and what would follow.
MOVES = (
    "possibilites",
    "et-si",
    "et-si?fait=notice_received&party=caf&on=2026-12-01",
)


def addresses(page: Page) -> list[str]:
    """One page of each kind, found by following links as a person does."""
    page.goto("/")
    dossier = str(page.get_by_role("link", name="CTG des Trois Gués").last.get_attribute("href"))
    page.goto(dossier)
    duty = str(page.locator(".due-what a").first.get_attribute("href"))
    page.goto(f"{dossier}journal")
    cancel = str(page.locator("a[href$=annuler]").first.get_attribute("href"))
    last = ("", "?on=2028-06-30", "echeances", "texte", "journal", "faits/nouveau", "faits/nouveau?cherche=lettre")
    forms = [f"faits/nouveau?fait={kind}" for kind in ("meeting_held", "amendment_proposed", "formal_notice_sent")]
    return [
        *("/", "/?quand=retard", "/deposer", "/aide", "/accessibilite", "/nulle-part", cancel, duty),
        *(f"{dossier}{end}" for end in (*last, *forms, *MOVES)),
        *_review(page),
        *_beside(page),
        *_imports(page, dossier),
    ]


def _review(page: Page) -> list[str]:
    """The pages of the review: a text with findings to settle, one with pages, a deposit of several acts."""
    text = _deposited(page, "trois-gues.txt", WHOLE.encode())
    page.goto(f"{text}/relecture")
    point = str(page.locator("a[href*=constat]").first.get_attribute("href"))
    paged = _deposited(page, "trois-gues.pdf", pdf(paragraphs(WHOLE)))
    several = _deposited(page, "depot.zip", _archive())
    ends = ("relecture", "relecture?terme=20", "termes/20/corriger", "termes/ajouter", "phrases", "relire", "dossier")
    values = f"termes/ajouter?{urlencode({'alinea': 0, 'mots': 'Convention', 'nature': 'MeetingCadence'})}"
    return [
        *(f"{text}/{end}" for end in (*ends, values)),
        point,
        f"{paged}/relecture?terme=20&vue=pages",
        f"{several}/actes",
    ]


def _beside(page: Page) -> list[str]:
    """The pages that set a text against another, a frame, a convention."""
    first, second = (_deposited(page, name, words.encode()) for name, words in (("1.txt", WHOLE), ("2.txt", LATER)))
    avenant = _deposited(page, "avenant.txt", AVENANT.encode())
    act = _deposited(page, "acte.txt", ACT.format(vote="à l'unanimité", stamps=STAMPS).encode())
    applied, attached = (_first_dossier(page, text) for text in (avenant, act))
    one, other = (text.rsplit("/", 1)[-1] for text in (first, second))
    pairs = (f"/comparer/{one}/{other}", f"/comparer/{one}/{one}")
    frames = (f"{first}/trame", f"{act}/trame", f"{first}/trame?trame=departement")
    choices = (f"{avenant}/convention", f"{act}/convention?cherche=zzz")
    return ["/comparer", *pairs, *frames, *choices, applied, attached]


def _imports(page: Page, dossier: str) -> list[str]:
    """The steps of an import: its file, columns known and unknown, rows to correct, values, facilities."""
    page.goto("/")
    listing = str(page.get_by_role("link", name="CTG du Pays de Sorne").last.get_attribute("href"))
    columns = [_sent(page, dossier, name, text) for name, text in LISTS.items()]
    columns.append(_sent(page, listing, "Annexe 2.csv", LISTS["structures.csv"]))
    rows = [address.replace("colonnes", "lignes") for address in columns]
    return [f"{dossier}importer", *columns, *rows]


def _sent(page: Page, dossier: str, name: str, text: str) -> str:
    """The address of the columns of that list."""
    page.goto(f"{dossier}importer")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    page.get_by_role("button", name="Lire ce tableau").click()
    page.wait_for_url(re.compile("colonnes"))
    return page.url


def _first_dossier(page: Page, text: str) -> str:
    """The page of an act before the first dossier that is proposed for it."""
    page.goto(f"{text}/convention")
    return str(page.locator(".choices-list a").first.get_attribute("href"))


def _deposited(page: Page, name: str, data: bytes) -> str:
    """The address of the text made from that file."""
    page.goto("/deposer")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture|actes"))
    return page.url.rsplit("/", maxsplit=1)[0]


def _archive() -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w") as files:
        for name, file in (("convention.txt", "trois-gues.txt"), ("deliberation.txt", "sorne-rapport.txt")):
            files.writestr(name, (TEXTS / file).read_bytes())
    return archive.getvalue()


def faults(page: Page, name: str) -> list[str]:
    """What axe and the width of the page have against it."""
    found = Axe().run(page)
    said = [f"{name}: {v['id']} {[node['target'] for node in v['nodes']][:4]}" for v in found.response["violations"]]
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return said + ([f"{name}: {width[0]} px wide on a screen of {width[1]}"] if width[0] > width[1] else [])


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, False), (390, True), (320, False)])
def test_every_page_is_free_of_faults(visit: Visit, width: int, dark: bool) -> None:
    page = visit("nadia", width=width, dark=dark)
    found: list[str] = []
    for address in addresses(page):
        page.goto(address)
        found += faults(page, address)
    assert not found, "\n".join(found)


def test_answers_that_refuse_are_free_of_faults(visit: Visit) -> None:
    page = visit("nadia", width=390)
    page.goto("/")
    page.goto(str(page.get_by_role("link", name="CTG des Trois Gués").last.get_attribute("href")))
    dossier = page.url
    page.goto(f"{dossier}faits/nouveau?fait=meeting_held")
    page.select_option("select[name=body]", "copil")
    page.fill("input[name=on]", "1908-01-01")
    page.get_by_role("button", name="Enregistrer ce fait").click()
    page.get_by_text("trop ancien").wait_for()
    found = faults(page, "a form with errors")
    page.goto(f"{dossier}?on=demain")
    found += faults(page, "a refusal")
    page.context.clear_cookies()
    page.goto("/")
    found += faults(page, "sign-in")
    assert not found, "\n".join(found)
