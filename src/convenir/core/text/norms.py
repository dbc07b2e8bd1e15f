"""Clauses that a higher norm or a final judgment sets aside: from when, until when, and whether for good."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import SOME_PARTY, parties
from convenir.core.delays import earliest
from convenir.core.facts import ClauseContradicted, Fact
from convenir.core.flags import Flag, Raised
from convenir.core.law import APPEAL
from convenir.core.source import Reference, Source
from convenir.core.terms import Autonomy, HigherNorm, Severability, Term, Terms
from convenir.core.terms.scope import NormEffect
from convenir.core.text.judgments import judgments
from convenir.core.text.precedence import Rank, rank_named
from convenir.core.text.texts import Texts
from convenir.core.workdays import FRENCH, Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A clause on which nobody may rely from `first` to `until` (None: no end is known).

    `clause` is its type, `article` its place («»: wherever it stands). `void`: it is deemed unwritten; otherwise it
    stays written and is only unopposable. `assumptions` tell where another reading would keep it.
    """

    first: date
    until: date | None
    clause: str
    article: str
    because: tuple[Source, ...]
    laws: tuple[Reference, ...]
    facts: tuple[str, ...]
    void: bool
    assumptions: tuple[Assumption, ...] = ()


def suspensions(terms: Terms, facts: Sequence[Fact], calendar: Calendar = FRENCH) -> Iterator[Suspension]:
    """What each judgment and each contradiction known sets aside, in the order they happened."""
    named = tuple(key for key in parties(terms, facts) if key != SOME_PARTY)
    for judgment in judgments(facts, named, calendar):
        if judgment.closed_on is not None:
            struck = clauses_named(terms, judgment.event.clause, judgment.event.article)
            yield Suspension(
                first=judgment.closed_on + timedelta(days=1),
                until=None,
                clause=judgment.event.clause,
                article=judgment.event.article,
                because=(*_sources(terms.every(Severability)), *_sources(struck)),
                laws=(APPEAL,),
                facts=judgment.facts,
                void=True,
            )
    for fact in facts:
        if isinstance(fact.event, ClauseContradicted):
            yield from _contradicted(terms, fact, fact.event)


def clauses_named(terms: Terms, clause: str, article: str) -> tuple[Term, ...]:
    """The clauses that a fact names by their type, and by their article where it gives one."""
    named = (one for one in terms.clauses if type(one).__name__ == clause)
    return tuple(one for one in named if article in ("", one.source.article))


def prevails_by(terms: Terms, rank: Rank) -> tuple[HigherNorm | Autonomy | Severability, ...]:
    """The clauses that give a norm of that rank its force over the convention; none where the text does not say."""
    match rank:
        case Rank.LAW:
            return tuple(clause for clause in terms.every(Severability) if clause.by_law)
        case Rank.COG:
            return tuple(clause for clause in terms.every(HigherNorm) if clause.effect is NormEffect.UNOPPOSABLE)
        case Rank.PRIOR_COMMITMENT:
            return tuple(clause for clause in terms.every(Autonomy) if clause.prior_commitments_prevail)
        case _:
            return ()


def _contradicted(terms: Terms, fact: Fact, event: ClauseContradicted) -> Iterator[Suspension]:
    """The clause set aside while the conflict lasts, where the text says that the norm prevails."""
    rank = rank_named(event.norm, terms)
    grounds = _sources(prevails_by(terms, rank))
    if not grounds:
        return
    void = rank is Rank.LAW
    first = earliest(fact.on)
    yield Suspension(
        first=first,
        until=event.until,
        clause=event.clause,
        article=event.article,
        because=(*grounds, *_sources(clauses_named(terms, event.clause, event.article))),
        laws=(Reference(law=event.norm),) if void else (),
        facts=(fact.id,),
        void=void,
        assumptions=(_without_judgment(first, grounds[0]),) if void else (),
    )


def _without_judgment(first: date, source: Source) -> Assumption:
    """A rule of law in force is read as enough; the other reading keeps the clause until a court has spoken."""
    other = Alternative(reading="kept_until_a_judgment")
    return Assumption(choice=Choice.RULE_OF_LAW_SUFFICES, on=first, alternatives=(other,), source=source)


def active(found: Iterable[Suspension], texts: Texts, on: date) -> tuple[Suspension, ...]:
    """Those of that day that set a clause aside: the last day of a conflict still counts."""
    running = (one for one in found if one.first <= on and (one.until is None or on <= one.until))
    return tuple(one for one in running if _struck(one, texts))


def _struck(one: Suspension, texts: Texts) -> tuple[Term, ...]:
    """The clauses that it sets aside, as they were written on the eve."""
    return clauses_named(texts.on(one.first - timedelta(days=1)), one.clause, one.article)


def flags(found: Iterable[Suspension], texts: Texts) -> Iterator[Raised]:
    """What must be said of a status while they last."""
    for one in found:
        flag = Flag.CLAUSE_UNWRITTEN if one.void else Flag.CLAUSE_UNOPPOSABLE
        because = tuple(dict.fromkeys((*one.because, *_sources(_struck(one, texts)))))
        yield Raised(flag=flag, because=because, laws=one.laws)


def lasting(one: Suspension, texts: Texts) -> Suspension:
    """It, until the eve of the avenant that leaves none of its clauses in the text; `texts` is what avenants wrote."""
    struck = clauses_named(texts.on(one.first), one.clause, one.article)
    later = (version for version in texts.versions if version.first > one.first)
    gone = next((version.first for version in later if not set(struck) & set(version.terms.clauses)), None)
    if not struck or gone is None:
        return one
    eve = gone - timedelta(days=1)
    return replace(one, until=eve if one.until is None else min(one.until, eve))


def _sources(clauses: Iterable[Term]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(clause.source for clause in clauses))
