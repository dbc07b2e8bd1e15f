"""A scan is read some pages at a time: what was recognised is kept, and others may go on where it stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from time import monotonic
from uuid import UUID

from django.db import connection

from convenir.access.context import acting_as
from convenir.access.roles import Actor, NotFound, Verb, check
from convenir.core.refusals import Refusal
from convenir.reader.intake.scans import recognise
from convenir.reader.intake.taking import take
from convenir.reader.reading import read_manuscript
from convenir.records.models import RecognisedPage, Scan
from convenir.records.scans import leaf_of, leaf_to_json, pages_of
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.keeping import Sending, keep


def go_on(pk: UUID, *, by: Actor, seconds: float) -> None:
    """Recognises pages of a scan for about so many seconds, one page at least; after the last one keeps its text.

    Does nothing where there is no such scan, or while somebody else is at it. A scan in which the reader finds nothing
    to read is refused (`Refusal`) by its words, and removed.
    """
    with _alone_at(pk, by) as scan:
        if scan is not None:
            _recognise(scan, seconds)
    try:
        with _alone_at(pk, by) as scan:
            if scan is not None and not _left(scan):
                _read(scan, by)
    except Refusal:
        with acting_as(by):
            Scan.objects.filter(pk=pk).delete()
        raise


def give_up(pk: UUID, *, by: Actor, at: datetime) -> None:
    """Removes a scan with all that was recognised of it; `NotFound` for a stranger, and once it is read."""
    with acting_as(by):
        check(by, Verb.DEPOSIT)
        scan = Scan.objects.filter(pk=pk, house_id=by.house_id).defer("data").first()
        if scan is None:
            raise NotFound(pk)
        scan.delete()
        log(Done(verb="give_up_scan", detail=scan.file_name), convention=None, by=by, at=at)


@contextmanager
def _alone_at(pk: UUID, by: Actor) -> Iterator[Scan | None]:
    """The scan, for one person at a time: None while somebody else is at it, and once it is no more."""
    with acting_as(by):
        check(by, Verb.DEPOSIT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [str(pk)])
            alone = cursor.fetchone()[0]
        yield Scan.objects.filter(pk=pk, house_id=by.house_id).defer("data").first() if alone else None


def _left(scan: Scan) -> list[int]:
    """The ranks of the pages on which nobody looked yet."""
    done = set(scan.recognised.values_list("rank", flat=True))
    return [rank for rank in range(len(scan.pages)) if rank not in done]


def _recognise(scan: Scan, seconds: float) -> None:
    until = monotonic() + seconds
    pages, data = pages_of(scan.pages), bytes(scan.data)
    for rank in _left(scan):
        leaf = recognise(data, pages[rank])
        RecognisedPage.objects.create(scan=scan, rank=rank, leaf=leaf_to_json(leaf))
        if monotonic() >= until:
            return


def _read(scan: Scan, by: Actor) -> None:
    """The text takes the place of the scan; it is as if whoever sent it had deposited it then."""
    leaves = dict(scan.recognised.values_list("rank", "leaf"))
    sending = Sending(
        pk=scan.pk,
        name=scan.file_name,
        data=bytes(scan.data),
        token=scan.token,
        by=replace(by, name=scan.sent_by),
        at=scan.sent_at,
        recognised={page: leaf_of(leaves[rank]) for rank, page in enumerate(pages_of(scan.pages))},
    )
    keep(sending, read_manuscript(take(sending.data, sending.name, sending.recognised)))
    scan.delete()
