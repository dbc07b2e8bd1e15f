"""Which administrative court hears a dispute on a convention, and until when third parties may contest it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from convenir.core.assumptions import Assumption, Choice
from convenir.core.delays import after, clear, earliest, latest
from convenir.core.facts import ConclusionPublicised, DisputeArisen
from convenir.core.law import (
    CONTRACT_COURT,
    COURT_AREAS,
    REASONABLE_DELAY,
    REASONABLE_PERIOD,
    THIRD_PARTY_ACTION,
    THIRD_PARTY_ACTION_SINCE,
    THIRD_PARTY_DELAY,
)
from convenir.core.situation import Situation
from convenir.core.source import Reference, Source
from convenir.core.terms import Dispute, PartyClause, Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.text.texts import Version
from convenir.core.workdays import next_workday

# The court of each département (CJA, art. R. 221-3), for those that were read; of the others nothing is said.
COURTS: dict[str, str] = {
    "Bas-Rhin": "Strasbourg",
    "Finistère": "Rennes",
    "Gers": "Pau",
    "Hauts-de-Seine": "Cergy-Pontoise",
    "Seine-Maritime": "Rouen",
}

# How a text that names its court writes it: «tribunal administratif de Rennes», «d’Amiens».
NAMED = re.compile(r"tribunal administratif (?:de (?!la|l['’]|son)|d['’])(?P<seat>[^,;.()]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """The court that hears a dispute between the parties. `seat` is its town, None where it cannot be said.

    `chosen`: the text names it; else general law does. `too_late` is the version of the text that would choose
    another one, but came after the dispute.
    """

    seat: str | None
    chosen: bool
    too_late: Version | None = None
    because: tuple[Source, ...]
    laws: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartyAction:
    """Until which day a third party may contest the convention before the court; `strict` is that day before the roll.

    `publicised_on` is None where no publicity is recorded: the day is then an estimate.
    """

    until: date
    strict: date
    publicised_on: date | None = None
    laws: tuple[Reference, ...]
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def forum(situation: Situation) -> Forum:
    """The court of the first dispute that arose; without one, of a dispute that would arise on the day asked.

    The parties may choose another court than that of the place of performance, in the contract or in an avenant,
    before the dispute and not after (CJA, art. R. 312-11).
    """
    texts = situation.life.texts
    arisen = next((earliest(fact.on) for fact, _ in situation.happened(DisputeArisen)), None)
    version = texts.version(situation.on if arisen is None else arisen - timedelta(days=1))
    later = [other for other in texts.versions if arisen is not None and other.first >= arisen]
    chosen = seat_named(version.terms)
    return Forum(
        seat=chosen or court_of(version.terms),
        chosen=chosen is not None,
        too_late=next((v for v in later if seat_named(v.terms) not in (None, chosen)), None),
        because=tuple(_grounds(version.terms)),
        laws=(CONTRACT_COURT,) if chosen else (CONTRACT_COURT, COURT_AREAS),
    )


def seat_named(terms: Terms) -> str | None:
    """The town of the court that the text names; None where it names none, or only «dont relève la Caf»."""
    found = (NAMED.search(clause.court) for clause in terms.every(Dispute))
    return next((match["seat"].strip() for match in found if match), None)


def court_of(terms: Terms) -> str | None:
    """The town of the court of the département of the Caf, which is the place of performance.

    >>> court_of(Terms()) is None
    True
    """
    names = [p for p in terms.every(PartyClause) if p.kind in (PartyKind.CAF, PartyKind.DEPARTMENT)]
    words = _flat(" ".join(f"{party.name} {party.short_name} {party.address}" for party in names))
    return next((seat for area, seat in COURTS.items() if f" {_flat(area)} " in f" {words} "), None)


def third_party_action(situation: Situation) -> ThirdPartyAction | None:
    """The action open to third parties against the convention: two clear months from publicity, else about a year.

    None before the conclusion, and for a convention older than that action (4 April 2014).
    """
    concluded = situation.life.concluded_on
    if concluded is None or not THIRD_PARTY_ACTION_SINCE <= latest(concluded) <= situation.on:
        return None
    public = (fact for fact, _ in situation.happened(ConclusionPublicised) if latest(fact.on) >= latest(concluded))
    told = next(public, None)
    if told is None:
        until = after(latest(concluded), REASONABLE_DELAY)
        taken = Assumption(choice=Choice.REASONABLE_YEAR, on=until)
        laws = (THIRD_PARTY_ACTION, REASONABLE_PERIOD)
        return ThirdPartyAction(until=until, strict=until, laws=laws, assumptions=(taken,))
    day = latest(told.on)
    strict = clear(day, THIRD_PARTY_DELAY)
    return ThirdPartyAction(
        until=next_workday(strict, situation.calendar),
        strict=strict,
        publicised_on=day,
        laws=(THIRD_PARTY_ACTION,),
        facts=(told.id,),
    )


def _grounds(terms: Terms) -> Iterator[Source]:
    """The dispute clause; without one, the Caf, whose place decides."""
    clauses = [clause.source for clause in terms.every(Dispute)]
    yield from clauses or [p.source for p in terms.every(PartyClause) if p.kind is PartyKind.CAF]


def _flat(words: str) -> str:
    """In plain letters, each word apart.

    >>> _flat("Caisse d’allocations familiales des Hauts-de-Seine")
    'caisse d allocations familiales des hauts de seine'
    """
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(re.findall(r"[a-z]+", "".join(c for c in decomposed if not unicodedata.combining(c))))
