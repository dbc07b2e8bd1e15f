"""The diagnosis, the action plan, its means, indicators and milestones."""

from dataclasses import dataclass

from convenir.core.delays import Day
from convenir.core.force import Force
from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDiagnosis:
    """The diagnosis on which the plan rests. `deferred`: to be completed or annexed after the signature.

    `participants`: the partners with whom it is shared, as the text names them.
    """

    annex: str = ""
    deferred: bool = False
    participants: tuple[str, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """The plan of actions. `yearly`: a new one each civil year, else one for the whole term.

    `themes` bound the fiches where the list is `closed`; `extended_by` is the body that may add a theme. `required`:
    what each fiche must say («theme», «need», «means», «indicators»).
    """

    yearly: bool = False
    annex: str = ""
    by_sheets: bool = False
    themes: tuple[str, ...] = ()
    closed: bool = False
    extended_by: str = ""
    required: tuple[str, ...] = ()
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Each party provides human and material means for the actions."""

    human: bool = True
    material: bool = True
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCircuit:
    """The parties define a circuit for complex or urgent situations."""

    cases: str = ""
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """Where the evaluation indicators are stated («chaque fiche action», «annexe 4»).

    `minimum`: the fewest that each fiche names; `quality`: each has a unit and a target.
    """

    place: str
    annex: str = ""
    minimum: int = 1
    quality: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the calendar. `planned` is None where it is still to be fixed."""

    label: str
    planned: Day | None = None
    words: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionNetwork:
    """The parties bring their places of reception together. `adapted`: reception suited to the most fragile."""

    sites: str = ""
    adapted: bool = False
    force: Force = Force.HARD
    source: Source
