"""Meetings owed for each period, and meetings fixed for a day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from convenir.core.committees.cadences import Pace, Round, paces
from convenir.core.committees.meetings import Meeting, appointments, held, owed_by
from convenir.core.facts import MeetingMoved, MeetingPlanned
from convenir.core.obligation import Duty, Obligation, State, tempered
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms.governance import Committee, MeetingCadence
from convenir.core.workdays import aim


class Found(NamedTuple):
    """The meetings of one period: those `held` in it, and the days `coming` that are fixed for others."""

    held: list[Meeting]
    coming: list[date]


def meetings_owed(situation: Situation) -> Iterator[Obligation]:
    """The meetings of each civil period: all are due on its last day, and missed once it is over."""
    for pace, period, found in _rounds(situation):
        yield from _meetings_of(situation, pace, period, found)


def _rounds(situation: Situation) -> Iterator[tuple[Pace, Round, Found]]:
    """Each period of each body, with its meetings."""
    for pace in paces(situation):
        days = held(situation, pace.cadence.body)
        fixed = [meeting.day for meeting in appointments(situation, pace.cadence.body) if meeting.day >= situation.on]
        position = 0
        for period in pace.rounds:
            mine: list[Meeting] = []
            while position < len(days) and days[position].day <= period.stretch.last:
                mine.append(days[position])
                position += 1
            coming = [day for day in fixed if period.stretch.first <= day <= period.stretch.last]
            yield pace, period, Found(held=mine, coming=coming)


def _meetings_of(situation: Situation, pace: Pace, period: Round, found: Found) -> Iterator[Obligation]:
    """The meetings of one period: each done by one of those held, in order, then fixed for one of the days to come."""
    days, coming = found.held, found.coming
    cadence = pace.cadence
    if situation.owed_from is None or period.due_on < situation.owed_from:
        return
    for rank in range(1, cadence.count + 1):
        done = days[rank - 1] if rank <= len(days) else None
        state = State.MISSED if situation.on > period.due_on else State.DUE
        owed = Obligation(
            key=f"meeting:{cadence.body}:{period.stretch.label}:{rank}",
            duty=Duty.MEETING,
            subject=cadence.body,
            who=(cadence.body,),
            state=State.DONE if done else state,
            due_on=period.due_on,
            advice_on=aim(period.due_on, situation.calendar),
            done_on=done.day if done else None,
            planned_on=next(iter(coming[rank - len(days) - 1 :]), None) if rank > len(days) else None,
            period=period.stretch.label,
            rank=rank,
            total=cadence.count,
            because=(cadence.source,),
            facts=done.facts if done else (),
            assumptions=period.assumptions,
        )
        yield tempered(owed, pace.force)


def planned_meetings(situation: Situation) -> Iterator[Obligation]:
    """The meetings fixed for a day and not held: an appointment, then a day of which nobody said what came of it.

    One that answers a meeting owed bears its period and its rank; the day by which that one is owed stays the text's.
    """
    planned = [event.body for _, event in situation.events(MeetingPlanned)]
    planned += [event.body for _, event in situation.events(MeetingMoved)]
    owed = {(duty.subject, duty.planned_on): duty for duty in _fixed(situation)} if planned else {}
    for body in dict.fromkeys(planned):
        grounds = _grounds(situation, body)
        for meeting in appointments(situation, body) if grounds else ():
            if owed_by(situation, meeting.day):
                yield _appointment(situation, meeting, owed.get((body, meeting.day)), grounds)


def _fixed(situation: Situation) -> Iterator[Obligation]:
    """The meetings owed in the periods for which a day to come is fixed."""
    for pace, period, found in _rounds(situation):
        if found.coming:
            yield from _meetings_of(situation, pace, period, found)


def _appointment(
    situation: Situation, meeting: Meeting, owed: Obligation | None, grounds: tuple[Source, ...]
) -> Obligation:
    return Obligation(
        key=f"planned_meeting:{meeting.body}:{meeting.day.isoformat()}",
        duty=Duty.PLANNED_MEETING,
        subject=meeting.body,
        who=(meeting.body,),
        state=State.DUE if situation.on <= meeting.day else State.REASON_REQUIRED,
        due_on=meeting.day,
        period=owed.period if owed else "",
        rank=owed.rank if owed else 1,
        total=owed.total if owed else 1,
        because=owed.because if owed else grounds,
        facts=meeting.facts,
    )


def _grounds(situation: Situation, body: str) -> tuple[Source, ...]:
    """Where the text says how often that body meets, else where it sets it up; nothing for a body it does not name."""
    paced = tuple(clause.source for clause in situation.terms.every(MeetingCadence) if clause.body == body)
    return paced or tuple(clause.source for clause in situation.terms.every(Committee) if clause.body == body)
