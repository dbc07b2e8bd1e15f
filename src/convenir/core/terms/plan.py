"""The diagnosis, the action plan, its means, indicators and milestones."""

from dataclasses import dataclass

from convenir.core.delays import Day
from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDiagnosis:
    """The diagnosis on which the plan rests. `deferred`: to be completed or annexed after the signature."""

    annex: str = ""
    deferred: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """The plan of actions. `yearly`: a new one each civil year, else one for the whole term."""

    yearly: bool = False
    annex: str = ""
    by_sheets: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Each party provides human and material means."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCircuit:
    """The parties define a circuit for complex or urgent situations."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """Where the evaluation indicators are stated («chaque fiche action», «annexe 4»)."""

    place: str
    annex: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the calendar. `planned` is None where it is still to be fixed."""

    label: str
    planned: Day | None = None
    words: str = ""
    source: Source
