"""The ends that facts set in motion, whatever their ground: who, since when, until which last day, because of what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
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


def agreed_over(ends: Sequence[Departure]) -> tuple[Departure, ...]:
    """The ends in motion, less those that a later agreement of all the parties takes the place of.

    A will that all share prevails over an earlier letter of one of them, before that letter has taken effect.
    """
    agreed = [end for end in ends if end.ground is Ground.MUTUAL]
    if not agreed:
        return tuple(ends)
    replaced = [end for end in ends if any(_takes_place(one, end) for one in agreed)]
    told = [_chosen(end, replaced) if end in agreed else end for end in ends if end not in replaced]
    return tuple(told)


def _takes_place(agreement: Departure, end: Departure) -> bool:
    own = end.ground is not Ground.MUTUAL
    return own and end.received_on <= agreement.received_on <= end.last_day < agreement.last_day


def _chosen(agreement: Departure, replaced: Sequence[Departure]) -> Departure:
    """The agreement with the reading that it embodies, where it comes later than the ends it takes the place of."""
    if not replaced:
        return agreement
    other = Alternative(reading="first_end", on=min(end.last_day for end in replaced))
    choice = Assumption(choice=Choice.AGREEMENT_OVER_NOTICE, on=agreement.last_day, alternatives=(other,))
    return replace(agreement, assumptions=(*agreement.assumptions, choice))
