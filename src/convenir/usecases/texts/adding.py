"""A person adds a term that the reader missed, with the words that ground it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import Decision
from convenir.access.roles import Actor
from convenir.core.soundness import refuse_impossible
from convenir.core.terms import Term
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened
from convenir.usecases.texts.refusals import WordsNotThere
from convenir.usecases.texts.ruling import Ruling, keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A term whose source quotes words of the text at their place."""

    term: Term


def add(pk: UUID, addition: Addition, *, by: Actor, at: datetime) -> int:
    """Adds the term; its index. The same term on the same words is added once."""
    with acting_as(by):
        found = opened(by, pk)
        source = addition.term.source
        if not source.quote.strip() or found.words[source.start : source.end] != source.quote:
            raise WordsNotThere()
        refuse_impossible(addition.term)
        known = next((item.index for item in found.items if item.added and item.read == addition.term), None)
        if known is not None:
            return known
        ruling = Ruling(index=len(found.items), decision=Decision.ADDED, corrected=addition.term)
        keep(found, ruling, by, at)
        detail = f"{ruling.index + 1} {type(addition.term).__name__}"
        log(Done(verb="add_term", detail=detail), convention=None, by=by, at=at)
        return ruling.index
