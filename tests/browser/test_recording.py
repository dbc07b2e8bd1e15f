"""Recording the longer facts as a person goes: found by its words, an avenant then its signatures, a formal notice."""

import re

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit

SCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


def opened(page: Page, title: str) -> str:
    """The address of the dossier of that title."""
    return str(page.get_by_role("link", name=title).last.get_attribute("href"))


def sought(page: Page, address: str, words: str, kind: str) -> None:
    """Looks for a kind of fact by its words, and opens its form."""
    page.goto(f"{address}faits/nouveau")
    page.get_by_label("Chercher un fait").fill(words)
    page.get_by_role("button", name="Chercher").click()
    page.get_by_text("Faits trouvés").wait_for()
    page.get_by_role("link", name=kind, exact=True).click()
    page.wait_for_url(re.compile("fait="))


def saved(page: Page) -> str:
    """Records the fact of the form; what the page then says."""
    page.get_by_role("button", name="Enregistrer ce fait").click()
    page.get_by_text("Enregistré :").wait_for()
    return page.inner_text("main")


@SCRIPT
def test_an_avenant_is_looked_at_recorded_then_signed(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    address = opened(page, "CTG de la Ville de Montreval")
    name = f"Prolongation {javascript}"
    sought(page, address, "prolonger la convention", "Texte d’un avenant")
    page.fill("input[name=on]", "2026-02-02")
    page.fill("input[name=amendment]", name)
    page.fill("input[name=ends_on]", "2029-12-31")
    page.get_by_role("button", name="Voir ce que cela change").click()
    page.get_by_text("Si toutes les parties signent").wait_for()
    assert "31 décembre 2029" in page.inner_text("#effets").replace("\u00a0", " ")
    assert name in saved(page)

    sought(page, address, "avenant signé", "Convention ou avenant signé")
    page.fill("input[name=on]", "2026-03-02")
    page.select_option("select[name=party]", "caf")
    page.select_option("select[name=amendment]", name)
    assert "Signature de l’avenant" in saved(page)


@SCRIPT
def test_a_formal_notice_asks_for_its_breach_first(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    address = opened(page, "CTG des Trois Gués")
    breach = f"Bilan non remis {javascript}"
    sought(page, address, "mise en demeure", "Mise en demeure envoyée")
    if page.get_by_text("Aucun manquement en cours").count():
        page.get_by_role("link", name="L’enregistrer").click()
    else:
        page.goto(f"{address}faits/nouveau?fait=breach_recorded")
    page.wait_for_url(re.compile("breach_recorded"))
    page.fill("input[name=on]", "2026-06-01")
    page.fill("input[name=breach]", breach)
    page.locator("select[name=party]").select_option(index=2)
    assert breach in saved(page)

    sought(page, address, "mise en demeure", "Mise en demeure envoyée")
    page.fill("input[name=on]", "2026-06-08")
    page.select_option("select[name=party]", "caf")
    page.select_option("select[name=breach]", breach)
    page.fill("input[name=cure]", "1 mois")
    assert "délai laissé" in saved(page)
