"""Notices to leave: which clause each one uses, when it runs out, and why it may be without effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import Delay, after, before, earliest
from convenir.core.facts import Fact, NoticePresented, NoticeReceived, NoticeSent
from convenir.core.periods import Course, Period
from convenir.core.source import Source
from convenir.core.terms import Renewal, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Mode
from convenir.core.terms.termination import Clock, Form, Ground

DAY = timedelta(days=1)
N = TypeVar("N", NoticePresented, NoticeSent)

# Which forms satisfy the form that a clause asks for: a stronger proof always does (CPCE, art. L. 100 and R. 53).
ACCEPTED: dict[Form, frozenset[Form]] = {
    Form.REGISTERED_LETTER: frozenset({Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER}),
    Form.ELECTRONIC_REGISTERED_LETTER: frozenset({Form.ELECTRONIC_REGISTERED_LETTER}),
    Form.LETTER: frozenset(
        {Form.LETTER, Form.HAND_DELIVERY, Form.REGISTERED_LETTER, Form.ELECTRONIC_REGISTERED_LETTER},
    ),
    Form.HAND_DELIVERY: frozenset({Form.HAND_DELIVERY}),
    Form.EMAIL: frozenset(Form) - {Form.NONE},
    Form.NONE: frozenset(Form),
}


class Outcome(StrEnum):
    """What a notice does."""

    EFFECTIVE = "effective"
    REFUSES_RENEWAL = "refuses_renewal"
    WRONG_FORM = "wrong_form"
    NOT_ENTITLED = "not_entitled"
    TOO_LATE = "too_late"
    OUTSIDE_LIFE = "outside_life"
    NO_POWER = "no_power"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice received.

    `runs_from` is the day that the clock names, `last_day` the last day in force it leads to (None where no
    clause gives it an effect), `stated_on` the last day that the letter itself announces.
    """

    party: str
    received_on: date
    runs_from: date
    form: Form | None
    outcome: Outcome
    last_day: date | None = None
    sent_on: date | None = None
    stated_on: date | None = None
    clause: TerminationAtWill | None = None
    renewal: Renewal | None = None
    facts: tuple[str, ...]

    @property
    def because(self) -> tuple[Source, ...]:
        """The clause that rules this notice."""
        return tuple(clause.source for clause in (self.clause, self.renewal) if clause is not None)


def notices(terms: Terms, facts: Sequence[Fact], concluded: date, told: Course) -> Iterator[Notice]:
    """The notices that facts of exact day show, in the order of their reception."""
    renewal = terms.first(Renewal)
    for fact in facts:
        if isinstance(fact.event, NoticeReceived):
            received = earliest(fact.on)
            clause = clause_for(terms, fact.event.party) or terms.first(TerminationAtWill)
            notice = Notice(
                party=fact.event.party,
                received_on=received,
                runs_from=_runs_from(clause, facts, fact.event.party, received),
                form=fact.event.form,
                outcome=Outcome.NO_POWER,
                sent_on=_last(NoticeSent, facts, fact.event.party, received),
                stated_on=fact.event.effect_on,
                clause=clause,
                renewal=renewal if clause is None else None,
                facts=(fact.id,),
            )
            yield _judged(notice, concluded, told)


def clause_for(terms: Terms, party: str) -> TerminationAtWill | None:
    """The clause by which that party may leave at will."""
    return next((c for c in terms.every(TerminationAtWill) if not c.by or party in c.by), None)


def admissible(form: Form | None, asked: Form | None) -> bool:
    """Whether a notice in `form` satisfies a clause that asks for `asked`; None asked is any form.

    >>> admissible(Form.EMAIL, Form.REGISTERED_LETTER), admissible(None, Form.REGISTERED_LETTER)
    (False, True)
    """
    return form is None or asked is None or form in ACCEPTED[asked]


def last_reception(term: date, notice: Delay | None) -> date:
    """The last day on which a notice may be received to end before `term`: the last day in force precedes it.

    >>> from convenir.core.delays import Months
    >>> last_reception(date(2017, 12, 31), Months(count=3)), last_reception(date(2025, 12, 31), Months(count=6))
    (datetime.date(2017, 9, 30), datetime.date(2025, 6, 30))
    """
    return _latest_before(term - DAY, notice)


def last_denunciation(period_end: date, notice: Delay | None) -> date:
    """The last day on which a denunciation may be received to prevent the renewal after `period_end`."""
    return _latest_before(period_end, notice)


def _latest_before(end: date, notice: Delay | None) -> date:
    """The last day from which the notice runs out on `end` at the latest (months have unequal lengths)."""
    if notice is None:
        return end
    day = before(end, notice)
    while after(day + DAY, notice) <= end:
        day += DAY
    return day


def _judged(notice: Notice, concluded: date, told: Course) -> Notice:
    """The notice with its outcome: life, power, form and title of its author, then the calendar."""
    if notice.received_on < concluded or (told.term is not None and notice.received_on > told.term):
        return _with(notice, Outcome.OUTSIDE_LIFE)
    if notice.clause is None:
        return _refusal(notice, told)
    if notice.clause.by and notice.party not in notice.clause.by:
        return _with(notice, Outcome.NOT_ENTITLED)
    if not admissible(notice.form, notice.clause.form):
        return _with(notice, Outcome.WRONG_FORM)
    end = notice_end(notice.clause, shortest_end(notice, notice.clause), told.periods, notice.stated_on)
    useful = told.term is None or end < told.term
    return _with(notice, Outcome.EFFECTIVE if useful else Outcome.TOO_LATE, end)


def notice_end(clause: TerminationAtWill, out: date, periods: Sequence[Period], stated_on: date | None = None) -> date:
    """The last day in force of a notice that runs out on `out`.

    Later if the letter says so (`stated_on`), at the end of the current period if the clause does.
    """
    end = out if stated_on is None else max(out, stated_on)
    if not clause.at_term:
        return end
    return next((period.last for period in periods if end <= period.last), end)


def shortest_end(notice: Notice, clause: TerminationAtWill) -> date:
    """The end that the clause alone gives."""
    return notice.runs_from if clause.notice is None else after(notice.runs_from, clause.notice)


def _refusal(notice: Notice, told: Course) -> Notice:
    """A notice where the text only knows tacit renewal: it refuses the next one."""
    renewal = notice.renewal
    if renewal is None or renewal.mode is not Mode.TACIT:
        return _with(notice, Outcome.NO_POWER)
    if not admissible(notice.form, renewal.form):
        return _with(notice, Outcome.WRONG_FORM)
    out = notice.received_on if renewal.denunciation is None else after(notice.received_on, renewal.denunciation)
    end = next((period.last for period in told.periods[:-1] if out <= period.last), None)
    return _with(notice, Outcome.TOO_LATE if end is None else Outcome.REFUSES_RENEWAL, end)


def _with(notice: Notice, outcome: Outcome, end: date | None = None) -> Notice:
    return replace(notice, outcome=outcome, last_day=end)


def _runs_from(clause: TerminationAtWill | None, facts: Sequence[Fact], party: str, received: date) -> date:
    """The day that the clock of the clause names; reception, where it names none or that day is unknown."""
    match None if clause is None else clause.clock:
        case Clock.SENDING:
            return _last(NoticeSent, facts, party, received) or received
        case Clock.FIRST_PRESENTATION:
            return _last(NoticePresented, facts, party, received) or received
        case _:
            return received


def _last(kind: type[N], facts: Sequence[Fact], party: str, until: date) -> date | None:
    """The last day, not after `until`, on which that happened to a notice of that party."""
    shown = [(fact, fact.event) for fact in facts if isinstance(fact.event, kind)]
    days = [earliest(fact.on) for fact, event in shown if event.party == party]
    return max((day for day in days if day <= until), default=None)


def assumptions(notice: Notice) -> Iterator[Assumption]:
    """What was chosen to date that notice, where its clause leaves a choice."""
    clause = notice.clause
    if clause is None or clause.notice is None or notice.last_day is None:
        return
    end = shortest_end(notice, clause)
    if clause.title_ground not in (None, Ground.UNILATERAL):
        yield Assumption(choice=Choice.CONTENT_OVER_TITLE, on=end, source=clause.source)
    if clause.clock is None:
        sent = after(notice.sent_on, clause.notice) if notice.sent_on is not None else None
        others = () if sent is None else (Alternative(reading="sending", on=sent),)
        yield Assumption(choice=Choice.NOTICE_FROM_RECEPTION, on=end, alternatives=others, source=clause.source)
    if notice.stated_on is not None and notice.stated_on > end:
        other = Alternative(reading="notice_of_the_clause", on=end)
        yield Assumption(
            choice=Choice.LONGER_NOTICE_ALLOWED,
            on=notice.last_day,
            alternatives=(other,),
            source=clause.source,
        )
