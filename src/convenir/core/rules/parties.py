"""Duties that a change of party brings: telling the others, and the avenant that a change of powers calls for."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from convenir.core.authority import succession_law
from convenir.core.facts import CompetenceTransferred, Event, Fact, InformationGiven, PartySucceeded
from convenir.core.obligation import Duty, Obligation, state_on
from convenir.core.rules.amendment import Cause, amendment_due
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import AmendmentClause, FundingContribution, PartyClause

E = TypeVar("E", bound=Event)


def successions_to_tell(situation: Situation) -> Iterator[Obligation]:
    """The body that takes over a party tells the others: undated, done once it gives that information."""
    for fact, event in _in_life(situation, situation.happened(PartySucceeded)):
        given = situation.happened(InformationGiven)
        told = next((told for told, information in given if _tells(information, event)), None)
        done_on = day_of(told) if told is not None else None
        yield Obligation(
            key=f"succession:{event.party}",
            duty=Duty.SUCCESSION,
            subject=event.party,
            who=(event.party,),
            state=state_on(situation.on, due_on=None, done_on=done_on),
            opens_on=day_of(fact),
            done_on=done_on,
            because=_party(situation, event.party),
            laws=succession_law(situation.terms, event.party),
            facts=(fact.id,) if told is None else (fact.id, told.id),
        )


def _tells(information: InformationGiven, event: PartySucceeded) -> bool:
    """Whether that information is about the succession: it names it, or names no matter at all."""
    matter = information.matter.casefold()
    words = [word.casefold() for word in (event.successor, event.ground) if word]
    own = information.party in (event.party, event.successor)
    return own and (not matter or any(word in matter for word in words))


def amendments_after_succession(situation: Situation) -> Iterator[Obligation]:
    """An avenant that names the new party is recommended, never required: the law substitutes it."""
    for fact, event in _in_life(situation, situation.happened(PartySucceeded)):
        because = _party(situation, event.party) + _asked(situation)
        yield amendment_due(situation, Cause(fact=fact, subject=event.successor, because=because, optional=True))


def amendments_after_competences(situation: Situation) -> Iterator[Obligation]:
    """A commitment that follows the powers of its payer is to be adapted, once one of them passes to another body."""
    adjustable = [clause for clause in situation.terms.every(FundingContribution) if clause.adjustable]
    for fact, event in _in_life(situation, situation.happened(CompetenceTransferred)):
        grounds = tuple(clause.source for clause in adjustable if clause.payer == event.party)
        if grounds:
            because = grounds + _asked(situation)
            yield amendment_due(situation, Cause(fact=fact, subject=event.competence, because=because))


def _asked(situation: Situation) -> tuple[Source, ...]:
    """The clauses by which the text changes."""
    return tuple(clause.source for clause in situation.terms.every(AmendmentClause))


def _in_life(situation: Situation, found: Sequence[tuple[Fact, E]]) -> Iterator[tuple[Fact, E]]:
    """Those that happened while the convention was in force."""
    yield from ((fact, event) for fact, event in found if situation.in_life(day_of(fact)))


def _party(situation: Situation, party: str) -> tuple[Source, ...]:
    named = tuple(clause.source for clause in situation.terms.every(PartyClause) if clause.key == party)
    return named or situation.life.because or (Source(text=situation.terms.document.value, article="parties"),)
