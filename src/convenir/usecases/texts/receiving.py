"""A file comes in: every act that it holds is read and kept, or its pictures wait to be recognised."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from convenir.access.context import acting_as
from convenir.access.roles import Actor, Verb, check
from convenir.reader.intake.manuscript import ScannedPage
from convenir.reader.intake.taking import NOTHING, take
from convenir.reader.reading import read_manuscript
from convenir.records.models import ReceivedText, Scan
from convenir.records.scans import pages_to_json
from convenir.usecases.form_tokens import with_file
from convenir.usecases.texts.keeping import Sending, keep

MAX_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was sent, and the token of the form that sent it."""

    name: str
    data: bytes
    token: str


def receive(upload: Upload, *, by: Actor, at: datetime) -> UUID:
    """Reads and keeps a deposit; its main act. The refusals of the reader pass through, and nothing is then kept.

    A deposit with pictures of pages waits under the same number until they are recognised (see `scanning`). The same
    form posted twice with one file gives the text of the first time.
    """
    token = with_file(upload.token, upload.data)
    with acting_as(by):
        check(by, Verb.DEPOSIT)
        known = _received(token, by)
        if known:
            return known
        pk = uuid4()
        sending = Sending(
            pk=pk,
            name=upload.name[-MAX_NAME:],
            data=upload.data,
            token=token,
            by=by,
            at=at,
            recognised=NOTHING,
        )
        manuscript = take(upload.data, upload.name)
        try:
            with transaction.atomic():
                if manuscript.awaited:
                    _wait(sending, manuscript.awaited)
                else:
                    keep(sending, read_manuscript(manuscript))
        except IntegrityError:
            known = _received(token, by)
            if known is None:
                raise
            return known
        return pk


def _received(token: str, by: Actor) -> UUID | None:
    """The number of what that form already sent."""
    texts = ReceivedText.objects.filter(house_id=by.house_id, token=token).values_list("pk", flat=True)
    scans = Scan.objects.filter(house_id=by.house_id, token=token).values_list("pk", flat=True)
    return texts.first() or scans.first()


def _wait(sending: Sending, pages: tuple[ScannedPage, ...]) -> None:
    Scan.objects.create(
        pk=sending.pk,
        house_id=sending.by.house_id,
        file_name=sending.name,
        data=sending.data,
        pages=pages_to_json(pages),
        sent_by=sending.by.name,
        sent_at=sending.at,
        token=sending.token,
    )
