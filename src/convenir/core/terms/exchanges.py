"""The exchange of data: duties, gates, thresholds, periodic deliveries."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Delay
from convenir.core.force import Force
from convenir.core.source import Source
from convenir.core.terms.governance import Per


class Study(StrEnum):
    """What must be studied before data pass."""

    OPPORTUNITY = "opportunity"
    FEASIBILITY = "feasibility"
    GDPR = "gdpr"


class Tier(StrEnum):
    """Where data are found: in open data, in the periodic base set, or made for the request."""

    OPEN_DATA = "open_data"
    BASE_SET = "base_set"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSharing:
    """Sharing is the rule; where it is qualified («chaque fois que possible»), a refusal needs a reason."""

    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRequestGate:
    """A request passes studies by the other party. `personal_only`: for personal data alone.

    `reply_within`: the time to answer, where the text gives one.
    """

    studies: tuple[Study, ...]
    personal_only: bool = False
    reply_within: Delay | None = None
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
    """The forms by which a request is made and answered, and the tiers where data are looked for first."""

    request_form: str = ""
    reply_form: str = ""
    letter: bool = False
    tiers: tuple[Tier, ...] = ()
    reply_within: Delay | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicDelivery:
    """`giver` (a party key) delivers a set of data `count` times a period; `annex` describes its content.

    `due_month` (1 to 12) and `due_day`: by which day of each year, where the text sets one.
    """

    giver: str
    count: int = 1
    per: Per = Per.CIVIL_YEAR
    annex: str = ""
    what: str = ""
    due_month: int | None = None
    due_day: int | None = None
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
    """The holder stays owner; `consent`: no communication to third parties without its express consent.

    `owned` is false where the text asks for that consent alone, and says nothing of the property.
    """

    consent: bool = False
    owned: bool = True
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCompliance:
    """The texts that each exchange respects, as cited («RGPD», «loi n° 78-17…»)."""

    texts: tuple[str, ...]
    gdpr: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class JointStudy:
    """Studies made together, or told to each other; `prior_exchange`: before they begin."""

    prior_exchange: bool = False
    force: Force = Force.HARD
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedObservatory:
    """An observatory that the parties hold together."""

    force: Force = Force.SOFT
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDataFlow:
    """Personal data pass from one party to another: of which persons, on which basis. `health`: data on health."""

    flow: str
    giver: str = ""
    receiver: str = ""
    persons: str = ""
    basis: str = ""
    consent: bool = False
    health: bool = False
    source: Source
