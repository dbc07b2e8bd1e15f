"""What happened, in a sentence, by chapter; the fact's day is shown beside it."""

from collections.abc import Callable

from convenir.core.facts import Cancelled, Event
from convenir.core.terms import Terms
from convenir.writer.words.facts import (
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
    termination,
)

WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    **parties.WORDS,
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
    Cancelled: ("Annulation d’un fait", lambda e, t: "Fait annulé" + (f" : {e.reason}" if e.reason else "")),
}


def event_label(kind: type) -> str:
    """The kind of fact, as a heading or a choice."""
    return WORDS[kind][0]


def fact_sentence(event: Event, terms: Terms) -> str:
    """The event, without its day.

    >>> from convenir.core.facts import MeetingHeld
    >>> fact_sentence(MeetingHeld(body="copil", chair="caf", present={"caf": 4, "epci": 4}), Terms())
    'Comité de pilotage tenu, présidence : la Caf, 8 présents'
    """
    return WORDS[type(event)][1](event, terms)
