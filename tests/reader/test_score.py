"""The measure of the reading: summaries of the five real texts against the references made by hand."""

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from convenir.reader.reading import read
from convenir.reader.summary import summary

SHARED = Path(__file__).parents[3] / "shared"
TEXTS = SHARED / "conventions"
SCORER = SHARED / "tools" / "score_reading.py"

pytestmark = pytest.mark.skipif(
    not (TEXTS.is_dir() and SCORER.is_file()), reason="the real texts are not beside this repository (../shared)"
)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_score_of_the_five_texts() -> None:
    score = scorer()
    right, got, stated = Counter[str](), Counter[str](), Counter[str]()
    for reference in sorted((TEXTS / "reference").glob("*.json")):
        expected = score.facts(json.loads(reference.read_text(encoding="utf-8")))
        found = score.facts(summary(read((TEXTS / f"{reference.stem}.txt").read_bytes())))
        for field in expected.keys() | found.keys():
            want, have = expected.get(field, Counter()), found.get(field, Counter())
            right[field] += (want & have).total()
            got[field] += have.total()
            stated[field] += want.total()
    assert right.total() / got.total() >= 0.95
    assert 2 * right.total() / (got.total() + stated.total()) >= 0.93
    law = [sum(count[field] for field in score.LAW) for count in (right, got, stated)]
    assert 2 * law[0] / (law[1] + law[2]) >= 0.90


@pytest.mark.parametrize("name", ["bas-rhin-2013", "finistere-2016", "rouen-2019", "saves-2015", "sceaux-2021"])
def test_every_source_is_the_words_of_its_place(name: str) -> None:
    reading = read((TEXTS / f"{name}.txt").read_bytes())
    grounds = [term.source for term in reading.terms.clauses]
    grounds += [source for finding in reading.findings for source in finding.sources]
    wrong = [ground for ground in grounds if reading.text[ground.start : ground.end] != ground.quote]
    assert wrong == []
