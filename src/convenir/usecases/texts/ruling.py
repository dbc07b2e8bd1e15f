"""Terms are accepted, corrected or rejected one by one; the first of them that are left, together."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import Decision, DepositedText, ReadTerm
from convenir.access.roles import Actor
from convenir.core.codec import encode_stored
from convenir.core.soundness import refuse_impossible
from convenir.core.terms import Term
from convenir.records.models import Rereading, TermRuling
from convenir.usecases.journal import Done, log
from convenir.usecases.refusals import CorrectionMissing, NoSuchTerm
from convenir.usecases.texts.gate import opened, sent_again


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision on the term at `index`; `corrected` is the term as it should be, for a correction only.

    `seen` is the moment of the last decision that the person had under her eyes, None where there was none.
    """

    index: int
    decision: Decision
    corrected: Term | None = None
    seen: datetime | None = None


def rule(pk: UUID, ruling: Ruling, *, by: Actor, at: datetime) -> None:
    """Decides on one term; a later decision replaces an earlier one, and both are kept."""
    with acting_as(by):
        decide(opened(by, pk), ruling, by, at)


def decide(found: DepositedText, ruling: Ruling, by: Actor, at: datetime) -> None:
    """Decides on one term of a text that is open: what cannot be is refused, what is decided is written and told."""
    _refuse(found, ruling)
    item = found.items[ruling.index]
    if sent_again(item.ruled, ruling.seen, by, same=_says_the_same(item, ruling)):
        return
    keep(found, ruling, by, at)
    kind = type(item.read).__name__
    log(
        Done(verb="rule_term", detail=f"{ruling.index + 1} {kind} {ruling.decision}"),
        convention=None,
        by=by,
        at=at,
    )


def accept_all(pk: UUID, *, by: Actor, at: datetime) -> int:
    """Accepts every term on which nobody decided yet; how many."""
    with acting_as(by):
        found = opened(by, pk)
        for item in found.to_rule:
            keep(found, Ruling(index=item.index, decision=Decision.ACCEPTED), by, at)
        log(Done(verb="accept_terms", detail=str(len(found.to_rule))), convention=None, by=by, at=at)
        return len(found.to_rule)


def _refuse(found: DepositedText, ruling: Ruling) -> None:
    if not 0 <= ruling.index < len(found.items):
        raise NoSuchTerm(number=ruling.index + 1)
    item = found.items[ruling.index]
    wanted = type(item.read) if ruling.decision is Decision.CORRECTED else type(None)
    if type(ruling.corrected) is not wanted or ruling.decision is Decision.ADDED:
        raise CorrectionMissing(source=item.read.source)
    if ruling.corrected is not None:
        refuse_impossible(ruling.corrected)


def _says_the_same(item: ReadTerm, ruling: Ruling) -> bool:
    """Whether that is the last decision on the term, with the value that it gave."""
    decided = item.ruled is not None and item.ruled.decision is ruling.decision
    return decided and ruling.corrected in (None, item.term)


def keep(found: DepositedText, ruling: Ruling, by: Actor, at: datetime) -> None:
    """Writes the decision for the reading that counts."""
    TermRuling.objects.create(
        text_id=found.pk,
        rereading=Rereading.objects.filter(text_id=found.pk).order_by("-pk").only("pk").first(),
        index=ruling.index,
        decision=ruling.decision,
        corrected=encode_stored(ruling.corrected) if ruling.corrected else None,
        by=by.name,
        at=at,
    )
