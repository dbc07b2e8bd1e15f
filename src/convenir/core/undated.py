"""A duty that no day bounds: open from the start, done when a fact shows it, never late."""

from convenir.core.facts import Fact
from convenir.core.force import Force
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source


def undated(situation: Situation, duty: Duty, source: Source, proof: Fact | None, **told: str) -> Obligation:
    """That duty of all the parties. `told` may give its `subject`, and the `force` of its clause (hard if not said)."""
    subject = told.get("subject", "")
    return Obligation(
        key=f"{duty.value}:{subject}" if subject else duty.value,
        duty=duty,
        subject=subject,
        who=situation.parties,
        state=State.DONE if proof else State.OPEN,
        opens_on=situation.owed_from,
        done_on=day_of(proof) if proof else None,
        optional=told.get("force", Force.HARD) != Force.HARD,
        because=(source,),
        facts=(proof.id,) if proof else (),
    )
