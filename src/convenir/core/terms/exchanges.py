"""The exchange of data: duties, gates, thresholds, periodic deliveries."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.source import Source
from convenir.core.terms.governance import Per


class Study(StrEnum):
    """What must be studied before data pass."""

    OPPORTUNITY = "opportunity"
    FEASIBILITY = "feasibility"
    GDPR = "gdpr"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSharing:
    """Sharing is the rule; `qualified`: «chaque fois que possible», a refusal then needs a reason."""

    qualified: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRequestGate:
    """A request passes studies by the other party. `personal_only`: for personal data alone."""

    studies: tuple[Study, ...]
    personal_only: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DpoOpinion:
    """The data protection officer of the holder gives a prior opinion."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingRegister:
    """Each controller enters the processing in its register (RGPD, art. 30)."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRequestWorkflow:
    """The forms by which a request is made and answered."""

    request_form: str = ""
    reply_form: str = ""
    letter: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicDelivery:
    """`giver` (a party key) delivers a set of data `count` times a period; `annex` describes its content."""

    giver: str
    count: int = 1
    per: Per = Per.CIVIL_YEAR
    annex: str = ""
    what: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRule:
    """Statistical secrecy by contract: fewest persons of a transmission, a cell, a zone or sub-population."""

    min_count: int | None = None
    min_cell: int | None = None
    min_population: int | None = None
    no_identification: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOwnership:
    """The holder stays owner; `consent`: no communication to third parties without its express consent."""

    consent: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCompliance:
    """The texts that each exchange respects, as cited («RGPD», «loi n° 78-17…»)."""

    texts: tuple[str, ...]
    gdpr: bool = False
    source: Source
