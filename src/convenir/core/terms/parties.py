"""Who binds whom: parties, signatories, the act that authorises each, and the closing formalities."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.delays import Day
from convenir.core.source import Source


class PartyKind(StrEnum):
    """What a party is in law."""

    CAF = "caf"
    MUNICIPALITY = "municipality"
    EPCI = "epci"
    DEPARTMENT = "department"
    MSA = "msa"
    STATE = "state"
    SYNDICATE = "syndicate"
    OTHER = "other"


# How a party is called in facts and case files, which jurists write in French.
PARTY_KEYS: dict[PartyKind, str] = {
    PartyKind.CAF: "caf",
    PartyKind.MUNICIPALITY: "commune",
    PartyKind.EPCI: "epci",
    PartyKind.DEPARTMENT: "departement",
    PartyKind.MSA: "msa",
    PartyKind.STATE: "etat",
    PartyKind.SYNDICATE: "syndicat",
    PartyKind.OTHER: "partie",
}


class ActKind(StrEnum):
    """What an organ did before the signature; the first two authorise, a delegation does for a Caf only."""

    DECISION = "decision"
    DELIBERATION = "deliberation"
    DELEGATION = "delegation"
    INFORMATION = "information"
    PRESENTATION = "presentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person who signs for a party, and in which capacity; either may be blank."""

    name: str
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyClause:
    """A party, as its clause spells it. `key` is its name in facts: see `PARTY_KEYS`, «-2» for a second one.

    `aliases` are the other names that the text gives it.
    """

    key: str
    name: str
    kind: PartyKind
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    address: str = ""
    signatories: tuple[Signatory, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAuthority:
    """The act that lets a party sign. `adopted_on` is None where the text leaves the date blank."""

    party: str
    act: ActKind
    organ: str = ""
    adopted_on: date | None = None
    annex: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliberationAct:
    """What a délibération, or its draft in a report, decides about a convention.

    `votes_for`, `votes_against` and `abstentions` are None where the act does not count them; `unanimous` is what it
    says of the vote. `transmitted_on` and `published_on` are the days of its stamps.
    """

    organ: str = ""
    number: str = ""
    adopted_on: date | None = None
    approves_text: bool = False
    authorises_signature: bool = False
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    unanimous: bool = False
    transmitted_on: date | None = None
    published_on: date | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Formalities:
    """The closing formulas: place, stated date (None is blank), originals, initialled pages, annexes counted.

    `originals` is None where unstated; `per_signatory` says one original for each signatory.
    """

    place: str = ""
    stated_on: Day | None = None
    originals: int | None = None
    per_signatory: bool = False
    pages: int | None = None
    annex_count: int | None = None
    blocks: tuple[Signatory, ...] = ()
    source: Source
