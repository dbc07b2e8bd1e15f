"""What the organs approved, set against what was signed, and the control of the State on the decisions of a Caf."""

from collections.abc import Iterator, Sequence
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import after, earliest
from convenir.core.facts import ActAdopted, BoardDecisionCommunicated, Fact
from convenir.core.flags import Flag, Raised
from convenir.core.law import BOARD_CONTROL, BOARD_CONTROL_PERIOD
from convenir.core.life import Life
from convenir.core.periods import course
from convenir.core.source import Source
from convenir.core.terms import PartyClause, SignatureAuthority, Terms


def flags(terms: Terms, facts: Sequence[Fact], lived: Life, on: date) -> Iterator[Raised]:
    """A text voted that is not the text signed, and a decision of a Caf that the State may still stop.

    Neither changes the status between the parties.
    """
    term = signed_term(lived)
    for act in _acts(facts):
        if act.differs or _another_end(act, term):
            yield Raised(flag=Flag.TEXT_DIFFERS, party=act.party, because=grounds(terms, act.party))
    for fact in facts:
        told = fact.event
        if isinstance(told, BoardDecisionCommunicated) and not told.amendment:
            day = earliest(fact.on)
            if day <= on < after(day, BOARD_CONTROL_PERIOD):
                because = grounds(terms, told.party)
                yield Raised(flag=Flag.CONTROL_PERIOD_RUNNING, party=told.party, because=because, laws=(BOARD_CONTROL,))


def reserves(terms: Terms, facts: Sequence[Fact], lived: Life) -> Iterator[Assumption]:
    """The term shown under reserve: the signed one, where another one was voted."""
    term = signed_term(lived)
    for act in _acts(facts):
        if _another_end(act, term):
            source = next(iter(grounds(terms, act.party)), None)
            other = Alternative(reading="text_voted", on=act.voted_end_on)
            yield Assumption(choice=Choice.TERM_AS_SIGNED, on=term, alternatives=(other,), source=source)


def signed_term(lived: Life) -> date | None:
    """The last day of the first period, by the convention as it was signed."""
    if lived.first_day is None:
        return None
    periods = course(lived.texts.original, lived.first_day).periods
    return periods[0].last if periods else None


def grounds(terms: Terms, party: str) -> tuple[Source, ...]:
    """Where the text names the act of that party, else the party."""
    acts = tuple(clause.source for clause in terms.every(SignatureAuthority) if clause.party == party)
    return acts or tuple(clause.source for clause in terms.every(PartyClause) if clause.key == party)


def _acts(facts: Sequence[Fact]) -> Iterator[ActAdopted]:
    """The acts about the convention itself."""
    yield from (f.event for f in facts if isinstance(f.event, ActAdopted) and not f.event.amendment)


def _another_end(act: ActAdopted, term: date | None) -> bool:
    return act.voted_end_on is not None and term is not None and act.voted_end_on != term
