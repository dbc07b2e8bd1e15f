"""A file comes in: every act that it holds is read and kept."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from uuid import UUID

from django.db import IntegrityError, transaction

from convenir.access.context import acting_as
from convenir.access.readings import format_of, of_file
from convenir.access.roles import Actor, Verb, check
from convenir.reader.intake.manuscript import Format
from convenir.reader.intake.pictures import page_sizes
from convenir.reader.reading import Act, Deposit, read_deposit
from convenir.records.models import ReceivedText
from convenir.records.readings import Sheets, StoredReading, manuscript_to_json, reading_to_json
from convenir.usecases.journal import Done, log

MAX_NAME = 255
# Room in the token of a form for the number of an act.
TOKEN_OF_MAIN = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was sent, and the token of the form that sent it."""

    name: str
    data: bytes
    token: str


def receive(upload: Upload, *, by: Actor, at: datetime) -> UUID:
    """Reads and keeps a deposit; its main act. The refusals of the reader pass through, and nothing is then kept.

    The same form posted twice gives the text of the first time.
    """
    with acting_as(by):
        check(by, Verb.DEPOSIT)
        known = _received(upload.token, by)
        if known:
            return known
        deposit = read_deposit(upload.data, upload.name)
        main, *others = _rows(upload, deposit, by, at)
        try:
            with transaction.atomic():
                main.save(force_insert=True)
                ReceivedText.objects.bulk_create(others)
        except IntegrityError:
            return ReceivedText.objects.values_list("pk", flat=True).get(house_id=by.house_id, token=upload.token)
        log(Done(verb="receive_text", detail=main.file_name), convention=None, by=by, at=at)
        return main.pk


def stored(deposit: Deposit, act: Act) -> StoredReading:
    """What is kept of the reading of an act; the main one bears what is odd in the file."""
    reading = act.reading
    of_the_file = of_file(deposit.manuscript, act.start, reading.text) if act is deposit.main else ()
    return StoredReading(
        terms=reading.terms,
        findings=(*of_the_file, *reading.findings),
        outline=reading.outline,
        coverage=reading.coverage,
    )


def sheets(deposit: Deposit, data: bytes) -> Sheets:
    """The sizes of the pages that the site can show: those of a PDF deposited alone."""
    pieces = deposit.manuscript.pieces
    if len(pieces) != 1 or pieces[0].format not in (Format.PDF, Format.SCAN):
        return ()
    return page_sizes(data)


def _received(token: str, by: Actor) -> UUID | None:
    return ReceivedText.objects.filter(house_id=by.house_id, token=token).values_list("pk", flat=True).first()


def _rows(upload: Upload, deposit: Deposit, by: Actor, at: datetime) -> Iterator[ReceivedText]:
    """The row of the main act, then those of the others."""
    main = _row(upload, deposit, deposit.main, by, at)
    main.data = upload.data
    main.manuscript = manuscript_to_json(deposit.manuscript, sheets(deposit, upload.data))
    yield main
    others = (act for act in deposit.acts if act is not deposit.main)
    for number, act in enumerate(others, start=1):
        row = _row(upload, deposit, act, by, at)
        row.attached_to = main
        row.token = f"{upload.token[:TOKEN_OF_MAIN]}-{number}"
        yield row


def _row(upload: Upload, deposit: Deposit, act: Act, by: Actor, at: datetime) -> ReceivedText:
    return ReceivedText(
        house_id=by.house_id,
        begins_at=act.start,
        format=format_of(deposit.manuscript),
        file_name=upload.name[-MAX_NAME:],
        data=b"",
        sha256=hashlib.sha256(upload.data).hexdigest(),
        received_at=at,
        received_by=by.name,
        reader_version=version("convenir"),
        words=act.reading.text,
        reading=reading_to_json(stored(deposit, act)),
        token=upload.token,
    )
