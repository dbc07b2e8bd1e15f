"""Where the parties settle a dispute."""

from dataclasses import dataclass

from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The court named by the text, and whether an amicable attempt comes first."""

    court: str = ""
    amicable_first: bool = False
    source: Source
