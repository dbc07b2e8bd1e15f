"""What the parties tell each other and the public, and what they keep secret."""

from dataclasses import dataclass

from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualInformation:
    """Each party informs the other."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorConsultation:
    """The parties consult each other before a study or a major worksite."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """The source of data is named on documents."""

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
