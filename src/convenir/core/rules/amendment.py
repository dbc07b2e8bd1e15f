"""Annexes that the text announces and that are not there; avenants that events call for, or that await a signature."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from convenir.core.annexes import attached, same_annex
from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import after
from convenir.core.facts import DecisionTaken, EvaluationDone, Fact, InstitutionChanged
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import AmendmentClause, Annex, SharedDiagnosis
from convenir.core.text.amend import AmendmentAct, AmendmentState

WORDS = re.compile(r"\w+")


def annexes_to_join(situation: Situation) -> Iterator[Obligation]:
    """Each annex announced and absent: open, or dated where the text gives a delay after the signature."""
    owed_from = situation.owed_from
    if owed_from is None:
        return
    deferred = [diagnosis.annex for diagnosis in situation.terms.every(SharedDiagnosis) if diagnosis.deferred]
    present = {annex.number or annex.title for annex in situation.terms.every(Annex) if annex.present}
    for annex in situation.terms.every(Annex):
        label = annex.number or annex.title
        if label in present or any(same_annex(annex.number, number) for number in deferred):
            continue
        proof = attached(situation, label)
        done_on = day_of(proof) if proof else None
        due_on = min(after(owed_from, annex.within), situation.end) if annex.within else None
        yield Obligation(
            key=f"annex:{'-'.join(WORDS.findall(label.casefold()))}",
            duty=Duty.ANNEX,
            subject=label,
            who=situation.parties,
            state=state_on(situation.on, due_on=due_on, done_on=done_on),
            due_on=due_on,
            opens_on=owed_from,
            done_on=done_on,
            because=(annex.source,),
            facts=(proof.id,) if proof else (),
            findings=() if proof or annex.deferred else (_missing(annex),),
        )


def _missing(annex: Annex) -> Finding:
    named = annex.number or f"« {annex.title} »"
    return Finding(
        oddity=Oddity.MISSING,
        about="annex",
        severity=Severity.WARNING,
        sentence=f"L’annexe {named} est annoncée et n’est pas jointe au texte.",
        advice="Retrouvez-la et joignez-la au dossier.",
        sources=(annex.source,),
    )


class Cause(NamedTuple):
    """What calls for an avenant: the fact, what the avenant is to be about, the clauses that ask for it."""

    fact: Fact
    subject: str
    because: tuple[Source, ...]
    optional: bool = False
    assumptions: tuple[Assumption, ...] = ()


def amendment_due(situation: Situation, cause: Cause) -> Obligation:
    """An avenant without a day, done by the first one in effect that is signed, or takes effect, since its cause."""
    day = day_of(cause.fact)
    done = min((act for act in situation.life.amendments if _since(act, day)), key=_signed_on, default=None)
    done_on = None if done is None else max(day, _signed_on(done))
    return Obligation(
        key=f"amendment:{cause.fact.id}",
        duty=Duty.AMENDMENT,
        subject=cause.subject,
        who=situation.parties,
        state=state_on(situation.on, due_on=None, done_on=done_on),
        opens_on=day,
        done_on=done_on,
        optional=cause.optional,
        because=cause.because,
        facts=(cause.fact.id, *(done.facts if done is not None else ())),
        assumptions=cause.assumptions,
    )


def _since(act: AmendmentAct, day: date) -> bool:
    return act.effective_on is not None and max(act.effective_on, _signed_on(act)) >= day


def _signed_on(act: AmendmentAct) -> date:
    return act.concluded_on or date.max


def amendments_after_institutions(situation: Situation) -> Iterator[Obligation]:
    """A party changed its organisation or its missions in substance: what the convention says of it is to follow."""
    grounds = _grounds(situation)
    for fact, event in situation.happened(InstitutionChanged):
        if event.substantial and grounds and situation.in_life(day_of(fact)):
            yield amendment_due(situation, Cause(fact=fact, subject=event.change, because=grounds))


def amendments_after_evaluations(situation: Situation) -> Iterator[Obligation]:
    """An evaluation would change the text: an avenant, even where another clause says only that there may be one."""
    grounds = _grounds(situation)
    for fact, event in situation.happened(EvaluationDone):
        if event.proposes and grounds and situation.in_life(day_of(fact)):
            cause = Cause(fact=fact, subject=event.proposes, because=grounds, assumptions=_required(situation))
            yield amendment_due(situation, cause)


def amendments_after_decisions(situation: Situation) -> Iterator[Obligation]:
    """A body decided otherwise than the text says: the text stands until the parties change it."""
    grounds = _grounds(situation)
    for fact, event in situation.happened(DecisionTaken):
        if event.changes_text and grounds and situation.in_life(day_of(fact)):
            other = Alternative(reading="decision_amends", on=day_of(fact))
            choice = Choice.DECISION_DOES_NOT_AMEND
            kept = Assumption(choice=choice, alternatives=(other,), source=grounds[0])
            subject = event.subject or event.article
            yield amendment_due(situation, Cause(fact=fact, subject=subject, because=grounds, assumptions=(kept,)))


def _grounds(situation: Situation) -> tuple[Source, ...]:
    """The clauses that ask for an avenant, before those that only allow one."""
    clauses = sorted(situation.terms.every(AmendmentClause), key=lambda clause: clause.optional)
    return tuple(clause.source for clause in clauses)


def _required(situation: Situation) -> tuple[Assumption, ...]:
    """One clause asks for an avenant, another allows it: the first one is followed."""
    allowed = next((clause for clause in situation.terms.every(AmendmentClause) if clause.optional), None)
    if allowed is None:
        return ()
    other = Alternative(reading="amendment_optional")
    return (Assumption(choice=Choice.AMENDMENT_REQUIRED, alternatives=(other,), source=allowed.source),)


def amendment_signatures(situation: Situation) -> Iterator[Obligation]:
    """The signatures that an avenant lacks once one party has signed. Undated: nobody is bound to sign."""
    for act in situation.life.amendments:
        begun = act.first_signature is not None and act.first_signature <= situation.on
        if act.state is AmendmentState.SIGNING and begun and situation.in_life(situation.on):
            yield Obligation(
                key=f"amendment_signature:{act.amendment}",
                duty=Duty.AMENDMENT_SIGNATURE,
                subject=act.amendment,
                who=act.missing,
                state=State.OPEN,
                opens_on=act.first_signature,
                because=act.because or situation.life.because,
                facts=act.facts,
                assumptions=act.assumptions,
            )
