"""The money: what the Caf maintains, what the local authority goes on paying."""

from dataclasses import dataclass

from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingMaintenance:
    """The payer keeps the amount booked in the year before the sectoral contract ended."""

    payer: str
    channel: str = ""
    annex: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingContribution:
    """The payer goes on supporting the listed facilities."""

    payer: str
    annex: str = ""
    adjustable: bool = False
    source: Source
