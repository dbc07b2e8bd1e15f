"""Every field of every term, and every value of their lists, has its French words."""

import dataclasses
import typing
from collections.abc import Iterator
from enum import Enum

import pytest

from convenir.core.terms import Term
from convenir.web.pages.deposit.correction_words import VALUES
from convenir.writer.words.fields import FIELDS


def enumerations(hint: object) -> Iterator[type[Enum]]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield hint
    for inner in typing.get_args(hint):
        yield from enumerations(inner)


@pytest.mark.parametrize("term", typing.get_args(Term), ids=lambda term: term.__name__)
def test_a_person_can_correct_every_field(term: type) -> None:
    hints = typing.get_type_hints(term)
    for field in dataclasses.fields(term):
        if field.name == "source":
            continue
        assert field.name in FIELDS
        for enumeration in enumerations(hints[field.name]):
            assert set(VALUES[enumeration]) == {member.value for member in enumeration}
