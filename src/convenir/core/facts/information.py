"""Facts about what the parties told each other and the public."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationGiven:
    """A party told the others of a matter. `known_on`: since when it knew; `effective_on`: when it takes effect."""

    party: str
    matter: str = ""
    known_on: date | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAnnounced:
    """Something of which a party must inform the others takes effect on that day; `known_on`: since when it knew."""

    party: str
    matter: str = ""
    known_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationHeld:
    """The parties consulted each other on a subject."""

    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyLaunched:
    """A party began a study or a worksite. `concerns`: the other party too; `major`: a major one. None: not said."""

    party: str
    subject: str
    concerns: bool | None = None
    major: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationApproved:
    """A party agreed to a communication."""

    party: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationPublished:
    """A communication came out. `joint`: a common support; else that of `party` alone.

    `logos` are the parties whose logo it bears; `mentions`: it names the action or the cooperation of the other;
    `promotes`: it promotes the partnership; `about_convention`: it speaks of the convention itself. None: not said.
    """

    label: str
    party: str = ""
    joint: bool = False
    logos: tuple[str, ...] = ()
    mentions: bool | None = None
    promotes: bool | None = None
    about_convention: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIssued:
    """A party issued a document that uses data of the other. `source_named`: it names its source."""

    party: str
    label: str
    source_named: bool = False
    internal: bool = False
