"""Evaluations and reviews (bilans): when, of what, before which body."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Delay
from convenir.core.force import Force
from convenir.core.source import Source


class Moment(StrEnum):
    """When an evaluation or review is due."""

    YEARLY = "yearly"
    MID_TERM = "mid_term"
    FINAL = "final"
    ROLLING = "rolling"
    OPEN = "open"


class BodyRole(StrEnum):
    """What a body does with it."""

    DRAWS_UP = "draws_up"
    EXAMINES = "examines"
    RECEIVES = "receives"
    VALIDATES = "validates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """An evaluation of the plan, the actions or the convention. `first_within`: delay of the first one.

    `questions`: how many it must answer; `validator`: the body that validates its stages; `referents`: each party
    must first name its contact.
    """

    moment: Moment
    per_year: int = 1
    body: str = ""
    role: BodyRole | None = None
    first_within: Delay | None = None
    questions: int | None = None
    validator: str = ""
    referents: bool = False
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A bilan. `effects`: it must hold an evaluation of effects; `within`: delay after the end or the year.

    `questions`: how many it must answer.
    """

    moment: Moment
    body: str = ""
    role: BodyRole | None = None
    effects: bool = False
    within: Delay | None = None
    questions: int | None = None
    force: Force = Force.HARD
    source: Source
