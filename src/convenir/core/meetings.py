"""The meetings of a body as facts make them: planned, moved, cancelled, held."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.facts import Fact, MeetingCancelled, MeetingHeld, MeetingMoved, MeetingPlanned
from convenir.core.situation import Situation, day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that was held, or is still to be. `was` are the days from which it was moved; `facts` its ids."""

    body: str
    day: date
    held: MeetingHeld | None = None
    was: tuple[date, ...] = ()
    facts: tuple[str, ...] = ()


def held(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` held by the day of the question while the convention was in force, in order."""
    return tuple(
        Meeting(body=body, day=day_of(fact), held=event, facts=(fact.id,))
        for fact, event in situation.events(MeetingHeld)
        if event.body == body and situation.happened(fact) and situation.in_life(day_of(fact))
    )


def known(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` in force: held on any day known, or planned and not passed by without being held."""
    fixed = _fixed(situation, body)
    found = {day: meeting for day, meeting in fixed.items() if day >= situation.on}
    for fact, event in situation.events(MeetingHeld):
        day = day_of(fact)
        if event.body == body:
            plan = fixed.get(day)
            facts = (*(plan.facts if plan else ()), fact.id)
            found[day] = Meeting(body=body, day=day, held=event, was=plan.was if plan else (), facts=facts)
    return tuple(found[day] for day in sorted(found) if situation.in_life(day))


def appointments(situation: Situation, body: str) -> tuple[Meeting, ...]:
    """The meetings of `body` fixed for a day on which none is recorded as held, past ones included, in order."""
    fixed = _fixed(situation, body)
    days = {day_of(fact) for fact, event in situation.events(MeetingHeld) if event.body == body}
    return tuple(fixed[day] for day in sorted(fixed) if day not in days and situation.in_life(day))


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


def preparing(first: Sequence[Meeting], after: date | None, before: date, by: date | None) -> Meeting | None:
    """The meeting of `first` that prepares the one of `before`: held since the last one, in time if any was.

    Of those held by the day `by`, the last; else the first held after it.
    """
    days = [meeting.day for meeting in first]
    start = 0 if after is None else bisect_left(days, after)
    candidates = first[start : bisect_left(days, before)]
    in_time = [meeting for meeting in candidates if by is None or meeting.day <= by]
    if in_time:
        return in_time[-1]
    return candidates[0] if candidates else None
