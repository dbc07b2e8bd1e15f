"""The terms read from the real texts give the same status and the same calendar as those written by hand."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from convenir.cases.reading import Case, case_files, read_cases
from convenir.core import terms as t
from convenir.core.agenda import agenda
from convenir.core.dossier import terms_from
from convenir.core.obligation import Obligation
from convenir.core.standing import Standing, standing
from convenir.core.terms import Terms
from convenir.reader.reading import read

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared" / "conventions"
CASES = ROOT / "tests" / "cases"
NAMES = ("finistere-2016", "rouen-2019", "sceaux-2021", "saves-2015")
SOME_DAYS = tuple(date(year, 7, 15) for year in (2014, 2016, 2018, 2021, 2024, 2027))

absent = pytest.mark.skipif(not TEXTS.is_dir(), reason="the real texts are not beside this repository (../shared)")


@cache
def by_hand(name: str) -> Terms:
    return terms_from(tomllib.loads((CASES / "terms" / f"{name}.toml").read_text(encoding="utf-8")))


# How the hand-written terms and the facts of the cases name things more shortly than the text, which the reader quotes.
COMPLETED: dict[type, tuple[str, ...]] = {
    t.ActionPlan: ("themes",),
    t.CaseCircuit: ("cases",),
    t.FundingContribution: ("facilities",),
    t.FundingMaintenance: ("facilities",),
    t.MutualInformation: ("matters",),
    t.PriorConsultation: ("subjects",),
    t.Severability: ("by_law",),
}
# What the text states and the hand-written terms, made for the cases, leave out.
NOT_BY_HAND = (t.JointStudy, t.OrientationTarget, t.ReceptionNetwork, t.SharedObservatory, t.UnilateralProgramme)


@cache
def as_read(name: str) -> Terms:
    """The terms read, with the names that the cases use."""
    terms = read((TEXTS / f"{name}.txt").read_bytes()).terms
    hand: dict[type, list[Any]] = {kind: list(by_hand(name).every(kind)) for kind in COMPLETED}
    seen: Counter[type] = Counter()
    clauses = (clause for clause in terms.clauses if not isinstance(clause, NOT_BY_HAND))
    return replace(terms, clauses=tuple(completed(clause, hand, seen) for clause in clauses))


def completed(clause: t.Term, hand: dict[type, list[Any]], seen: Counter[type]) -> t.Term:
    """The clause with the details of the one of its type, in the order of the text."""
    kind, rank = type(clause), seen[type(clause)]
    seen[kind] += 1
    if rank >= len(hand.get(kind, [])):
        return clause
    return replace(clause, **{name: getattr(hand[kind][rank], name) for name in COMPLETED[kind]})


def cases_of(name: str) -> Iterator[Case]:
    """The cases of that text which neither add nor remove a clause."""
    for path in case_files([CASES]):
        if tomllib.loads(path.read_text(encoding="utf-8")).get("terms") == name:
            yield from (case for case in read_cases(path) if case.terms == by_hand(name))


def said(found: Standing) -> tuple[object, ...]:
    """All but the words: those written by hand have none."""
    flags = sorted((raised.flag, raised.party) for raised in found.flags)
    choices = sorted((a.choice, str(a.on), str(a.alternatives)) for a in found.assumptions)
    articles = [source.article for source in found.because]
    return found.status, found.first_day, found.last_day, found.period, flags, choices, articles, found.facts


def owed(duties: tuple[Obligation, ...]) -> list[tuple[object, ...]]:
    """In the order of their keys: steps without a day follow their labels, which a person may shorten."""
    return sorted((one.key, one.state, one.who, one.optional, days(one), articles(one)) for one in duties)


def days(one: Obligation) -> tuple[object, ...]:
    return one.opens_on, one.advice_on, one.due_on, one.done_on


def articles(one: Obligation) -> list[str]:
    return [source.article for source in one.because]


@absent
@pytest.mark.parametrize("name", NAMES)
def test_the_status_is_the_same(name: str) -> None:
    for case in cases_of(name):
        for on in {*SOME_DAYS, *(line["on"] for line in case.then)}:
            hand, got = (
                standing(terms, case.facts, on=on, known=date(2030, 1, 1), calendar=case.calendar)
                for terms in (by_hand(name), as_read(name))
            )
            assert said(got) == said(hand), (case.file, on)


@absent
@pytest.mark.parametrize("name", NAMES)
def test_the_calendar_is_the_same(name: str) -> None:
    for case in cases_of(name):
        for on in {SOME_DAYS[2], *(line["on"] for line in case.then)}:
            hand, got = (
                agenda(terms, case.facts, on=on, known=date(2030, 1, 1), until=date(2030, 1, 1), calendar=case.calendar)
                for terms in (by_hand(name), as_read(name))
            )
            assert owed(got) == owed(hand), (case.file, on)


@absent
@pytest.mark.parametrize("name", NAMES)
def test_there_are_cases_to_compare(name: str) -> None:
    assert len(list(cases_of(name))) > 3
