"""Evaluations against the text: begun before what the text wants first."""

from collections.abc import Iterator
from datetime import date

from convenir.core.facts import EvaluationDone, EvaluationLaunched, ReferentNamed
from convenir.core.findings import Finding, contrary
from convenir.core.naming import day_name, party_name
from convenir.core.situation import Situation, day_of
from convenir.core.terms.evaluation import Evaluation, Moment
from convenir.core.terms.governance import Referents


def begun_without_referents(situation: Situation) -> Iterator[Finding]:
    """An evaluation begun before each party has named its contact, where the text wants that first."""
    for moment in Moment:
        clauses = [c for c in situation.terms.every(Evaluation) if c.moment is moment and c.referents]
        begun = _begun(situation, moment) if clauses else None
        lacking = () if begun is None else _without_referent(situation, begun)
        if begun is None or not lacking:
            continue
        names = " et ".join(party_name(situation.terms, key) for key in lacking)
        yield contrary(
            "referents",
            f"L’évaluation a commencé le {day_name(begun)} sans le référent que doit désigner {names}.",
            "Faites désigner le référent, puis enregistrez-le.",
            *(clause.source for clause in clauses),
            *(clause.source for clause in situation.terms.every(Referents)),
            on=begun,
        )


def _begun(situation: Situation, moment: Moment) -> date | None:
    """The day on which that evaluation was launched, else done."""
    launched = [day_of(fact) for fact, event in situation.happened(EvaluationLaunched) if event.moment is moment]
    done = [day_of(fact) for fact, event in situation.happened(EvaluationDone) if event.moment is moment]
    return min([*launched, *done], default=None)


def _without_referent(situation: Situation, by: date) -> tuple[str, ...]:
    named = {event.party for fact, event in situation.happened(ReferentNamed) if day_of(fact) <= by}
    return tuple(key for key in situation.parties if key not in named)
