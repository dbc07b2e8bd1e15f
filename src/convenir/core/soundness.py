"""Parameters that no clause can have: a cadence of nought, a ceiling under one step, an end before its start."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar, get_args

from convenir.core.delays import Days, Delay, Months, Years, after, earliest
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.refusals import Refusal
from convenir.core.terms import Duration, Renewal, Term, Terms

# A count that is at least one, wherever a clause has it, and how it is called.
COUNTS: dict[str, str] = {
    "count": "un nombre de fois",
    "per_year": "un nombre par an",
    "seats": "un nombre de sièges",
    "minimum": "un nombre d’indicateurs",
    "min_count": "un seuil",
    "min_cell": "un seuil",
    "min_population": "un seuil",
    "questions": "un nombre de questions",
    "originals": "un nombre d’exemplaires",
    "pages": "un nombre de pages",
}
# Lengths that cannot be nought: what they measure would never begin.
LENGTHS: dict[str, str] = {
    "span": "une durée",
    "step": "une période de reconduction",
    "ceiling": "une durée totale",
}
# Any day does to compare two lengths.
SOME_DAY = date(2001, 1, 1)


class ImpossibleClause(Refusal):
    """A clause whose parameters cannot be, with the article and what to do."""

    code: ClassVar[str] = "impossible-clause"
    sentence: ClassVar[str] = "Article {article} : {why}. Relisez le passage et corrigez cette valeur."


def refuse_impossible(clause: Term) -> None:
    """Raises ImpossibleClause when a parameter of the clause cannot be."""
    why = next(_flaws(clause), None)
    if why is not None:
        place = clause.source.article or "inconnu"
        raise ImpossibleClause(source=clause.source, article=place, why=why)


def impossible(terms: Terms) -> Iterator[Finding]:
    """The clauses of a text whose parameters cannot be: they are reported, and nothing is lost."""
    for clause in terms.clauses:
        for why in _flaws(clause):
            yield Finding(
                oddity=Oddity.CONTRADICTORY,
                about="impossible-clause",
                severity=Severity.BLOCKING,
                sentence=f"Une clause a une valeur impossible : {why}.",
                advice="Relisez le passage et corrigez cette valeur.",
                sources=(clause.source,),
            )


def _flaws(clause: Term) -> Iterator[str]:
    for field in fields(clause):
        yield from _flaw(field.name, getattr(clause, field.name))
    for kind, check in TOGETHER.items():
        if isinstance(clause, kind):
            yield from check(clause)


def _flaw(name: str, value: Any) -> Iterator[str]:
    """What one value alone shows."""
    if isinstance(value, get_args(Delay)):
        if value.count < 0:
            yield f"un délai de {_words(value)} est négatif"
        if value.count == 0 and name in LENGTHS:
            yield f"{LENGTHS[name]} ne peut pas être nulle"
    elif name in COUNTS and isinstance(value, int) and value < 1:
        yield f"{COUNTS[name]} est d’au moins 1, non {value}"


def _words(delay: Delay) -> str:
    units = {Days: "jour(s)", Months: "mois", Years: "an(s)"}
    return f"{delay.count} {units[type(delay)]}"


def _of_duration(clause: Duration) -> Iterator[str]:
    start, end = clause.starts_on, clause.ends_on
    if start is not None and end is not None and end < earliest(start):
        yield f"la fin ({end:%d/%m/%Y}) précède le début ({earliest(start):%d/%m/%Y})"


def _of_renewal(clause: Renewal) -> Iterator[str]:
    if clause.step is None or clause.ceiling is None:
        return
    if after(SOME_DAY, clause.ceiling) < after(SOME_DAY, clause.step):
        yield f"la durée totale ({_words(clause.ceiling)}) est plus courte qu’une période ({_words(clause.step)})"


# What two values of one clause show together.
TOGETHER: dict[type, Callable[[Any], Iterator[str]]] = {Duration: _of_duration, Renewal: _of_renewal}
