"""The avenants: who must sign each, whether it binds, and the text that it leaves in force on each day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.conclusion import Conclusion, conclusion
from convenir.core.delays import earliest
from convenir.core.ends import Departure
from convenir.core.facts import AmendmentProposed, Fact, Signed
from convenir.core.source import Source
from convenir.core.terms import (
    AmendmentClause,
    Annex,
    Duration,
    Formalities,
    PartyClause,
    Renewal,
    SignatureAuthority,
    Term,
    Terms,
)
from convenir.core.text.acts import facts_of
from convenir.core.text.norms import Suspension
from convenir.core.text.texts import Texts, Version

DAY = timedelta(days=1)


class AmendmentState(StrEnum):
    """Where an avenant stands: only one that all have signed in time, during the convention, has an effect."""

    DRAFT = "draft"
    SIGNING = "signing"
    EFFECTIVE = "effective"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentAct:
    """One avenant, as facts make it.

    `recorded` says whether its text is known. `changes` are those that it makes, `unlisted` those that its text holds
    without listing them where the convention asks for the list: they have no effect; `aimless` those that replace or
    remove what the convention does not say. `missing` are the party keys whose signature lacks. `effective_on` is the
    first day of its changes, None while it has no effect. `signers` is the text that says who signs it: the convention
    of that day, with the parties that the avenant brings in.
    """

    amendment: str
    state: AmendmentState
    recorded: bool
    changes: tuple[Change, ...]
    unlisted: tuple[Change, ...]
    aimless: tuple[Change, ...]
    signers: Terms
    missing: tuple[str, ...] = ()
    first_signature: date | None = None
    concluded_on: date | None = None
    effective_on: date | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def binds(self) -> bool:
        """Whether its changes take effect, on their day."""
        return self.state is AmendmentState.EFFECTIVE

    @property
    def about_end(self) -> bool:
        """Whether it says anew when the convention ends, or how it is renewed."""
        return any(
            not isinstance(change, ClauseRemoved) and isinstance(change.clause, Duration | Renewal)
            for change in self.changes
        )

    def leaves_running(self, gone: Departure) -> bool:
        """Whether it was signed during that notice, about the end, without a word of the notice."""
        signed = self.concluded_on
        return self.binds and self.about_end and signed is not None and gone.received_on <= signed


class Lifespan(NamedTuple):
    """The days between which an avenant may be signed: the conclusion and the last day in force (None: no end)."""

    concluded: date
    last: date | None


class Proposal(NamedTuple):
    """The text of an avenant, the fact that recorded it (None: nobody did), and the facts that are about it."""

    text: AmendmentProposed
    fact: Fact | None
    facts: tuple[Fact, ...]

    @property
    def signed_on(self) -> date:
        """The last signature known; an avenant that nobody signed comes last."""
        return max((earliest(fact.on) for fact in self.facts if isinstance(fact.event, Signed)), default=date.max)


def proposals(facts: Sequence[Fact]) -> list[Proposal]:
    """The avenants that facts name, in the order of their last signature; of two texts of one name, the later one."""
    texts = {fact.event.amendment: (fact.event, fact) for fact in facts if isinstance(fact.event, AmendmentProposed)}
    signed = [fact.event.amendment for fact in facts if isinstance(fact.event, Signed) and fact.event.amendment]
    found = []
    for name in dict.fromkeys([*texts, *signed]):
        text, fact = texts.get(name, (AmendmentProposed(amendment=name), None))
        found.append(Proposal(text=text, fact=fact, facts=facts_of(facts, name)))
    return sorted(found, key=lambda proposal: (proposal.signed_on, proposal.text.amendment))


def judged(proposal: Proposal, texts: Texts, life: Lifespan) -> AmendmentAct:
    """The avenant against the text and the life of the day on which it was signed last.

    It is signed like the convention then in force, by all its signatories: parallelism of forms.
    """
    text = proposal.text
    then = texts.on(proposal.signed_on)
    clause = asking(then)
    signers = _signers(then, text.changes)
    found = conclusion(signers, proposal.facts)
    state = _state(found, life)
    effective = (text.effective_on or found.last) if state is AmendmentState.EFFECTIVE else None
    return AmendmentAct(
        amendment=text.amendment,
        state=state,
        recorded=proposal.fact is not None,
        changes=tuple(change for change in text.changes if takes_effect(change, clause)),
        unlisted=tuple(change for change in text.changes if not takes_effect(change, clause)),
        aimless=tuple(change for change in text.changes if not _aims(change, then)),
        signers=signers,
        missing=found.missing,
        first_signature=found.first,
        concluded_on=found.last,
        effective_on=effective,
        because=() if clause is None else (clause.source,),
        facts=(*(fact.id for fact in (proposal.fact,) if fact is not None), *found.facts),
        assumptions=tuple(_assumptions(proposal, found, clause)),
    )


def asking(terms: Terms) -> AmendmentClause | None:
    """The clause that asks for avenants, rather than one that only allows them."""
    return min(terms.every(AmendmentClause), key=lambda clause: clause.optional, default=None)


def _state(found: Conclusion, life: Lifespan) -> AmendmentState:
    if found.last is None:
        return AmendmentState.DRAFT if found.first is None else AmendmentState.SIGNING
    if found.last < life.concluded:
        return AmendmentState.TOO_EARLY
    late = life.last is not None and found.last > life.last
    return AmendmentState.TOO_LATE if late else AmendmentState.EFFECTIVE


def _signers(terms: Terms, changes: Sequence[Change]) -> Terms:
    """The text that says who signs an avenant.

    Its parties are those of the convention and those that the avenant brings in or names anew. The dates that the
    convention gives, of its own signature and of the acts that authorise it, are not those of the avenant.
    """
    parties = [change for change in changes if not isinstance(change, ClauseRemoved)]
    named = fold(terms, [change for change in parties if isinstance(change.clause, PartyClause)], "")
    return replace(named, draft=False, clauses=tuple(_undated(clause) for clause in named.clauses))


def _undated(clause: Term) -> Term:
    match clause:
        case Formalities():
            return replace(clause, stated_on=None)
        case SignatureAuthority():
            return replace(clause, adopted_on=None)
        case _:
            return clause


def _assumptions(proposal: Proposal, found: Conclusion, clause: AmendmentClause | None) -> Iterator[Assumption]:
    """What was chosen to say whether the avenant binds, and since when."""
    source = None if clause is None else clause.source
    signed = {fact.event.party for fact in proposal.facts if isinstance(fact.event, Signed)}
    if found.last is None and found.first is not None and set(found.missing) <= signed:
        alone = Alternative(reading="one_signatory_suffices", on=proposal.signed_on)
        yield Assumption(choice=Choice.AMENDMENT_SIGNED_BY_ALL, alternatives=(alone,), source=source)
    if found.last is None:
        return
    if found.first is not None and found.first != found.last:
        first = Alternative(reading="amendment_first_signature", on=found.first)
        choice = Choice.AMENDMENT_AT_LAST_SIGNATURE
        yield Assumption(choice=choice, on=found.last, alternatives=(first,), source=source)
    stated = proposal.text.effective_on
    if stated is not None and stated < found.last:
        last = Alternative(reading="amendment_last_signature", on=found.last)
        yield Assumption(choice=Choice.RETROACTIVE_AMENDMENT, on=stated, alternatives=(last,), source=source)


def takes_effect(change: Change, clause: AmendmentClause | None) -> bool:
    """Whether a change that the avenant does not list counts all the same: not where the clause asks for the list.

    A clause that asks for the list of the changes to the convention does not ask for that of the changes to annexes,
    unless it says so.
    """
    if change.listed or clause is None or not clause.lists_changes:
        return True
    return in_annex(change) and not clause.covers_annexes


def in_annex(change: Change) -> bool:
    """Whether what changes stands in an annex, or is one."""
    if isinstance(change, ClauseRemoved):
        return change.clause == Annex.__name__ or _annexed(change.article)
    return isinstance(change.clause, Annex) or _annexed(change.clause.source.article)


def _annexed(article: str) -> bool:
    return article.casefold().startswith("annexe")


def fold(terms: Terms, changes: Sequence[Change], name: str) -> Terms:
    """The terms with those changes made in their order; `name` is the text that the new clauses stand in.

    Without any change, the terms themselves.
    """
    for change in changes:
        terms = replace(terms, clauses=tuple(_made(terms.clauses, change, name)))
    return terms


def _made(clauses: tuple[Term, ...], change: Change, name: str) -> Iterator[Term]:
    """The clauses once one change is made; a clause that replaces others takes the place of the first of them."""
    left = [clause for clause in clauses if not concerns(change, clause)]
    if isinstance(change, ClauseRemoved):
        yield from left
        return
    new = _written_in(change.clause, name)
    place = next((rank for rank, clause in enumerate(clauses) if concerns(change, clause)), len(clauses))
    yield from (*left[:place], new, *left[place:])


def concerns(change: Change, clause: Term) -> bool:
    """Whether that clause of the text is one that the change replaces or removes."""
    match change:
        case ClauseAdded():
            return False
        case ClauseReplaced(clause=new, article=article):
            same = type(clause) is type(new) and subject_of(clause) == subject_of(new)
        case ClauseRemoved(clause=kind, subject=subject, article=article):
            same = type(clause).__name__ == kind and subject in ("", subject_of(clause))
    return same and article in ("", clause.source.article)


def _written_in(clause: Term, name: str) -> Term:
    return replace(clause, source=replace(clause.source, text=name)) if name else clause


def _aims(change: Change, terms: Terms) -> bool:
    """Whether the text has what the change replaces or removes; an addition needs nothing."""
    return isinstance(change, ClauseAdded) or any(concerns(change, clause) for clause in terms.clauses)


def written(original: Terms, acts: Sequence[AmendmentAct]) -> Texts:
    """The versions that the avenants in effect make, in the order of their effect, then of their signature.

    Of two changes to one clause, the later one is in force from its day.
    """
    versions = [Version(first=date.min, terms=original)]
    for act in sorted((act for act in acts if act.binds), key=_effect):
        versions.append(
            Version(
                first=act.effective_on or date.max,
                terms=fold(versions[-1].terms, act.changes, act.amendment),
                made_by=act.amendment,
                agreed_on=act.concluded_on or date.max,
                because=act.because,
                facts=act.facts,
            )
        )
    return Texts(versions=tuple(versions))


def _effect(act: AmendmentAct) -> tuple[date, date, str]:
    return (act.effective_on or date.max, act.concluded_on or date.max, act.amendment)


def suspended(texts: Texts, found: Sequence[Suspension]) -> Texts:
    """The texts without the clauses that a judgment or a norm sets aside, on the days on which it does."""
    if not found:
        return texts
    ends = [one.until + DAY for one in found if one.until is not None]
    days = sorted({*(version.first for version in texts.versions), *(one.first for one in found), *ends})
    return Texts(versions=tuple(_without(texts, [one for one in found if _runs(one, day)], day) for day in days))


def _runs(one: Suspension, day: date) -> bool:
    return one.first <= day and (one.until is None or day <= one.until)


def _without(texts: Texts, found: Sequence[Suspension], day: date) -> Version:
    """The text as it reads from that day, less what is set aside: a clause that an avenant wrote since then stands."""
    version = texts.version(day)
    struck = [
        clause
        for one in found
        for clause in texts.on(one.first).clauses
        if concerns(ClauseRemoved(clause=one.clause, article=one.article), clause)
    ]
    return replace(
        version,
        first=day,
        agreed_on=version.agreed_on if day == version.first else day,
        terms=replace(version.terms, clauses=tuple(clause for clause in version.terms.clauses if clause not in struck)),
        because=version.because + tuple(source for one in found for source in one.because),
        facts=version.facts + tuple(fact for one in found for fact in one.facts),
    )
