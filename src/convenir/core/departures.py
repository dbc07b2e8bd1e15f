"""What becomes of commitments when the convention ends: run-off to their own term, or a stop at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import earliest
from convenir.core.facts import CommitmentMade, Fact
from convenir.core.life import Life


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commitment or a fiche action: made on which day, with its own last day if it has one."""

    label: str
    made_on: date
    until: date | None
    sheet: bool
    fact: str


def commitments(facts: Sequence[Fact]) -> tuple[Commitment, ...]:
    """The commitments that facts name, in the order they were made."""
    return tuple(
        Commitment(
            label=fact.event.label,
            made_on=earliest(fact.on),
            until=fact.event.until,
            sheet=fact.event.sheet,
            fact=fact.id,
        )
        for fact in facts
        if isinstance(fact.event, CommitmentMade)
    )


def open_commitments(facts: Sequence[Fact], lived: Life, on: date) -> tuple[Commitment, ...]:
    """The commitments made before a termination that still run on that day, or have no term."""
    if lived.departure is None:
        return ()
    end = lived.departure.last_day
    return tuple(c for c in commitments(facts) if c.made_on <= end and (c.until is None or c.until >= on))
