"""A second reading that differs: told on its page, then on the terms that keep the value decided upon before."""

from uuid import UUID

import pytest
from django.test import Client
from tests.dossiers import People
from tests.usecases.contradictory import seen
from tests.usecases.older_reading import read_before
from tests.web.reading import words

from convenir.core.terms.lifetime import Duration


@pytest.fixture
def before(who: People) -> UUID:
    """A text whose end an older reader read as another day."""
    return read_before(who)


@pytest.fixture
def end(who: People, before: UUID) -> str:
    """The address of the term that says when the convention ends."""
    item = next(one for one in seen(who.adviser, before).items if isinstance(one.read, Duration))
    return f"/textes/{before}/termes/{item.index + 1}"


def test_the_difference_says_what_becomes_of_each_decision(adviser: Client, before: UUID, end: str) -> None:
    address = f"/textes/{before}/relire"
    adviser.post(end, {"decision": "accepter", "seen": ""})
    kept = words(adviser.get(address))
    assert "2023" in kept and "2024" in kept
    assert "Cette décision ne change pas : pour prendre la valeur lue aujourd'hui" in kept


def test_a_rejected_term_read_otherwise_is_told_to_be_read_again(adviser: Client, before: UUID, end: str) -> None:
    adviser.post(end, {"decision": "ecarter", "seen": ""})
    page = words(adviser.get(f"/textes/{before}/relire"))
    assert "Lu autrement, ce terme sera à relire." in page and "ne change pas" not in page


def test_the_value_read_now_is_shown_beside_the_one_kept_and_can_be_taken(
    who: People, adviser: Client, before: UUID, end: str
) -> None:
    adviser.post(end, {"decision": "accepter", "seen": ""})
    adviser.post(f"/textes/{before}/relire")
    item = next(one for one in seen(who.adviser, before).items if isinstance(one.read, Duration))
    address = f"/textes/{before}/relecture?terme={item.index + 1}"
    assert "Lu dans le texte" in words(adviser.get(address))
    assert item.ruled is not None
    again = f"/textes/{before}/termes/{item.index + 1}"
    adviser.post(again, {"decision": "accepter", "seen": item.ruled.at.isoformat()})
    taken = next(one for one in seen(who.adviser, before).items if isinstance(one.read, Duration))
    assert taken.term == taken.read and "Lu dans le texte" not in words(adviser.get(address))
