"""What the parties tell each other and the public, and what they keep secret."""

from dataclasses import dataclass

from convenir.core.delays import Delay
from convenir.core.force import Force
from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualInformation:
    """Each party informs the other: of the `matters` named (none: of all that is useful), `before` they take effect."""

    matters: tuple[str, ...] = ()
    before: Delay | None = None
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorConsultation:
    """The parties consult each other before a study or a worksite on those `subjects`.

    `major_only`: only the major ones; `if_concerned`: only those that concern the other party.
    """

    subjects: tuple[str, ...] = ()
    major_only: bool = False
    if_concerned: bool = False
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """The source of data is named on documents, internal ones too unless the text says otherwise."""

    internal: bool = True
    external: bool = True
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """Joint decision on communication, logos of both, mention of the other party."""

    joint_decision: bool = False
    logos: bool = False
    mention: bool = False
    promote: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidentiality:
    """Professional secrecy of the parties and their staff. `survives`: also after the end, without limit."""

    survives: bool
    source: Source
