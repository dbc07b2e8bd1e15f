"""Breaches and declared ends: what a formal notice opens, to whom, from which day, and what takes it away."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import SIGNED, UNTIL_2022, at, convention, fact

from convenir.core.assumptions import Choice
from convenir.core.delays import Days, Months
from convenir.core.ending.breaches import Breach, Defect, Stage, breaches, power, running, stage
from convenir.core.ending.cures import late_cure
from convenir.core.ending.declarations import Flaw, declarations
from convenir.core.facts import (
    BreachCured,
    BreachRecorded,
    Fact,
    FormalNoticePresented,
    FormalNoticeRenounced,
    FormalNoticeSent,
    TerminationDeclared,
)
from convenir.core.force import Force
from convenir.core.terms import Means, Purpose, TerminationForDefault, TerminationForIllegality, Terms
from convenir.core.terms.termination import Clock, Form, Ground
from convenir.core.text.texts import unchanged

MONTH = Months(count=1)
DEFAULT = TerminationForDefault(cure=MONTH, clock=Clock.SENDING, form=Form.REGISTERED_LETTER, source=at("12"))
AT_ONCE = TerminationForDefault(cure=None, formal_notice=False, source=at("12"))
MEANS = Means(source=at("5"))
TEXT = convention(UNTIL_2022, DEFAULT, MEANS, Purpose(source=at("1")))

RECORDED = fact(10, date(2021, 1, 10), BreachRecorded(breach="moyens", party="commune", article="5"))
SENT = fact(11, date(2021, 2, 1), FormalNoticeSent(party="caf", breach="moyens", cure=MONTH))


def breach(*facts: Fact, text: Terms = TEXT) -> Breach:
    """The last breach that those facts show."""
    return breaches(unchanged(text), facts)[-1]


def cured(on: date) -> Fact:
    """The breach ceased on that day."""
    return fact(12, on, BreachCured(breach="moyens"))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 1, 31), Stage.RECORDED),
        (date(2021, 2, 1), Stage.NOTICED),
        (date(2021, 3, 1), Stage.NOTICED),
        (date(2021, 3, 2), Stage.UNHEEDED),
    ],
)
def test_a_breach_goes_from_recorded_to_unheeded(on: date, expected: Stage) -> None:
    assert stage(breach(RECORDED, SENT), on) is expected


def test_a_cure_closes_a_breach_and_its_formal_notice_gives_no_power() -> None:
    found = breach(RECORDED, SENT, cured(date(2021, 3, 1)))
    assert stage(found, date(2021, 3, 1)) is Stage.CURED
    assert power(found, "caf", unchanged(TEXT), date(2021, 4, 1)) is None


def test_a_cure_that_comes_late_leaves_the_power_open() -> None:
    held = power(breach(RECORDED, SENT, cured(date(2021, 3, 2))), "caf", unchanged(TEXT), date(2021, 4, 1))
    assert held is not None
    assert held.opens_on == date(2021, 3, 2)


def test_of_two_formal_notices_the_one_that_ends_first_is_running() -> None:
    longer = fact(13, date(2021, 2, 3), FormalNoticeSent(party="caf", breach="moyens", cure=Months(count=3)))
    notice = running(breach(RECORDED, SENT, longer), date(2021, 2, 10))
    assert notice is not None
    assert notice.ends_on == date(2021, 3, 1)
    assert running(breach(RECORDED, SENT), date(2021, 3, 2)) is None


BREACH = BreachRecorded(breach="moyens", party="commune", article="5")
LETTER = FormalNoticeSent(party="caf", breach="moyens", cure=MONTH)


@pytest.mark.parametrize(
    ("recorded", "letter", "defect"),
    [
        (BREACH, replace(LETTER, party="commune"), Defect.OWN_BREACH),
        (replace(BREACH, article="1"), LETTER, Defect.NO_DUTY),
        (replace(BREACH, article="99"), LETTER, Defect.NO_DUTY),
        (replace(BREACH, article=""), LETTER, None),
        (replace(BREACH, ground=Ground.UNLAWFUL), LETTER, Defect.NO_CLAUSE),
        (BREACH, replace(LETTER, form=Form.EMAIL), Defect.WRONG_FORM),
        (BREACH, replace(LETTER, cure=None), Defect.NO_TIME),
        (BREACH, LETTER, None),
    ],
)
def test_a_formal_notice_may_open_nothing(
    recorded: BreachRecorded, letter: FormalNoticeSent, defect: Defect | None
) -> None:
    [notice] = breach(fact(10, date(2021, 1, 10), recorded), fact(11, date(2021, 2, 1), letter)).notices
    assert notice.defect is defect
    assert (notice.ends_on is None) == (defect is not None)


@pytest.mark.parametrize("force", [Force.SOFT, Force.QUALIFIED])
def test_only_a_hard_duty_is_a_ground(force: Force) -> None:
    text = convention(UNTIL_2022, DEFAULT, replace(MEANS, force=force))
    assert breach(RECORDED, SENT, text=text).notices[0].defect is Defect.NO_DUTY


def test_a_clause_for_one_party_gives_no_power_to_the_other() -> None:
    clause = TerminationForIllegality(cure=MONTH, by=("commune",), clock=Clock.SENDING, source=at("12"))
    told = fact(10, date(2021, 1, 10), replace(BREACH, ground=Ground.UNLAWFUL, party="caf"))
    found = breach(told, SENT, text=convention(UNTIL_2022, clause))
    assert found.notices[0].defect is Defect.NOT_ENTITLED


def test_the_time_runs_from_the_first_presentation_where_the_clause_names_no_clock() -> None:
    text = convention(UNTIL_2022, replace(DEFAULT, clock=None), MEANS)
    assert breach(RECORDED, SENT, text=text).notices[0].ends_on is None
    shown = fact(12, date(2021, 2, 4), FormalNoticePresented(party="caf", breach="moyens"))
    assert breach(RECORDED, SENT, shown, text=text).notices[0].ends_on == date(2021, 3, 4)


def test_a_formal_notice_that_was_renounced_stands_no_more() -> None:
    given_up = fact(12, date(2021, 2, 15), FormalNoticeRenounced(party="caf", breach="moyens"))
    found = breach(RECORDED, SENT, given_up)
    assert [found.notices[0].stands(date(2021, 2, day)) for day in (14, 15)] == [True, False]


@pytest.mark.parametrize(
    ("clause", "cured_on", "opens_on"),
    [
        (AT_ONCE, None, date(2021, 1, 11)),
        (AT_ONCE, date(2021, 1, 10), None),
        (AT_ONCE, date(2021, 1, 11), date(2021, 1, 11)),
        (replace(AT_ONCE, cure=Days(count=15)), None, date(2021, 1, 26)),
        (replace(AT_ONCE, cure=Days(count=15)), date(2021, 1, 25), None),
    ],
)
def test_without_formal_notice_the_breach_itself_opens_the_power(
    clause: TerminationForDefault, cured_on: date | None, opens_on: date | None
) -> None:
    text = convention(UNTIL_2022, clause, MEANS)
    found = breach(RECORDED, *(() if cured_on is None else (cured(cured_on),)), text=text)
    held = power(found, "caf", unchanged(text), date(2021, 6, 1))
    assert (None if held is None else held.opens_on) == opens_on
    assert power(found, "commune", unchanged(text), date(2021, 6, 1)) is None


def test_a_breach_recorded_twice_is_one_until_it_is_cured() -> None:
    again = fact(13, date(2021, 1, 20), BREACH)
    after_cure = fact(14, date(2021, 4, 1), BREACH)
    found = breaches(unchanged(TEXT), [RECORDED, again, cured(date(2021, 2, 20)), after_cure])
    assert [(b.happened_on, b.cured_on) for b in found] == [
        (date(2021, 1, 10), date(2021, 2, 20)),
        (date(2021, 4, 1), None),
    ]


@pytest.mark.parametrize(
    ("declared", "on", "flaw"),
    [
        (Ground.BREACH, date(2021, 3, 2), None),
        (Ground.BREACH, date(2021, 3, 1), Flaw.TOO_EARLY),
        (Ground.BREACH, date(2021, 1, 9), Flaw.NO_BREACH),
        (Ground.BREACH, date(2022, 12, 31), Flaw.USELESS),
        (Ground.BREACH, date(2023, 1, 1), Flaw.OUTSIDE_LIFE),
        (Ground.UNLAWFUL, date(2021, 3, 2), Flaw.NO_BREACH),
        (Ground.NO_AMENDMENT, date(2021, 3, 2), Flaw.NO_CHANGE),
        (Ground.PUBLIC_INTEREST, date(2021, 3, 2), Flaw.NO_CLAUSE),
        (Ground.MUTUAL, date(2021, 3, 2), Flaw.NOT_BY_ONE),
        (Ground.UNILATERAL, date(2021, 3, 2), Flaw.NOT_BY_ONE),
    ],
)
def test_a_declaration_ends_the_convention_or_says_why_not(declared: Ground, on: date, flaw: Flaw | None) -> None:
    said = fact(15, on, TerminationDeclared(party="caf", ground=declared))
    told = [*SIGNED, RECORDED, SENT, said]
    [found] = declarations(unchanged(TEXT), told, date(2020, 1, 6), date(2022, 12, 31))
    assert found.flaw is flaw
    assert (found.departure is None) == (flaw is not None)


def test_a_formal_notice_of_the_day_of_the_breach_or_of_its_cure_is_about_it() -> None:
    same_day = fact(11, date(2021, 1, 10), LETTER)
    assert breach(RECORDED, same_day).notices[0].ends_on == date(2021, 2, 10)
    assert breach(RECORDED, SENT, cured(date(2021, 2, 1))).notices
    assert not breach(RECORDED, SENT, cured(date(2021, 1, 31))).notices


def test_a_letter_may_be_presented_on_the_day_it_is_sent() -> None:
    text = convention(UNTIL_2022, replace(DEFAULT, clock=None), MEANS)
    shown = fact(12, date(2021, 2, 1), FormalNoticePresented(party="caf", breach="moyens"))
    assert breach(RECORDED, SENT, shown, text=text).notices[0].ends_on == date(2021, 3, 1)


def test_a_breach_may_be_cured_on_its_own_day_and_recorded_again_the_next() -> None:
    same_day, next_day = fact(13, date(2021, 1, 10), BREACH), fact(14, date(2021, 1, 11), BREACH)
    found = breaches(unchanged(TEXT), [RECORDED, same_day, cured(date(2021, 1, 10)), next_day])
    assert [(b.happened_on, b.cured_on) for b in found] == [
        (date(2021, 1, 10), date(2021, 1, 10)),
        (date(2021, 1, 11), None),
    ]


@pytest.mark.parametrize(("by", "told"), [(date(2021, 3, 4), []), (date(2021, 3, 5), [Choice.LATE_CURE_KEEPS_POWER])])
def test_a_late_cure_is_told_from_its_day_on(by: date, told: list[Choice]) -> None:
    found = breach(RECORDED, SENT, cured(date(2021, 3, 5)))
    assert [assumption.choice for assumption in late_cure(found, found.notices[0], by)] == told
