"""A house is served in its colour, moved until it is read; the address gives nothing but style sheets."""

import re

import pytest
from django.test import Client
from pytest_django import Settings
from tests.web.ui.test_styles import themes

from convenir.demo.cast import CAST, HOUSES
from convenir.usecases.houses import Card, introduce
from convenir.web.ui.accent import contrast

ON_WASH = ("ink", "muted", "danger", "warning")


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.key)
def test_every_house_is_read_in_its_colour(client: Client, db: None, house: Card) -> None:
    sheet = client.get(f"/accent/{house.accent[1:].lower()}.css")
    assert sheet["Content-Type"].startswith("text/css")
    assert "max-age=31536000" in sheet["Cache-Control"]
    rules = re.findall(r":root \{ (.*?) \}", sheet.content.decode())
    for theme, rule in zip(("light", "dark"), rules, strict=True):
        colours = themes()[theme] | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", rule))
        assert contrast(colours["accent"], colours["paper"]) >= 7
        assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
        assert min(contrast(colours[ink], colours["accent-wash"]) for ink in (*ON_WASH, "accent")) >= 4.5


@pytest.mark.parametrize("said", ["rouge", "12345", "1234567", "12345g", "1F4E8C", "fff;}*{x", "1f4e8c%0A"])
def test_what_is_no_colour_is_not_found(client: Client, db: None, said: str) -> None:
    assert client.get(f"/accent/{said}.css").status_code == 404


def test_who_signs_in_sees_the_colour_of_her_house(client: Client, db: None, settings: Settings) -> None:
    settings.DEMO = True
    introduce(
        [
            Card(key=h.key, name=h.name, kind=h.kind, accent=h.accent, calendar=h.calendar, fictional=True)
            for h in HOUSES
        ]
    )
    assert "/accent/" not in client.get("/entrer").content.decode()
    colours = {house.key: house.accent[1:].lower() for house in HOUSES}
    for person in CAST[:3]:
        client.post("/entrer", {"personne": person.key})
        assert f'href="/accent/{colours[person.house]}.css"' in client.get("/").content.decode()
