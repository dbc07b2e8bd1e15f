"""Texts of other kinds and administrations, with what a person expects of each: the life is read right, and the rest
as well as the measures ask.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from convenir.reader.reading import read
from convenir.reader.scoring import Told, compared, together
from convenir.reader.summary import summary

GROUND = Path(__file__).parent / "ground"
NAMES = sorted(file.stem for file in (GROUND / "texts").glob("*.txt"))
LIFE = (
    "kind",
    "effective_from",
    "ends_on",
    "duration_months",
    "renewal",
    "renewal_period_months",
    "max_duration_months",
    "amendment_required",
    "severability",
)


@cache
def told(name: str) -> Told:
    """The summary of what the reader makes of a text."""
    return summary(read((GROUND / "texts" / f"{name}.txt").read_bytes()))


def expected(name: str) -> Any:
    return json.loads((GROUND / "references" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_text_has_its_reference() -> None:
    assert {file.stem for file in (GROUND / "references").glob("*.json")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_kind_and_life_are_those_that_a_person_reads(name: str) -> None:
    found, stated = told(name), expected(name)
    assert {key: found.get(key) for key in LIFE} == {key: stated.get(key) for key in LIFE}


def test_hardly_a_fact_is_missed_or_invented() -> None:
    score = together(compared(expected(name), told(name)) for name in NAMES)
    assert score.every.precision >= 0.97
    assert score.every.f1 >= 0.95
    assert score.law.precision >= 0.97
