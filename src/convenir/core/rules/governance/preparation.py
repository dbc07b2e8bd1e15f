"""What comes before a meeting: another body meets, papers are sent."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.committees.meetings import Meeting, held, known, owed_by, preparing
from convenir.core.delays import before
from convenir.core.facts import DocumentsSent
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms.governance import DocumentCirculation, MeetingSequence, SecretariatRule
from convenir.core.workdays import aim

# How a clause calls the holder of an office rather than a party.
SECRETARIAT = "secrétariat"


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
            if owed_by(situation, due_on or meeting.day):
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
        advice_on=aim(due_on, situation.calendar),
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
            if not owed_by(situation, due_on):
                continue
            day, fact = next((sent[d] for d in (meeting.day, *reversed(meeting.was)) if d in sent), (None, ""))
            yield Obligation(
                key=f"documents:{clause.body}:{meeting.day.isoformat()}",
                duty=Duty.DOCUMENTS,
                subject=clause.body,
                who=who,
                state=_prepared(due_on, day, meeting, situation.on),
                due_on=due_on,
                advice_on=aim(due_on, situation.calendar),
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
        severity=Severity.BLOCKING,
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


def _prepared(due_on: date | None, done_on: date | None, meeting: Meeting, on: date) -> State:
    """The state of a preparation: missed once its meeting has taken place without it."""
    state = state_on(on, due_on=due_on, done_on=done_on)
    return State.MISSED if state is not State.DONE and on > meeting.day else state
