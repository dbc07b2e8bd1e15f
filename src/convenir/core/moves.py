"""What each party may lawfully do on a day: leave, refuse a renewal, prepare the next convention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.conclusion import parties
from convenir.core.delays import after
from convenir.core.facts import Fact, known_on
from convenir.core.life import Life, life
from convenir.core.notices import ACCEPTED, clause_for, last_denunciation, last_reception, notice_end
from convenir.core.periods import Period, duration_of
from convenir.core.source import Source
from convenir.core.terms import Renewal, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Mode
from convenir.core.terms.termination import Form
from convenir.core.workdays import FRENCH, Calendar, next_workday


class MoveKind(StrEnum):
    """What there is to choose."""

    LEAVE = "leave"
    REFUSE_RENEWAL = "refuse_renewal"
    RENEW = "renew"
    NEW_CONVENTION = "new_convention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A possibility of `party`, as it stands on the day asked.

    `form` is what the clause asks for (None: any form that can be proved), `forms` what satisfies it.
    `last_useful_on` is the last day on which the act is useful (for a notice, of its reception), `effect_on` the
    last day in force if it is received on the day asked. `useful` is false when it would change nothing.
    """

    kind: MoveKind
    party: str
    useful: bool
    form: Form | None = None
    forms: tuple[Form, ...] = ()
    last_useful_on: date | None = None
    effect_on: date | None = None
    because: tuple[Source, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def moves(
    terms: Terms, facts: Sequence[Fact], *, on: date, known: date, calendar: Calendar = FRENCH
) -> tuple[Move, ...]:
    """The possibilities of every party on that day, useful or not; none before the conclusion or after the end."""
    told = known_on(facts, known)
    lived = life(terms, told)
    running = lived.first_day is not None and lived.first_day <= on <= (lived.last_day or date.max)
    if not running:
        return ()
    found: list[Move] = []
    for party in parties(terms, told):
        found += _leave(terms, lived, (party, on), calendar)
        found += _refuse(terms, lived, (party, on))
        found += _go_on(terms, lived, (party, on))
    return tuple(found)


def last_useful_reception(clause: TerminationAtWill, lived: Life) -> date | None:
    """The last day on which a notice by that clause may be received to end the convention before its end.

    That end is its term, or the one that a running notice has already made. None where there is no end, or where
    the clause only works for the end of the last period.
    """
    if lived.last_day is None:
        return None
    if not clause.at_term:
        return last_reception(lived.last_day, clause.notice)
    earlier = [period.last for period in lived.periods if period.last < lived.last_day]
    return last_denunciation(earlier[-1], clause.notice) if earlier else None


def denunciations(terms: Terms, lived: Life) -> Iterator[tuple[Period, date]]:
    """Each period that a tacit renewal would follow, with the last day to refuse that renewal.

    The notice is that of the renewal clause, else that of a clause which only works for the end of a period.
    """
    renewal = terms.first(Renewal)
    if renewal is None or renewal.mode is not Mode.TACIT:
        return
    notice = renewal.denunciation or next((c.notice for c in terms.every(TerminationAtWill) if c.at_term), None)
    for period in lived.periods[:-1] if lived.last_day is not None else lived.periods:
        yield period, last_denunciation(period.last, notice)


def _leave(terms: Terms, lived: Life, asked: tuple[str, date], calendar: Calendar) -> Iterator[Move]:
    party, on = asked
    clause = clause_for(terms, party)
    if clause is None:
        return
    end = notice_end(clause, on if clause.notice is None else after(on, clause.notice), lived.periods)
    useful = lived.last_day is None or end < lived.last_day
    yield Move(
        kind=MoveKind.LEAVE,
        party=party,
        useful=useful,
        form=clause.form,
        forms=_forms(clause.form),
        last_useful_on=last_useful_reception(clause, lived),
        effect_on=end if useful else None,
        because=(clause.source,),
        assumptions=tuple(_choices(clause, end, calendar)),
    )


def _refuse(terms: Terms, lived: Life, asked: tuple[str, date]) -> Iterator[Move]:
    party, on = asked
    renewal = terms.first(Renewal)
    following = next(((period, last) for period, last in denunciations(terms, lived) if last >= on), None)
    if renewal is None or following is None:
        return
    period, last = following
    yield Move(
        kind=MoveKind.REFUSE_RENEWAL,
        party=party,
        useful=lived.last_day is None or period.last < lived.last_day,
        form=renewal.form,
        forms=_forms(renewal.form),
        last_useful_on=last,
        effect_on=period.last,
        because=(renewal.source,),
    )


def _go_on(terms: Terms, lived: Life, asked: tuple[str, date]) -> Iterator[Move]:
    """An express renewal before the end, or the next convention."""
    party, _ = asked
    renewal, duration = terms.first(Renewal), duration_of(terms)
    if lived.term is None or duration is None:
        return
    express = renewal is not None and renewal.mode is Mode.EXPRESS
    yield Move(
        kind=MoveKind.RENEW if express else MoveKind.NEW_CONVENTION,
        party=party,
        useful=lived.departure is None or not express,
        last_useful_on=lived.last_day,
        because=(renewal.source,) if renewal is not None and express else (duration.source,),
    )


def _forms(asked: Form | None) -> tuple[Form, ...]:
    """The forms that satisfy a clause, in the order of the enumeration; none is asked: any that can be proved."""
    accepted = frozenset(Form) - {Form.NONE} if asked is None else ACCEPTED[asked]
    return tuple(form for form in Form if form in accepted)


def _choices(clause: TerminationAtWill, end: date, calendar: Calendar) -> Iterator[Assumption]:
    """What was chosen to date the effect of a notice received that day."""
    if clause.notice is not None and clause.clock is None:
        yield Assumption(choice=Choice.NOTICE_FROM_RECEPTION, on=end, source=clause.source)
    rolled = next_workday(end, calendar)
    if rolled != end:
        other = Alternative(reading="next_workday", on=rolled)
        yield Assumption(choice=Choice.NOTICE_DOES_NOT_ROLL, on=end, alternatives=(other,), source=clause.source)
