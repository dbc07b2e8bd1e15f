"""The last useful day to leave, and commitments when the convention ends."""

from datetime import date

import pytest
from tests.core.lives import AT_WILL, SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.facts import CommitmentMade, NoticeReceived
from convenir.core.obligation import Obligation, State
from convenir.core.rules.termination import commitments_to_keep, last_notice
from convenir.core.terms.termination import AfterEnd, TerminationEffects

NOTICE = fact(9, date(2021, 3, 10), NoticeReceived(party="caf"))


def commitment(on: date, after: AfterEnd | None, until: date | None, *, notice: bool = True) -> Obligation:
    """The duty made of a commitment of January 2021, with or without a notice in March."""
    effects = () if after is None else (TerminationEffects(after=after, source=at("11", 2)),)
    made = fact(8, date(2021, 1, 4), CommitmentMade(label="aide", until=until))
    facts = [*SIGNED, made, *([NOTICE] if notice else [])]
    [found] = commitments_to_keep(situation(convention(UNTIL_2022, AT_WILL, *effects), on, facts))
    return found


def test_the_last_useful_day_is_told_until_it_is_over_or_used() -> None:
    text = convention(UNTIL_2022, AT_WILL)
    [last] = last_notice(situation(text, date(2022, 9, 30)))
    assert (last.due_on, last.optional, last.because) == (date(2022, 9, 30), True, (AT_WILL.source,))
    assert not list(last_notice(situation(text, date(2022, 10, 1))))
    assert not list(last_notice(situation(text, date(2021, 4, 1), [*SIGNED, NOTICE])))
    assert not list(last_notice(situation(text, date(2019, 4, 1), [])))


@pytest.mark.parametrize(
    ("after", "until", "end"),
    [
        (AfterEnd.RUN_OFF, date(2021, 9, 30), date(2021, 9, 30)),
        (AfterEnd.RUN_OFF, None, None),
        (AfterEnd.IMMEDIATE_STOP, date(2021, 9, 30), date(2021, 6, 10)),
        (AfterEnd.IMMEDIATE_STOP, None, date(2021, 6, 10)),
        (None, date(2021, 9, 30), date(2021, 6, 10)),
    ],
)
def test_the_clause_says_what_becomes_of_a_commitment(after: AfterEnd, until: date | None, end: date | None) -> None:
    found = commitment(date(2021, 7, 1), after, until)
    assert found.due_on == end
    over = end is not None and end < date(2021, 7, 1)
    assert found.state is (State.DONE if over else State.OPEN if end is None else State.DUE)


@pytest.mark.parametrize(("until", "end"), [(date(2030, 1, 1), date(2022, 12, 31)), (None, None)])
def test_at_the_term_nothing_makes_a_commitment_survive(until: date | None, end: date | None) -> None:
    assert commitment(date(2021, 7, 1), AfterEnd.RUN_OFF, until, notice=False).due_on == end


def test_a_commitment_is_not_told_before_it_is_made() -> None:
    made = fact(8, date(2021, 1, 4), CommitmentMade(label="aide"))
    text = convention(UNTIL_2022, AT_WILL)
    assert not list(commitments_to_keep(situation(text, date(2021, 1, 3), [*SIGNED, made])))
