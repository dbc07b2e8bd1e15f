"""What each party may do on a day, in which form, until when, with which effect."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.any_dossier import AnyDossier, dossiers
from tests.core.lives import AT_WILL, EXPRESS, FEW, SIGNED, TACIT, UNTIL_2022, YEARLY, at, convention, fact

from convenir.core.changes import ClauseReplaced
from convenir.core.delays import Days, Months, Years
from convenir.core.facts import (
    AmendmentProposed,
    BreachRecorded,
    ChangeObserved,
    Event,
    Fact,
    FormalNoticeSent,
    NoticeReceived,
    Signed,
)
from convenir.core.moves import Move, MoveKind, moves
from convenir.core.standing import standing
from convenir.core.terms import AutomaticTermination, Duration, TerminationAtWill, TerminationForDefault, Terms
from convenir.core.terms.lifetime import Start
from convenir.core.terms.plan import Means
from convenir.core.terms.termination import Clock, Form

UNTIL_2024 = replace(UNTIL_2022, ends_on=date(2024, 12, 31))
DAY = timedelta(days=1)


def possible(terms: Terms, on: date, kind: MoveKind, facts: list[Fact] = SIGNED) -> list[Move]:
    """The moves of that kind on that day, all being known."""
    return [m for m in moves(terms, facts, on=on, known=date.max) if m.kind is kind]


def test_each_party_may_leave_until_the_last_useful_day() -> None:
    caf, town = possible(convention(UNTIL_2022, AT_WILL), date(2021, 3, 10), MoveKind.LEAVE)
    assert (caf.party, town.party) == ("caf", "commune")
    assert (caf.last_useful_on, caf.effect_on, caf.useful) == (date(2022, 9, 30), date(2021, 6, 10), True)
    assert (caf.form, caf.forms) == (
        Form.REGISTERED_LETTER,
        (Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER),
    )
    assert caf.because == (AT_WILL.source,)


@pytest.mark.parametrize(("on", "useful"), [(date(2022, 9, 30), True), (date(2022, 10, 1), False)])
def test_a_notice_that_would_end_at_the_term_is_useless(on: date, *, useful: bool) -> None:
    for move in possible(convention(UNTIL_2022, AT_WILL), on, MoveKind.LEAVE):
        assert move.useful == useful
        assert (move.effect_on is not None) == useful


def test_a_clause_for_one_party_gives_no_power_to_the_other() -> None:
    found = possible(convention(UNTIL_2022, replace(AT_WILL, by=("caf",))), date(2021, 3, 10), MoveKind.LEAVE)
    assert [m.party for m in found] == ["caf"]


def test_once_under_notice_leaving_again_is_useless() -> None:
    facts = [*SIGNED, fact(9, date(2021, 3, 10), NoticeReceived(party="caf"))]
    found = possible(convention(UNTIL_2022, AT_WILL), date(2021, 4, 1), MoveKind.LEAVE, facts)
    assert [m.useful for m in found] == [False, False]


@pytest.mark.parametrize(
    ("on", "useful", "effect"), [(date(2021, 8, 29), True, date(2021, 11, 29)), (date(2021, 8, 31), False, None)]
)
def test_during_a_long_notice_a_letter_that_ends_sooner_is_useful(
    on: date, effect: date | None, *, useful: bool
) -> None:
    letter = NoticeReceived(party="caf", effect_on=date(2021, 11, 30))
    facts = [*SIGNED, fact(9, date(2021, 3, 10), letter)]
    for move in possible(convention(UNTIL_2022, AT_WILL), on, MoveKind.LEAVE, facts):
        assert (move.useful, move.effect_on, move.last_useful_on) == (useful, effect, date(2021, 8, 29))


def test_a_tacit_renewal_may_be_refused_before_each_anniversary() -> None:
    [caf, _] = possible(convention(YEARLY, TACIT), date(2021, 3, 10), MoveKind.REFUSE_RENEWAL)
    assert (caf.last_useful_on, caf.effect_on) == (date(2022, 1, 5), date(2022, 1, 5))


def test_before_the_end_comes_a_renewal_or_a_new_convention() -> None:
    assert possible(convention(UNTIL_2022, EXPRESS), date(2022, 6, 1), MoveKind.RENEW)
    assert possible(convention(UNTIL_2022), date(2022, 6, 1), MoveKind.NEW_CONVENTION)


def test_before_the_conclusion_there_is_only_to_sign() -> None:
    found = moves(convention(UNTIL_2022, AT_WILL), SIGNED[:1], on=date(2020, 2, 1), known=date(2020, 2, 1))
    assert [(m.kind, m.party, m.effect_on) for m in found] == [(MoveKind.SIGN, "commune", date(2022, 12, 31))]
    assert not moves(convention(UNTIL_2022, AT_WILL), [], on=date(2023, 1, 1), known=date(2023, 1, 1))


def test_nobody_moves_between_the_first_day_and_a_signature_that_is_known_to_come() -> None:
    assert not moves(convention(UNTIL_2022, AT_WILL), SIGNED, on=date(2019, 1, 1), known=date(2023, 6, 1))


def test_after_the_end_there_is_only_another_convention_to_conclude() -> None:
    found = moves(convention(UNTIL_2022, AT_WILL), SIGNED, on=date(2023, 1, 1), known=date(2023, 6, 1))
    assert [(m.kind, m.party) for m in found] == [(MoveKind.NEW_CONVENTION, p) for p in ("caf", "commune")]


def test_an_avenant_that_awaits_a_signature_may_be_signed() -> None:
    proposal = AmendmentProposed(amendment="avenant-1", changes=(ClauseReplaced(clause=UNTIL_2024),))
    half = Signed(party="caf", amendment="avenant-1")
    facts = [*SIGNED, fact(8, date(2022, 3, 1), proposal), fact(9, date(2022, 3, 10), half)]
    found = possible(convention(UNTIL_2022), date(2022, 4, 1), MoveKind.AMEND, facts)
    assert [(m.party, m.subject, m.effect_on) for m in found] == [
        ("caf", "", None),
        ("commune", "", None),
        ("commune", "avenant-1", date(2024, 12, 31)),
    ]


def test_an_express_renewal_has_the_length_of_the_convention() -> None:
    [caf, _] = possible(convention(YEARLY, EXPRESS), date(2020, 6, 1), MoveKind.RENEW)
    assert (caf.last_useful_on, caf.effect_on, caf.agreement_of) == (date(2021, 1, 5), date(2022, 1, 5), ("commune",))


def test_a_clause_that_works_for_the_end_of_a_period_refuses_the_renewal() -> None:
    text = convention(YEARLY, TACIT, replace(AT_WILL, at_term=True))
    [leave, _] = possible(text, date(2021, 3, 10), MoveKind.LEAVE)
    assert (leave.effect_on, leave.last_useful_on) == (date(2022, 1, 5), date(2022, 10, 5))
    [refuse, _] = possible(text, date(2021, 3, 10), MoveKind.REFUSE_RENEWAL)
    assert refuse.last_useful_on == date(2021, 10, 5)


SILENT = AutomaticTermination(by=("caf",), source=at("12", 5))
LIVES = st.sampled_from(
    [
        (UNTIL_2022,),
        (UNTIL_2022, EXPRESS),
        (YEARLY, TACIT),
        (YEARLY, EXPRESS),
        (Duration(start=Start.SIGNATURE, span=Years(count=3), source=at("10")),),
        (Duration(start=Start.FIXED, starts_on=date(2020, 3, 1), ends_on=date(2022, 2, 28), source=at("10")),),
        (Duration(start=Start.SIGNATURE, source=at("10")),),
    ]
)
NOTICES = st.one_of(
    st.none(), st.integers(0, 9).map(lambda n: Months(count=n)), st.integers(0, 99).map(lambda n: Days(count=n))
)
WILLS = st.builds(
    TerminationAtWill,
    notice=NOTICES,
    by=st.sampled_from([(), ("caf",), ("commune",)]),
    form=st.sampled_from([None, Form.REGISTERED_LETTER]),
    at_term=st.booleans(),
    source=st.just(at("11")),
)
DEFAULTS = st.builds(
    TerminationForDefault,
    cure=st.sampled_from([None, Months(count=1), Days(count=15)]),
    clock=st.sampled_from([None, Clock.SENDING]),
    formal_notice=st.booleans(),
    source=st.just(at("12")),
)
CLAUSES = st.builds(
    lambda life, will, default: convention(*life, *will, *default, Means(source=at("5")), SILENT),
    LIVES,
    st.lists(WILLS, max_size=1),
    st.lists(DEFAULTS, max_size=1),
)
DAYS = st.dates(date(2019, 12, 20), date(2023, 3, 1))
EVENTS: st.SearchStrategy[Event] = st.sampled_from(
    [
        NoticeReceived(party="caf"),
        NoticeReceived(party="commune", form=Form.EMAIL),
        BreachRecorded(breach="moyens", party="commune", article="5"),
        FormalNoticeSent(party="caf", breach="moyens", cure=Months(count=1)),
        ChangeObserved(change="fermeture", party="commune", annex="2"),
    ]
)
HAPPENED = st.lists(st.tuples(DAYS, EVENTS), max_size=4).map(
    lambda told: [*SIGNED, *(fact(number, day, event) for number, (day, event) in enumerate(told, start=10))]
)


def done(move: Move, facts: list[Fact], on: date) -> list[Fact]:
    """The facts, with what is to record if the move is made on that day."""
    return [*facts, *(fact(number, on, event) for number, event in enumerate(move.events, start=90))]


def assert_sound(text: Terms, facts: list[Fact], on: date) -> None:
    """Each move, once made, gives the last day that it announces; one that is useless changes nothing."""
    before = standing(text, facts, on=on, known=date.max)
    for move in moves(text, facts, on=on, known=date.max):
        after = standing(text, done(move, facts, on), on=on, known=date.max)
        if move.effect_on is not None:
            assert after.last_day == move.effect_on, move.kind
        if not move.useful:
            assert after.last_day == before.last_day, move.kind


@FEW
@given(CLAUSES, HAPPENED, DAYS)
def test_doing_a_move_leads_to_the_last_day_that_it_announces(text: Terms, facts: list[Fact], on: date) -> None:
    assert_sound(text, facts, on)


@FEW
@given(dossiers())
def test_so_it_does_whatever_happened_to_a_real_text(dossier: AnyDossier) -> None:
    assert_sound(dossier.terms, list(dossier.facts), dossier.on)


@FEW
@given(LIVES, WILLS, DAYS)
def test_a_letter_is_useful_to_its_last_useful_day_and_no_further(
    life: tuple[Duration, ...], will: TerminationAtWill, on: date
) -> None:
    text = convention(*life, will)
    for move in possible(text, on, MoveKind.LEAVE):
        last = move.last_useful_on
        if last is None or last < date(2020, 1, 6):
            continue
        assert [m.useful for m in possible(text, last, MoveKind.LEAVE) if m.party == move.party] == [True]
        later = [m.useful for m in possible(text, last + DAY, MoveKind.LEAVE) if m.party == move.party]
        assert later in ([False], [])
