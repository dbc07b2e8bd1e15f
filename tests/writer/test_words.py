"""Nothing that the core can say is without French words."""

import re
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from convenir.core.assumptions import Choice
from convenir.core.facts import Event
from convenir.core.obligation import Duty, State
from convenir.core.standing import Flag, Standing, Status
from convenir.core.terms import Term, Terms
from convenir.writer.words import assumptions, facts, obligations, status, terms, values

NEW_YEAR = date(2026, 1, 1)
CORE = Path(__file__).parents[2] / "src" / "convenir" / "core"


def test_every_kind_of_term_has_a_label() -> None:
    assert set(typing.get_args(Term)) == set(terms.WORDS)


@pytest.mark.parametrize(
    "table", [*values.TABLES, values.STRENGTHS], ids=lambda table: type(next(iter(table))).__name__
)
def test_every_value_of_a_list_has_words(table: Mapping[StrEnum, str]) -> None:
    assert set(table) == set(type(next(iter(table))))


def test_every_choice_has_a_sentence() -> None:
    assert set(assumptions.SENTENCES) == set(Choice)


def test_every_other_reading_that_the_core_names_has_words() -> None:
    named = {
        name for file in CORE.rglob("*.py") for name in re.findall(r'reading="(\w+)"', file.read_text(encoding="utf-8"))
    }
    assert named == set(assumptions.READINGS)


def test_every_duty_and_state_has_words() -> None:
    assert set(obligations.SENTENCES) == set(obligations.DUTIES) == set(Duty)
    assert set(obligations.STATES) == set(State)


def test_every_event_has_a_label_and_a_sentence() -> None:
    assert set(facts.WORDS) == set(typing.get_args(Event))


def test_every_flag_has_a_sentence() -> None:
    assert set(status.FLAGS) == set(Flag)


@pytest.mark.parametrize("value", Status)
def test_every_status_has_a_sentence_even_without_dates(value: Status) -> None:
    said = status.status_sentence(Standing(status=value), Terms(), NEW_YEAR)
    assert said.endswith(".")
    assert "None" not in said
