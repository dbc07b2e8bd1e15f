"""Standing and agenda: the ratio to reading the same dossier as JSON, and growth with facts, years, dossiers."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from benchmarks import full_dossier, long_dossier
from benchmarks.timing import least_work
from convenir.core.agenda import agenda
from convenir.core.codec import decode_facts, decode_terms, encode_facts, encode_terms
from convenir.core.facts import Fact
from convenir.core.standing import standing
from convenir.core.terms import Terms

ON, UNTIL = date(2024, 11, 21), date(2024, 12, 31)


def answer(terms: Terms, facts: tuple[Fact, ...]) -> None:
    """What a convention page computes."""
    standing(terms, facts, on=ON, known=ON)
    agenda(terms, facts, on=ON, known=ON, until=UNTIL)


def ratio() -> list[str]:
    """The computation and the decoding, each as a ratio to `json.loads` of the same dossier."""
    full = _ratio("full", full_dossier.terms(), full_dossier.facts())
    return [*full, *_ratio("long", long_dossier.terms(), long_dossier.facts())]


def _ratio(name: str, terms: Terms, facts: tuple[Fact, ...]) -> Iterator[str]:
    words = json.dumps({"terms": encode_terms(terms), "facts": encode_facts(facts)})
    stored = json.loads(words)
    parsing = least_work(lambda: json.loads(words), 300)
    listing = least_work(lambda: agenda(terms, facts, on=ON, known=ON, until=UNTIL), 60)
    computing = least_work(lambda: answer(terms, facts), 60)
    decoding = least_work(lambda: (decode_terms(stored["terms"]), decode_facts(stored["facts"])), 20)
    yield f"{name} dossier: {len(terms.clauses)} clauses, {len(facts)} facts, {len(words)} characters of JSON"
    yield f"agenda / json.loads              {listing / parsing:6.1f}   (aim: at most 20)"
    yield f"standing + agenda / json.loads   {computing / parsing:6.1f}"
    yield f"decoding / json.loads            {decoding / parsing:6.1f}"


def growth() -> list[str]:
    """The last column is the cost of one fact, one year, one dossier, relative to the first line: at most about 1."""
    return [*_facts(), *_years(), *_dossiers()]


def _facts() -> Iterator[str]:
    yield "full dossier, facts a year   total   cost per fact"
    base = 0.0
    for a_year in (25, 50, 100, 200, 400):
        facts = full_dossier.facts(a_year=a_year)
        cost = least_work(partial(answer, full_dossier.terms(), facts), 20) / len(facts)
        base = base or cost
        yield f"{a_year:26}   {len(facts):5}   {cost / base:5.2f}"


def _years() -> Iterator[str]:
    yield "full dossier, years   facts   cost per year"
    base = 0.0
    for years in (5, 10, 20, 40):
        terms, facts = full_dossier.terms(years), full_dossier.facts(years)
        end = date(full_dossier.SIGNED.year + years - 1, 12, 31)
        cost = least_work(partial(agenda, terms, facts, on=end, known=end, until=end), 20) / years
        base = base or cost
        yield f"{years:19}   {len(facts):5}   {cost / base:5.2f}"


def _dossiers() -> Iterator[str]:
    terms, small = long_dossier.terms(), long_dossier.facts(years=3, a_year=10)
    yield "dossiers   cost per dossier"
    base = 0.0
    for count in (500, 1000, 2000, 4000):
        cost = least_work(partial(_many, terms, small, count), 1) / count
        base = base or cost
        yield f"{count:8}   {cost / base:5.2f}"


def _many(terms: Terms, facts: tuple[Fact, ...], count: int) -> None:
    for _ in range(count):
        answer(terms, facts)
