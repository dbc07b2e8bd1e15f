"""The status on a day: each status, each flag, and the only steps that a life may take."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, EXPRESS, FEW, SIGNED, TACIT, UNTIL_2022, YEARLY, at, convention, fact, signed

from convenir.core.assumptions import Choice
from convenir.core.delays import Between
from convenir.core.facts import CommitmentMade, Fact, NoticeReceived, RenewalSigned, Signed
from convenir.core.source import Source
from convenir.core.standing import Flag, Standing, Status, standing
from convenir.core.terms import Document, Duration, Formalities, Terms
from convenir.core.terms.information import Confidentiality
from convenir.core.terms.lifetime import Start
from convenir.core.terms.termination import AfterEnd, TerminationEffects
from convenir.core.workdays import Calendar, Territory

TEXT = convention(UNTIL_2022, AT_WILL)
DAY = timedelta(days=1)


def on(day: date, terms: Terms = TEXT, facts: list[Fact] = SIGNED) -> Standing:
    """The standing on that day, all being known."""
    return standing(terms, facts, on=day, known=date.max)


def flags(found: Standing) -> set[Flag]:
    """The flags raised."""
    return {raised.flag for raised in found.flags}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2020, 1, 5), Status.DRAFT),
        (date(2020, 1, 6), Status.IN_FORCE),
        (date(2022, 12, 31), Status.IN_FORCE),
        (date(2023, 1, 1), Status.EXPIRED),
    ],
)
def test_a_plain_life(day: date, status: Status) -> None:
    assert on(day).status is status


def test_one_signature_does_not_bind() -> None:
    found = on(date(2020, 1, 7), facts=SIGNED[:1])
    assert found.status is Status.SIGNING
    assert found.because[0].article == "parties"


def test_a_report_without_duration_says_nothing() -> None:
    assert on(date(2020, 1, 7), convention(document=Document.DELIBERATION)).status is Status.UNKNOWN


def test_a_report_that_gives_the_duration_lets_the_status_be_computed() -> None:
    report = convention(YEARLY, TACIT, document=Document.DELIBERATION)
    assert on(date(2021, 1, 6), report).status is Status.IN_FORCE_RENEWED
    assert on(date(2021, 1, 6), report).period == 2


def test_an_empty_text_still_has_a_ground() -> None:
    found = on(date(2020, 1, 7), Terms(), [])
    assert found.status is Status.DRAFT
    assert found.because == (Source(text="convention", article="titre"),)


def test_a_blank_end_is_told() -> None:
    blank = convention(Duration(start=Start.SIGNATURE, source=at("10")))
    found = on(date(2030, 1, 1), blank)
    assert (found.status, found.last_day) == (Status.IN_FORCE, None)
    assert [f.about for f in found.findings] == ["term"]


def test_signed_after_the_end_it_never_lives() -> None:
    found = on(date(2023, 6, 1), facts=signed(date(2023, 5, 1)))
    assert found.status is Status.EXPIRED
    assert "end-before-start" in {f.about for f in found.findings}


def test_only_the_days_in_doubt_are_uncertain() -> None:
    text, facts = convention(YEARLY), signed(Between.month(2020, 3))
    days = [date(2020, 2, 29), date(2020, 3, 15), date(2020, 4, 1), date(2021, 3, 1), date(2021, 3, 31)]
    expected = [Status.DRAFT, Status.UNCERTAIN, Status.IN_FORCE, Status.UNCERTAIN, Status.EXPIRED]
    assert [on(day, text, facts).status for day in days] == expected


def test_a_notice_known_before_it_is_received_does_not_yet_weigh() -> None:
    facts = [*SIGNED, fact(9, date(2021, 3, 10), NoticeReceived(party="caf"))]
    assert on(date(2021, 3, 9), facts=facts).status is Status.IN_FORCE
    assert on(date(2021, 3, 9), facts=facts).last_day == date(2021, 6, 10)
    assert on(date(2021, 3, 10), facts=facts).status is Status.IN_FORCE_UNDER_NOTICE
    assert on(date(2021, 6, 11), facts=facts).status is Status.TERMINATED


def test_a_signature_by_a_stranger_is_a_finding() -> None:
    facts = [fact(1, date(2020, 1, 6), Signed(party="caf", signatory="agent comptable"))]
    assert "signatory" in {f.about for f in on(date(2020, 1, 7), facts=facts).findings}


def test_confidentiality_outlives_the_convention() -> None:
    text = convention(UNTIL_2022, Confidentiality(survives=True, source=at("12")))
    assert Flag.SURVIVING_DUTIES not in flags(on(date(2022, 12, 31), text))
    assert Flag.SURVIVING_DUTIES in flags(on(date(2023, 1, 1), text))


def test_run_off_lasts_as_long_as_a_commitment() -> None:
    text = convention(UNTIL_2022, AT_WILL, TerminationEffects(after=AfterEnd.RUN_OFF, source=at("11", 2)))
    made = fact(8, date(2021, 1, 4), CommitmentMade(label="aide", until=date(2021, 9, 30)))
    facts = [*SIGNED, made, fact(9, date(2021, 3, 10), NoticeReceived(party="caf"))]
    assert Flag.RUN_OFF in flags(on(date(2021, 9, 30), text, facts))
    assert Flag.RUN_OFF not in flags(on(date(2021, 10, 1), text, facts))


def test_a_fixed_start_ignores_the_stated_date() -> None:
    duration = Duration(start=Start.FIXED, starts_on=date(2020, 3, 1), ends_on=date(2022, 12, 31), source=at("10"))
    text = convention(duration, Formalities(stated_on=date(2020, 1, 2), source=at("signatures")))
    assert Flag.STATED_DATE_EARLIER not in flags(on(date(2020, 1, 7), text))
    assert on(date(2020, 1, 7), text).status is Status.SIGNED_NOT_YET_EFFECTIVE


def test_the_assumption_on_the_last_day_follows_the_word_of_the_text() -> None:
    plain = convention(replace(UNTIL_2022, inclusive=False))
    assert Choice.LAST_DAY_INCLUDED in {a.choice for a in on(date(2020, 1, 7), plain).assumptions}
    assert Choice.LAST_DAY_INCLUDED not in {a.choice for a in on(date(2020, 1, 7)).assumptions}


def test_a_notice_that_runs_out_before_a_fixed_start_ends_what_never_began() -> None:
    later = Duration(start=Start.FIXED, starts_on=date(2021, 1, 1), ends_on=date(2023, 12, 31), source=at("10"))
    facts = [*SIGNED, fact(9, date(2020, 6, 15), NoticeReceived(party="caf"))]
    days = {date(2020, 9, 15): Status.SIGNED_NOT_YET_EFFECTIVE, date(2020, 9, 16): Status.TERMINATED}
    assert {day: on(day, convention(later, AT_WILL), facts).status for day in days} == days


NEXT: dict[Status, set[Status]] = {
    Status.DRAFT: {Status.SIGNING, Status.SIGNED_NOT_YET_EFFECTIVE, Status.IN_FORCE, Status.EXPIRED},
    Status.SIGNING: {Status.SIGNED_NOT_YET_EFFECTIVE, Status.IN_FORCE, Status.EXPIRED},
    Status.SIGNED_NOT_YET_EFFECTIVE: {Status.IN_FORCE, Status.TERMINATED},
    Status.IN_FORCE: {Status.IN_FORCE_UNDER_NOTICE, Status.IN_FORCE_RENEWED, Status.EXPIRED, Status.TERMINATED},
    Status.IN_FORCE_RENEWED: {Status.IN_FORCE_UNDER_NOTICE, Status.EXPIRED, Status.TERMINATED},
    Status.IN_FORCE_UNDER_NOTICE: {Status.TERMINATED},
}
DAYS = st.dates(date(2019, 10, 1), date(2021, 3, 1))
SHORT = Duration(start=Start.SIGNATURE, ends_on=date(2020, 6, 30), source=at("10"))
TEXTS = st.sampled_from(
    [
        convention(SHORT, AT_WILL),
        convention(SHORT, EXPRESS),
        convention(replace(SHORT, start=Start.FIXED, starts_on=date(2020, 2, 1)), AT_WILL),
        convention(replace(YEARLY), replace(TACIT, ceiling=None), AT_WILL),
    ]
)


@FEW
@given(TEXTS, DAYS, DAYS, st.none() | DAYS, st.none() | DAYS)
def test_from_one_day_to_the_next_only_allowed_steps_are_taken(
    text: Terms, caf: date, town: date, notice: date | None, renewal: date | None
) -> None:
    facts = [fact(1, caf, Signed(party="caf")), fact(2, town, Signed(party="commune"))]
    if notice is not None:
        facts.append(fact(3, notice, NoticeReceived(party="caf")))
    if renewal is not None:
        until = date(2020, 12, 31)
        facts += [fact(n, renewal, RenewalSigned(party=p, until=until)) for n, p in ((4, "caf"), (5, "commune"))]
    marks = sorted({day for day in (caf, town, notice, renewal, date(2020, 6, 30), date(2020, 12, 31)) if day})
    days = sorted({day + n * DAY for day in marks for n in (-1, 0, 1)} | {date(2021, 6, 1)})
    seen = [standing(text, facts, on=day, known=date.max) for day in days]
    for before, after in zip(seen, seen[1:], strict=False):
        assert after.status is before.status or after.status in _reachable(before.status)
        assert after.because


def _reachable(status: Status) -> set[Status]:
    """The statuses that may come later."""
    reached: set[Status] = set()
    ahead = set(NEXT.get(status, set()))
    while ahead:
        step = ahead.pop()
        reached.add(step)
        ahead |= NEXT.get(step, set()) - reached
    return reached


def test_good_friday_is_an_assumption_only_where_it_moves_a_day() -> None:
    alsace = Calendar(territory=Territory.ALSACE_MOSELLE)
    facts = [*SIGNED, fact(9, date(2022, 1, 15), NoticeReceived(party="caf"))]
    found = standing(TEXT, facts, on=date(2022, 2, 1), known=date.max, calendar=alsace)
    [friday] = [a for a in found.assumptions if a.choice is Choice.GOOD_FRIDAY_COUNTS]
    assert (friday.on, friday.alternatives[0].on) == (date(2022, 4, 19), date(2022, 4, 15))
    known = replace(alsace, good_friday=True)
    sure = standing(TEXT, facts, on=date(2022, 2, 1), known=date.max, calendar=known)
    assert Choice.GOOD_FRIDAY_COUNTS not in {a.choice for a in sure.assumptions}
