"""Where several assumptions bear on the end, every labelled day is given, the default first."""

from dataclasses import replace
from datetime import date

from tests.core.lives import AT_WILL, SIGNED, TACIT, UNTIL_2022, YEARLY, at, convention, fact

from convenir.core.alternatives import Reading, end_readings
from convenir.core.delays import Years
from convenir.core.facts import ActAdopted, ChangeObserved, NoticeReceived, NoticeSent, TerminationDeclared
from convenir.core.life import life
from convenir.core.terms import AutomaticTermination
from convenir.core.terms.termination import Ground

LATER = date(2030, 1, 1)
SENT = fact(8, date(2021, 1, 27), NoticeSent(party="caf"))
RECEIVED = fact(9, date(2021, 1, 31), NoticeReceived(party="caf"))


def test_without_a_choice_there_is_one_reading() -> None:
    terms = convention(UNTIL_2022)
    assert end_readings(terms, SIGNED, known=LATER) == (Reading(last_day=date(2022, 12, 31)),)


def test_the_clock_and_the_working_day_give_four_days() -> None:
    """Received on 31 January: 30 April; sent on the 27th: 27 April. Neither is moved: both are working days."""
    terms = convention(UNTIL_2022, AT_WILL)
    found = end_readings(terms, [*SIGNED, SENT, RECEIVED], known=LATER)
    assert found == (Reading(last_day=date(2021, 4, 30)), Reading(labels=("sending",), last_day=date(2021, 4, 27)))


def test_two_assumptions_that_interact_give_every_labelled_day() -> None:
    """Received on 1 February 2021: 1 May, a holiday and a Saturday; sent on 25 January: 25 April, a Sunday."""
    sent = fact(8, date(2021, 1, 25), NoticeSent(party="caf"))
    received = fact(9, date(2021, 2, 1), NoticeReceived(party="caf"))
    found = end_readings(convention(UNTIL_2022, AT_WILL), [*SIGNED, sent, received], known=LATER)
    assert {reading.labels: reading.last_day for reading in found} == {
        (): date(2021, 5, 1),
        ("sending",): date(2021, 4, 25),
        ("next_workday",): date(2021, 5, 3),
        ("sending", "next_workday"): date(2021, 4, 26),
    }


def test_the_default_is_the_answer_of_the_life() -> None:
    terms = convention(replace(UNTIL_2022, inclusive=False), AT_WILL)
    first, *others = end_readings(terms, SIGNED, known=LATER)
    assert first == Reading(last_day=life(terms, SIGNED).last_day)
    assert others == [Reading(labels=("last_day_excluded",), last_day=date(2022, 12, 30))]


def test_the_two_readings_of_a_ceiling() -> None:
    terms = convention(YEARLY, replace(TACIT, ceiling_alternative=Years(count=5)))
    assert [reading.last_day for reading in end_readings(terms, SIGNED, known=LATER)] == [
        date(2024, 1, 5),
        date(2025, 1, 5),
    ]


def test_what_was_not_known_is_not_read() -> None:
    facts = [*SIGNED, fact(9, date(2021, 1, 31), NoticeReceived(party="caf"), date(2021, 6, 1))]
    terms = convention(UNTIL_2022, AT_WILL)
    assert end_readings(terms, facts, known=date(2021, 5, 31))[0].last_day == date(2022, 12, 31)
    assert end_readings(terms, facts, known=date(2021, 6, 1))[0].last_day == date(2021, 4, 30)


VOTED = fact(7, date(2019, 12, 1), ActAdopted(party="commune", voted_end_on=date(2021, 12, 31)))


def test_a_term_that_was_voted_but_not_signed_is_given_alone() -> None:
    terms = convention(replace(UNTIL_2022, inclusive=False), AT_WILL)
    assert end_readings(terms, [VOTED, *SIGNED], known=LATER) == (
        Reading(last_day=date(2022, 12, 31)),
        Reading(labels=("last_day_excluded",), last_day=date(2022, 12, 30)),
        Reading(labels=("text_voted",), last_day=date(2021, 12, 31)),
    )


def test_an_early_end_precedes_another_term_or_not() -> None:
    terms = convention(UNTIL_2022, AT_WILL)
    early = end_readings(terms, [VOTED, *SIGNED, RECEIVED], known=LATER)
    assert early == (Reading(last_day=date(2021, 4, 30)),)
    late = fact(9, date(2021, 12, 3), NoticeReceived(party="caf"))
    assert end_readings(terms, [VOTED, *SIGNED, late], known=LATER) == (
        Reading(last_day=date(2022, 3, 3)),
        Reading(labels=("text_voted",), last_day=date(2021, 12, 31)),
    )


def test_the_day_on_which_a_change_would_end_the_convention_of_right_is_given_alone() -> None:
    """Declared on Sunday 11 April: a day that the party chose moves to no working day."""
    terms = convention(UNTIL_2022, AutomaticTermination(source=at("12")))
    changed = fact(8, date(2021, 3, 1), ChangeObserved(change="annexe", party="commune"))
    ended = TerminationDeclared(party="caf", ground=Ground.NO_AMENDMENT, breach="annexe")
    facts = [*SIGNED, changed, fact(9, date(2021, 4, 11), ended)]
    assert end_readings(terms, facts, known=LATER) == (
        Reading(last_day=date(2021, 4, 11)),
        Reading(labels=("day_of_change",), last_day=date(2021, 3, 1)),
    )
