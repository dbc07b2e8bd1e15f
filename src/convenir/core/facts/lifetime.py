"""Facts about the life: renewals, performance after the end, the act that follows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalSigned:
    """`party` signed an act of renewal; `until` is its last day, None where it states none."""

    party: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """A party went on performing: it paid, delivered, convened."""

    party: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessorConcluded:
    """A new convention between the same parties was concluded; `starts_on` is its first day of effect."""

    title: str
    starts_on: date | None = None
