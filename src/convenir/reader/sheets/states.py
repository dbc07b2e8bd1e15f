"""How far an action is, by the words that follow-up tables use."""

import re
from enum import StrEnum

from convenir.reader.french.words import flat


class State(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    LATE = "late"
    PAUSED = "paused"
    GIVEN_UP = "given_up"
    NOT_DONE = "not_done"


NAMES: dict[State, str] = {
    State.PLANNED: "prévue",
    State.UNDER_WAY: "en cours",
    State.DONE: "faite",
    State.LATE: "en retard",
    State.PAUSED: "en pause",
    State.GIVEN_UP: "abandonnée",
    State.NOT_DONE: "pas faite",
}

_CALLED: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.GIVEN_UP, re.compile(r"\babandon\w*|\bannule\w*|\bsupprime\w*")),
    (State.NOT_DONE, re.compile(r"\b(?:pas|non) (?:faite?|realisee?|commencee?|demarree?|engagee?)\b")),
    (State.PAUSED, re.compile(r"\b(?:en )?pause\b|\bsuspendu\w*|\bbloque\w*|\breporte\w*")),
    (State.LATE, re.compile(r"\bretard\b")),
    (State.UNDER_WAY, re.compile(r"\ben cours\b|\bengagee?s?\b|\bcommencee?\b|\bdemarree?\b|\blancee?\b")),
    (State.DONE, re.compile(r"\b(?:faite?|realisee?|terminee?|achevee?|finie?|soldee?|close?)\b|^100 ?%$")),
    (
        State.PLANNED,
        re.compile(r"\bprevue?\b|\ba venir\b|\bprogrammee?\b|\ba (?:lancer|engager|demarrer|faire)\b|\bidee\b|^0 ?%$"),
    ),
)


def state_of(words: str) -> State | None:
    """
    >>> state_of("En cours"), state_of("Non réalisée"), state_of("Terminé"), state_of("Soleil")
    (<State.UNDER_WAY: 'under_way'>, <State.NOT_DONE: 'not_done'>, <State.DONE: 'done'>, None)
    """
    plain = flat(words)
    return next((state for state, called in _CALLED if called.search(plain)), None)
