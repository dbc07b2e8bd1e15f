"""The terms read in four real texts give, with the same facts, the answers of the terms written by hand."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from convenir.core.agenda import agenda
from convenir.core.dossier import facts_from, terms_from
from convenir.core.facts import Fact
from convenir.core.obligation import Obligation
from convenir.core.standing import Standing, standing
from convenir.core.terms import Terms
from convenir.reader.reading import read

CASES = Path(__file__).parents[1] / "cases"
TEXTS = Path(__file__).parents[3] / "shared" / "conventions"
KNOWN, UNTIL = date(2030, 1, 1), date(2027, 12, 31)

LETTER = {"notice_received": "caf", "form": "registered_letter"}
COMMITTEE = {"meeting_held": "copil", "chair": "caf", "secretary": "caf"}
# The facts of each convention: shared with the cases, then some of its years.
FACTS: dict[str, tuple[str, list[dict[str, object]]]] = {
    "finistere-2016": ("", [COMMITTEE | {"on": date(2016, 9, 8)}, COMMITTEE | {"on": date(2017, 2, 8)}]),
    "rouen-2019": (
        "rouen-signee",
        [{"data_delivered": "caf", "year": 2020, "on": date(2021, 2, 1)}, LETTER | {"on": date(2022, 3, 1)}],
    ),
    "sceaux-2021": ("sceaux-signee", [COMMITTEE | {"on": date(2022, 6, 2)}, LETTER | {"on": date(2023, 8, 31)}]),
    "saves-2015": (
        "saves-signee",
        [{"meeting_planned": "copil", "on": date(2016, 6, 20)}, {"meeting_held": "suivi", "on": date(2016, 5, 20)}],
    ),
}
DAYS = [date(2015, 1, 1), date(2016, 5, 25), *(date(year, 2, 15) for year in range(2017, 2027))]


def _facts(name: str) -> tuple[Fact, ...]:
    shared, own = FACTS[name]
    rows = tomllib.loads((CASES / "facts" / f"{shared}.toml").read_text())["facts"] if shared else []
    return facts_from([*rows, *own])


@pytest.fixture(params=FACTS)
def both(request: pytest.FixtureRequest) -> tuple[Terms, Terms, tuple[Fact, ...]]:
    """The terms by hand, the terms read, and the facts."""
    name: str = request.param
    text = TEXTS / f"{name}.txt"
    if not text.is_file():
        pytest.skip(f"the real text {text.name} is not beside the project")
    by_hand = terms_from(tomllib.loads((CASES / "terms" / f"{name}.toml").read_text()))
    return by_hand, read(text.read_bytes()).terms, _facts(name)


def test_the_standing_is_the_same_on_every_day(both: tuple[Terms, Terms, tuple[Fact, ...]]) -> None:
    by_hand, as_read, facts = both
    for on in DAYS:
        expected, found = (standing(terms, facts, on=on, known=KNOWN) for terms in (by_hand, as_read))
        assert _status(found) == _status(expected), on


def test_the_agenda_is_the_same_on_every_day(both: tuple[Terms, Terms, tuple[Fact, ...]]) -> None:
    by_hand, as_read, facts = both
    for on in DAYS:
        expected, found = (agenda(terms, facts, on=on, known=KNOWN, until=UNTIL) for terms in (by_hand, as_read))
        assert [_duty(one) for one in found] == [_duty(one) for one in expected], on


def _status(found: Standing) -> tuple[object, ...]:
    """All but the words: those written by hand have none."""
    flags = sorted((raised.flag, raised.party) for raised in found.flags)
    choices = sorted((a.choice, str(a.on), str(a.alternatives)) for a in found.assumptions)
    articles = sorted({source.article for source in found.because})
    return (found.status, found.first_day, found.last_day, found.period, flags, choices, articles, found.facts)


def _duty(one: Obligation) -> tuple[object, ...]:
    articles = sorted({source.article for source in one.because})
    return (one.key, one.state, one.due_on, one.advice_on, one.done_on, one.opens_on, one.who, one.optional, articles)
