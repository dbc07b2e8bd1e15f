"""The rows of a list become facts of a dossier, all of them or none."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from convenir.access.context import acting_as
from convenir.access.conventions import convention_row, dossier_of
from convenir.access.roles import Actor, Verb
from convenir.access.sheets import sheet_file
from convenir.reader.sheets.columns import Mapping
from convenir.records.models import Convention, FactRow
from convenir.usecases.conventions import Told, replay
from convenir.usecases.imports.refusals import NothingToImport, RowsToCorrect
from convenir.usecases.imports.trying import Occasion, tried
from convenir.usecases.journal import Done, log


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which sheet of which file, read how, as of which day. `partial`: rows to put right are left out.

    `sheet` is its rank from 1: its name may be the number of another. `token` is that of the form: the same form posted
    twice records once.
    """

    file: UUID
    sheet: int
    mapping: Mapping
    on: date
    token: str
    partial: bool


def import_sheet(convention: UUID, order: Order, *, by: Actor, at: datetime) -> int:
    """Records the rows as facts, with one line in the journal for the list; how many facts."""
    with acting_as(by):
        convention_row(by, convention, to=Verb.RECORD)
        row = Convention.objects.select_for_update(of=("self",)).get(pk=convention)
        done = FactRow.objects.filter(convention=row, token__startswith=f"{order.token}-").count()
        if done:
            return done
        sent = sheet_file(by, convention, order.file)
        today = timezone.localdate(at)
        occasion = Occasion(on=order.on, file_name=sent.file_name, token=order.token)
        sheet = sent.book.sheets[order.sheet - 1]
        trial = tried(dossier_of(row, by), sheet, order.mapping, occasion, today=today)
        if trial.wrong and not order.partial:
            raise RowsToCorrect(count=len(trial.wrong))
        if not trial.facts:
            raise NothingToImport()
        replay(convention, [Told(fact=fact, by=by, at=at) for fact in trial.facts], on=today)
        detail = f"{sent.file_name} : {len(trial.facts)}"
        log(Done(verb="import_sheet", detail=detail), convention=row, by=by, at=at)
        return len(trial.facts)
