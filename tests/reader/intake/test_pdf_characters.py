"""Words that a PDF writes one by one, as office programs do, are read as those of a line written in one go."""

import pytest
from tests.reader.intake.makers import demonstration_texts, paragraphs
from tests.reader.intake.pdf_makers import Style, pdf, typeset
from tests.reader.intake.pdf_raw import Page, raw_pdf

from convenir.reader.intake.pdf import manuscript

PIECEMEAL = Style(piecemeal=True)


@pytest.mark.parametrize("name", ["montreval.txt", "trois-gues.txt"])
def test_words_written_one_by_one_are_those_of_the_line(name: str) -> None:
    passages = paragraphs(demonstration_texts()[name])
    assert manuscript(pdf(passages, PIECEMEAL)).text == manuscript(pdf(passages)).text


def test_a_raised_number_at_the_end_of_words_calls_a_note() -> None:
    markup = "La convention#footnote[Celle de mars.] est conclue pour cinq ans, chaque année étant évaluée."
    found = manuscript(typeset(markup, PIECEMEAL)).text
    assert "La convention est conclue pour cinq ans" in found
    assert "Celle de mars." in found


def test_a_wide_blank_parts_words_written_one_by_one() -> None:
    lines = [(72, 700, "Pour"), (99, 700, "la Caf"), (300, 700, "Pour"), (327, 700, "la ville")]
    assert manuscript(raw_pdf([Page(lines=lines)])).text == "Pour la Caf\tPour la ville"
