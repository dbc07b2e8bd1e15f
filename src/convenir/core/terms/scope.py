"""What the convention is about and what stands above or beside it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from convenir.core.delays import Day, Delay
from convenir.core.force import Force
from convenir.core.source import Source


class NormEffect(StrEnum):
    """What a higher norm does to a clause that contradicts it."""

    UNOPPOSABLE = "unopposable"
    READ_WITHIN = "read_within"


class Relation(StrEnum):
    """How another instrument stands to this convention."""

    FRAMEWORK = "framework"
    COMPLETED = "completed"
    PRIOR = "prior"
    DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One «Vu»: what it cites; `ends_on` is the end of the period of a framework («Cog 2018-2022»)."""

    cited: str
    ends_on: Day | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedInstrument:
    """Another act named by the text: a schéma, a prior convention, a data contract.

    `to_update`: the parties undertake to update it while the convention lasts.
    """

    title: str
    relation: Relation
    signed_on: Day | None = None
    span: Delay | None = None
    ends_on: Day | None = None
    to_update: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """Labels that the text gives itself; none changes its legal status.

    `no_new_scheme`: the convention neither alters nor adds to existing schemes.
    """

    political_framework: bool = False
    experimental: bool = False
    no_new_scheme: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """The object of the convention."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedObjectives:
    """The shared themes or fields, first level. `holder` is a party key where the list is one party's own.

    `closed`: an action outside the list is outside the convention.
    """

    themes: tuple[str, ...]
    holder: str = ""
    closed: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Autonomy:
    """Each party keeps its powers and stays free to contract.

    The four limbs that a text may state: no impairment of own powers, freedom to contract, no exclusivity, and prior
    commitments that prevail.
    """

    no_impairment: bool = False
    free_to_contract: bool = False
    no_exclusivity: bool = False
    prior_commitments_prevail: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HigherNorm:
    """A norm (the Cog) under which the convention stands, and what follows from a conflict."""

    norm: str
    effect: NormEffect
    source: Source


class Comparator(StrEnum):
    """How a value stands to its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrientationTarget:
    """A figure that a party aims at («75 % des mesures nouvelles»): an orientation, never a breach."""

    indicator: str
    comparator: Comparator
    value: Decimal
    holder: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class UnilateralProgramme:
    """What one party says that it will do by itself."""

    party: str
    action: str
    force: Force = Force.SOFT
    source: Source
