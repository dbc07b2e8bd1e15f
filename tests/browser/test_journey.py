"""From the file to the calendar, as a person goes, with script and without."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Visit

HERE = Path(__file__).parents[2]
DEMONSTRATION = HERE / "src" / "convenir" / "demo" / "texts" / "montreval.txt"
REAL = HERE.parent / "shared" / "conventions" / "rouen-2019.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A text, the days of the facts that a person records, and what the page says of the day `on`."""

    text: Path
    signed: str
    meeting: str
    notice: str
    on: str


JOURNEYS = (
    Journey(text=DEMONSTRATION, signed="2024-06-20", meeting="2024-11-14", notice="2025-02-03", on="2025-03-01"),
    Journey(text=REAL, signed="2019-12-16", meeting="2020-11-10", notice="2021-02-01", on="2021-03-01"),
)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.text.stem)
def test_from_the_text_to_the_calendar(visit: Visit, journey: Journey, javascript: bool) -> None:
    if not journey.text.exists():
        pytest.skip(f"the text {journey.text.name} is not beside the project (../shared/conventions)")
    page = visit("nadia", javascript=javascript)
    address = deposited(page, journey)
    unsigned = status(page)
    for party in ("caf", "commune"):
        record(page, address, "Convention ou avenant signé", {"party": party}, journey.signed)
    assert status(page, address) != unsigned
    assert "En vigueur" in status(page, f"{address}?on={journey.on}")
    before = calendar(page, f"{address}?on={journey.on}")

    record(page, address, "Séance tenue", {"body": "copil"}, journey.meeting)
    page.goto(f"{address}journal")
    assert "Comité de pilotage tenu" in page.inner_text("main")

    record(page, address, "Lettre de résiliation reçue", {"party": "commune"}, journey.notice)
    after = status(page, f"{address}?on={journey.on}")
    assert "dénoncée" in after.lower()
    assert calendar(page, f"{address}?on={journey.on}") != before


def deposited(page: Page, journey: Journey) -> str:
    """Deposits the text, rules upon its terms, creates the dossier; its address."""
    page.get_by_role("link", name="Déposer une convention").click()
    page.set_input_files("input[type=file]", journey.text)
    page.get_by_role("button", name="Lire ce texte").click()
    page.wait_for_url(re.compile("relecture"))
    assert page.locator(".run.current").count() > 0
    page.get_by_role("button", name=re.compile("^Accepter A?$")).click()
    page.wait_for_url(re.compile("terme=2"))
    page.get_by_role("button", name=re.compile("^Accepter les")).click()
    page.wait_for_url(re.compile("dossier$"))
    settle(page)
    page.fill("input[name=title]", f"Essai {journey.text.stem}")
    page.check("input[name=mine][value=caf]")
    page.get_by_role("button", name="Créer le dossier").click()
    page.wait_for_url(re.compile("/conventions/"))
    assert "Dossier créé à votre nom" in page.inner_text("main")
    return page.url


def settle(page: Page) -> None:
    """Leaves open the contradictions for which the dossier waits, then comes back to its form."""
    form = page.url
    while page.get_by_role("link", name="Trancher, ou laisser en suspens").count():
        page.get_by_role("link", name="Trancher, ou laisser en suspens").first.click()
        page.wait_for_url(re.compile("constat="))
        page.get_by_label("Laisser en suspens").check()
        page.fill("textarea[name=reason]", "À voir au prochain comité.")
        page.get_by_role("button", name="Trancher", exact=True).click()
        page.get_by_text("Constat tranché").wait_for()
        page.goto(form)


def record(page: Page, address: str, kind: str, fields: dict[str, str], day: str) -> None:
    """Records a fact, having looked at what it would change."""
    page.goto(f"{address}faits/nouveau")
    page.get_by_role("link", name=kind, exact=True).click()
    page.wait_for_url(re.compile("fait="))
    page.fill("input[name=on]", day)
    for name, value in fields.items():
        page.select_option(f"select[name={name}]", value)
    page.get_by_role("button", name="Voir ce que cela change").click()
    page.get_by_text("Rien n’est encore enregistré").wait_for()
    assert page.input_value("input[name=on]") == day
    page.get_by_role("button", name="Enregistrer ce fait").click()
    page.wait_for_url(address)
    assert "Enregistré" in page.inner_text("main")


def status(page: Page, address: str = "") -> str:
    """The sentences of the status."""
    if address:
        page.goto(address)
    return page.inner_text(".status")


def calendar(page: Page, address: str) -> set[str]:
    """The titles and days of the calendar file that the page offers."""
    page.goto(address)
    with page.expect_download() as download:
        page.get_by_role("link", name="Agenda (.ics)").click()
    words = Path(download.value.path()).read_text(encoding="utf-8")
    assert words.startswith("BEGIN:VCALENDAR")
    return set(re.findall(r"^(?:SUMMARY|DTSTART).*", words, flags=re.MULTILINE))


def test_what_a_fact_would_change_follows_the_form_as_it_is_filled(visit: Visit) -> None:
    page = visit("nadia")
    page.get_by_role("link", name="CTG de la Ville de Montreval").last.click()
    page.get_by_role("link", name="Enregistrer un fait").first.click()
    page.get_by_role("link", name="Lettre de résiliation reçue").click()
    page.select_option("select[name=party]", "commune")
    page.fill("input[name=on]", "2026-01-15")
    page.locator("input[name=on]").press("Tab")
    page.get_by_text("Rien n’est encore enregistré").wait_for()
    assert "Résiliée" in page.inner_text("#effets")
    assert page.input_value("select[name=party]") == "commune"
    page.goto(page.url.split("faits/")[0] + "journal")
    assert "Lettre de résiliation reçue" not in page.inner_text("main")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_another_day_recomputes_the_whole_page_and_today_comes_back(visit: Visit, javascript: bool) -> None:
    page = visit("jeanne", javascript=javascript)
    page.get_by_role("link", name="CTG de la Ville de Montreval").last.click()
    page.wait_for_url(re.compile("/conventions/"))
    today = status(page)
    page.get_by_role("link", name=re.compile("^Le lendemain de la fin")).click()
    page.wait_for_url(re.compile(r"\?on="))
    page.get_by_text("Situation supposée au").wait_for()
    assert "Éteinte" in status(page)
    page.get_by_role("link", name="Revenir à aujourd’hui").click()
    page.wait_for_url(re.compile(r"/conventions/[^?]+$"))
    assert status(page) == today
    page.fill("input[name=on]", "2025-06-30")
    page.get_by_role("button", name="Voir", exact=True).click()
    page.wait_for_url(re.compile("2025-06-30"))
    page.get_by_text("Situation supposée au").wait_for()
