"""«Et si… ?»: a person supposes a letter, reads what would change, and nothing is recorded."""

import re

import pytest
from tests.browser.conftest import Visit


@pytest.mark.parametrize("javascript", [True, False])
def test_a_person_supposes_a_letter_and_records_nothing(visit: Visit, javascript: bool) -> None:
    page = visit("nadia", javascript=javascript)
    page.goto("/")
    page.get_by_role("link", name="CTG des Trois Gués").last.click()
    page.get_by_role("link", name="Possibilités").click()
    page.get_by_role("heading", name="Ce que chacun peut faire").wait_for()
    page.get_by_role("link", name="Essayer sans rien enregistrer").click()
    page.get_by_role("link", name="Lettre de résiliation reçue").first.click()
    page.select_option("select[name=party]", index=1)
    page.fill("input[name=on]", "2026-12-01")
    page.get_by_role("button", name="Voir ce qui changerait").click()
    page.get_by_text(re.compile("n’est plus dû|sans objet")).first.wait_for()
    page.get_by_role("link", name="Journal").click()
    assert page.get_by_text("1er déc. 2026").count() == 0
