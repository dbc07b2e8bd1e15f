"""Annexes that the text announces and that are not there."""

import re
from collections.abc import Iterator

from convenir.core.annexes import attached, same_annex
from convenir.core.delays import after
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Annex, SharedDiagnosis

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
