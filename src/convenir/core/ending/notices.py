"""Notices to leave: which clause each one uses, when it runs out, and why it may be without effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import SOME_PARTY, parties
from convenir.core.delays import Delay, after, before
from convenir.core.ending.receptions import Letter, Proof, Reception, letters, reception
from convenir.core.facts import Fact
from convenir.core.periods import Course, Period
from convenir.core.source import Reference, Source
from convenir.core.terms import Renewal, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Mode
from convenir.core.terms.termination import Clock, Form, Ground
from convenir.core.text.texts import Texts

DAY = timedelta(days=1)

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


# A reception that no acknowledgement dates: what is then chosen.
PRESUMED: dict[Proof, Choice] = {
    Proof.UNCOLLECTED: Choice.RECEIVED_WHEN_FIRST_PRESENTED,
    Proof.UNCLAIMED: Choice.RECEIVED_WHEN_OFFERED,
    Proof.UNDATED: Choice.RECEIVED_AT_THE_LATEST,
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
    WITHDRAWN = "withdrawn"


# What a notice does unless it is withdrawn.
WORKING = frozenset({Outcome.EFFECTIVE, Outcome.REFUSES_RENEWAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice received: the letter, and how its reception is known.

    `runs_from` is the day that the clock names, `last_day` the last day in force it leads to, or would have led to
    if it had not been withdrawn (None where no clause gives it an effect). `clause` is that by which the party may
    leave, `renewal` that of the renewal which the letter refuses.
    """

    letter: Letter
    reception: Reception
    received_on: date
    runs_from: date
    outcome: Outcome
    last_day: date | None = None
    clause: TerminationAtWill | None = None
    renewal: Renewal | None = None

    @property
    def party(self) -> str:
        """Who wants to leave."""
        return self.letter.party

    @property
    def form(self) -> Form | None:
        """How the letter was sent; None is the form that the clause asks for."""
        return self.letter.form

    @property
    def stated_on(self) -> date | None:
        """The last day in force that the letter itself announces."""
        return self.letter.stated_on

    @property
    def ruled_by(self) -> Renewal | TerminationAtWill | None:
        """The clause that says what this notice does."""
        return self.renewal or self.clause

    @property
    def because(self) -> tuple[Source, ...]:
        """Where that clause stands."""
        return () if self.ruled_by is None else (self.ruled_by.source,)

    @property
    def laws(self) -> tuple[Reference, ...]:
        """The rule of general law by which it is deemed received, where one is needed."""
        return () if self.reception.law is None else (self.reception.law,)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that prove its reception."""
        return self.reception.facts


def notices(texts: Texts, facts: Sequence[Fact], concluded: date, told: Course) -> Iterator[Notice]:
    """The notices that facts of exact day show, in the order of their reception, each by the text of that day.

    A letter that nothing shows to be received is no notice. One by which a party leaves is set against the renewals
    that other letters refuse; one that came after the end does nothing.
    """
    everyone = frozenset(parties(texts.last, facts))

    def judged(notice: Notice, course: Course) -> Notice:
        return _unless_withdrawn(_judged(notice, concluded, course), everyone)

    received = sorted(_received(texts, facts, told), key=lambda notice: notice.received_on)
    found = [judged(notice, told) for notice in received]
    left = _without_refused(told, found)
    yield from _before_the_end([n if n.renewal is not None else judged(n, left) for n in found])


def _received(texts: Texts, facts: Sequence[Fact], told: Course) -> Iterator[Notice]:
    """Each letter received, with the clause of its day that rules it."""
    for letter in letters(facts):
        deemed = reception(letter)
        if deemed.on is None:
            continue
        terms = texts.on(deemed.on)
        renewal = terms.first(Renewal)
        clause = _power(terms, letter.party, renewal)
        leaves = clause is not None and (clause.at_term or not _refuses(letter, renewal, deemed.on, told))
        yield Notice(
            letter=letter,
            reception=deemed,
            received_on=deemed.on,
            runs_from=_runs_from(clause, letter, deemed.on),
            outcome=Outcome.NO_POWER,
            clause=clause,
            renewal=None if leaves else renewal,
        )


def _power(terms: Terms, party: str, renewal: Renewal | None) -> TerminationAtWill | None:
    """The clause by which that party may leave; the one that does not name it, unless it may refuse a renewal."""
    own = clause_for(terms, party)
    if own is not None or (renewal is not None and renewal.mode is Mode.TACIT):
        return own
    return terms.first(TerminationAtWill)


def _without_refused(told: Course, found: Sequence[Notice]) -> Course:
    """The course without the renewals that those notices refuse, where no earlier letter ended it before them."""
    leaving = [(n.received_on, n.last_day) for n in found if n.outcome is Outcome.EFFECTIVE and n.last_day is not None]
    refused = [
        n.last_day
        for n in found
        if n.outcome is Outcome.REFUSES_RENEWAL
        and n.last_day is not None
        and not any(on <= n.received_on and last <= n.last_day for on, last in leaving)
    ]
    if not refused:
        return told
    last = min(refused)
    return replace(told, periods=tuple(period for period in told.periods if period.last <= last), term=last)


def _before_the_end(found: Sequence[Notice]) -> Iterator[Notice]:
    """The notices, without effect where they came after the end that another one made."""
    ended = min((n.last_day for n in found if n.outcome in WORKING and n.last_day is not None), default=date.max)
    for notice in found:
        late = notice.outcome in WORKING and notice.received_on > ended
        yield _with(notice, Outcome.OUTSIDE_LIFE) if late else notice


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
    if notice.clause is None or notice.renewal is not None:
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
    """A notice that refuses a renewal: the next one, or a later one that it names."""
    renewal = notice.renewal
    if renewal is None or renewal.mode is not Mode.TACIT:
        return _with(notice, Outcome.NO_POWER)
    if not admissible(notice.form, renewal.form):
        return _with(notice, Outcome.WRONG_FORM)
    out = max(_refused_from(renewal, notice.received_on), notice.stated_on or date.min)
    end = next((period.last for period in told.periods[:-1] if out <= period.last), None)
    return _with(notice, Outcome.TOO_LATE if end is None else Outcome.REFUSES_RENEWAL, end)


def _refuses(letter: Letter, renewal: Renewal | None, on: date, told: Course) -> bool:
    """Whether a letter that could be a termination announces the end of a period, in time to refuse the next one."""
    if renewal is None or renewal.mode is not Mode.TACIT or letter.stated_on is None:
        return False
    ends = {period.last for period in told.periods[:-1]}
    in_time = letter.stated_on in ends and _refused_from(renewal, on) <= letter.stated_on
    return in_time and admissible(letter.form, renewal.form)


def _refused_from(renewal: Renewal, received: date) -> date:
    """The first end of a period after which a refusal received that day prevents the renewal."""
    return received if renewal.denunciation is None else after(received, renewal.denunciation)


def _with(notice: Notice, outcome: Outcome, end: date | None = None) -> Notice:
    return replace(notice, outcome=outcome, last_day=end)


def _runs_from(clause: TerminationAtWill | None, letter: Letter, received: date) -> date:
    """The day that the clock of the clause names; reception, where it names none or that day is unknown."""
    match None if clause is None else clause.clock:
        case Clock.SENDING if letter.sent is not None:
            return letter.sent.on
        case Clock.FIRST_PRESENTATION if letter.shown is not None:
            return letter.shown.on
        case _:
            return received


def _unless_withdrawn(notice: Notice, everyone: frozenset[str]) -> Notice:
    """The notice, without effect if it was withdrawn in time.

    Alone before it reached the other party (by analogy with Code civil, art. 1118); afterwards with the agreement of
    all, by its last day at the latest.
    """
    withdrawn = notice.letter.withdrawn
    if withdrawn is None or notice.last_day is None or notice.outcome not in WORKING:
        return notice
    others = frozenset(withdrawn.event.agreed_by) - {notice.party}
    agreed = bool(others) and everyone - {notice.party, SOME_PARTY} <= others
    if withdrawn.on < notice.received_on or (agreed and withdrawn.on <= notice.last_day):
        return replace(notice, outcome=Outcome.WITHDRAWN)
    return notice


def assumptions(notice: Notice) -> Iterator[Assumption]:
    """What was chosen to date that notice, where facts, clause or law leave a choice."""
    source = next(iter(notice.because), None)
    if notice.last_day is None or source is None:
        return
    if notice.outcome is Outcome.WITHDRAWN:
        other = Alternative(reading="notice_stands", on=notice.last_day)
        yield Assumption(choice=Choice.NOTICE_MAY_BE_WITHDRAWN, alternatives=(other,), source=source)
        return
    yield from _deemed(notice, source)
    if notice.clause is None:
        return
    if notice.renewal is not None:
        yield _refusal_over_termination(notice, notice.clause, source)
    elif notice.clause.notice is not None:
        yield from _dated(notice, notice.clause, notice.clause.notice)


def _deemed(notice: Notice, source: Source) -> Iterator[Assumption]:
    """A reception that law presumes, and that a judge may not."""
    choice = PRESUMED.get(notice.reception.proof)
    if choice is None:
        return
    others = () if choice is Choice.RECEIVED_AT_THE_LATEST else (Alternative(reading="no_reception"),)
    yield Assumption(choice=choice, on=notice.received_on, alternatives=others, source=source)


def _refusal_over_termination(notice: Notice, clause: TerminationAtWill, source: Source) -> Assumption:
    """The text gives both powers, and the letter announces the end of a period."""
    end = notice_end(clause, shortest_end(notice, clause), (), notice.stated_on)
    other = Alternative(reading="termination", on=end)
    return Assumption(choice=Choice.REFUSAL_OVER_TERMINATION, on=notice.last_day, alternatives=(other,), source=source)


def _dated(notice: Notice, clause: TerminationAtWill, delay: Delay) -> Iterator[Assumption]:
    """What the clause leaves to choose: its title, its clock, a longer notice."""
    end, sent = shortest_end(notice, clause), notice.letter.sent
    if clause.title_ground not in (None, Ground.UNILATERAL):
        yield Assumption(choice=Choice.CONTENT_OVER_TITLE, on=end, source=clause.source)
    if clause.clock is None:
        others = () if sent is None else (Alternative(reading="sending", on=after(sent.on, delay)),)
        yield Assumption(choice=Choice.NOTICE_FROM_RECEPTION, on=end, alternatives=others, source=clause.source)
    if notice.stated_on is not None and notice.stated_on > end:
        other = Alternative(reading="notice_of_the_clause", on=end)
        yield Assumption(
            choice=Choice.LONGER_NOTICE_ALLOWED,
            on=notice.last_day,
            alternatives=(other,),
            source=clause.source,
        )
