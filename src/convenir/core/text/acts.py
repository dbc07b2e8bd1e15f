"""Which facts are about which act: the convention, or one of its avenants."""

from collections.abc import Sequence

from convenir.core.facts import (
    ActAdopted,
    ActPublished,
    ActTransmitted,
    BoardDecisionCommunicated,
    Fact,
    Signed,
    StatedDate,
)

# The facts that are about one act: its adoption, its formalities, its signatures, its date.
ABOUT_AN_ACT = (ActAdopted, ActPublished, ActTransmitted, BoardDecisionCommunicated, Signed, StatedDate)


def facts_of(facts: Sequence[Fact], act: str = "") -> tuple[Fact, ...]:
    """The facts that bear on that act («» is the convention): those about another act are set aside."""
    return tuple(f for f in facts if not isinstance(f.event, ABOUT_AN_ACT) or f.event.amendment == act)
