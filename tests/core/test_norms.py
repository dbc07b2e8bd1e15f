"""Judgments, higher norms and the order of reading: what they set aside, from which day to which."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, FEW, SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.checks.scope import conflicts, judged_clauses, met
from convenir.core.delays import clear
from convenir.core.facts import (
    AppealDecided,
    AppealLodged,
    ClauseContradicted,
    Event,
    Fact,
    JudgmentGiven,
    JudgmentNotified,
)
from convenir.core.flags import Flag
from convenir.core.law import APPEAL_PERIOD
from convenir.core.life import life
from convenir.core.source import Source
from convenir.core.terms import Autonomy, HigherNorm, OrientationTarget, RelatedInstrument, Severability, Term
from convenir.core.terms.governance import Committee, Level
from convenir.core.terms.scope import Comparator, NormEffect, Relation
from convenir.core.text.judgments import judgments, last_day_of_appeal
from convenir.core.text.norms import active, flags, suspensions
from convenir.core.text.precedence import Rank, rank_named, rank_of
from convenir.core.workdays import FRENCH, Calendar, Territory

BY_LAW = Severability(by_law=True, source=at("12"))
COG = HigherNorm(norm="Cog", effect=NormEffect.UNOPPOSABLE, source=at("5"))
PRIOR = Autonomy(prior_commitments_prevail=True, source=at("6"))
GIVEN = fact(20, date(2021, 3, 1), JudgmentGiven(judgment="ta", clause="TerminationAtWill"))
NOTIFIED = [
    fact(21, date(2021, 3, 10), JudgmentNotified(judgment="ta", party="caf")),
    fact(22, date(2021, 3, 12), JudgmentNotified(judgment="ta", party="commune")),
]


def contradicted(norm: str, clause: str = "TerminationAtWill", until: date | None = None) -> Fact:
    return fact(30, date(2021, 2, 1), ClauseContradicted(clause=clause, norm=norm, until=until))


def lodged(day: date, *then: tuple[date, Event]) -> list[Fact]:
    """An appeal of the Caf, and what follows it."""
    later = [fact(41 + rank, on, event) for rank, (on, event) in enumerate(then)]
    return [GIVEN, *NOTIFIED, fact(40, day, AppealLodged(judgment="ta", party="caf")), *later]


@pytest.mark.parametrize(
    ("facts", "closed_on"),
    [
        ([GIVEN], None),
        ([GIVEN, NOTIFIED[0]], None),
        ([GIVEN, *NOTIFIED], date(2021, 5, 14)),  # the 13th is Ascension, a holiday
        (lodged(date(2021, 5, 11)), None),
        (lodged(date(2021, 5, 12)), date(2021, 5, 14)),
        (lodged(date(2021, 4, 1), (date(2022, 1, 4), AppealDecided(judgment="ta"))), date(2022, 1, 4)),
        (lodged(date(2021, 4, 1), (date(2022, 1, 4), AppealDecided(judgment="ta", upheld=False))), None),
    ],
)
def test_a_judgment_is_final_when_nobody_can_appeal_any_more(facts: list[Fact], closed_on: date | None) -> None:
    [judgment] = judgments(facts, ("caf", "commune"), FRENCH)
    assert judgment.closed_on == closed_on


@FEW
@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 1, 1)), st.sampled_from(Territory))
def test_the_last_day_of_appeal_is_a_working_day_after_two_clear_months(day: date, territory: Territory) -> None:
    last = last_day_of_appeal(day, Calendar(territory=territory))
    assert clear(day, APPEAL_PERIOD) <= last <= clear(day, APPEAL_PERIOD) + timedelta(days=5)
    assert last.isoweekday() < 6


@pytest.mark.parametrize(
    ("norm", "clauses", "void"),
    [
        ("Cog", [COG], False),
        ("Cog", [PRIOR, BY_LAW], None),
        ("engagement de 2014", [PRIOR], False),
        ("engagement de 2014", [COG, BY_LAW], None),
        ("loi n° 2020-1", [BY_LAW], True),
        ("loi n° 2020-1", [COG, PRIOR, Severability(source=at("12"))], None),
        ("annexe 1", [COG, PRIOR, BY_LAW], None),
    ],
)
def test_a_norm_sets_a_clause_aside_by_the_words_of_the_text_only(
    norm: str, clauses: list[Term], void: bool | None
) -> None:
    found = list(suspensions(convention(UNTIL_2022, AT_WILL, *clauses), [*SIGNED, contradicted(norm)]))
    assert [one.void for one in found] == ([] if void is None else [void])
    assert all(one.because and AT_WILL.source in one.because for one in found)


def test_a_suspension_lasts_to_its_last_day_and_takes_the_clause_out_of_the_text() -> None:
    text = convention(UNTIL_2022, AT_WILL, COG)
    lived = life(text, [*SIGNED, contradicted("Cog", until=date(2021, 2, 28))])
    for day, aside in [(date(2021, 1, 31), 0), (date(2021, 2, 1), 1), (date(2021, 2, 28), 1), (date(2021, 3, 1), 0)]:
        told = active(lived.suspensions, lived.texts, day)
        assert len(told) == aside
        assert (AT_WILL in lived.texts.on(day).clauses) is (aside == 0)
        assert [raised.flag for raised in flags(told, lived.texts)] == [Flag.CLAUSE_UNOPPOSABLE] * aside


def test_a_clause_that_the_text_does_not_have_raises_nothing() -> None:
    text = convention(UNTIL_2022, COG)
    lived = life(text, [*SIGNED, contradicted("Cog")])
    assert not active(lived.suspensions, lived.texts, date(2021, 3, 1))
    [told] = conflicts(situation(text, date(2021, 3, 1), [*SIGNED, contradicted("Cog")]))
    assert told.about == "clause-named"
    [judged] = judged_clauses(situation(text, date(2021, 3, 1), [*SIGNED, GIVEN]))
    assert judged.about == "clause-named"


@pytest.mark.parametrize(
    ("norm", "rank"),
    [
        ("COG 2018-2022", Rank.COG),
        ("charte régionale", Rank.COG),
        ("Contrat enfance", Rank.PRIOR_COMMITMENT),
        ("engagement de 2014", Rank.PRIOR_COMMITMENT),
        ("avenant-1", Rank.AMENDMENT),
        ("article 4", Rank.BODY),
        ("annexe 2", Rank.ANNEX),
        ("fiche Accueil", Rank.SHEET),
        ("décision du comité de pilotage", Rank.DECISION),
        ("décision du Conseil constitutionnel", Rank.LAW),
        ("", Rank.LAW),
    ],
)
def test_what_a_fact_names_has_a_rank(norm: str, rank: Rank) -> None:
    text = convention(
        HigherNorm(norm="Charte régionale", effect=NormEffect.READ_WITHIN, source=at("5")),
        RelatedInstrument(title="contrat enfance", relation=Relation.PRIOR, source=at("5")),
        RelatedInstrument(title="schéma", relation=Relation.FRAMEWORK, source=at("5")),
        Committee(body="copil", name="comité de pilotage", level=Level.STEERING, source=at("6")),
    )
    assert rank_named(norm, text) is rank


def test_words_have_the_rank_of_their_place() -> None:
    places = (Source(text="avenant-1", article="annexe 2"), at("annexe 2"), at("10"))
    assert [rank_of(place) for place in places] == [Rank.AMENDMENT, Rank.ANNEX, Rank.BODY]
    assert min(Rank) is Rank.LAW


@FEW
@given(st.decimals(allow_nan=False, allow_infinity=False), st.decimals(allow_nan=False, allow_infinity=False))
def test_a_value_equal_to_its_target_reaches_it_and_one_side_always_does(value: Decimal, target: Decimal) -> None:
    least, most = (
        OrientationTarget(indicator="part", comparator=side, value=target, source=at("2")) for side in Comparator
    )
    assert met(least, value) or met(most, value)
    assert met(least, target) and met(most, target)
