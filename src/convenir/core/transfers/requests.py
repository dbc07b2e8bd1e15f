"""What was recorded about each request for data, sorted by request once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

from convenir.core.facts import (
    DataReleased,
    DataRequested,
    DpoOpinionGiven,
    Fact,
    ImpactAssessed,
    RegisterEntered,
    RequestAnswered,
    StudyDone,
)
from convenir.core.situation import Situation

OnRequest: TypeAlias = (
    DataRequested | RequestAnswered | StudyDone | DpoOpinionGiven | RegisterEntered | ImpactAssessed | DataReleased
)
KINDS: tuple[type[OnRequest], ...] = (
    DataRequested,
    RequestAnswered,
    StudyDone,
    DpoOpinionGiven,
    RegisterEntered,
    ImpactAssessed,
    DataReleased,
)
R = TypeVar("R", bound=OnRequest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """The situation, and the facts that have happened about each request, by kind."""

    situation: Situation
    told: dict[tuple[type, str], list[tuple[Fact, OnRequest]]]

    def of(self, kind: type[R], request: str) -> Sequence[tuple[Fact, R]]:
        """The facts of that kind about that request, in order."""
        return cast("Sequence[tuple[Fact, R]]", self.told.get((kind, request), ()))


def requests_of(situation: Situation) -> Requests:
    """The facts of a situation, sorted by request."""
    told: dict[tuple[type, str], list[tuple[Fact, OnRequest]]] = {}
    for kind in KINDS:
        for fact, event in situation.happened(kind):
            told.setdefault((kind, event.request), []).append((fact, event))
    return Requests(situation=situation, told=told)
