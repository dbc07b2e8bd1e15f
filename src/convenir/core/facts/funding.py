"""Facts about money, in euros."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SectoralContractEnded:
    """The sectoral contract (CEJ) whose funding is maintained ended; `booked` is the amount of its last year."""

    payer: str
    booked: Decimal | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingAllocated:
    """A payer allocated an amount to a facility, for a year."""

    payer: str
    facility: str
    amount: Decimal
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionPaid:
    """A party paid its contribution to a facility, for a year."""

    payer: str
    facility: str
    amount: Decimal
    year: int
