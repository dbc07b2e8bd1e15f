"""The colours of both themes are read by everyone and written in one file; every sheet is linked and short."""

import re
from pathlib import Path

import pytest

from convenir.web.ui.accent import contrast

WEB = Path(__file__).parents[3] / "src" / "convenir" / "web"
SHEETS = sorted((WEB / "static" / "css").glob("*.css"))
TOKENS = (WEB / "static" / "css" / "tokens.css").read_text()
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)

GROUNDS = ("paper", "raised", "sunken")
WRITTEN = ("ink", "muted", "accent", "good", "warning", "danger", "info")
PAIRS = [(ink, ground) for ground in GROUNDS for ink in WRITTEN] + [
    ("on-accent", "accent"),
    *((ink, "accent-wash") for ink in ("ink", "muted", "accent", "danger", "warning")),
    *((ink, "danger-wash") for ink in ("ink", "danger", "accent", "muted")),
    *((ink, "warning-wash") for ink in ("ink", "warning", "accent")),
    *((ink, "good-wash") for ink in ("ink", "good", "accent")),
    *((ink, "mark") for ink in ("ink", "muted")),
]


def themes() -> dict[str, dict[str, str]]:
    """The colours of each theme; the dark one keeps from the light one what it does not say again."""
    blocks = re.findall(r":root \{(.*?)\n\s*\}", TOKENS, re.DOTALL)
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in (blocks[0], blocks[1]))
    return {"light": light, "dark": light | dark}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_are_read_on_their_ground(theme: str, ink: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_the_edge_of_a_control_is_seen(theme: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.name != "tokens.css"], ids=lambda sheet: sheet.name
)
def test_colours_are_written_in_one_file(sheet: Path) -> None:
    assert COLOUR.findall(sheet.read_text()) == []


def test_every_sheet_is_linked_and_short() -> None:
    linked = re.findall(r"css/([a-z]+\.css)", (WEB / "templates" / "base.html").read_text())
    assert sorted(linked) == [sheet.name for sheet in SHEETS]
    assert {
        sheet.name: len(sheet.read_text().splitlines()) for sheet in SHEETS if len(sheet.read_text().splitlines()) > 400
    } == {}
