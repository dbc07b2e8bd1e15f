"""Terms and facts to JSON and back: nothing lost, nothing guessed, errors in French."""

import dataclasses
import json
import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from convenir.core.codec import (
    NotReadable,
    WrongVersion,
    decode_event,
    decode_facts,
    decode_term,
    decode_terms,
    encode,
    encode_facts,
    encode_terms,
)
from convenir.core.delays import Between
from convenir.core.dossier import CancelsNothing, dossier_from, event_from, fact_from, term_from
from convenir.core.facts import Event, Fact
from convenir.core.source import Source
from convenir.core.terms import Document, Term, Terms

DAYS = some.dates(date(1990, 1, 1), date(2060, 12, 31))


def _values(hint: Any) -> some.SearchStrategy[Any]:
    """Any value of a type of the core."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return some.lists(_values(arguments[0]), max_size=3).map(tuple)
    if typing.get_origin(hint) is dict:
        return some.dictionaries(some.sampled_from(["caf", "commune"]), some.integers(0, 20))
    if arguments:
        return some.one_of([_values(kind) for kind in arguments])
    if hint is type(None):
        return some.none()
    return _plain(hint)


def _plain(kind: Any) -> some.SearchStrategy[Any]:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return some.builds(kind, **{field.name: _values(hints[field.name]) for field in dataclasses.fields(kind)})
    if issubclass(kind, Enum):
        return some.sampled_from(list(kind))
    plain = {str: some.text(max_size=12), int: some.integers(0, 999), bool: some.booleans(), date: DAYS}
    plain |= {Decimal: some.decimals(0, 10**7, places=2)}
    return plain[kind]


TERMS = some.one_of([_values(kind) for kind in typing.get_args(Term)])
EVENTS = some.one_of([_values(kind) for kind in typing.get_args(Event)])


@settings(max_examples=20, deadline=None)
@given(some.lists(TERMS, max_size=5))
def test_terms_come_back_as_they_went(clauses: list[Term]) -> None:
    terms = Terms(document=Document.CONVENTION, clauses=tuple(clauses))
    assert decode_terms(json.loads(json.dumps(encode_terms(terms)))) == terms


@settings(max_examples=20, deadline=None)
@given(some.lists(EVENTS, max_size=5), DAYS)
def test_facts_come_back_as_they_went(events: list[Event], on: date) -> None:
    imprecise = Between.month(2008, 3)
    facts = tuple(Fact(id=str(n), on=imprecise if n else on, recorded_on=on, event=e) for n, e in enumerate(events))
    assert decode_facts(json.loads(json.dumps(encode_facts(facts)))) == facts


def test_another_version_is_refused_in_words() -> None:
    with pytest.raises(WrongVersion, match="format 99"):
        decode_terms({"version": 99, "terms": {}})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"type": "Nonsense"}, "type inconnu « Nonsense »"),
        (
            {"type": "Means", "source": {"type": "Source", "text": "c", "article": "1"}, "more": 1},
            "champ inconnu « more »",
        ),
        ({"type": "Duration", "start": "someday", "source": {"text": "c", "article": "1"}}, "valeurs possibles"),
        ({"type": "Duration", "start": "fixed", "ends_on": "2022-02-31", "source": {}}, "Duration"),
    ],
)
def test_a_value_that_does_not_fit_names_its_field(data: dict[str, Any], said: str) -> None:
    with pytest.raises(NotReadable, match=said):
        decode_term(data)


def test_a_default_is_not_written() -> None:
    assert encode(Source(text="c", article="1")) == {"type": "Source", "text": "c", "article": "1"}


def _sample(hint: Any) -> Any:
    """A value of that type, as a case file writes it."""
    if typing.get_origin(hint) is tuple:
        return []
    if typing.get_args(hint):
        return _sample(next(kind for kind in typing.get_args(hint) if kind is not type(None)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    return {str: "x", int: 2020, date: date(2020, 1, 1), Decimal: "12.50"}[hint]


@pytest.mark.parametrize("kind", typing.get_args(Event))
def test_each_event_is_named_in_files_by_its_snake_case(kind: type) -> None:
    first, *others = dataclasses.fields(kind)
    hints = typing.get_type_hints(kind)
    name = "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")
    given = {name: _sample(hints[first.name])}
    bare = [f for f in others if f.default is f.default_factory is dataclasses.MISSING]
    given |= {f.name: _sample(hints[f.name]) for f in bare}
    assert type(event_from(given)) is kind
    assert decode_event(encode(event_from(given))) == event_from(given)


def test_a_fact_without_day_or_with_a_strange_key_is_refused() -> None:
    with pytest.raises(NotReadable, match="n’a pas de jour"):
        fact_from({"signed": "caf"}, 1)
    with pytest.raises(NotReadable, match="ne connaît pas « chairr »"):
        fact_from({"meeting_held": "copil", "on": date(2020, 1, 1), "chairr": "caf"}, 1)


def test_a_cancellation_names_a_fact_of_the_dossier() -> None:
    signed = {"signed": "caf", "on": date(2020, 1, 6), "id": "signature"}
    cancelled = {"cancelled": "signature", "on": date(2020, 2, 3), "id": "annulation"}
    assert len(dossier_from({"facts": [signed, cancelled]}, Terms()).facts) == 2
    for name in ("signatur", "annulation"):
        wrong = {"cancelled": name, "on": date(2020, 2, 4)}
        with pytest.raises(CancelsNothing, match=f"« {name} » : l’annulation ne retire rien.*connus : signature\\."):
            dossier_from({"facts": [signed, cancelled, wrong]}, Terms())


def test_a_delay_is_a_positive_number_of_one_unit() -> None:
    for wrong in ({"months": -1}, {"weeks": 2}, {"months": 1, "days": 2}):
        with pytest.raises(NotReadable):
            term_from({"type": "TerminationAtWill", "notice": wrong, "article": "10"})
