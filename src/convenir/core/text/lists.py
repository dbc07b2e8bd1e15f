"""The lists of the signed text that a person completed once the dossier existed: they count from the first day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from convenir.core.facts import Fact, ListCompleted, Listing
from convenir.core.terms import Term, Terms


class Completion(NamedTuple):
    """A clause with the list that it should have had, and the fact that says so."""

    clause: Listing
    fact: Fact


def completed(terms: Terms, facts: Sequence[Fact]) -> Terms:
    """The terms with the lists that facts complete; the terms themselves without any."""
    told = [fact for fact in facts if isinstance(fact.event, ListCompleted)]
    if not told:
        return terms
    found = ((clause, completion(clause, told)) for clause in terms.clauses)
    return replace(terms, clauses=tuple(one.clause if one else clause for clause, one in found))


def completion(clause: Term, facts: Sequence[Fact]) -> Completion | None:
    """The clause as the last of these facts completes it; None where none does."""
    told = [
        Completion(clause=replace(one, source=clause.source), fact=fact)
        for fact in facts
        if isinstance(fact.event, ListCompleted)
        for one in fact.event.clauses
        if _same(one, clause)
    ]
    return max(told, key=_recorded, default=None)


def _same(told: Listing, clause: Term) -> bool:
    """Whether both are the clause of one payer, on the same words of the same article; words not told are any."""
    if type(told) is not type(clause) or told.payer != getattr(clause, "payer", None):
        return False
    return told.source.article == clause.source.article and told.source.quote in ("", clause.source.quote)


def _recorded(one: Completion) -> tuple[object, ...]:
    """The order in which facts were recorded: of one day, by their numbers («f9», then «f10»)."""
    return one.fact.recorded_on, len(one.fact.id), one.fact.id
