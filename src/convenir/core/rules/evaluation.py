"""Evaluations and bilans: one for each year, one at the end, and their presentation to a committee."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from convenir.core.annexes import attached
from convenir.core.delays import Months, after, before
from convenir.core.facts import EvaluationDone, EvaluationPresented, ReviewDone
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.meetings import appointments
from convenir.core.naming import body_name, day_name, of_the
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import SharedDiagnosis
from convenir.core.terms.evaluation import BodyRole, Evaluation, Moment, Review
from convenir.core.years import YearlyDuty, following, yearly

Clause: TypeAlias = Evaluation | Review
# When a last meeting before the end should be fixed.
LAST_MONTHS = Months(count=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A fact that shows an evaluation or a bilan finished."""

    day: date
    moment: Moment
    year: int
    body: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The clauses of one moment that promise the same evaluation or bilan, and the facts that show it done.

    `because` are the words of every clause. `draws_up` is the body within which it is drawn up, `before` the one that
    examines, receives or validates it («» where the text names none). `who` is that first body, else the parties.
    """

    clauses: tuple[Clause, ...]
    proofs: tuple[Proof, ...]
    because: tuple[Source, ...]
    draws_up: str
    before: str
    who: tuple[str, ...]

    def of(self, year: int) -> tuple[Proof, ...]:
        """The proofs of that year."""
        return tuple(proof for proof in self.proofs if proof.year == year)


def yearly_ones(situation: Situation) -> Iterator[Obligation]:
    """An evaluation and a bilan for each civil year, late from the day after its last day."""
    for kind, duty in ((Evaluation, Duty.EVALUATION), (Review, Duty.REVIEW)):
        promise = _promise(situation, kind, Moment.YEARLY)
        if promise is not None:
            times = max(clause.per_year if isinstance(clause, Evaluation) else 1 for clause in promise.clauses)
            for owed in _years(situation, promise):
                for rank in range(1, times + 1):
                    yield _of_year(situation, promise, duty, owed, (rank, times))


def presentations(situation: Situation) -> Iterator[Obligation]:
    """An evaluation that was done is put before the body that examines it: no day is set for that."""
    promise = _promise(situation, Evaluation, Moment.YEARLY)
    if promise is None or not promise.before:
        return
    for owed in _years(situation, promise):
        done = promise.of(owed.year)
        if not done:
            continue
        shown = next((proof for proof in done if proof.body == promise.before), None)
        yield Obligation(
            key=f"evaluation_presented:{promise.before}:{owed.year}",
            duty=Duty.EVALUATION_PRESENTED,
            subject=promise.before,
            who=situation.parties,
            state=State.DONE if shown else State.OPEN,
            opens_on=done[0].day,
            done_on=shown.day if shown else None,
            period=str(owed.year),
            because=promise.because,
            facts=((shown or done[0]).fact,),
        )


def final_ones(situation: Situation) -> Iterator[Obligation]:
    """The evaluation and the bilan of the end: they open when it ends, and without a delay are never late."""
    if situation.owed_from is None:
        return
    end = situation.life.last_day
    for kind, duty in ((Evaluation, Duty.FINAL_EVALUATION), (Review, Duty.FINAL_REVIEW)):
        promise = _promise(situation, kind, Moment.FINAL)
        if promise is None:
            continue
        within = next((c.within for c in promise.clauses if isinstance(c, Review) and c.within), None)
        due_on = after(end, within) if end and within else None
        proof = next(iter(promise.proofs), None)
        yield Obligation(
            key=duty.value,
            duty=duty,
            subject=promise.draws_up or promise.before,
            who=promise.who,
            state=state_on(situation.on, due_on=due_on, done_on=proof.day if proof else None),
            due_on=due_on,
            opens_on=end + timedelta(days=1) if end else None,
            done_on=proof.day if proof else None,
            because=promise.because,
            facts=(proof.fact,) if proof else (),
            findings=(
                *_outside_body(situation, promise, proof),
                *(() if proof or within else _last_meeting(situation, promise)),
                *_without_diagnosis(situation),
            ),
        )


def _last_meeting(situation: Situation, promise: Promise) -> Iterator[Finding]:
    """A body has its part in what is done at the end, and no meeting of it is fixed in the last months."""
    end, body = situation.life.last_day, promise.draws_up or promise.before
    if end is None or not body or not before(end, LAST_MONTHS) <= situation.on <= end:
        return
    if all(meeting.day < situation.on for meeting in appointments(situation, body)):
        name = body_name(situation.terms, body)
        yield Finding(
            oddity=Oddity.MISSING,
            about="last-meeting",
            severity=Severity.WARNING,
            sentence=f"La convention finit le {day_name(end)} et aucune séance {of_the(name)} n’est fixée d’ici là.",
            advice="Fixez la dernière au plus tard ce jour-là, pour préparer ce document.",
            sources=promise.because,
        )


def _without_diagnosis(situation: Situation) -> Iterator[Finding]:
    """What was promised for later and never came is listed at the end."""
    for clause in situation.terms.every(SharedDiagnosis):
        if clause.deferred and attached(situation, clause.annex) is None:
            yield Finding(
                oddity=Oddity.MISSING,
                about="diagnosis",
                severity=Severity.INFORMATION,
                sentence="Le diagnostic promis pour plus tard n’est pas joint au texte.",
                advice="Joignez-le, ou dites dans le document final qu’il n’a pas été fait.",
                sources=(clause.source,),
            )


def undated_ones(situation: Situation) -> Iterator[Obligation]:
    """Evaluations promised without a day: half-way, or on conditions still to be agreed."""
    for moment in (Moment.MID_TERM, Moment.OPEN):
        promise = _promise(situation, Evaluation, moment)
        if promise is None or situation.owed_from is None:
            continue
        proof = next(iter(promise.proofs), None)
        yield Obligation(
            key=f"evaluation:{moment.value}",
            duty=Duty.EVALUATION,
            subject=promise.draws_up or promise.before,
            who=promise.who,
            state=State.DONE if proof else State.OPEN,
            opens_on=situation.owed_from,
            done_on=proof.day if proof else None,
            because=promise.because,
            facts=(proof.fact,) if proof else (),
        )


def _promise(situation: Situation, kind: type[Evaluation] | type[Review], moment: Moment) -> Promise | None:
    """What the text promises for that moment, None if nothing."""
    clauses: tuple[Clause, ...] = tuple(c for c in situation.terms.every(kind) if c.moment is moment)
    if not clauses:
        return None
    every = _evaluations(situation) if kind is Evaluation else _reviews(situation)
    draws_up = next((c.body for c in clauses if c.body and c.role is BodyRole.DRAWS_UP), "")
    return Promise(
        clauses=clauses,
        proofs=tuple(proof for proof in every if proof.moment is moment),
        because=tuple(clause.source for clause in clauses),
        draws_up=draws_up,
        before=next((c.body for c in clauses if c.body and c.role is not BodyRole.DRAWS_UP), ""),
        who=(draws_up,) if draws_up else situation.parties,
    )


def _evaluations(situation: Situation) -> list[Proof]:
    """The evaluations done by the day of the question; one that was presented was done."""
    proofs = [
        Proof(day=day_of(fact), moment=e.moment, year=e.year or day_of(fact).year, body="", fact=fact.id)
        for fact, e in situation.happened(EvaluationDone)
    ]
    proofs += [
        Proof(day=day_of(fact), moment=e.moment, year=e.year or day_of(fact).year, body=e.body, fact=fact.id)
        for fact, e in situation.happened(EvaluationPresented)
    ]
    return sorted(proofs, key=lambda proof: (proof.day, proof.fact))


def _reviews(situation: Situation) -> list[Proof]:
    return [
        Proof(day=day_of(fact), moment=e.moment, year=e.year or day_of(fact).year, body=e.body, fact=fact.id)
        for fact, e in situation.happened(ReviewDone)
    ]


def _years(situation: Situation, promise: Promise) -> Iterator[YearlyDuty]:
    """The years owed; a first evaluation with a delay of its own replaces those that it outruns."""
    within = next((c.first_within for c in promise.clauses if isinstance(c, Evaluation) and c.first_within), None)
    owed = yearly(situation, promise.clauses[0].source)
    if within is None or situation.owed_from is None:
        yield from owed
        return
    yield from following(after(situation.owed_from, within), situation.end, owed)


def _of_year(
    situation: Situation, promise: Promise, duty: Duty, owed: YearlyDuty, place: tuple[int, int]
) -> Obligation:
    rank, times = place
    done = promise.of(owed.year)
    proof = done[rank - 1] if rank <= len(done) else None
    return Obligation(
        key=f"{duty.value}:{owed.year}:{rank}",
        duty=duty,
        subject=promise.draws_up or promise.before,
        who=promise.who,
        state=state_on(situation.on, due_on=owed.due_on, done_on=proof.day if proof else None),
        due_on=owed.due_on,
        done_on=proof.day if proof else None,
        period=str(owed.year),
        rank=rank,
        total=times,
        because=promise.because,
        facts=(proof.fact,) if proof else (),
        assumptions=owed.assumptions,
        findings=_outside_body(situation, promise, proof),
    )


def _outside_body(situation: Situation, promise: Promise, proof: Proof | None) -> tuple[Finding, ...]:
    """Done, but not recorded as drawn up within the body that the text names."""
    body = promise.draws_up
    if proof is None or not body or proof.body == body:
        return ()
    finding = Finding(
        oddity=Oddity.IRREGULAR,
        about="drawn-up-within",
        severity=Severity.WARNING,
        sentence=f"Le texte le veut élaboré au sein {of_the(body_name(situation.terms, body))} ; rien ne le montre.",
        advice="Faites-le examiner en séance, puis enregistrez-le avec cette instance.",
        sources=promise.because,
    )
    return (finding,)
