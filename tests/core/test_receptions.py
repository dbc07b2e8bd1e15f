"""Letters: which facts belong to which, and the day on which each is deemed received."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW, fact

from convenir.core.ending.receptions import Letter, Proof, letters, reception
from convenir.core.facts import (
    Event,
    Fact,
    NoticeOffered,
    NoticePresented,
    NoticeReceived,
    NoticeRefused,
    NoticeReturned,
    NoticeSent,
    NoticeWithdrawn,
)
from convenir.core.terms.termination import Form

MARCH = date(2021, 3, 1)


def facts(*events: tuple[int, Event]) -> list[Fact]:
    """Facts that happened so many days after the first of March."""
    return [fact(number, MARCH + timedelta(days=day), event) for number, (day, event) in enumerate(events, start=1)]


def deemed(*events: tuple[int, Event]) -> tuple[int | None, Proof]:
    """How many days after the first of March the only letter is received, and how that is known."""
    (letter,) = letters(facts(*events))
    found = reception(letter)
    return None if found.on is None else (found.on - MARCH).days, found.proof


SENT = NoticeSent(party="caf", form=Form.REGISTERED_LETTER)
SHOWN = NoticePresented(party="caf", passage_left=True)
OFFERED = NoticeOffered(party="caf")
RECEIVED = NoticeReceived(party="caf")
REFUSED = NoticeRefused(party="caf")
RETURNED = NoticeReturned(party="caf")
SIGNED_FOR = NoticeReturned(party="caf", delivered=True)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([(4, RECEIVED)], (4, Proof.HANDED_OVER)),
        ([(0, SENT), (2, SHOWN), (4, RECEIVED)], (4, Proof.HANDED_OVER)),
        ([(2, SHOWN), (4, REFUSED)], (4, Proof.REFUSED)),
        ([(4, REFUSED)], (4, Proof.REFUSED)),
        ([(0, SENT)], (None, Proof.AWAITED)),
        ([(0, SHOWN)], (None, Proof.AWAITED)),
        ([(0, OFFERED)], (None, Proof.AWAITED)),
        ([(0, SHOWN), (15, RETURNED)], (None, Proof.RETURNED_EARLY)),
        ([(0, SHOWN), (16, RETURNED)], (0, Proof.UNCOLLECTED)),
        ([(0, NoticePresented(party="caf")), (16, RETURNED)], (None, Proof.NO_PASSAGE)),
        ([(0, NoticePresented(party="caf", passage_left=False)), (16, RETURNED)], (None, Proof.NO_PASSAGE)),
        ([(0, SENT), (16, RETURNED)], (None, Proof.NO_PASSAGE)),
        ([(0, OFFERED), (15, RETURNED)], (None, Proof.RETURNED_EARLY)),
        ([(0, OFFERED), (16, RETURNED)], (0, Proof.UNCLAIMED)),
        ([(0, NoticeOffered(party="caf", qualified=False)), (16, RETURNED)], (None, Proof.UNQUALIFIED)),
        ([(0, NoticeOffered(party="caf", qualified=False)), (3, RECEIVED)], (3, Proof.HANDED_OVER)),
        ([(0, SENT), (6, SIGNED_FOR)], (6, Proof.UNDATED)),
        ([(0, SENT), (4, RECEIVED), (6, SIGNED_FOR)], (4, Proof.HANDED_OVER)),
        ([(4, RECEIVED), (6, REFUSED)], (4, Proof.HANDED_OVER)),
        ([(2, SHOWN), (4, REFUSED), (6, RETURNED)], (4, Proof.REFUSED)),
    ],
)
def test_the_proofs_give_the_day(events: Sequence[tuple[int, Event]], expected: tuple[int | None, Proof]) -> None:
    assert deemed(*events) == expected


@pytest.mark.parametrize(
    ("events", "forms"),
    [
        ([(0, SENT), (1, SENT)], [Form.REGISTERED_LETTER] * 2),
        ([(0, SHOWN), (1, SHOWN)], [Form.REGISTERED_LETTER] * 2),
        ([(0, OFFERED), (1, SHOWN)], [Form.ELECTRONIC_REGISTERED_LETTER, Form.REGISTERED_LETTER]),
        ([(0, SHOWN), (1, OFFERED)], [Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER]),
        ([(0, SENT), (1, OFFERED)], [Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER]),
        ([(0, SENT), (1, NoticeReceived(party="caf", form=Form.EMAIL))], [Form.REGISTERED_LETTER, Form.EMAIL]),
        ([(0, RECEIVED), (1, RECEIVED)], [None, None]),
        ([(0, RECEIVED), (20, RETURNED)], [None, None]),
        ([(0, SENT), (1, NoticeReceived(party="commune"))], [Form.REGISTERED_LETTER, None]),
        ([(0, NoticeSent(party="caf", form=Form.EMAIL)), (1, OFFERED)], [Form.ELECTRONIC_REGISTERED_LETTER]),
        ([(0, NoticeSent(party="caf")), (1, NoticeReceived(party="caf", form=Form.LETTER))], [Form.LETTER]),
        ([(0, NoticeSent(party="caf", form=Form.LETTER)), (1, RECEIVED)], [Form.LETTER]),
        ([(0, OFFERED), (1, NoticeReceived(party="caf", form=Form.EMAIL))], [Form.ELECTRONIC_REGISTERED_LETTER]),
    ],
)
def test_each_fact_joins_its_letter(events: Sequence[tuple[int, Event]], forms: list[Form | None]) -> None:
    assert [letter.form for letter in letters(facts(*events))] == forms


def test_facts_of_one_day_follow_the_life_of_a_letter() -> None:
    same_day = facts((0, SENT), (0, SHOWN), (0, RECEIVED))
    for order in permutations(same_day):
        (letter,) = letters(order)
        assert (letter.sent, letter.presented, letter.received) != (None, None, None)


def test_a_withdrawal_is_that_of_the_letters_already_begun() -> None:
    told = facts((0, SENT), (2, NoticeReceived(party="commune")), (3, NoticeWithdrawn(party="caf")), (5, SENT))
    assert [letter.withdrawn is not None for letter in letters(told)] == [True, False, False]


def test_the_first_withdrawal_counts() -> None:
    told = facts((0, RECEIVED), (3, NoticeWithdrawn(party="caf")), (5, NoticeWithdrawn(party="caf", agreed_by=("x",))))
    (letter,) = letters(told)
    assert letter.withdrawn is not None
    assert letter.withdrawn.on == MARCH + timedelta(days=3)


def test_a_letter_begins_with_its_first_step() -> None:
    (letter,) = letters(facts((1, SENT), (3, SHOWN), (4, RECEIVED)))
    assert letter.begun_on == MARCH + timedelta(days=1)
    assert letter.stated_on is None


EVENTS = st.sampled_from(
    [SENT, SHOWN, OFFERED, RECEIVED, REFUSED, RETURNED, SIGNED_FOR, NoticeReceived(party="commune")]
)


def steps(letter: Letter) -> int:
    """How many facts make that letter."""
    told = (letter.sent, letter.presented, letter.offered, letter.received, letter.refused, letter.returned)
    return sum(step is not None for step in told)


@FEW
@given(st.lists(st.tuples(st.integers(0, 60), EVENTS), max_size=8))
def test_no_fact_is_lost_and_no_letter_is_received_before_it_begins(events: list[tuple[int, Event]]) -> None:
    found = letters(facts(*events))
    assert sum(map(steps, found)) == len(events)
    for letter in found:
        received = reception(letter).on
        assert received is None or received >= letter.begun_on
