"""Facts about the parties: what they are, the acts of their organs, signatures, changes of party."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.terms.parties import ActKind


class Publication(StrEnum):
    """How an act was brought to the knowledge of the public."""

    ONLINE = "online"
    POSTED = "posted"
    PAPER = "paper"
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDescribed:
    """What the law asks to know of a party: inhabitants, and whether a small commune chose to post its acts.

    `name` is its new name, where it changed: the party is the same.
    """

    party: str
    name: str = ""
    population: int | None = None
    publication_choice: Publication | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActAdopted:
    """The organ of a party decided (délibération, décision), or was only informed.

    `amendment` names the avenant that the act is about; empty is the convention itself. `voted_end_on` is the last day
    in force in the text that was voted, `differs` what else that text said otherwise than the signed one.
    """

    party: str
    act: ActKind = ActKind.DELIBERATION
    organ: str = ""
    number: str = ""
    amendment: str = ""
    voted_end_on: date | None = None
    differs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTransmitted:
    """The State's representative received the act of that party (the act about `amendment`; empty: the convention)."""

    party: str
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPublished:
    """The act of that party was published."""

    party: str
    manner: Publication | None = None
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDecisionCommunicated:
    """The decision of the board of a Caf was communicated to the State's authority (CSS, art. L. 151-1)."""

    party: str
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A party signed the convention, or that `amendment`.

    `signatory` is part of a name or capacity («directeur»); empty is all its signatories.
    """

    party: str
    signatory: str = ""
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateShown:
    """A party showed that `holder` (part of a name or capacity) may sign alone for it."""

    party: str
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryChanged:
    """`holder` now holds the office that signs for that party: the party, a legal person, stays bound."""

    party: str
    holder: str
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """The date written in the act above the signatures, where it is not in the text («Fait à …, le …»)."""

    place: str = ""
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalHandedOver:
    """An original, signed by all, was handed over to that party (or to a signatory of it)."""

    party: str
    signatory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionPublicised:
    """The conclusion was brought to the knowledge of third parties: object, parties, where to consult it."""

    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySucceeded:
    """Another legal person took the place of that party, by law or by merger."""

    party: str
    successor: str
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceTransferred:
    """A competence of that party passed to another body."""

    party: str
    competence: str
    to: str = ""
