"""What the convention is about and what stands above or beside it."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Day, Delay
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
    """One «Vu»: what it cites."""

    cited: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedInstrument:
    """Another act named by the text: a schéma, a prior convention, a data contract."""

    title: str
    relation: Relation
    signed_on: Day | None = None
    span: Delay | None = None
    ends_on: Day | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """Labels that the text gives itself; none changes its legal status."""

    political_framework: bool = False
    experimental: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """The object of the convention."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedObjectives:
    """The shared themes or fields, first level. `holder` is a party key where the list is one party's own."""

    themes: tuple[str, ...]
    holder: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Autonomy:
    """Each party keeps its powers and stays free to contract."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HigherNorm:
    """A norm (the Cog) under which the convention stands, and what follows from a conflict."""

    norm: str
    effect: NormEffect
    source: Source
