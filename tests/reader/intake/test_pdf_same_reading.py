"""The same convention gives the same reading as a PDF, whatever its type, its head and its folios."""

import pytest
from tests.reader.intake.makers import demonstration_texts, paragraphs
from tests.reader.intake.pdf_makers import Style, pdf
from tests.reader.intake.same import said

from convenir.reader.intake.pdf import manuscript
from convenir.reader.reading import read_text

STYLES = {
    "usual": Style(),
    "small": Style(size=10),
    "large": Style(size=12.5, head=""),
    "bare": Style(head="", folio=False),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", demonstration_texts())
def test_the_same_convention_gives_the_same_reading(name: str, style: str) -> None:
    text = demonstration_texts()[name]
    found = manuscript(pdf(paragraphs(text), STYLES[style]))
    assert said(read_text(found.text)) == said(read_text(text))
