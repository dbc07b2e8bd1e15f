"""Avenants in varied words: what each makes of a convention, place by place, and nothing of what it does not aim at."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.amending.places import block_of
from convenir.reader.reading import Reading, read_text

HERE = Path(__file__).parent / "wordings"
CONVENTION = (HERE / "convention.txt").read_text(encoding="utf-8")
AVENANTS = tomllib.loads((HERE / "avenants.toml").read_text(encoding="utf-8"))["avenant"]
FRAME = """AVENANT N° 1
À LA CONVENTION TERRITORIALE GLOBALE DU 4 AVRIL 2022

{parties}
{joining}Il est convenu ce qui suit :

{words}

Fait à Brenois, le 20 novembre 2023, en deux exemplaires.
{joined}"""


@pytest.fixture(scope="module")
def base() -> Reading:
    """The convention, read."""
    return read_text(CONVENTION)


def _amended(base: Reading, told: dict[str, Any]) -> AmendmentReading:
    parties = CONVENTION[CONVENTION.index("Entre :") : CONVENTION.index("Il a été convenu")]
    joining, joined = told.get("joining", ""), told.get("joined", "")
    words = FRAME.format(parties=parties, joining=joining, words=told["words"].strip(), joined=joined)
    return amendment_of(base, read_text(words))


def _words(reading: Reading, article: str) -> str:
    """The words of an article, its heading included; all the text where none is named."""
    block = block_of(reading.outline, article) if article else None
    return reading.text[block.start : block.end] if block else "" if article else reading.text


@pytest.mark.parametrize("told", AVENANTS, ids=[one["name"] for one in AVENANTS])
def test_every_change_is_made_or_told_and_nothing_else(base: Reading, told: dict[str, Any]) -> None:
    found = _amended(base, told)
    after = found.consolidated.reading
    abouts = {finding.about for finding in found.findings}
    for change in told["changes"]:
        assert "told" not in change or change["told"] in abouts
        assert all(words in after.text for words in change.get("holds", ()))
        assert not any(words in _words(after, change["article"]) for words in change.get("lacks", ()))
    aimed = {change["article"] for change in told["changes"] if "told" not in change}
    for block in base.outline.clauses():
        if block.label not in aimed:
            assert _words(after, block.label).strip() == _words(base, block.label).strip()
