"""Sixteen texts of other kinds and administrations, with what a person expects of each: the life is read right."""

import json
from pathlib import Path

import pytest

from convenir.reader.reading import read
from convenir.reader.summary import summary

GROUND = Path(__file__).parent / "ground"
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


@pytest.mark.parametrize("name", sorted(file.stem for file in (GROUND / "texts").glob("*.txt")))
def test_kind_and_life_are_those_that_a_person_reads(name: str) -> None:
    expected = json.loads((GROUND / "references" / f"{name}.json").read_text(encoding="utf-8"))
    found = summary(read((GROUND / "texts" / f"{name}.txt").read_bytes()))
    assert {key: found.get(key) for key in LIFE} == {key: expected.get(key) for key in LIFE}
