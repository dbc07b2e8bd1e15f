"""Files of lists sent to a dossier: the only door to them, and who may say what follows from them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from convenir.access.conventions import convention_row
from convenir.access.roles import MAY, Actor, NotFound, Verb
from convenir.reader.intake.taking import Recognised
from convenir.reader.sheets.workbook import Workbook, workbook
from convenir.records.models import ReceivedText, SheetFile, SheetMapping
from convenir.records.scans import recognised_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file of lists, as it was sent to a dossier."""

    pk: UUID
    file_name: str
    data: bytes
    recognised: Recognised
    sent_by: str
    sent_at: datetime

    @property
    def book(self) -> Workbook:
        """Its tables."""
        return workbook(self.data, self.file_name, self.recognised)


def sheet_file(actor: Actor, convention: UUID, pk: UUID) -> SentFile:
    """The file, for who may record facts in the dossier and is of the house that sent it; `NotFound` for others."""
    convention_row(actor, convention, to=Verb.RECORD)
    row = SheetFile.objects.filter(pk=pk, convention_id=convention, house_id=actor.house_id).first()
    if row is None:
        raise NotFound(pk)
    return SentFile(
        pk=row.pk,
        file_name=row.file_name,
        data=bytes(row.data),
        recognised=recognised_before(actor, row.sha256),
        sent_by=row.sent_by,
        sent_at=row.sent_at,
    )


def recognised_before(actor: Actor, sha256: str) -> Recognised:
    """What was recognised in the pictures of that file, if the actor's house deposited it as a text; else nothing."""
    rows = ReceivedText.objects.filter(house_id=actor.house_id, sha256=sha256, recognised__isnull=False)
    return recognised_of(rows.values_list("recognised", flat=True).first())


def confirming_house(actor: Actor, convention: UUID) -> str:
    """The name of the house that confirmed the terms of the dossier: it alone says that they were read wrong."""
    return convention_row(actor, convention, to=Verb.READ).house.name


def may_complete(actor: Actor, convention: UUID) -> bool:
    """Whether the actor may say what the signed text bears: of the house that confirmed its terms, and able to."""
    row = convention_row(actor, convention, to=Verb.RECORD)
    return row.house_id == actor.house_id and Verb.CONFIRM in MAY[actor.role]


def remembered(actor: Actor, shape: str) -> dict[str, Any] | None:
    """What a person of the actor's house last said of the columns of a sheet of that shape."""
    rows = SheetMapping.objects.filter(shape=hashed(shape), file__house_id=actor.house_id)
    return rows.order_by("-pk").values_list("mapping", flat=True).first()


def hashed(shape: str) -> str:
    """A shape as it is kept: the names of columns may be long."""
    return hashlib.sha256(shape.encode()).hexdigest()
