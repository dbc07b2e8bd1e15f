"""Ends that a party declares or that all agree on: default, illegality, silent change, other ground, mutual consent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import parties
from convenir.core.delays import after, earliest
from convenir.core.ending import silent_changes
from convenir.core.ending.breaches import CLAUSES, Breach, Defect, Power, breaches, defect, power
from convenir.core.ending.cures import late_cure, readings
from convenir.core.ending.notices import admissible
from convenir.core.ends import Departure
from convenir.core.facts import Fact, TerminationAgreed, TerminationDeclared
from convenir.core.law import MUTUAL_CONSENT
from convenir.core.periods import Course
from convenir.core.source import Source
from convenir.core.terms import AutomaticTermination, Duration, TerminationOnGround, Terms
from convenir.core.terms.termination import Ground
from convenir.core.text.texts import Texts


class Flaw(StrEnum):
    """Why a declaration, or an agreement, ends nothing."""

    OUTSIDE_LIFE = "outside_life"
    USELESS = "useless"
    NO_CLAUSE = "no_clause"
    NOT_ENTITLED = "not_entitled"
    OWN_BREACH = "own_breach"
    NO_DUTY = "no_duty"
    WRONG_FORM = "wrong_form"
    NO_BREACH = "no_breach"
    NOT_NOTICED = "not_noticed"
    TOO_EARLY = "too_early"
    CURED = "cured"
    NO_CHANGE = "no_change"
    NOT_BY_ONE = "not_by_one"
    INCOMPLETE = "incomplete"


# A formal notice that was never possible, said of the declaration that rests on it.
FLAWS: dict[Defect, Flaw] = {
    Defect.NO_CLAUSE: Flaw.NO_CLAUSE,
    Defect.NOT_ENTITLED: Flaw.NOT_ENTITLED,
    Defect.OWN_BREACH: Flaw.OWN_BREACH,
    Defect.NO_DUTY: Flaw.NO_DUTY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A declaration of termination, or an agreement to end: either it makes a departure, or a flaw says why not.

    `party` is «» for an agreement. `clauses` are the words that were judged.
    """

    party: str
    ground: Ground
    declared_on: date
    departure: Departure | None = None
    flaw: Flaw | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a declaration is judged on."""

    texts: Texts
    facts: Sequence[Fact]
    breaches: tuple[Breach, ...]


def declared_ends(texts: Texts, facts: Sequence[Fact], concluded: date, told: Course) -> Iterator[Departure]:
    """The ends in motion, besides notices at will; each by the text in force on its day."""
    for declaration in declarations(texts, facts, concluded, told.term):
        if declaration.departure is not None:
            yield declaration.departure


def declarations(texts: Texts, facts: Sequence[Fact], concluded: date, term: date | None) -> Iterator[Declaration]:
    """Every declaration and agreement that facts show, with what it does to a life that would last until `term`."""
    declared = [(fact, fact.event) for fact in facts if isinstance(fact.event, TerminationDeclared)]
    evidence = Evidence(texts=texts, facts=facts, breaches=breaches(texts, facts) if declared else ())
    judged = [_declared(evidence, fact, event) for fact, event in declared]
    for found in (*judged, *_agreements(texts, facts)):
        yield _in_life(found, concluded, term)


def _in_life(found: Declaration, concluded: date, term: date | None) -> Declaration:
    """The declaration, without effect before the conclusion, after the term, or when it ends nothing earlier."""
    if found.declared_on < concluded or (term is not None and found.declared_on > term):
        return replace(found, departure=None, flaw=Flaw.OUTSIDE_LIFE)
    if found.departure is not None and term is not None and found.departure.last_day >= term:
        return replace(found, departure=None, flaw=Flaw.USELESS)
    return found


def _declared(evidence: Evidence, fact: Fact, event: TerminationDeclared) -> Declaration:
    found = Declaration(party=event.party, ground=event.ground, declared_on=earliest(fact.on), facts=(fact.id,))
    match event.ground:
        case Ground.BREACH | Ground.UNLAWFUL:
            return _for_breach(evidence, event, found)
        case Ground.NO_AMENDMENT:
            return _for_change(evidence, event, found)
        case Ground.PUBLIC_INTEREST | Ground.FORCE_MAJEURE:
            return _on_ground(evidence.texts.on(found.declared_on), event, found)
        case Ground.UNILATERAL | Ground.MUTUAL:
            return replace(found, flaw=Flaw.NOT_BY_ONE)


def _for_breach(evidence: Evidence, event: TerminationDeclared, found: Declaration) -> Declaration:
    """The end of a convention that a breach lets the other party terminate."""
    day, terms = found.declared_on, evidence.texts.on(found.declared_on)
    grounds = tuple(clause.source for clause in terms.every(CLAUSES[event.ground]))
    meant = [b for b in evidence.breaches if b.ground is event.ground and event.breach in ("", b.name)]
    invoked = [breach for breach in meant if breach.happened_on <= day]
    powers = [(breach, power(breach, event.party, evidence.texts, day)) for breach in reversed(invoked)]
    opened = next(((breach, held) for breach, held in powers if held is not None and held.opens_on <= day), None)
    if opened is None:
        return replace(found, flaw=_flaw(terms, event.party, powers, day), because=grounds)
    breach, held = opened
    return _ended(found, event, _invoked(breach, held, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoked:
    """What a declaration rests on: the clause, its facts, and the end in the reading where none need be declared."""

    source: Source
    facts: tuple[str, ...]
    of_right: Alternative
    cure_ends_on: date | None = None
    assumptions: tuple[Assumption, ...] = ()


def _invoked(breach: Breach, held: Power, day: date) -> Invoked:
    notice = held.notice
    expired = breach.happened_on if notice is None or notice.ends_on is None else notice.ends_on
    return Invoked(
        source=held.clause.source,
        facts=(breach.fact, *(() if notice is None else notice.facts)),
        of_right=Alternative(reading="expiry_of_cure", on=expired),
        cure_ends_on=None if notice is None else notice.ends_on,
        assumptions=() if notice is None else (*readings(notice), *late_cure(breach, notice, day)),
    )


def _flaw(terms: Terms, party: str, powers: Sequence[tuple[Breach, Power | None]], day: date) -> Flaw:
    """Why no breach gives that party a power on that day; the last breach speaks."""
    if not powers:
        return Flaw.NO_BREACH
    breach, held = powers[0]
    if held is not None:
        return Flaw.TOO_EARLY
    if breach.cured_on is not None and breach.cured_on <= day:
        return Flaw.CURED
    barred = defect(breach, party, terms)
    return Flaw.NOT_NOTICED if barred is None else FLAWS[barred]


def _for_change(evidence: Evidence, event: TerminationDeclared, found: Declaration) -> Declaration:
    """The end of a convention of which a term was changed without an avenant."""
    changes = silent_changes.silent_changes(evidence.texts, evidence.facts)
    change = next((c for c in changes if c.is_open(found.declared_on) and event.breach in ("", c.name)), None)
    if change is None:
        return replace(found, flaw=Flaw.NO_CHANGE)
    terms = evidence.texts.on(change.happened_on)
    clause = silent_changes.clause_for(terms, event.party)
    if clause is None:
        others = list(terms.every(AutomaticTermination))
        grounds = tuple(other.source for other in others)
        return replace(found, flaw=Flaw.NOT_ENTITLED if others else Flaw.NO_CLAUSE, because=grounds)
    of_right = Alternative(reading="day_of_change", on=change.happened_on)
    return _ended(found, event, Invoked(source=clause.source, facts=(change.fact,), of_right=of_right))


def _on_ground(terms: Terms, event: TerminationDeclared, found: Declaration) -> Declaration:
    """The end on a ground that the text names, after the notice that it asks for."""
    stated = [clause for clause in terms.every(TerminationOnGround) if clause.ground is event.ground]
    clause = next((c for c in stated if not c.by or event.party in c.by), None)
    grounds = tuple(other.source for other in stated)
    if clause is None:
        return replace(found, flaw=Flaw.NOT_ENTITLED if stated else Flaw.NO_CLAUSE, because=grounds)
    if not admissible(event.form, clause.form):
        return replace(found, flaw=Flaw.WRONG_FORM, because=grounds)
    day = found.declared_on
    shortest = day if clause.notice is None else after(day, clause.notice)
    return replace(
        found,
        because=(clause.source,),
        departure=Departure(
            party=event.party,
            ground=event.ground,
            received_on=day,
            last_day=max(shortest, event.effect_on or shortest),
            because=(clause.source,),
            facts=found.facts,
        ),
    )


def _ended(found: Declaration, event: TerminationDeclared, invoked: Invoked) -> Declaration:
    """The declaration with its departure: it ends on its day, that day included, or on the later one it announces."""
    day = found.declared_on
    at_once = event.effect_on is None or event.effect_on <= day
    chosen = Assumption(
        choice=Choice.ENDS_WHEN_DECLARED, on=day, alternatives=(invoked.of_right,), source=invoked.source
    )
    departure = Departure(
        party=event.party,
        ground=event.ground,
        received_on=day,
        last_day=max(day, event.effect_on or day),
        because=(invoked.source,),
        facts=(*found.facts, *invoked.facts),
        cure_ends_on=invoked.cure_ends_on,
        assumptions=(*((chosen,) if at_once else ()), *invoked.assumptions),
    )
    return replace(found, departure=departure, because=departure.because)


def _agreements(texts: Texts, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """The agreements to end, each with the day of its last signature; two last days are two agreements."""
    signed: dict[date | None, list[tuple[Fact, TerminationAgreed]]] = {}
    for fact in facts:
        if isinstance(fact.event, TerminationAgreed):
            signed.setdefault(fact.event.until, []).append((fact, fact.event))
    for until, acts in signed.items():
        yield _agreement(texts, facts, until, acts)


def _agreement(
    texts: Texts, facts: Sequence[Fact], until: date | None, acts: Sequence[tuple[Fact, TerminationAgreed]]
) -> Declaration:
    """What all the parties sign ends the convention on the day that they say, never before the last signature."""
    first: dict[str, date] = {}
    for fact, event in acts:
        first.setdefault(event.party, earliest(fact.on))
    signed_on = max(first.values())
    terms, ids = texts.on(signed_on), tuple(fact.id for fact, _ in acts)
    stated = [c.source for c in terms.every(TerminationOnGround) if c.ground is Ground.MUTUAL]
    grounds = tuple(stated or [clause.source for clause in terms.every(Duration)])
    found = Declaration(party="", ground=Ground.MUTUAL, declared_on=signed_on, because=grounds, facts=ids)
    if set(parties(terms, facts)) - first.keys():
        return replace(found, flaw=Flaw.INCOMPLETE)
    departure = Departure(
        party="",
        ground=Ground.MUTUAL,
        received_on=signed_on,
        last_day=max(signed_on, until or signed_on),
        because=grounds,
        laws=(MUTUAL_CONSENT,),
        facts=ids,
    )
    return replace(found, departure=departure)
