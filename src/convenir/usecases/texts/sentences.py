"""How a person classes a sentence that was not understood."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import SentenceClass
from convenir.access.roles import Actor
from convenir.records.models import SentenceRuling
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened, sent_again
from convenir.usecases.texts.refusals import NoSuchSentence

MOST_OF_NOTE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Classing:
    """What the sentence of that `key` is; `seen` is the moment of the last decision under the person's eyes."""

    key: str
    kind: SentenceClass
    note: str = ""
    seen: datetime | None = None


def classify(pk: UUID, classing: Classing, *, by: Actor, at: datetime) -> None:
    """Classes a sentence; a later decision replaces an earlier one, and both are kept."""
    with acting_as(by):
        found = opened(by, pk)
        sentence = next((one for one in found.sentences if one.key == classing.key), None)
        if sentence is None:
            raise NoSuchSentence()
        note = classing.note.strip()[:MOST_OF_NOTE]
        last = sentence.classed
        same = last is not None and (last.kind, last.note) == (classing.kind, note)
        if sent_again(last, classing.seen, by, same=same):
            return
        SentenceRuling.objects.create(
            text_id=pk,
            key=classing.key,
            decision=classing.kind,
            note=note,
            by=by.name,
            at=at,
        )
        detail = f"{sentence.source.article} {classing.kind}"
        log(Done(verb="classify_sentence", detail=detail), convention=None, by=by, at=at)
