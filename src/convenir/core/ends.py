"""The ends that facts set in motion, whatever their ground: who, since when, until which last day, because of what."""

from dataclasses import dataclass
from datetime import date

from convenir.core.assumptions import Assumption
from convenir.core.source import Reference, Source
from convenir.core.terms.termination import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A termination in motion: from the day it is known to the parties to the last day in force.

    `party` is who terminates, «» where the parties agreed. `laws` are the rules of general law it rests on,
    `cure_ends_on` is the last day that a formal notice left to cure, `assumptions` what was chosen to say when it ends.
    """

    party: str
    ground: Ground = Ground.UNILATERAL
    received_on: date
    last_day: date
    because: tuple[Source, ...]
    laws: tuple[Reference, ...] = ()
    facts: tuple[str, ...] = ()
    cure_ends_on: date | None = None
    assumptions: tuple[Assumption, ...] = ()
