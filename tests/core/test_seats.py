"""Members of bodies over time: the roll depends on the days of the facts, not on the order in which they are given."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import FEW, SIGNED, convention, fact, situation

from convenir.core.committees.seats import parity, roll_on, rolls
from convenir.core.facts import Event, MemberAppointed, MemberLeft
from convenir.core.situation import Situation

JANUARY = date(2020, 1, 1)


def came(party: str, seat: str = "", *, advisory: bool = False) -> MemberAppointed:
    return MemberAppointed(body="copil", party=party, seat=seat, advisory=advisory)


def left(party: str, seat: str = "") -> MemberLeft:
    return MemberLeft(body="copil", party=party, seat=seat)


def after(events: Sequence[tuple[int, Event]]) -> Situation:
    """The situation on 1 March after those events, each on a day of January or February counted from 1."""
    told = [fact(number, JANUARY + timedelta(days=day - 1), event) for number, (day, event) in enumerate(events, 50)]
    return situation(convention(), date(2020, 3, 1), [*SIGNED, *told])


@pytest.mark.parametrize(
    ("events", "equal"),
    [
        ([], None),
        ([(1, came("caf"))], None),
        ([(1, came("caf")), (1, came("commune"))], True),
        ([(1, came("caf")), (1, came("commune", advisory=True))], None),
        ([(1, came("caf")), (1, came("commune")), (2, left("commune"))], False),
        ([(1, came("caf")), (1, came("commune")), (2, came("caf", advisory=True)), (3, left("caf"))], False),
        ([(1, came("caf")), (1, came("commune")), (2, came("caf", "1", advisory=True)), (3, left("caf", "1"))], True),
        ([(1, came("caf", "1")), (1, came("commune")), (2, left("caf", "2"))], True),
        ([(1, came("caf", "1")), (1, came("commune")), (2, came("caf", "1"))], True),
        ([(1, came("caf", "1")), (1, came("commune", "1")), (2, left("commune", "1"))], False),
        ([(1, MemberAppointed(body="cotech", party="caf")), (1, came("commune"))], None),
    ],
)
def test_parity_is_told_from_members_with_a_vote(events: list[tuple[int, Event]], equal: bool | None) -> None:
    assert parity(after(events), "copil", date(2020, 3, 1)) is equal


def test_the_roll_of_a_day_is_that_of_the_last_change() -> None:
    known = rolls(after([(2, came("caf")), (2, came("commune")), (9, left("caf"))]), "copil")
    assert [roll.since for roll in known] == [date(2020, 1, 2), date(2020, 1, 9)]
    counted = {day: roll_on(known, date(2020, 1, day)).voting(("caf", "commune")) for day in (1, 2, 8, 9)}
    assert counted == {
        1: None,
        2: {"caf": 1, "commune": 1},
        8: {"caf": 1, "commune": 1},
        9: {"caf": 0, "commune": 1},
    }


CHANGES = st.lists(
    st.tuples(
        st.integers(1, 59),
        st.one_of(
            st.builds(came, st.sampled_from(("caf", "commune")), st.sampled_from(("", "1", "2"))),
            st.builds(left, st.sampled_from(("caf", "commune")), st.sampled_from(("", "1", "2"))),
        ),
    ),
    max_size=8,
    unique_by=lambda change: change[0],
)


@FEW
@given(CHANGES)
def test_the_order_of_recording_changes_nothing(changes: list[tuple[int, Event]]) -> None:
    shuffled = sorted(changes, key=lambda change: (change[0] * 37) % 59)
    assert rolls(after(changes), "copil") == rolls(after(shuffled), "copil")


@FEW
@given(CHANGES)
def test_nobody_sits_twice_on_a_named_seat(changes: list[tuple[int, Event]]) -> None:
    for roll in rolls(after(changes), "copil"):
        named = [(member.party, member.seat) for member in roll.members if member.seat]
        assert len(named) == len(set(named))
