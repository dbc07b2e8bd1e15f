"""The meetings of a body as facts make them: planned, moved, cancelled, held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from convenir.core.delays import latest
from convenir.core.facts import Fact, MeetingCancelled, MeetingHeld, MeetingMoved, MeetingPlanned
from convenir.core.situation import Meeting, Meetings, Situation, day_of

__all__ = ["Meeting", "Sitting", "appointments", "held", "known", "of", "owed_by", "preparing", "sittings"]

# A meeting recorded as held, with the fact that says so.
Recorded: TypeAlias = tuple[Fact, Meeting]
# A meeting held, with what was recorded of it.
Sitting: TypeAlias = tuple[Meeting, MeetingHeld]


def of(situation: Situation, body: str) -> Meetings:
    """All the meetings of `body`, made once for all the rules that look at them."""
    found = situation.meetings.get(body)
    if found is None:
        fixed = _fixed(situation, body)
        sat = [
            (fact, Meeting(body=body, day=day_of(fact), held=event, facts=(fact.id,)))
            for fact, event in situation.events(MeetingHeld)
            if event.body == body
        ]
        found = Meetings(
            held=tuple(_held(situation, sat)),
            known=tuple(_known(situation, fixed, sat)),
            fixed=tuple(_not_held(situation, fixed, sat)),
        )
        situation.meetings[body] = found
    return found


def held(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` held by the day of the question while the convention was in force, in order."""
    return of(situation, body).held


def sittings(situation: Situation, body: str) -> list[Sitting]:
    """The same, each with what was recorded of it."""
    return [(meeting, meeting.held) for meeting in held(situation, body) if meeting.held is not None]


def known(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` in force: held on any day known, or planned and not passed by without being held."""
    return of(situation, body).known


def appointments(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` fixed for a day on which none is recorded as held, past ones included, in order."""
    return of(situation, body).fixed


def _held(situation: Situation, sat: Sequence[Recorded]) -> Iterator[Meeting]:
    return (m for fact, m in sat if latest(fact.on) <= situation.on and situation.in_life(m.day))


def _known(situation: Situation, fixed: Mapping[date, Meeting], sat: Sequence[Recorded]) -> Iterator[Meeting]:
    found = {day: meeting for day, meeting in fixed.items() if day >= situation.on}
    for _, meeting in sat:
        plan = fixed.get(meeting.day)
        planned = None if plan is None else replace(meeting, was=plan.was, facts=(*plan.facts, *meeting.facts))
        found[meeting.day] = planned or meeting
    return (found[day] for day in sorted(found) if situation.in_life(day))


def _not_held(situation: Situation, fixed: Mapping[date, Meeting], sat: Sequence[Recorded]) -> Iterator[Meeting]:
    days = {meeting.day for _, meeting in sat}
    return (fixed[day] for day in sorted(fixed) if day not in days and situation.in_life(day))


def _fixed(situation: Situation, body: str) -> dict[date, Meeting]:
    """The days fixed for a meeting, after moves (in the order in which they were recorded) and cancellations.

    A meeting announced for some day of a month is not fixed yet.
    """
    fixed: dict[date, Meeting] = {}
    for fact, planned in situation.events(MeetingPlanned):
        if planned.body == body and isinstance(fact.on, date):
            fixed[day_of(fact)] = Meeting(body=body, day=day_of(fact), facts=(fact.id,))
    for fact, moved in sorted(situation.events(MeetingMoved), key=lambda pair: _recorded(pair[0])):
        if moved.body == body and isinstance(fact.on, date):
            old = fixed.pop(moved.was, Meeting(body=body, day=moved.was))
            day = day_of(fact)
            fixed[day] = Meeting(body=body, day=day, was=(*old.was, moved.was), facts=(*old.facts, fact.id))
    for fact, cancelled in situation.events(MeetingCancelled):
        if cancelled.body == body:
            fixed.pop(day_of(fact), None)
    return fixed


def _recorded(fact: Fact) -> tuple[date, date, str]:
    return (fact.recorded_on, day_of(fact), fact.id)


def owed_by(situation: Situation, day: date) -> bool:
    """Whether something may be asked of the parties for that day: from the last signature to the last day in force."""
    return situation.owed_from is not None and situation.owed_from <= day <= situation.end


def preparing(candidates: Sequence[Meeting], by: date | None) -> Meeting | None:
    """Of the meetings held since the last one to prepare, the one that counts: in time if any was.

    Of those held by the day `by`, the last; else the first held after it.
    """
    in_time = [meeting for meeting in candidates if by is None or meeting.day <= by]
    if in_time:
        return in_time[-1]
    return candidates[0] if candidates else None
