"""Data that a party owes at regular intervals, what each request asks of its holder, and persons to take out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from convenir.core.annexes import attached, same_annex
from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import Delay, after, days_in
from convenir.core.facts import (
    ConsentWithdrawn,
    DataDelivered,
    DataReleased,
    DataRequested,
    Fact,
    ObservatorySetUp,
    PersonRemoved,
    RequestAnswered,
)
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.law import CONSENT_WITHDRAWN, GDPR_SINCE, OPPOSITION
from convenir.core.obligation import Duty, Obligation, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Annex
from convenir.core.terms.exchanges import (
    DataRequestGate,
    DataRequestWorkflow,
    PeriodicDelivery,
    PersonalDataFlow,
    SharedObservatory,
)
from convenir.core.terms.governance import Per
from convenir.core.transfers.releases import Condition, Met, Need, Passage, binding, conditions, made, to_come
from convenir.core.transfers.requests import Requests, requests_of
from convenir.core.undated import undated
from convenir.core.years import YearlyDuty, stretches, yearly

# Which line of the agenda a need of a request becomes.
ASKED: dict[Need, Duty] = {
    Need.OPPORTUNITY: Duty.REQUEST_STUDY,
    Need.FEASIBILITY: Duty.REQUEST_STUDY,
    Need.GDPR: Duty.REQUEST_STUDY,
    Need.OPINION: Duty.REQUEST_OPINION,
}
GIVEN = frozenset({Met.MET, Met.UNFAVOURABLE})


def deliveries(situation: Situation) -> Iterator[Obligation]:
    """The data of each period, due on its last day while the convention is in force, then late."""
    for clause in situation.terms.every(PeriodicDelivery):
        findings = _content(situation, clause)
        delivered = _delivered(situation, clause)
        for period, owed in _periods(situation, clause):
            done = delivered.get(period, [])
            for rank in range(1, clause.count + 1):
                proof = done[rank - 1] if rank <= len(done) else None
                done_on = day_of(proof) if proof else None
                yield Obligation(
                    key=f"delivery:{_name(situation, clause)}:{period}:{rank}",
                    duty=Duty.DELIVERY,
                    subject=clause.what,
                    who=(clause.giver,) if clause.giver else (),
                    state=state_on(situation.on, due_on=owed.due_on, done_on=done_on),
                    due_on=owed.due_on,
                    done_on=done_on,
                    period=period,
                    rank=rank,
                    total=clause.count,
                    because=(clause.source,),
                    facts=(proof.id,) if proof else (),
                    assumptions=owed.assumptions,
                    findings=findings,
                )


def _name(situation: Situation, clause: PeriodicDelivery) -> str:
    """What tells a delivery from the others of the same party: the first one bears the name of its giver alone."""
    return clause.giver if _is_first(situation, clause) else f"{clause.giver}:{clause.what}"


def _is_first(situation: Situation, clause: PeriodicDelivery) -> bool:
    return next(c.what for c in situation.terms.every(PeriodicDelivery) if c.giver == clause.giver) == clause.what


def _periods(situation: Situation, clause: PeriodicDelivery) -> Iterator[tuple[str, YearlyDuty]]:
    """The periods of a delivery; a shorter one than the year is owed only if it runs whole."""
    if clause.per is Per.CIVIL_YEAR:
        for owed in yearly(situation, clause.source):
            due_on = _day_in(owed.year, clause) or owed.due_on
            if due_on >= (situation.binds_from or due_on):
                yield str(owed.year), replace(owed, due_on=min(due_on, situation.end))
        return
    first, owed_from = situation.binds_from, situation.owed_from
    if first is None or owed_from is None:
        return
    for stretch in stretches(first, min(situation.end, situation.until), clause.per):
        if first <= stretch.first and owed_from <= stretch.last <= situation.end:
            yield stretch.label, YearlyDuty(year=stretch.first.year, due_on=stretch.last)


def _day_in(year: int, clause: PeriodicDelivery) -> date | None:
    """The day of that year by which the clause wants the data, where it sets one."""
    month, day = clause.due_month, clause.due_day
    if month is None or day is None or not 1 <= month <= 12:
        return None
    return date(year, month, max(1, min(day, days_in(year, month))))


def _delivered(situation: Situation, clause: PeriodicDelivery) -> dict[str, list[Fact]]:
    """The deliveries of each period, by the year that the fact names, else by its day.

    A fact that does not say what was delivered is about the first delivery that its party owes.
    """
    delivered: dict[str, list[Fact]] = {}
    for fact, event in situation.happened(DataDelivered):
        same = event.what == clause.what if event.what else _is_first(situation, clause)
        if event.party == clause.giver and same:
            delivered.setdefault(_label(clause, event.year, day_of(fact)), []).append(fact)
    return delivered


def _label(clause: PeriodicDelivery, year: int | None, day: date) -> str:
    if clause.per is Per.CIVIL_YEAR:
        return str(year or day.year)
    return next(stretches(day, day, clause.per)).label


def _content(situation: Situation, clause: PeriodicDelivery) -> tuple[Finding, ...]:
    """The annex that describes the data is absent: what is delivered cannot be checked."""
    annexes = [annex for annex in situation.terms.every(Annex) if same_annex(annex.number, clause.annex)]
    absent = bool(clause.annex) and not any(annex.present for annex in annexes)
    if not absent or attached(situation, clause.annex) is not None:
        return ()
    finding = Finding(
        oddity=Oddity.MISSING,
        about="delivery-content",
        severity=Severity.WARNING,
        sentence=f"L’annexe {clause.annex}, qui décrit les données à fournir, n’est pas jointe.",
        advice="Joignez-la : sans elle, le contenu de ce qui est fourni ne peut pas être vérifié.",
        sources=(clause.source, *(annex.source for annex in annexes)),
    )
    return (finding,)


def requests(situation: Situation) -> Iterator[Obligation]:
    """What the holder owes to each request made while the text binds: its studies, an opinion, a reply."""
    known = requests_of(situation)
    named: set[str] = set()
    for fact, event in situation.happened(DataRequested):
        if event.request in named or not binding(situation, day_of(fact)):
            continue
        named.add(event.request)
        last = min(situation.on, situation.end)
        passage = replace(to_come(known, event.request), day=last)
        asked = conditions(known, passage)
        yield from _studies(known, fact, passage, asked)
        yield from _replies(known, fact, passage, asked)


def closing(known: Requests, request: str) -> Fact | None:
    """The first answer to a request, or the hand-over of its data, by the day of the question."""
    closed = (*known.of(RequestAnswered, request), *known.of(DataReleased, request))
    return min((fact for fact, _ in closed), key=day_of, default=None)


def _studies(known: Requests, asked: Fact, passage: Passage, needs: tuple[Condition, ...]) -> Iterator[Obligation]:
    """A line for each study or opinion: done, or open as long as the request is."""
    situation = known.situation
    waits = closing(known, passage.request) is None and situation.on <= situation.end
    clause = situation.terms.first(DataRequestGate)
    due_on = _due(situation, asked, None if clause is None else clause.reply_within)
    for need in needs:
        done_on = need.met_on if need.state in GIVEN else None
        if need.need not in ASKED or not (done_on or waits):
            continue
        yield Obligation(
            key=f"{ASKED[need.need].value}:{passage.request}:{need.need.value}",
            duty=ASKED[need.need],
            subject=passage.request,
            who=need.who,
            state=state_on(situation.on, due_on=due_on, done_on=done_on),
            due_on=due_on,
            opens_on=day_of(asked),
            done_on=done_on,
            because=need.because,
            facts=(*passage.facts, *need.facts),
            assumptions=need.assumptions,
        )


def _replies(known: Requests, asked: Fact, passage: Passage, needs: tuple[Condition, ...]) -> Iterator[Obligation]:
    """The reply to a request that came with what the text asks for; an incomplete one opens no duty."""
    situation = known.situation
    incomplete = any(need.need in (Need.LETTER, Need.FORM) and need.state is Met.MISSING for need in needs)
    answer = closing(known, passage.request)
    if incomplete or (answer is None and situation.on > situation.end):
        return
    for clause in situation.terms.every(DataRequestWorkflow):
        due_on = _due(situation, asked, clause.reply_within)
        done_on = day_of(answer) if answer else None
        yield Obligation(
            key=f"{Duty.REQUEST_REPLY.value}:{passage.request}",
            duty=Duty.REQUEST_REPLY,
            subject=passage.request,
            who=passage.holders,
            state=state_on(situation.on, due_on=due_on, done_on=done_on),
            due_on=due_on,
            opens_on=day_of(asked),
            done_on=done_on,
            because=(clause.source,),
            facts=(*passage.facts, *((answer.id,) if answer else ())),
        )


def _due(situation: Situation, asked: Fact, within: Delay | None) -> date | None:
    """The day by which a request is answered, where the text gives one and it comes before the end."""
    due_on = None if within is None else after(day_of(asked), within)
    return due_on if due_on is not None and due_on <= situation.end else None


def register_entries(situation: Situation) -> Iterator[Obligation]:
    """The entry that each controller owes to its register on the day on which personal data pass."""
    known = requests_of(situation)
    for passage in made(known):
        for need in conditions(known, passage):
            if need.need is not Need.REGISTER:
                continue
            yield Obligation(
                key=f"{Duty.REGISTER_ENTRY.value}:{passage.request}:{need.who[0]}",
                duty=Duty.REGISTER_ENTRY,
                subject=passage.request,
                who=need.who,
                state=state_on(situation.on, due_on=passage.day, done_on=need.met_on),
                due_on=passage.day,
                done_on=need.met_on,
                because=need.because or situation.life.because,
                laws=need.laws,
                facts=(*passage.facts, *need.facts),
                assumptions=need.assumptions,
            )


def removals(situation: Situation) -> Iterator[Obligation]:
    """The persons to take out of a flow that rests on their consent, from the day on which they withdraw it."""
    for clause in situation.terms.every(PersonalDataFlow):
        for fact, event in situation.happened(ConsentWithdrawn):
            if not clause.consent or event.flow != clause.flow:
                continue
            day = day_of(fact)
            due_on = day if situation.in_life(day) else None
            removed = _removed(situation, event, day)
            done_on = day_of(removed) if removed else None
            other = Alternative(reading="without_delay")
            yield Obligation(
                key=f"{Duty.PERSON_REMOVAL.value}:{clause.flow}:{fact.id}",
                duty=Duty.PERSON_REMOVAL,
                subject=clause.flow,
                who=(clause.receiver,) if clause.receiver else situation.parties,
                state=state_on(situation.on, due_on=due_on, done_on=done_on),
                due_on=due_on,
                opens_on=day,
                done_on=done_on,
                because=(clause.source,),
                laws=(CONSENT_WITHDRAWN if day >= GDPR_SINCE else OPPOSITION,),
                facts=(fact.id, *((removed.id,) if removed else ())),
                assumptions=(
                    Assumption(
                        choice=Choice.REMOVED_FROM_WITHDRAWAL, on=day, alternatives=(other,), source=clause.source
                    ),
                ),
            )


def _removed(situation: Situation, withdrawn: ConsentWithdrawn, since: date) -> Fact | None:
    """The first fact that takes that person out, from the day of the withdrawal on."""
    return next(
        (
            fact
            for fact, event in situation.happened(PersonRemoved)
            if (event.flow, event.person) == (withdrawn.flow, withdrawn.person) and day_of(fact) >= since
        ),
        None,
    )


def observatories(situation: Situation) -> Iterator[Obligation]:
    """The observatory to hold together: open from the start; as an aim of the parties, never a breach."""
    for clause in situation.terms.every(SharedObservatory) if situation.owed_from else ():
        proof = next((fact for fact, _ in situation.happened(ObservatorySetUp)), None)
        yield undated(situation, Duty.OBSERVATORY, clause.source, proof, force=clause.force)
