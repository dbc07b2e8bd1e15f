"""A file of lists is sent to a dossier, and a person says what its columns are: nothing is imported by it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.conventions import convention_row
from convenir.access.held import held_bytes
from convenir.access.roles import Actor, NotFound, Verb
from convenir.access.sheets import hashed, recognised_before, sheet_file
from convenir.access.texts import original
from convenir.core.codec import encode
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.workbook import workbook
from convenir.records.models import SheetFile, SheetMapping
from convenir.usecases.conventions import Proof
from convenir.usecases.form_tokens import with_file
from convenir.usecases.journal import Done, log

MOST_NAME = 255


def send_sheet(convention: UUID, file: Proof, token: str, *, by: Actor, at: datetime) -> UUID:
    """Keeps a file that holds a table, and refuses another. The same form posted twice with one file keeps it once."""
    token = with_file(token, file.data)
    with acting_as(by):
        row = convention_row(by, convention, to=Verb.RECORD)
        known = SheetFile.objects.filter(convention=row, house_id=by.house_id, token=token).first()
        if known is not None:
            return known.pk
        sha256 = hashlib.sha256(file.data).hexdigest()
        workbook(file.data, file.name, recognised_before(by, sha256))
        sent = SheetFile.objects.create(
            convention=row,
            house_id=by.house_id,
            file_name=file.name[-MOST_NAME:],
            data=file.data,
            sha256=sha256,
            sent_by=by.name,
            sent_at=at,
            token=token,
        )
        log(Done(verb="send_sheet", detail=sent.file_name), convention=row, by=by, at=at)
        return sent.pk


def send_held(convention: UUID, entry: str, token: str, *, by: Actor, at: datetime) -> UUID:
    """Sends a file that was deposited with the text of the dossier: its workbook, or its document with tables."""
    with acting_as(by):
        row = convention_row(by, convention, to=Verb.RECORD)
        if row.text_id is None:
            raise NotFound(entry)
        data = held_bytes(by, row.text_id, entry)
        name = entry.rpartition("/")[2] or original(by, row.text_id).file_name
    return send_sheet(convention, Proof(name=name, data=data), token, by=by, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a person says of the columns of a file, whose `shape` is by what another of the same model is known."""

    file: UUID
    shape: str
    mapping: Mapping


def remember_columns(convention: UUID, said: Columns, *, by: Actor, at: datetime) -> None:
    """Keeps what the columns are, for that file and for the next ones of the same shape."""
    with acting_as(by):
        sent = sheet_file(by, convention, said.file)
        kept = encode(said.mapping)
        SheetMapping.objects.create(file_id=sent.pk, shape=hashed(said.shape), mapping=kept, by=by.name, at=at)
