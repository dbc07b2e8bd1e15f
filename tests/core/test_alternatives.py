"""Where several assumptions bear on the end, every labelled day is given, the default first."""

from dataclasses import replace
from datetime import date

from tests.core.lives import AT_WILL, SIGNED, TACIT, UNTIL_2022, YEARLY, convention, fact

from convenir.core.alternatives import Reading, end_readings
from convenir.core.delays import Years
from convenir.core.facts import NoticeReceived, NoticeSent
from convenir.core.life import life

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
