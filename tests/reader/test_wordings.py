"""Each family of words for the life and the ends of a convention: verb, noun, passive, label, condition, list."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reader.clauses import CONVENTION

from convenir.reader.reading import read_text
from convenir.reader.summary_law import Summary, law

WORDINGS = Path(__file__).parent / "wordings"
LIFE = {
    "effective_from",
    "ends_on",
    "duration_months",
    "renewal",
    "renewal_period_months",
    "max_duration_months",
}


def cases(name: str) -> list[Any]:
    every = tomllib.loads((WORDINGS / name).read_text())["case"]
    return [pytest.param(one["title"], one["words"], one["told"], id=one["words"][:40]) for one in every]


def summary(title: str, words: str) -> Summary:
    return law(read_text(CONVENTION.format(title=title, words=words)).terms)


@pytest.mark.parametrize(("title", "words", "told"), cases("life.toml"))
def test_life(title: str, words: str, told: Summary) -> None:
    assert {key: value for key, value in summary(title, words).items() if key in LIFE and value} == told


@pytest.mark.parametrize(("title", "words", "told"), cases("ends.toml"))
def test_ends(title: str, words: str, told: list[Summary]) -> None:
    assert summary(title, words)["termination"] == told
