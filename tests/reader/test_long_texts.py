"""A text far longer than a convention: read up to a limit that is told, and kept whole."""

import pytest

from convenir.reader.outlining.lines import MOST_CHARACTERS, MOST_LINES
from convenir.reader.reading import read

SENTENCE = "La Caf et la ville réunissent chaque année le comité de pilotage pour examiner le bilan de la convention"
HEAD = """CONVENTION

Entre
la Caf du Val, représentée par M. Luc Pin
et
la commune de Vaux, représentée par Mme Anne Roux
"""


@pytest.mark.parametrize("line", ["a\n", f"{SENTENCE}. ", SENTENCE.replace(" ", ""), "Article 1 : Objet\n"])
def test_a_text_of_almost_five_megabytes_is_read_up_to_a_limit_that_is_told(line: str) -> None:
    text = HEAD + "\nArticle 1 : Objet\nLes parties agissent ensemble.\n" + line * (4_800_000 // len(line.encode()))
    reading = read(text.encode())
    assert "too-long" in {finding.about for finding in reading.findings}
    assert reading.text == text
    assert reading.outline.blocks[-1].end <= MOST_CHARACTERS
    assert len(reading.outline.words.splitlines()) <= MOST_LINES
