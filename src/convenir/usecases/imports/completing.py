"""A list of the signed text that was not read, or was read wrong, is completed from a file once a person says so."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from convenir.access.context import acting_as
from convenir.access.conventions import convention_row, dossier_of
from convenir.access.roles import Actor, Verb
from convenir.access.sheets import SentFile, confirming_house, may_complete, sheet_file
from convenir.core.facts import ListCompleted
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.draft import Draft, draft
from convenir.reader.sheets.grid import Sheet
from convenir.records.models import Convention, FactRow
from convenir.usecases.conventions import NewFact, Proof, record_fact
from convenir.usecases.facts import Recorded, recorded
from convenir.usecases.imports.listing import Difference, borne, chosen, difference
from convenir.usecases.imports.refusals import (
    ListAmended,
    ListChanged,
    NothingToImport,
    NotYourReading,
    RowsToCorrect,
    SameList,
    WhyMissing,
)
from convenir.usecases.journal import Done, log

FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrder:
    """Which sheet of which file, read how; the list of the text that the person saw (`key`), and what was read wrong.

    `sheet` is its rank from 1. `partial`: rows to put right are left out. `token` is that of the form: posted twice, it
    records once.
    """

    file: UUID
    sheet: int
    mapping: Mapping
    key: str
    reason: str
    partial: bool
    token: str


def complete_list(convention: UUID, order: ListOrder, *, by: Actor, at: datetime) -> str:
    """Records the list as that of the signed text, with one line in the journal; the id of the fact."""
    with acting_as(by):
        convention_row(by, convention, to=Verb.RECORD)
        if not may_complete(by, convention):
            raise NotYourReading(house=confirming_house(by, convention))
        row = Convention.objects.select_for_update(of=("self",)).get(pk=convention)
        before = FactRow.objects.filter(convention=row, token=order.token).values_list("fact_id", flat=True).first()
        if before is not None:
            return before
        sent = sheet_file(by, convention, order.file)
        sheet = sent.book.sheets[order.sheet - 1]
        read = draft(sheet, order.mapping)
        today = timezone.localdate(at)
        found = _found(recorded(dossier_of(row, by), today), read, order)
        fact = NewFact(
            event=ListCompleted(reason=order.reason.strip(), clauses=found.clauses),
            on=today,
            token=order.token,
            evidence=Proof(name=sent.file_name, data=sent.data),
            note=place(sent, sheet, read),
        )
        added = record_fact(convention, fact, by=by, at=at)
        detail = f"{added} {sent.file_name} +{len(found.added)} -{len(found.gone)}"
        log(Done(verb="complete_list", detail=detail), convention=row, by=by, at=at)
        return added


def _found(known: Recorded, read: Draft, order: ListOrder) -> Difference:
    """What the list would change; refused where nothing may be recorded."""
    into = chosen(borne(known), order.key, "")
    if into is None:
        raise ListChanged
    if into.amended:
        raise ListAmended
    if read.wrong and not order.partial:
        raise RowsToCorrect(count=len(read.wrong))
    found = difference(read, into)
    if not found.after:
        raise NothingToImport
    if not found.differs:
        raise SameList
    if len(re.findall(r"\w+", order.reason)) < FEWEST_WORDS:
        raise WhyMissing
    return found


def place(sent: SentFile, sheet: Sheet, read: Draft) -> str:
    """Where the list stands: the file, the sheet where there are several, and its rows."""
    numbers = [line.number for line in read.good]
    first, last = min(numbers, default=0), max(numbers, default=0)
    rows = f"ligne {first}" if first == last else f"lignes {first} à {last}"
    named = (sheet.name if sheet.of_document else f"feuille « {sheet.name} »") if sheet.name else ""
    return ", ".join(filter(None, (sent.file_name, named, rows)))
