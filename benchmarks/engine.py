"""Standing and agenda: the ratio to reading the same dossier as JSON, and growth with facts, years, dossiers."""

import json
from datetime import date
from functools import partial

from benchmarks import long_dossier
from benchmarks.timing import least
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
    terms, facts = long_dossier.terms(), long_dossier.facts()
    words = json.dumps({"terms": encode_terms(terms), "facts": encode_facts(facts)})
    stored = json.loads(words)
    parsing = least(lambda: json.loads(words), 300)
    computing = least(lambda: answer(terms, facts), 100)
    decoding = least(lambda: (decode_terms(stored["terms"]), decode_facts(stored["facts"])), 20)
    return [
        f"dossier of {long_dossier.YEARS} years, {len(facts)} facts, {len(words)} characters of JSON",
        f"standing + agenda / json.loads   {computing / parsing:6.1f}   (aim: at most 20)",
        f"decoding / json.loads            {decoding / parsing:6.1f}",
    ]


def growth() -> list[str]:
    """The same with twice the facts, and over more and more dossiers: the last column is the cost per unit."""
    terms = long_dossier.terms()
    lines = ["facts a year   total   cost per fact, relative to the first line"]
    base = 0.0
    for a_year in (20, 40, 80, 160):
        facts = long_dossier.facts(a_year=a_year)
        cost = least(partial(answer, terms, facts)) / len(facts)
        base = base or cost
        lines.append(f"{a_year:12}   {len(facts):5}   {cost / base:5.2f}")
    return lines + _dossiers(terms)


def _dossiers(terms: Terms) -> list[str]:
    small = long_dossier.facts(years=3, a_year=10)
    lines = ["dossiers   cost per dossier, relative to the first line"]
    base = 0.0
    for count in (500, 1000, 2000, 4000):
        cost = least(partial(_many, terms, small, count), 1) / count
        base = base or cost
        lines.append(f"{count:8}   {cost / base:5.2f}")
    return lines


def _many(terms: Terms, facts: tuple[Fact, ...], count: int) -> None:
    for _ in range(count):
        answer(terms, facts)
