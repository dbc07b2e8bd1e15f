"""Two avenants in a row, from their files to the journal, as a person goes, with script and without."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.browser.test_recording import opened, saved, sought
from tests.reader.amending.avenants import avenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A dossier, the day of its convention and the article of its notice; each one is amended once."""

    title: str
    day: str
    article: str
    party: str
    javascript: bool


JOURNEYS = (
    Journey(title="CTG des Trois Gués", day="24 JUIN 2024", article="10", party="epci", javascript=True),
    Journey(
        title="CTG de la Ville de Montreval", day="23 JANVIER 2025", article="10", party="commune", javascript=False
    ),
)


@pytest.mark.parametrize("journey", JOURNEYS, ids=["script", "no-script"])
def test_two_avenants_in_a_row(visit: Visit, journey: Journey) -> None:
    page = visit("nadia", javascript=journey.javascript)
    dossier = opened(page, journey.title)
    applied(page, journey, 1, "trois mois", "six mois")
    assert shown(page).startswith("1 modification lue ; 1 changement en droit, retenu.")
    nothing_kept(page)
    recorded(page, dossier, 1)
    signed(page, dossier, journey)

    applied(page, journey, 2, "six mois", "quatre mois")
    assert "cible introuvable" not in page.inner_text("main")
    assert page.locator(".compared del").last.inner_text() == "six"
    recorded(page, dossier, 2)


def applied(page: Page, journey: Journey, number: int, old: str, new: str) -> None:
    """Deposits the avenant, and goes to its page before the dossier that it names."""
    words = f"À l'article {journey.article}, les mots « {old} » sont remplacés par les mots « {new} »."
    text = avenant(words, day=journey.day).replace("N° 1", f"N° {number}").replace("Lutins", str(journey.javascript))
    page.goto("/deposer")
    name = f"avenant-{number}.txt"
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture"))
    page.get_by_role("link", name="Appliquer à une convention").first.click()
    page.wait_for_url(re.compile("convention$"))
    page.get_by_role("link", name=journey.title).first.click()
    page.wait_for_url(re.compile("appliquer"))


def shown(page: Page) -> str:
    """What the page says first."""
    return page.inner_text(".lead").replace("\u00a0", " ").replace("\u202f", " ")


def nothing_kept(page: Page) -> None:
    """The effects without the change, then with it again."""
    page.locator("input[name=kept]").uncheck()
    page.get_by_role("button", name="Recalculer").click()
    page.get_by_text("0 retenu").wait_for()
    assert not page.locator("input[name=kept]").is_checked()
    page.locator("input[name=kept]").check()
    page.get_by_role("button", name="Recalculer").click()
    page.get_by_text("1 changement en droit, retenu").wait_for()


def recorded(page: Page, dossier: str, number: int) -> None:
    """Records the avenant; the journal tells it with its file."""
    page.fill("input[name=on]", "2026-02-02")
    page.get_by_role("button", name="Enregistrer les changements cochés").click()
    page.get_by_text(f"Avenant n° {number} enregistré").wait_for()
    page.goto(f"{dossier}journal")
    assert f"avenant-{number}.txt" in page.inner_text("main")


def signed(page: Page, dossier: str, journey: Journey) -> None:
    """Records the signature of each party."""
    for party in ("caf", journey.party):
        sought(page, dossier, "avenant signé", "Convention ou avenant signé")
        page.fill("input[name=on]", "2026-03-02")
        page.select_option("select[name=party]", party)
        page.select_option("select[name=amendment]", "avenant-1")
        assert "Signature de l’avenant" in saved(page)
