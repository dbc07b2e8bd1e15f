"""On what the status rests, the period of the day, and who has not signed yet."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import (
    AT_WILL,
    CAF,
    EXPRESS,
    SIGNED,
    TACIT,
    TOWN,
    UNTIL_2022,
    YEARLY,
    at,
    convention,
    fact,
    signed,
)

from convenir.core.assumptions import Choice
from convenir.core.delays import Between, Months, Years
from convenir.core.facts import ClauseContradicted, Fact, MandateShown, NoticeReceived, RenewalSigned, Signed
from convenir.core.source import Source
from convenir.core.standing import Flag, Standing, Status, standing
from convenir.core.terms import Confidentiality, Document, Duration, Formalities, Nature, Renewal, Severability, Terms
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.termination import Form, TerminationAtWill

SIGNING = Formalities(place="Ici", source=at("signatures"))
PARTIES = (CAF.source, TOWN.source)
REFUSABLE = Renewal(mode=Mode.TACIT, step=Years(count=1), denunciation=Months(count=3), source=at("10", 2))
NOTICE = fact(5, date(2020, 6, 15), NoticeReceived(party="commune", form=Form.REGISTERED_LETTER))


def on(day: date, terms: Terms, facts: list[Fact] = SIGNED) -> Standing:
    return standing(terms, facts, on=day, known=date.max)


@pytest.mark.parametrize(
    ("day", "facts", "status", "because"),
    [
        (date(2020, 1, 5), SIGNED, Status.DRAFT, (*PARTIES, SIGNING.source)),
        (date(2020, 1, 7), SIGNED[:1], Status.SIGNING, (*PARTIES, SIGNING.source)),
        (date(2020, 1, 6), SIGNED, Status.IN_FORCE, (YEARLY.source,)),
        (date(2021, 1, 6), SIGNED, Status.IN_FORCE_RENEWED, (TACIT.source, YEARLY.source)),
        (date(2024, 1, 6), SIGNED, Status.EXPIRED, (YEARLY.source, TACIT.source)),
        (date(2020, 7, 1), [*SIGNED, NOTICE], Status.IN_FORCE_UNDER_NOTICE, (AT_WILL.source,)),
        (date(2020, 9, 16), [*SIGNED, NOTICE], Status.TERMINATED, (AT_WILL.source,)),
    ],
)
def test_each_status_rests_on_its_own_words(
    day: date, facts: list[Fact], status: Status, because: tuple[Source, ...]
) -> None:
    found = on(day, convention(YEARLY, TACIT, AT_WILL, SIGNING), facts)
    assert (found.status, found.because) == (status, because)


def test_a_text_that_says_little_is_grounded_on_what_it_says() -> None:
    day = date(2020, 1, 6)
    assert on(day, convention(EXPRESS)).because == (EXPRESS.source,)
    assert on(day, convention(SIGNING)).because == (*PARTIES, SIGNING.source)
    assert on(day, Terms(clauses=(AT_WILL, EXPERIMENT))).because == (AT_WILL.source,)
    assert on(day, Terms()).because == (Source(text="convention", article="titre"),)


EXPERIMENT = Nature(experimental=True, source=at("1"))
PLAIN = Nature(source=at("2"))


def test_only_a_text_that_calls_itself_an_experiment_is_one() -> None:
    for clauses, grounds in ((EXPERIMENT, PLAIN), [(EXPERIMENT.source,)]), ((PLAIN,), []):
        found = on(date(2020, 2, 1), convention(UNTIL_2022, *clauses))
        assert [raised.because for raised in found.flags if raised.flag is Flag.EXPERIMENTAL] == grounds


@pytest.mark.parametrize(
    ("day", "number", "ends_on", "refusable_until"),
    [
        (date(2020, 1, 5), 1, None, None),
        (date(2020, 1, 6), 1, date(2021, 1, 5), date(2020, 10, 5)),
        (date(2021, 1, 5), 1, date(2021, 1, 5), date(2020, 10, 5)),
        (date(2021, 1, 6), 2, date(2022, 1, 5), date(2021, 10, 5)),
    ],
)
def test_each_period_has_its_last_day_and_the_last_day_to_refuse_the_next_one(
    day: date, number: int, ends_on: date | None, refusable_until: date | None
) -> None:
    found = on(day, convention(YEARLY, REFUSABLE))
    assert (found.period, found.period_ends_on, found.refusable_until) == (number, ends_on, refusable_until)


def test_nothing_is_left_to_refuse_once_a_notice_was_received() -> None:
    terms = convention(YEARLY, REFUSABLE, TerminationAtWill(notice=Months(count=3), source=at("11")))
    found = on(date(2020, 7, 1), terms, [*SIGNED, NOTICE])
    assert (found.period_ends_on, found.refusable_until) == (date(2020, 9, 15), None)
    second_year = fact(5, date(2021, 3, 1), NoticeReceived(party="commune", form=Form.REGISTERED_LETTER))
    found = on(date(2020, 7, 1), terms, [*SIGNED, second_year])
    assert (found.period_ends_on, found.refusable_until) == (date(2021, 1, 5), None)


def test_who_has_not_signed_is_said_on_each_day_while_the_signatures_come_in() -> None:
    facts = [*signed(date(2020, 1, 6), by=["caf"]), fact(7, date(2020, 3, 2), Signed(party="commune"))]
    terms = convention(UNTIL_2022)
    assert on(date(2020, 1, 5), terms, facts).missing == ()
    assert on(date(2020, 1, 6), terms, facts).missing == ("commune",)
    assert on(date(2020, 3, 1), terms, facts).missing == ("commune",)
    assert on(date(2020, 3, 2), terms, facts).missing == ()


def test_a_signature_known_by_its_month_lacks_until_the_month_is_over() -> None:
    march = Between.month(2020, 3)
    facts = [*signed(date(2020, 1, 6), by=["caf"]), fact(7, march, Signed(party="commune"))]
    found = on(date(2020, 3, 15), convention(UNTIL_2022), facts)
    assert (found.status, found.concluded_on) == (Status.UNCERTAIN, None)
    assert on(date(2020, 2, 29), convention(UNTIL_2022), facts).status is Status.SIGNING
    assert on(date(2020, 3, 31), convention(UNTIL_2022), facts).status is Status.IN_FORCE


def test_of_three_parties_one_that_signed_in_the_month_still_lacks_during_it() -> None:
    third = replace(TOWN, key="agglo", name="Agglomération d’essai")
    facts = [
        *signed(date(2020, 1, 6), by=["caf"]),
        fact(7, Between.month(2020, 3), Signed(party="commune")),
        fact(8, date(2020, 6, 2), Signed(party="agglo")),
    ]
    terms = convention(third, UNTIL_2022)
    missing = [on(day, terms, facts).missing for day in (date(2020, 3, 30), date(2020, 3, 31), date(2020, 6, 2))]
    assert missing == [("commune", "agglo"), ("agglo",), ()]


def test_a_first_signature_known_by_its_month_leaves_its_days_in_doubt() -> None:
    fixed = Duration(start=Start.FIXED, starts_on=date(2020, 6, 1), ends_on=date(2022, 12, 31), source=at("10"))
    facts = [fact(6, Between.month(2020, 1), Signed(party="caf")), fact(7, date(2020, 3, 2), Signed(party="commune"))]
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 31), date(2020, 3, 1), date(2020, 3, 2))
    found = [on(day, convention(fixed), facts).status for day in days]
    expected = [Status.DRAFT, Status.UNCERTAIN, Status.SIGNING, Status.SIGNING, Status.SIGNED_NOT_YET_EFFECTIVE]
    assert found == expected


@pytest.mark.parametrize(
    ("received", "status"),
    [(date(2019, 12, 31), Status.TERMINATED), (date(2020, 1, 1), Status.IN_FORCE_UNDER_NOTICE)],
)
def test_a_notice_that_ends_on_the_first_day_lets_that_day_live(received: date, status: Status) -> None:
    fixed = Duration(start=Start.FIXED, starts_on=date(2020, 4, 1), ends_on=date(2022, 12, 31), source=at("10"))
    notice = fact(8, received, NoticeReceived(party="commune", form=Form.REGISTERED_LETTER))
    found = on(date(2020, 4, 1), convention(fixed, AT_WILL), [*signed(date(2019, 12, 1)), notice])
    assert found.status is status


def test_an_express_renewal_is_a_ground_beside_the_duration() -> None:
    renewed = fact(9, date(2022, 6, 1), RenewalSigned(party="caf", until=date(2024, 12, 31)))
    also = fact(10, date(2022, 6, 1), RenewalSigned(party="commune", until=date(2024, 12, 31)))
    found = on(date(2023, 1, 1), convention(UNTIL_2022, EXPRESS), [*SIGNED, renewed, also])
    assert (found.status, found.because) == (Status.IN_FORCE_RENEWED, (EXPRESS.source, UNTIL_2022.source))


def test_what_sets_a_clause_aside_brings_its_flag_and_its_assumption_from_its_day() -> None:
    terms = convention(UNTIL_2022, AT_WILL, Severability(by_law=True, source=at("12")))
    law = fact(30, date(2021, 2, 1), ClauseContradicted(clause="TerminationAtWill", norm="loi"))
    for day, count in ((date(2021, 1, 31), 0), (date(2021, 2, 1), 1)):
        found = on(day, terms, [*SIGNED, law])
        assert [one.flag for one in found.flags].count(Flag.CLAUSE_UNWRITTEN) == count
        assert [one.choice for one in found.assumptions].count(Choice.RULE_OF_LAW_SUFFICES) == count


def test_a_mandate_shown_later_makes_the_earlier_signature_of_one_head_enough() -> None:
    alone = fact(5, date(2020, 1, 6), Signed(party="caf", signatory="directeur"))
    shown = fact(6, date(2020, 3, 2), MandateShown(party="caf", holder="directeur"))
    assert on(date(2020, 2, 3), convention(UNTIL_2022), [alone]).missing == ("caf", "commune")
    assert on(date(2020, 2, 3), convention(UNTIL_2022), [alone, shown]).missing == ("commune",)


def test_a_text_that_names_no_party_rests_on_its_duration_until_it_is_signed() -> None:
    assert on(date(2019, 1, 1), Terms(clauses=(TACIT, UNTIL_2022))).because == (UNTIL_2022.source,)


def test_of_a_text_that_says_nothing_of_its_duration_nothing_is_flagged() -> None:
    report = Terms(document=Document.DELIBERATION, clauses=(CAF, TOWN, EXPERIMENT))
    found = on(date(2020, 2, 3), report)
    assert (found.status, found.flags) == (Status.UNKNOWN, ())


def test_a_stated_date_earlier_than_the_last_signature_is_flagged_even_without_a_duration() -> None:
    dated = replace(SIGNING, stated_on=date(2020, 1, 2))
    flags = {raised.flag for raised in on(date(2020, 2, 3), convention(dated)).flags}
    assert Flag.STATED_DATE_EARLIER in flags


def test_only_the_confidentiality_that_survives_is_a_surviving_duty() -> None:
    stays, goes = Confidentiality(survives=True, source=at("7")), Confidentiality(survives=False, source=at("8"))
    found = on(date(2023, 1, 1), convention(UNTIL_2022, stays, goes))
    [raised] = [one for one in found.flags if one.flag is Flag.SURVIVING_DUTIES]
    assert raised.because == (stays.source,)


def test_a_start_within_the_month_of_signature_may_precede_it() -> None:
    """Signed some day of March, effect fixed on the 15th: the signature may have come after it."""
    fixed = Duration(start=Start.FIXED, starts_on=date(2020, 3, 15), ends_on=date(2022, 12, 31), source=at("10"))
    facts = [fact(n, Between.month(2020, 3), Signed(party=party)) for n, party in ((6, "caf"), (7, "commune"))]
    found = on(date(2020, 6, 1), convention(fixed), facts)
    assert Flag.RETROACTIVE_START in {raised.flag for raised in found.flags}
