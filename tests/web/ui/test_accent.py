"""Whatever colour an organisation chooses, its links and buttons are read in both themes."""

import pytest

from convenir.web.ui.accent import DARK_PAPER, PAPER, contrast, dark, light, stylesheet

COLOURS = ["#1f4e8c", "#e2001a", "#ffcc00", "#00a651", "#777777", "#000000", "#ffffff"]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(("theme", "paper"), [(light, PAPER), (dark, DARK_PAPER)])
def test_an_accent_is_read_on_its_grounds(colour: str, theme: type, paper: str) -> None:
    accent = theme(colour)
    assert contrast(accent.colour, paper) >= 7
    assert contrast(accent.colour, accent.wash) >= 4.5
    assert contrast(accent.written, accent.colour) >= 4.5


def test_the_sheet_sets_both_themes() -> None:
    assert stylesheet("#1f4e8c").count("--accent:") == 2
