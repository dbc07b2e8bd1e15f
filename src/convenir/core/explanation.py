"""Why an answer is what it is: words, facts, general law, assumptions with their other readings, what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from convenir.core.alternatives import Reading, end_readings
from convenir.core.assumptions import Assumption
from convenir.core.facts import Fact, known_on
from convenir.core.findings import Finding, Oddity
from convenir.core.flags import Flag
from convenir.core.legal_basis import laws_behind
from convenir.core.life import life
from convenir.core.moves import Move
from convenir.core.obligation import Obligation
from convenir.core.source import Reference, Source
from convenir.core.standing import Standing
from convenir.core.terms import Terms
from convenir.core.workdays import FRENCH, Calendar

T = TypeVar("T")
# A finding of these kinds says that something is not there.
LACKING = frozenset({Oddity.MISSING, Oddity.BLANK, Oddity.UNKNOWN, Oddity.SILENT})


class Lack(StrEnum):
    """What is missing: the proof of a fact, a signature, the act that authorises it, or what a finding names."""

    PROOF = "proof"
    SIGNATURE = "signature"
    ACT = "act"
    FINDING = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """`subject` is the id of a fact, the key of a party, or the sentence of a finding."""

    lack: Lack
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The chain of an answer, in the order in which one reads it.

    `clauses` are the words, `facts` what happened, `laws` general law, `assumptions` the readings chosen where text
    and law leave a choice. `readings` are all the last days in force that they leave open, the default first, where
    there is more than one. `missing` is the evidence that lacks.
    """

    clauses: tuple[Source, ...]
    facts: tuple[Fact, ...] = ()
    laws: tuple[Reference, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    readings: tuple[Reading, ...] = ()
    missing: tuple[Missing, ...] = ()


def of_standing(
    found: Standing, terms: Terms, facts: Sequence[Fact], *, known: date, calendar: Calendar = FRENCH
) -> Explanation:
    """Why a status is what it is."""
    told = known_on(facts, known)
    gone = life(terms, told, calendar).departure
    laws = [*(gone.laws if gone else ()), *(law for raised in found.flags for law in raised.laws)]
    readings = end_readings(terms, facts, known=known, calendar=calendar)
    return Explanation(
        clauses=_once(found.because),
        facts=_named(told, found.facts),
        laws=_once([*laws, *_behind(found.assumptions)]),
        assumptions=_once(found.assumptions),
        readings=readings if len(readings) > 1 else (),
        missing=_once([*_unproved(told, found.facts), *_of_flags(found), *_of_findings(found.findings)]),
    )


def of_duty(duty: Obligation, facts: Sequence[Fact]) -> Explanation:
    """Why a duty is what it is; `facts` are those of the dossier."""
    return Explanation(
        clauses=_once(duty.because),
        facts=_named(facts, duty.facts),
        laws=_once(_behind(duty.assumptions)),
        assumptions=_once(duty.assumptions),
        missing=_once([*_unproved(facts, duty.facts), *_of_findings(duty.findings)]),
    )


def of_move(move: Move) -> Explanation:
    """Why a party may do this, by when and with which effect."""
    return Explanation(
        clauses=_once(move.because),
        laws=_once([*move.laws, *_behind(move.assumptions)]),
        assumptions=_once(move.assumptions),
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    """Each item once, in the order in which they first come."""
    return tuple(dict.fromkeys(items))


def _named(facts: Sequence[Fact], ids: Sequence[str]) -> tuple[Fact, ...]:
    by_id = {fact.id: fact for fact in facts}
    return tuple(by_id[key] for key in dict.fromkeys(ids) if key in by_id)


def _behind(assumptions: Iterable[Assumption]) -> Iterator[Reference]:
    for assumption in assumptions:
        yield from laws_behind(assumption.choice)


def _unproved(facts: Sequence[Fact], ids: Sequence[str]) -> Iterator[Missing]:
    """The facts of the answer that no document proves."""
    for fact in _named(facts, ids):
        if not fact.evidence:
            yield Missing(lack=Lack.PROOF, subject=fact.id)


def _of_flags(found: Standing) -> Iterator[Missing]:
    yield from (Missing(lack=Lack.SIGNATURE, subject=party) for party in found.missing)
    for raised in found.flags:
        if raised.flag is Flag.AUTHORITY_INCOMPLETE:
            yield Missing(lack=Lack.ACT, subject=raised.party)


def _of_findings(findings: Iterable[Finding]) -> Iterator[Missing]:
    for finding in findings:
        if finding.oddity in LACKING:
            yield Missing(lack=Lack.FINDING, subject=finding.sentence)
