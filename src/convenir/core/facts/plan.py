"""Facts about the diagnosis, the plan, its fiches actions, indicators and milestones."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAdopted:
    """The plan of actions of `year` was adopted; None is the year of the fact."""

    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentMade:
    """A commitment, or a fiche action (`sheet`), with its own last day if it has one.

    Of a fiche: its `theme`, the need it answers, how many `indicators` it names, whether it names `means`
    (None: not said), the existing scheme that it `alters`, the parties that adopted it (`adopted_by`, empty: all).
    """

    label: str
    until: date | None = None
    sheet: bool = False
    theme: str = ""
    need: str = ""
    indicators: int | None = None
    means: bool | None = None
    alters: str = ""
    adopted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentClosed:
    """The commitment or fiche action of that label was kept, or given up: nothing more is owed."""

    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisShared:
    """The shared diagnosis was made, with the partners named."""

    annex: str = ""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitDefined:
    """The circuit for complex or urgent situations was written and validated."""

    cases: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionOrganised:
    """The parties organised together the places where people are received."""

    sites: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneReached:
    """A step of the calendar was taken."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValued:
    """The value of an indicator was established, for a year."""

    indicator: str
    value: Decimal
    year: int | None = None
