"""What a clause says, as a label and a short value, for the person who confirms it: one file for each chapter."""

from collections.abc import Callable
from typing import Any

from convenir.core.dossier import CLAUSES
from convenir.core.terms import Term
from convenir.writer.words.terms import (
    amendment,
    disputes,
    evaluation,
    exchanges,
    funding,
    governance,
    information,
    lifetime,
    parties,
    plan,
    scope,
    termination,
)

WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    **parties.WORDS,
    **scope.WORDS,
    **plan.WORDS,
    **funding.WORDS,
    **governance.WORDS,
    **information.WORDS,
    **exchanges.WORDS,
    **evaluation.WORDS,
    **lifetime.WORDS,
    **termination.WORDS,
    **amendment.WORDS,
    **disputes.WORDS,
}


def term_label(term: Term) -> str:
    """The name of the kind of clause."""
    return WORDS[type(term)][0]


def clause_label(name: str) -> str:
    """The same for the name of a type, as facts about judgments and avenants give it.

    >>> clause_label("MeetingCadence"), clause_label("inconnue")
    ('Rythme', 'inconnue')
    """
    return WORDS[CLAUSES[name]][0] if name in CLAUSES else name


def term_value(term: Term) -> str:
    """What the clause says, short; empty where the label says all.

    >>> from convenir.core.delays import Months
    >>> from convenir.core.source import Source
    >>> from convenir.core.terms import TerminationAtWill
    >>> term_value(TerminationAtWill(notice=Months(count=3), source=Source(text="convention", article="10")))
    'chaque partie, préavis de 3 mois, forme libre'
    """
    return WORDS[type(term)][1](term)
