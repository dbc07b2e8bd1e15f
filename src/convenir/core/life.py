"""The life of a convention as a set of facts makes it: conclusion, periods, last day, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise
from operator import itemgetter

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import Conclusion, conclusion, parties, stated_earlier, strangers
from convenir.core.delays import Between, Day, earliest, latest
from convenir.core.ending.declarations import declared_ends
from convenir.core.ending.notices import Notice, Outcome, assumptions, notices
from convenir.core.ending.receptions import STAGES
from convenir.core.ends import Departure, agreed_over
from convenir.core.facts import (
    AmendmentProposed,
    AppealDecided,
    AppealLodged,
    BreachCured,
    BreachRecorded,
    ChangeObserved,
    ClauseContradicted,
    Fact,
    FormalNoticePresented,
    FormalNoticeRenounced,
    FormalNoticeSent,
    JudgmentGiven,
    JudgmentNotified,
    MandateShown,
    PartySucceeded,
    RenewalSigned,
    SignatoryChanged,
    Signed,
    StatedDate,
    TerminationAgreed,
    TerminationDeclared,
)
from convenir.core.periods import Course, Period, amended, course, cut, duration_of, extended, renewal_acts
from convenir.core.source import Source
from convenir.core.terms import Duration, Renewal, Terms
from convenir.core.terms.lifetime import Start
from convenir.core.text.acts import facts_of
from convenir.core.text.amend import AmendmentAct, Lifespan, judged, proposals, suspended, written
from convenir.core.text.lists import completed
from convenir.core.text.norms import Suspension, lasting, suspensions
from convenir.core.text.texts import Texts, unchanged
from convenir.core.workdays import FRENCH, Calendar

__all__ = ["Departure", "Life", "Period", "life", "readings"]


# The facts on which the life depends: the others are set aside once.
SHAPING = frozenset(
    {
        *STAGES,
        AmendmentProposed,
        AppealDecided,
        AppealLodged,
        BreachCured,
        BreachRecorded,
        ChangeObserved,
        ClauseContradicted,
        FormalNoticePresented,
        FormalNoticeRenounced,
        FormalNoticeSent,
        JudgmentGiven,
        JudgmentNotified,
        MandateShown,
        PartySucceeded,
        RenewalSigned,
        SignatoryChanged,
        Signed,
        StatedDate,
        TerminationAgreed,
        TerminationDeclared,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What is known of the life.

    `first_signature` is the first signature, `concluded_on` the last required one (None: not concluded).
    `first_day` is the first day of effect, `term` the last day by the text and its renewals, `last_day` the last
    day in force after terminations, `leaving_since` the first day on which one was in motion. `periods` follow each
    other from `first_day`. `missing` are the party keys whose signature lacks, `unmatched` the signatures of persons
    whom the text does not name. `notices` are all the notices received, with or without effect; `texts` the text in
    force on each day, `amendments` the avenants, with or without effect, in the order of their last signature,
    `suspensions` what judgments and norms set aside. `range` holds the earliest and latest end, where facts leave two.
    """

    first_signature: Day | None = None
    concluded_on: Day | None = None
    stated_on: date | None = None
    first_day: date | None = None
    term: date | None = None
    last_day: date | None = None
    periods: tuple[Period, ...] = ()
    departure: Departure | None = None
    leaving_since: date | None = None
    notices: tuple[Notice, ...] = ()
    texts: Texts = unchanged(Terms())
    amendments: tuple[AmendmentAct, ...] = ()
    missing: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    range: tuple[date, date] | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def life(terms: Terms, facts: Sequence[Fact], calendar: Calendar = FRENCH) -> Life:
    """The life that facts known and not cancelled, in the order they happened, give to these terms."""
    early, late = readings(terms, facts, calendar)
    if early is late:
        return early
    return replace(
        late,
        first_signature=_day(early.first_signature, late.first_signature),
        concluded_on=_day(early.concluded_on, late.concluded_on),
        first_day=late.first_day if early.first_day == late.first_day else None,
        term=late.term if early.term == late.term else None,
        last_day=late.last_day if early.last_day == late.last_day else None,
        periods=late.periods if early.periods == late.periods else (),
        range=_range(early, late),
    )


def readings(terms: Terms, facts: Sequence[Fact], calendar: Calendar = FRENCH) -> tuple[Life, Life]:
    """The life with every imprecise day read as early, then as late, as it may be; one object where none is."""
    terms = completed(terms, facts)
    outside = {fact.id for fact in strangers(terms, facts)}
    shaping = [fact for fact in facts if type(fact.event) in SHAPING and fact.id not in outside]
    if not _imprecise(terms, shaping):
        exact = _life(terms, shaping, calendar)
        return exact, exact
    return (
        _life(_read_terms(terms, late=False), [_read(fact, late=False) for fact in shaping], calendar),
        _life(_read_terms(terms, late=True), [_read(fact, late=True) for fact in shaping], calendar),
    )


def _life(terms: Terms, facts: Sequence[Fact], calendar: Calendar) -> Life:
    """The life by the text as signed, then by the text that each avenant leaves, in the order of their signatures."""
    own = facts_of(facts)
    begun = _begun(terms, own)
    told = tuple(suspensions(terms, facts, calendar))
    lived = _lived(replace(begun, texts=suspended(unchanged(terms), told)), own)
    acts: list[AmendmentAct] = []
    for proposal in proposals(facts):
        act = judged(proposal, lived.texts, Lifespan(_exact(lived.concluded_on), lived.last_day))
        acts.append(act)
        if act.binds:
            lived = _lived(replace(begun, texts=suspended(written(terms, acts), told)), own)
    chosen = tuple(a for act in acts for a in act.assumptions) + _surviving_notice(lived, acts, own)
    set_aside = tuple(lasting(one, written(terms, acts)) for one in told)
    return replace(lived, amendments=tuple(acts), suspensions=set_aside, assumptions=lived.assumptions + chosen)


def _surviving_notice(lived: Life, acts: Sequence[AmendmentAct], facts: Sequence[Fact]) -> tuple[Assumption, ...]:
    """An act that extends or renews the convention during a notice, without a word of it, does not stop it."""
    gone = lived.departure
    if gone is None or lived.term is None:
        return ()
    renewed = (act.signed_on for act in renewal_acts(facts, parties(lived.texts.last, facts)))
    during = any(gone.received_on <= signed <= gone.last_day for signed in renewed)
    if not during and not any(act.leaves_running(gone) for act in acts):
        return ()
    other = Alternative(reading="notice_withdrawn", on=lived.term)
    choice = Choice.NOTICE_SURVIVES_EXTENSION
    return (Assumption(choice=choice, on=gone.last_day, alternatives=(other,), source=next(iter(gone.because), None)),)


def _exact(concluded: Day | None) -> date:
    """The day of the conclusion; an avenant to what is not concluded comes too early whatever its day."""
    return date.max if concluded is None else latest(concluded)


def _begun(terms: Terms, facts: Sequence[Fact]) -> Life:
    """The life by its signatures alone."""
    found = conclusion(terms, facts)
    begun = Life(
        first_signature=found.first,
        concluded_on=found.last,
        texts=unchanged(terms),
        stated_on=found.stated,
        missing=found.missing,
        unmatched=found.unmatched,
        because=found.because,
        facts=found.facts,
        assumptions=found.assumptions,
    )
    if found.last is None:
        return begun
    first, told_start = _first_day(duration_of(terms), found)
    return replace(begun, first_day=first, assumptions=begun.assumptions + told_start)


def _lived(begun: Life, facts: Sequence[Fact]) -> Life:
    """The life with its periods, its notices and its end, by its texts."""
    if begun.concluded_on is None or begun.first_day is None:
        return begun
    concluded = latest(begun.concluded_on)
    told = _course(begun.texts, facts, begun.first_day)
    received = tuple(notices(begun.texts, facts, concluded, told))
    declared = tuple(declared_ends(begun.texts, facts, concluded, told))
    return _ended(begun, told, received, declared)


def _course(texts: Texts, facts: Sequence[Fact], first: date) -> Course:
    """The periods by the text as signed, then by each avenant and each act of renewal, in the order of their days."""
    told = course(texts.original, first)
    changes = [
        (after.agreed_on, partial(amended, before=before.terms, version=after, first=first))
        for before, after in pairwise(texts.versions)
        if _lifetime(before.terms) != _lifetime(after.terms)
    ]
    acts = [(act.signed_on, partial(extended, act=act)) for act in renewal_acts(facts, parties(texts.last, facts))]
    for _, change in sorted([*changes, *acts], key=itemgetter(0)):
        told = change(told)
    return told


def _lifetime(terms: Terms) -> tuple[Duration | None, Renewal | None]:
    """The clauses that give the periods."""
    return terms.first(Duration), terms.first(Renewal)


def _ended(begun: Life, told: Course, received: tuple[Notice, ...], declared: tuple[Departure, ...]) -> Life:
    """The life with its end: a renewal refused shortens the course, the earliest departure ends it."""
    refusals = [n for n in received if n.outcome is Outcome.REFUSES_RENEWAL and n.last_day is not None]
    for notice in refusals:
        number = next((p.number for p in told.periods if p.last == notice.last_day), None)
        if number is not None:
            told = cut(told, number, notice.facts[0], notice.because[0])
    working = (n for n in received if n.outcome is Outcome.EFFECTIVE and n.last_day is not None)
    leaving = agreed_over((*declared, *(_departure(notice) for notice in working)))
    departure = min(leaving, key=lambda d: (d.last_day, d.received_on, d.party), default=None)
    last = told.term if departure is None else departure.last_day
    return replace(
        begun,
        term=told.term,
        last_day=last,
        periods=told.periods if last is None else _until(told.periods, last),
        departure=departure,
        leaving_since=min((d.received_on for d in leaving), default=None),
        notices=received,
        because=begun.because + told.because,
        facts=begun.facts + told.facts,
        assumptions=begun.assumptions + told.assumptions + tuple(a for n in received for a in assumptions(n)),
    )


def _departure(notice: Notice) -> Departure:
    return Departure(
        party=notice.party,
        received_on=notice.received_on,
        last_day=notice.last_day or notice.received_on,
        because=notice.because,
        laws=notice.laws,
        facts=notice.facts,
    )


def _until(periods: tuple[Period, ...], last: date) -> tuple[Period, ...]:
    """The periods that have begun by that day, the last one ending with it."""
    return tuple(replace(period, last=min(period.last, last)) for period in periods if period.first <= last)


def _first_day(duration: Duration | None, found: Conclusion) -> tuple[date, tuple[Assumption, ...]]:
    """The first day of effect, and what was chosen to say so."""
    concluded = found.last or date.max
    if duration is not None and duration.start is Start.FIXED and duration.starts_on is not None:
        return _fixed(earliest(duration.starts_on), concluded, duration.source)
    source = None if duration is None else duration.source
    later = found.stated is not None and found.stated > concluded and duration is not None and duration.stated_date
    if later and found.stated is not None:
        return found.stated, ()
    told = stated_earlier(found)
    if told is not None:
        return concluded, (replace(told, source=source),)
    stated = duration is not None and duration.start is Start.SIGNATURE and duration.start_stated
    if stated and found.first == concluded:
        return concluded, ()
    others = () if found.first in (None, concluded) else (Alternative(reading="first_signature", on=found.first),)
    return concluded, (
        Assumption(choice=Choice.START_AT_LAST_SIGNATURE, on=concluded, alternatives=others, source=source),
    )


def _fixed(start: date, concluded: date, source: Source) -> tuple[date, tuple[Assumption, ...]]:
    """A start that the text fixes binds from that day even when the signatures come later."""
    if start >= concluded:
        return start, ()
    other = Alternative(reading="last_signature", on=concluded)
    return start, (Assumption(choice=Choice.RETROACTIVE_START, on=start, alternatives=(other,), source=source),)


def _imprecise(terms: Terms, facts: Sequence[Fact]) -> bool:
    starts = (clause.starts_on for clause in terms.every(Duration))
    return any(isinstance(day, Between) for day in (*starts, *(fact.on for fact in facts)))


def _read(fact: Fact, *, late: bool) -> Fact:
    """The fact with its day read as early or as late as it may be."""
    return replace(fact, on=latest(fact.on) if late else earliest(fact.on)) if isinstance(fact.on, Between) else fact


def _read_terms(terms: Terms, *, late: bool) -> Terms:
    """The terms with the start read as early or as late as it may be."""
    bound = latest if late else earliest
    clauses = (
        replace(clause, starts_on=bound(clause.starts_on))
        if isinstance(clause, Duration) and clause.starts_on is not None
        else clause
        for clause in terms.clauses
    )
    return replace(terms, clauses=tuple(clauses))


def _day(early: Day | None, late: Day | None) -> Day | None:
    if early is None or late is None or early == late:
        return late
    return Between(earliest=earliest(early), latest=latest(late))


def _range(early: Life, late: Life) -> tuple[date, date] | None:
    """The earliest and the latest end, where they differ."""
    if early.last_day is None or late.last_day is None or early.last_day == late.last_day:
        return None
    return min(early.last_day, late.last_day), max(early.last_day, late.last_day)
