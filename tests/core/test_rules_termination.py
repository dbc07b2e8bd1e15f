"""The last useful day to leave, and commitments when the convention ends."""

from datetime import date

import pytest
from tests.core.lives import AT_WILL, SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.facts import CommitmentClosed, CommitmentMade, NoticeReceived
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
    ("after", "until", "found"),
    [
        (AfterEnd.RUN_OFF, date(2021, 9, 30), (date(2021, 9, 30), State.DUE, [])),
        (AfterEnd.RUN_OFF, date(2021, 6, 30), (date(2021, 6, 30), State.REASON_REQUIRED, [])),
        (AfterEnd.RUN_OFF, None, (None, State.OPEN, [])),
        (AfterEnd.IMMEDIATE_STOP, date(2021, 9, 30), (date(2021, 6, 10), State.DONE, [])),
        (AfterEnd.IMMEDIATE_STOP, None, (date(2021, 6, 10), State.DONE, [])),
        (AfterEnd.IMMEDIATE_STOP, date(2021, 5, 31), (date(2021, 5, 31), State.REASON_REQUIRED, [])),
        (None, date(2021, 9, 30), (date(2021, 6, 10), State.REASON_REQUIRED, ["commitment-term"])),
    ],
)
def test_the_clause_says_what_becomes_of_a_commitment(
    after: AfterEnd | None, until: date | None, found: tuple[date | None, State, list[str]]
) -> None:
    told = commitment(date(2021, 7, 1), after, until)
    assert (told.due_on, told.state, [finding.about for finding in told.findings]) == found


@pytest.mark.parametrize(("until", "end"), [(date(2030, 1, 1), date(2022, 12, 31)), (None, None)])
def test_at_the_term_nothing_says_what_becomes_of_a_commitment(until: date | None, end: date | None) -> None:
    before = commitment(date(2022, 12, 31), AfterEnd.RUN_OFF, until, notice=False)
    assert (before.due_on, before.state) == (end, State.OPEN if end is None else State.DUE)
    after = commitment(date(2023, 1, 1), AfterEnd.RUN_OFF, until, notice=False)
    assert (after.due_on, after.state, after.because) == (end, State.REASON_REQUIRED, (UNTIL_2022.source,))
    assert [finding.about for finding in after.findings] == ["commitment-term"]


def test_a_commitment_is_not_told_before_it_is_made() -> None:
    made = fact(8, date(2021, 1, 4), CommitmentMade(label="aide"))
    text = convention(UNTIL_2022, AT_WILL)
    assert not list(commitments_to_keep(situation(text, date(2021, 1, 3), [*SIGNED, made])))


def test_a_commitment_that_a_fact_closes_is_done_on_that_day() -> None:
    made = fact(8, date(2021, 1, 4), CommitmentMade(label="Aide au répit", until=date(2021, 9, 30)))
    closed = fact(10, date(2021, 9, 15), CommitmentClosed(commitment="aide au répit"))
    text = convention(UNTIL_2022, AT_WILL)
    [before] = commitments_to_keep(situation(text, date(2021, 9, 14), [*SIGNED, made, closed]))
    [after] = commitments_to_keep(situation(text, date(2021, 10, 1), [*SIGNED, made, closed]))
    assert (before.state, before.done_on) == (State.DUE, None)
    assert (after.state, after.done_on, after.facts) == (State.DONE, date(2021, 9, 15), ("f8", "f10"))
