"""The legal status of a convention on a day, as known on a day, and because of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core import approval, authority
from convenir.core.afterwards import without_title
from convenir.core.assumptions import Assumption
from convenir.core.conclusion import conclusion
from convenir.core.delays import earliest, latest
from convenir.core.departures import choices, open_commitments
from convenir.core.facts import Fact, Signed, known_on
from convenir.core.findings import Finding
from convenir.core.flags import Flag, Raised
from convenir.core.irregular import irregular
from convenir.core.life import Life, Period, life, readings
from convenir.core.moves import denunciations
from convenir.core.periods import duration_of
from convenir.core.source import Source
from convenir.core.terms import (
    Confidentiality,
    Duration,
    Formalities,
    Nature,
    PartyClause,
    Renewal,
    TerminationEffects,
    Terms,
)
from convenir.core.terms.lifetime import Start
from convenir.core.terms.termination import AfterEnd, Ground
from convenir.core.text import norms
from convenir.core.text.acts import facts_of
from convenir.core.workdays import FRENCH, Calendar

__all__ = ["Flag", "Raised", "Standing", "Status", "standing"]


class Status(StrEnum):
    """Where a convention stands in law."""

    DRAFT = "draft"
    SIGNING = "signing"
    SIGNED_NOT_YET_EFFECTIVE = "signed_not_yet_effective"
    IN_FORCE = "in_force"
    IN_FORCE_UNDER_NOTICE = "in_force_under_notice"
    IN_FORCE_RENEWED = "in_force_renewed"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


OVER = frozenset({Status.EXPIRED, Status.TERMINATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The answer.

    `first_day` and `last_day` are the life as now known (None where it cannot be computed); `period` is the
    number of the current period (the first is 1); `range` holds the earliest and latest end when uncertain.
    `period_ends_on` is the last day of the current period; where a tacit renewal follows it, `refusable_until` is
    the last day to refuse that renewal. `concluded_on` is the day of the last signature, None where it is not known
    to the day; `missing` are the party keys whose signature lacked on the day asked, once one party has signed.
    `ground` is why it ends early, where it does. `because` are the words, `facts` the ids of the facts.
    """

    status: Status
    first_day: date | None = None
    last_day: date | None = None
    period: int = 1
    period_ends_on: date | None = None
    refusable_until: date | None = None
    concluded_on: date | None = None
    missing: tuple[str, ...] = ()
    range: tuple[date, date] | None = None
    ground: Ground | None = None
    flags: tuple[Raised, ...] = ()
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    findings: tuple[Finding, ...] = ()


def standing(terms: Terms, facts: Sequence[Fact], *, on: date, known: date, calendar: Calendar = FRENCH) -> Standing:
    """The status on the day `on`, from the facts recorded by the day `known`.

    Facts of a later day than `on` still shape the life: a signature makes a retroactive start true. The words are those
    of the text in force on that day; who was bound, and by which power, is asked of the text as it was signed.
    """
    told = known_on(facts, known)
    lived = life(terms, told, calendar)
    text = lived.texts.on(on)
    status = _status(terms, told, lived, (on, calendar))
    noticed = lived.departure.facts if lived.departure is not None else ()
    current, refusable = _current(text, lived, on)
    set_aside = norms.active(lived.suspensions, lived.texts, on)
    return Standing(
        status=status,
        first_day=lived.first_day,
        last_day=lived.last_day,
        period=_period(lived, on),
        period_ends_on=None if current is None else current.last,
        refusable_until=refusable,
        concluded_on=lived.concluded_on if isinstance(lived.concluded_on, date) else None,
        missing=_missing(terms, facts_of(told), on) if status is Status.SIGNING else (),
        range=lived.range,
        ground=None if lived.departure is None else lived.departure.ground,
        flags=(*_flags(told, lived, (status, on)), *norms.flags(set_aside, lived.texts)),
        because=_because(text, lived, status),
        facts=lived.facts + noticed,
        assumptions=(
            *lived.assumptions,
            *approval.reserves(terms, facts_of(told), lived),
            *choices(lived, calendar, running=status is Status.IN_FORCE_UNDER_NOTICE),
            *(assumption for one in set_aside for assumption in one.assumptions),
        ),
        findings=tuple(irregular(told, lived, calendar)),
    )


def _status(terms: Terms, facts: Sequence[Fact], lived: Life, asked: tuple[date, Calendar]) -> Status:
    on, calendar = asked
    text = lived.texts.on(on)
    if not text.supplied and duration_of(text) is None:
        return Status.UNKNOWN
    if lived.range is None and not _two_days(lived):
        return _status_of(lived, on)
    early, late = (_status_of(reading, on) for reading in readings(terms, facts, calendar))
    return early if early is late else Status.UNCERTAIN


def _two_days(lived: Life) -> bool:
    return not all(isinstance(day, date | None) for day in (lived.first_signature, lived.concluded_on))


def _status_of(lived: Life, on: date) -> Status:
    """The status in a life of exact days."""
    before = _unsigned(lived, on)
    if lived.first_day is None or lived.concluded_on is None:
        return before
    if _never_begun(lived) and lived.last_day is not None and on > lived.last_day:
        return Status.TERMINATED
    if on < lived.first_day:
        return before if on < earliest(lived.concluded_on) else Status.SIGNED_NOT_YET_EFFECTIVE
    if lived.last_day is None or on <= lived.last_day:
        return _in_force(lived, on)
    return Status.EXPIRED if lived.departure is None else Status.TERMINATED


def _never_begun(lived: Life) -> bool:
    """Whether a notice runs out before the first day of effect."""
    return lived.departure is not None and lived.first_day is not None and lived.departure.last_day < lived.first_day


def _unsigned(lived: Life, on: date) -> Status:
    """Before the last signature: a draft until the first one."""
    begun = lived.first_signature is not None and earliest(lived.first_signature) <= on
    return Status.SIGNING if begun else Status.DRAFT


def _in_force(lived: Life, on: date) -> Status:
    if lived.leaving_since is not None and on >= lived.leaving_since:
        return Status.IN_FORCE_UNDER_NOTICE
    return Status.IN_FORCE if _period(lived, on) == 1 else Status.IN_FORCE_RENEWED


def _period(lived: Life, on: date) -> int:
    """The number of the period of that day; after the end, of the last one."""
    return max((period.number for period in lived.periods if period.first <= on), default=1)


def _current(terms: Terms, lived: Life, on: date) -> tuple[Period | None, date | None]:
    """The period of that day, and the last day to refuse the tacit renewal that follows it, if one does."""
    current = next((period for period in lived.periods if period.first <= on <= period.last), None)
    if current is None or lived.departure is not None:
        return current, None
    return current, next((last for period, last in denunciations(terms, lived) if period == current), None)


def _missing(terms: Terms, facts: Sequence[Fact], on: date) -> tuple[str, ...]:
    """The parties whose signature lacked on that day."""
    signed = [fact for fact in facts if not isinstance(fact.event, Signed) or latest(fact.on) <= on]
    return conclusion(terms, signed).missing


def _because(terms: Terms, lived: Life, status: Status) -> tuple[Source, ...]:
    """The words on which the status rests."""
    signing = [c.source for c in terms.every(PartyClause)] + [c.source for c in terms.every(Formalities)]
    duration = [c.source for c in terms.every(Duration)]
    renewal = [c.source for c in terms.every(Renewal)]
    leaving = list(lived.departure.because) if lived.departure is not None else []
    grounds = {
        Status.DRAFT: signing,
        Status.SIGNING: signing,
        Status.IN_FORCE_UNDER_NOTICE: leaving,
        Status.TERMINATED: leaving,
        Status.IN_FORCE_RENEWED: renewal + duration,
        Status.EXPIRED: duration + renewal,
    }.get(status, duration)
    anything = grounds or duration or renewal or signing or [clause.source for clause in terms.clauses[:1]]
    return tuple(anything) or (Source(text=terms.document.value, article="titre"),)


def _flags(facts: Sequence[Fact], lived: Life, asked: tuple[Status, date]) -> Iterator[Raised]:
    status, on = asked
    signed, text = lived.texts.original, lived.texts.on(on)
    if status is Status.UNKNOWN:
        return
    concluded = None if lived.concluded_on is None else latest(lived.concluded_on)
    yield from authority.flags(signed, facts_of(facts), concluded)
    yield from approval.flags(signed, facts_of(facts), lived, on)
    yield from _start_flags(signed, lived, concluded)
    yield from _labels(text)
    if status in OVER:
        yield from _end_flags(text, facts, lived, on)


def _labels(terms: Terms) -> Iterator[Raised]:
    """What the text calls itself, which changes nothing to the status."""
    tried = tuple(clause.source for clause in terms.every(Nature) if clause.experimental)
    if tried:
        yield Raised(flag=Flag.EXPERIMENTAL, because=tried)


def _start_flags(terms: Terms, lived: Life, concluded: date | None) -> Iterator[Raised]:
    grounds = tuple(clause.source for clause in terms.every(Duration))
    if concluded is None or lived.first_day is None:
        return
    if lived.first_day < concluded:
        yield Raised(flag=Flag.RETROACTIVE_START, because=grounds)
    fixed = any(clause.start is Start.FIXED for clause in terms.every(Duration))
    if lived.stated_on is not None and lived.stated_on < concluded and not fixed:
        signed = tuple(clause.source for clause in terms.every(Formalities))
        yield Raised(flag=Flag.STATED_DATE_EARLIER, because=grounds + signed)


def _end_flags(terms: Terms, facts: Sequence[Fact], lived: Life, on: date) -> Iterator[Raised]:
    """What outlives the convention."""
    effects = terms.first(TerminationEffects)
    if effects is not None and effects.after is AfterEnd.RUN_OFF and open_commitments(facts, lived, on):
        yield Raised(flag=Flag.RUN_OFF, because=(effects.source,))
    title = (*(c.source for c in terms.every(Duration)), *(c.source for c in terms.every(Renewal)))
    if lived.last_day is not None and any(without_title(facts, lived.last_day, on)):
        yield Raised(flag=Flag.PERFORMED_WITHOUT_TITLE, because=title)
    surviving = tuple(clause.source for clause in terms.every(Confidentiality) if clause.survives)
    if surviving:
        yield Raised(flag=Flag.SURVIVING_DUTIES, because=surviving)
