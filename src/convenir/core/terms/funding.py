"""The money: what the Caf maintains, what the local authority goes on paying."""

from dataclasses import dataclass

from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingMaintenance:
    """The payer keeps the amount booked in the year before the sectoral contract ended.

    It is spread over the `facilities` listed in `annex` («bonus territoire»); the amount is a floor.
    """

    payer: str
    channel: str = ""
    annex: str = ""
    facilities: tuple[str, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingContribution:
    """The payer goes on supporting the `facilities` listed in `annex`.

    `adjustable`: the commitment follows a change of the competences that the payer holds.
    """

    payer: str
    annex: str = ""
    adjustable: bool = False
    facilities: tuple[str, ...] = ()
    source: Source
