"""Words crossed out on the pages of a PDF are left out of the text and told; other lines strike nothing."""

import pytest
from tests.reader.intake.pdf_makers import Style, typeset
from tests.reader.intake.pdf_raw import Page, raw_pdf

from convenir.reader.intake.pdf import manuscript

BARE = Style(head="", folio=False)


def read(markup: str) -> tuple[str, list[str]]:
    found = manuscript(typeset(markup, BARE))
    return found.text, [finding.sentence for finding in found.findings]


def test_struck_words_are_not_read_and_are_told() -> None:
    text, told = read("La convention est conclue pour une durée de #strike[trois]quatre ans.")
    assert text == "La convention est conclue pour une durée de quatre ans."
    assert told == ["La page 1 porte des mots barrés, qui n’ont pas été lus : « trois »."]


def test_words_struck_over_several_lines_leave_no_hyphen() -> None:
    struck = "renouvelable une fois par tacite reconduction pour une durée au plus égale à la première"
    text, told = read(f"Elle est conclue pour une durée de quatre ans, #strike[{struck}] sans reconduction.")
    assert text == "Elle est conclue pour une durée de quatre ans, sans reconduction."
    assert "« renouvelable une fois" in told[0]


def test_a_struck_paragraph_is_not_read() -> None:
    text, _ = read("Le comité se réunit.\n\n#strike[Il siège à Vauclaire.]\n\nIl rend un avis.")
    assert text == "Le comité se réunit.\n\nIl rend un avis."


def test_many_struck_words_are_told_in_part() -> None:
    words = " ".join(f"un #strike[mot{number}]" for number in range(8))
    assert read(words)[1][0].endswith("« mot3 », « mot4 », entre autres.")


@pytest.mark.parametrize(
    "markup",
    [
        "Le comité se réunit #underline[deux fois] par an.",
        "Le comité se réunit #overline[deux fois] par an.",
        "Le comité se réunit #highlight[deux fois] par an.",
        "#underline(offset: 0pt)[gypse paysage]",
        "#table(columns: 2, inset: 1pt, [Jeunesse], [Caf], [Logement], [Ville])",
        "Fait le #box(line(length: 3cm)) à Vauclaire.",
    ],
)
def test_other_lines_strike_nothing(markup: str) -> None:
    assert read(markup)[1] == []


def test_the_rule_of_a_table_that_runs_through_words_strikes_nothing() -> None:
    page = Page(lines=[(72, 700, "Le comité se réunit.")], drawing="0.5 w 72 703 m 500 703 l S")
    assert manuscript(raw_pdf([page])).text == "Le comité se réunit."
