"""A text that an older reader read otherwise than the present one does."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tests.dossiers import AT, People
from tests.usecases.contradictory import CONTRADICTORY, received, seen

from convenir.access.context import acting_as
from convenir.core.codec import encode_terms
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.core.terms.governance import MeetingCadence, Per
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.termination import TerminationAtWill
from convenir.records.models import ReceivedText, Rereading

QUOTE = "La Caf assure le secrétariat du comité de pilotage."
PLACE = CONTRADICTORY.index(QUOTE)
GONE = MeetingCadence(
    body="cotech",
    count=4,
    per=Per.CIVIL_YEAR,
    source=Source(text="convention", article="1", quote=QUOTE, start=PLACE, end=PLACE + len(QUOTE)),
)


def _otherwise(clause: Term) -> Term | None:
    """What an older reader made of a clause: it missed the ways out, and read another end."""
    if isinstance(clause, TerminationAtWill):
        return None
    return replace(clause, ends_on=date(2023, 12, 31)) if isinstance(clause, Duration) else clause


def read_before(who: People) -> UUID:
    """A text as an older reader read it: one term missed, one read otherwise, one that is not there."""
    pk = received(who, CONTRADICTORY)
    with acting_as(who.adviser):
        row = ReceivedText.objects.get(pk=pk)
        found = seen(who.adviser, pk)
        old = [clause for clause in map(_otherwise, found.terms.clauses) if clause] + [GONE]
        Rereading.objects.create(
            text=row,
            manuscript=row.manuscript,
            reader_version="0.0",
            words=row.words,
            reading=row.reading | {"terms": encode_terms(replace(found.terms, clauses=tuple(old))), "findings": []},
            by="Lecteur",
            at=AT,
        )
    return pk
