"""What is kept of a deposit once it is read: one row for each of its acts."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from uuid import UUID

from convenir.access.readings import format_of, of_file
from convenir.access.roles import Actor
from convenir.reader.amending.instructing import with_instructions
from convenir.reader.intake.bundle import bytes_of
from convenir.reader.intake.manuscript import Format
from convenir.reader.intake.pictures import page_sizes
from convenir.reader.intake.taking import Recognised
from convenir.reader.reading import Act, Deposit
from convenir.records.models import ReceivedText
from convenir.records.readings import Sheets, StoredReading, manuscript_to_json, reading_to_json
from convenir.records.scans import recognised_to_json
from convenir.usecases.journal import Done, log

# Room in the token of a form for the number of an act.
TOKEN_OF_MAIN = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A file as it was sent, by whom and when; the number of its text, and what was recognised in its pictures."""

    pk: UUID
    name: str
    data: bytes
    token: str
    by: Actor
    at: datetime
    recognised: Recognised


def keep(sending: Sending, deposit: Deposit) -> None:
    """Writes a deposit that was read, and its line in the journal."""
    main, *others = _rows(sending, deposit)
    main.save(force_insert=True)
    ReceivedText.objects.bulk_create(others)
    log(Done(verb="receive_text", detail=main.file_name), convention=None, by=sending.by, at=sending.at)


def stored(deposit: Deposit, act: Act) -> StoredReading:
    """What is kept of the reading of an act; the main one bears what is odd in the file."""
    reading = act.reading
    of_the_file = of_file(deposit.manuscript, act.start, reading.text) if act is deposit.main else ()
    return StoredReading(
        terms=reading.terms,
        findings=(*of_the_file, *reading.findings),
        outline=reading.outline,
        coverage=with_instructions(reading),
    )


def sheets(deposit: Deposit, data: bytes) -> Sheets:
    """By piece, the sizes of the pages that the site can show: those of a PDF."""
    return tuple(
        page_sizes(bytes_of(data, piece.entry)) if piece.format in (Format.PDF, Format.SCAN) else ()
        for piece in deposit.manuscript.pieces
    )


def _rows(sending: Sending, deposit: Deposit) -> Iterator[ReceivedText]:
    """The row of the main act, then those of the others."""
    main = _row(sending, deposit, deposit.main)
    main.pk = sending.pk
    main.data = sending.data
    main.recognised = recognised_to_json(sending.recognised)
    main.manuscript = manuscript_to_json(deposit.manuscript, sheets(deposit, sending.data))
    yield main
    others = (act for act in deposit.acts if act is not deposit.main)
    for number, act in enumerate(others, start=1):
        row = _row(sending, deposit, act)
        row.attached_to = main
        row.token = f"{sending.token[:TOKEN_OF_MAIN]}-{number}"
        yield row


def _row(sending: Sending, deposit: Deposit, act: Act) -> ReceivedText:
    return ReceivedText(
        house_id=sending.by.house_id,
        begins_at=act.start,
        format=format_of(deposit.manuscript),
        file_name=sending.name,
        data=b"",
        sha256=hashlib.sha256(sending.data).hexdigest(),
        received_at=sending.at,
        received_by=sending.by.name,
        reader_version=version("convenir"),
        words=act.reading.text,
        reading=reading_to_json(stored(deposit, act)),
        token=sending.token,
    )
