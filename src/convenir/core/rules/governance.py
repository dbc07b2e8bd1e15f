"""Committees: bodies to create, meetings owed, preparation of each, who chairs and who keeps the secretariat."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import before
from convenir.core.facts import DocumentsSent, MeetingMoved, MeetingPlanned
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.meetings import Meeting, appointments, held, known, preparing
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms.governance import (
    ChairRule,
    Committee,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    Per,
    SecretariatRule,
    Turn,
)
from convenir.core.workdays import Calendar, previous_workday
from convenir.core.years import Stretch, contract_year_end, share, stretches

# How a clause calls the holder of an office rather than a party.
SECRETARIAT = "secrétariat"


def bodies_to_create(situation: Situation) -> Iterator[Obligation]:
    """Each body that the text sets up, without a day for it: open until it first meets."""
    if situation.owed_from is None:
        return
    clauses = list(situation.terms.every(Committee))
    for body in dict.fromkeys(clause.body for clause in clauses if not clause.optional):
        binding = [clause for clause in clauses if clause.body == body and not clause.optional]
        optional = [clause.source for clause in clauses if clause.body == body and clause.optional]
        first = next(iter(held(situation, body)), None)
        unmet = State.OPEN if situation.on <= situation.end else State.MISSED
        yield Obligation(
            key=f"body_creation:{body}",
            duty=Duty.BODY_CREATION,
            subject=body,
            who=situation.parties,
            state=State.DONE if first else unmet,
            opens_on=situation.owed_from,
            done_on=first.day if first else None,
            because=tuple(clause.source for clause in binding),
            facts=first.facts if first else (),
            assumptions=_body_over_annex(optional),
        )


def _body_over_annex(optional: list[Source]) -> tuple[Assumption, ...]:
    """The text sets the body up in one place and only allows it in another: the first is followed."""
    if not optional:
        return ()
    others = (Alternative(reading="optional"),)
    return (Assumption(choice=Choice.BODY_OVER_ANNEX, alternatives=others, source=optional[0]),)


def meetings_owed(situation: Situation) -> Iterator[Obligation]:
    """The meetings of each civil period: all are due on its last day, and missed once it is over."""
    if situation.binds_from is None:
        return
    for cadence in situation.terms.every(MeetingCadence):
        days = held(situation, cadence.body)
        fixed = [meeting.day for meeting in appointments(situation, cadence.body) if meeting.day >= situation.on]
        position = 0
        for stretch in stretches(situation.binds_from, min(situation.end, situation.until), cadence.per):
            mine: list[Meeting] = []
            while position < len(days) and days[position].day <= stretch.last:
                mine.append(days[position])
                position += 1
            coming = [day for day in fixed if stretch.first <= day <= stretch.last]
            yield from _meetings_of(situation, cadence, stretch, (mine, coming))


def _meetings_of(
    situation: Situation, cadence: MeetingCadence, stretch: Stretch, found: tuple[list[Meeting], list[date]]
) -> Iterator[Obligation]:
    """The meetings of one period: each done by one of those held, in order, then fixed for one of the days to come."""
    days, coming = found
    due_on = min(stretch.last, situation.end)
    if situation.owed_from is None or due_on < situation.owed_from:
        return
    assumptions = _partial(situation, cadence, stretch)
    for rank in range(1, cadence.count + 1):
        done = days[rank - 1] if rank <= len(days) else None
        state = State.MISSED if situation.on > due_on else State.DUE
        yield Obligation(
            key=f"meeting:{cadence.body}:{stretch.label}:{rank}",
            duty=Duty.MEETING,
            subject=cadence.body,
            who=(cadence.body,),
            state=State.DONE if done else state,
            due_on=due_on,
            done_on=done.day if done else None,
            planned_on=next(iter(coming[rank - len(days) - 1 :]), None) if rank > len(days) else None,
            period=stretch.label,
            rank=rank,
            total=cadence.count,
            because=(cadence.source,),
            facts=done.facts if done else (),
            assumptions=assumptions,
        )


def _partial(situation: Situation, cadence: MeetingCadence, stretch: Stretch) -> tuple[Assumption, ...]:
    """A period that the life of the convention covers in part counts whole; the other readings are given."""
    first, end = situation.binds_from, situation.end
    if first is None or (first <= stretch.first and end >= stretch.last):
        return ()
    others = [Alternative(reading="pro_rata", count=share(first, end, stretch, cadence.count))]
    if cadence.per is Per.CIVIL_YEAR:
        by_contract = contract_year_end(first, max(first, stretch.first), end)
        others.append(Alternative(reading="contract_year", on=by_contract, count=cadence.count))
    choice = Choice.PARTIAL_YEAR_COUNTS_WHOLE
    return (Assumption(choice=choice, count=cadence.count, alternatives=tuple(others), source=cadence.source),)


def planned_meetings(situation: Situation) -> Iterator[Obligation]:
    """The meetings fixed for a day and not held: an appointment, then a day of which nobody said what came of it.

    One that answers a meeting owed bears its period and its rank; the day by which that one is owed stays the text's.
    """
    planned = [event.body for _, event in situation.events(MeetingPlanned)]
    planned += [event.body for _, event in situation.events(MeetingMoved)]
    owed = {(duty.subject, duty.planned_on): duty for duty in meetings_owed(situation)} if planned else {}
    for body in dict.fromkeys(planned):
        grounds = _grounds(situation, body)
        for meeting in appointments(situation, body) if grounds else ():
            if _owed(situation, meeting.day):
                yield _appointment(situation, meeting, owed.get((body, meeting.day)), grounds)


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


def preparatory_meetings(situation: Situation) -> Iterator[Obligation]:
    """One body meets before each meeting of another: a delay before it, or simply before it."""
    for sequence in situation.terms.every(MeetingSequence):
        first = held(situation, sequence.first)
        days = [meeting.day for meeting in first]
        since = 0
        for meeting in known(situation, sequence.then):
            due_on = before(meeting.day, sequence.delay) if sequence.delay else None
            until = bisect_left(days, meeting.day)
            done = preparing(first[since:until], due_on)
            since = until
            if _owed(situation, due_on or meeting.day):
                yield _preparatory(situation, sequence, meeting, (due_on, done))


def _preparatory(
    situation: Situation, sequence: MeetingSequence, meeting: Meeting, found: tuple[date | None, Meeting | None]
) -> Obligation:
    due_on, done = found
    done_on = done.day if done else None
    return Obligation(
        key=f"preparatory_meeting:{sequence.first}:{meeting.day.isoformat()}",
        duty=Duty.PREPARATORY_MEETING,
        subject=sequence.first,
        who=(sequence.first,),
        state=_prepared(due_on, done_on, meeting, situation.on),
        due_on=due_on,
        advice_on=_advice(due_on, situation.calendar),
        done_on=done_on,
        period=meeting.day.isoformat(),
        because=(sequence.source,),
        facts=(*meeting.facts, *(done.facts if done else ())),
        assumptions=_at_least(due_on, done, sequence.source),
    )


def _at_least(due_on: date | None, done: Meeting | None, source: Source) -> tuple[Assumption, ...]:
    """Held earlier than the delay asks: enough, unless the delay is read as exact."""
    if due_on is None or done is None or done.day >= due_on:
        return ()
    others = (Alternative(reading="exact", on=due_on),)
    return (Assumption(choice=Choice.AT_LEAST_THE_DELAY, on=done.day, alternatives=others, source=source),)


def documents_to_send(situation: Situation) -> Iterator[Obligation]:
    """Papers are sent a delay before each meeting; who sends them is said only if the text names a party."""
    for clause in situation.terms.every(DocumentCirculation):
        meetings = known(situation, clause.body)
        sent = _sent(situation, clause.body, [meeting.day for meeting in meetings])
        who, findings = _sender(situation, clause)
        for meeting in meetings:
            due_on = before(meeting.day, clause.delay)
            if not _owed(situation, due_on):
                continue
            day, fact = next((sent[d] for d in (meeting.day, *reversed(meeting.was)) if d in sent), (None, ""))
            yield Obligation(
                key=f"documents:{clause.body}:{meeting.day.isoformat()}",
                duty=Duty.DOCUMENTS,
                subject=clause.body,
                who=who,
                state=_prepared(due_on, day, meeting, situation.on),
                due_on=due_on,
                advice_on=_advice(due_on, situation.calendar),
                done_on=day,
                period=meeting.day.isoformat(),
                because=(clause.source,),
                facts=(*meeting.facts, *((fact,) if fact else ())),
                findings=findings,
            )


def _sent(situation: Situation, body: str, days: list[date]) -> dict[date, tuple[date, str]]:
    """For each meeting of `body` on `days`, the first day on which its papers were sent, and the id of that fact."""
    sent: dict[date, tuple[date, str]] = {}
    for fact, event in situation.happened(DocumentsSent):
        if event.body != body:
            continue
        day = day_of(fact)
        following = bisect_left(days, day)
        if event.meeting_on is not None:
            sent.setdefault(event.meeting_on, (day, fact.id))
        elif following < len(days):
            sent.setdefault(days[following], (day, fact.id))
    return sent


def _sender(situation: Situation, clause: DocumentCirculation) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The party that sends the papers, or nobody with the finding that says why.

    A party that the clause names sends them; «le secrétariat» does only where all that names its holder agrees.
    """
    named: tuple[str, ...] = (clause.holder,) if clause.holder else ()
    if named and SECRETARIAT not in clause.sender.casefold():
        return named, ()
    rules = _secretariat(situation, clause)
    holders = {rule.holders for rule in rules} or {named}
    named = next(iter(holders)) if len(holders) == 1 else ()
    if named and set(named) <= set(situation.parties) and all(rule.binding for rule in rules):
        return named, ()
    words = next((rule.words for rule in rules if rule.words and not rule.holders), "") or clause.sender
    oddity = Oddity.CONTRADICTORY if len(holders) > 1 else Oddity.AMBIGUOUS
    finding = Finding(
        oddity=oddity,
        about="secretariat",
        severity=Severity.WARNING,
        sentence=f"Le texte ne désigne pas clairement la partie qui envoie les documents{_quoted(words)}.",
        advice="Convenez par écrit de la partie qui s’en charge ; d’ici là, aucune ne peut être tenue en défaut.",
        sources=(clause.source, *(rule.source for rule in rules)),
    )
    return (), (finding,)


def _secretariat(situation: Situation, clause: DocumentCirculation) -> list[SecretariatRule]:
    """The rules on the secretariat that sends those papers: the technical one, where there is one and it is meant."""
    rules = [rule for rule in situation.terms.every(SecretariatRule) if rule.technical or rule.body == clause.body]
    meant = not clause.sender or "technique" in clause.sender.casefold()
    kept = [rule for rule in rules if rule.technical is meant]
    return kept or rules


def _quoted(words: str) -> str:
    return f" (« {words} »)" if words else ""


def _owed(situation: Situation, day: date) -> bool:
    return situation.owed_from is not None and situation.owed_from <= day <= situation.end


def _advice(due_on: date | None, calendar: Calendar) -> date | None:
    """The working day to aim at, where the last day is not one."""
    if due_on is None:
        return None
    aimed = previous_workday(due_on, calendar)
    return None if aimed == due_on else aimed


def _prepared(due_on: date | None, done_on: date | None, meeting: Meeting, on: date) -> State:
    """The state of a preparation: missed once its meeting has taken place without it."""
    state = state_on(on, due_on=due_on, done_on=done_on)
    return State.MISSED if state is not State.DONE and on > meeting.day else state


def next_chair(situation: Situation, body: str) -> str | None:
    """The party that chairs the next meeting of `body`; parties joined by «+» when they chair together.

    None where the text has no rule, or where the last chair (or the first one) is not known.
    """
    rule = next((rule for rule in situation.terms.every(ChairRule) if rule.body == body), None)
    if rule is None:
        return None
    holders = rule.holders or situation.parties
    if rule.turn is not Turn.ALTERNATE:
        return "+".join(holders) or None
    last = next(reversed(held(situation, body)), None)
    if last is None or last.held is None or last.held.chair not in holders:
        return None
    return holders[(holders.index(last.held.chair) + 1) % len(holders)]
