"""Files of lists sent to a dossier: the only door to them, and to what the house said of their columns."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from convenir.access.conventions import convention_row
from convenir.access.roles import Actor, NotFound, Verb
from convenir.records.models import SheetFile, SheetMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file of lists, as it was sent to a dossier."""

    pk: UUID
    file_name: str
    data: bytes
    sent_by: str
    sent_at: datetime


def sheet_file(actor: Actor, convention: UUID, pk: UUID) -> SentFile:
    """The file, for who may record facts in the dossier and is of the house that sent it; `NotFound` for others."""
    convention_row(actor, convention, to=Verb.RECORD)
    row = SheetFile.objects.filter(pk=pk, convention_id=convention, house_id=actor.house_id).first()
    if row is None:
        raise NotFound(pk)
    return SentFile(pk=row.pk, file_name=row.file_name, data=bytes(row.data), sent_by=row.sent_by, sent_at=row.sent_at)


def remembered(actor: Actor, shape: str) -> dict[str, Any] | None:
    """What a person of the actor's house last said of the columns of a sheet of that shape."""
    rows = SheetMapping.objects.filter(shape=hashed(shape), file__house_id=actor.house_id)
    return rows.order_by("-pk").values_list("mapping", flat=True).first()


def hashed(shape: str) -> str:
    """A shape as it is kept: the names of columns may be long."""
    return hashlib.sha256(shape.encode()).hexdigest()
