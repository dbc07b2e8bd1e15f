"""The score of a reading: by hand on small summaries, and against the scorer of the reference texts."""

import importlib.util
import json
from collections import Counter
from pathlib import Path

import pytest

from convenir.reader.scoring import Score, compared, facts, together

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_reading.py"
REFERENCES = (SHARED / "conventions" / "reference", Path(__file__).parents[1] / "corpus" / "ground" / "references")


def test_a_fact_missed_lowers_recall_and_a_fact_invented_lowers_precision() -> None:
    stated = {"ends_on": "2025-12-31", "renewal": "tacit", "themes": ["Logement", "Jeunesse"]}
    read = {"ends_on": "2025-12-31", "themes": ["logement"], "pages": 12}
    found = compared(stated, read)
    assert found.every == Score(right=2, read=3, stated=4)
    assert found.law == Score(right=1, read=1, stated=2)
    assert set(found.missed) == {("renewal", ("tacit",)), ("theme", ("jeunesse",))}
    assert found.invented == (("pages", ("12",)),)


def test_the_same_fact_stated_twice_must_be_read_twice() -> None:
    twice = {"deadlines": [{"days_before": 15}, {"days_before": 15}]}
    assert compared(twice, {"deadlines": [{"days_before": 15}]}).every == Score(right=1, read=1, stated=2)


def test_several_texts_are_scored_field_by_field() -> None:
    one = compared({"renewal": "tacit"}, {"renewal": "express"})
    other = compared({"renewal": "none"}, {"renewal": "none"})
    assert together([one, other]).fields == {"renewal": Score(right=1, read=2, stated=2)}


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Score(), (1.0, 1.0, 1.0)),
        (Score(right=0, read=2, stated=2), (0.0, 0.0, 0.0)),
        (Score(right=1, read=1, stated=3), (1.0, 1 / 3, 0.5)),
    ],
)
def test_precision_recall_and_their_mean(score: Score, expected: tuple[float, float, float]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(expected)


@pytest.mark.skipif(not SCORER.is_file(), reason="the reference scorer is not beside this repository (../shared)")
def test_our_definitions_are_those_of_the_reference_scorer() -> None:
    spec = importlib.util.spec_from_file_location("score_reading", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for file in (file for folder in REFERENCES for file in sorted(folder.glob("*.json"))):
        summary = json.loads(file.read_text(encoding="utf-8"))
        theirs = {field: found.total() for field, found in scorer.facts(summary).items()}
        ours = Counter(field for field, _ in facts(summary).elements())
        assert ours == {field: total for field, total in theirs.items() if total}, file.name
