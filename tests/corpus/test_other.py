"""Texts that are no act of a Caf or of a local authority: nothing is read of them, whatever they state."""

from pathlib import Path

import pytest

from convenir.core.terms import Document
from convenir.reader.reading import read
from convenir.reader.summary import summary

TEXTS = sorted((Path(__file__).parent / "other").glob("*.txt"))


@pytest.mark.parametrize("text", TEXTS, ids=[text.stem for text in TEXTS])
def test_nothing_is_read(text: Path) -> None:
    reading = read(text.read_bytes())
    assert reading.terms.document is Document.OTHER
    assert reading.terms.clauses == ()
    assert summary(reading) == {}
    assert [finding.about for finding in reading.findings] == ["no-clause"]
