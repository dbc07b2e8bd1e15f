"""The doors of deposits whose pages are being recognised: the house that sent one sees how far it is, and goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from convenir.access.roles import Actor, Verb, check
from convenir.records.models import Scan

COLUMNS = ("pk", "file_name", "pages", "sent_by", "sent_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingScan:
    """A scan under way: how many of its pages were looked at, and how many there are."""

    pk: UUID
    file_name: str
    sent_by: str
    sent_at: datetime
    done: int
    pages: int

    @property
    def left(self) -> int:
        """How many pages are yet to be recognised."""
        return self.pages - self.done


def scan(actor: Actor, pk: UUID) -> WaitingScan | None:
    """That scan; None once it is read or given up, and for a stranger."""
    return next(_waiting(_seen(actor).filter(pk=pk)), None)


def scan_count(actor: Actor) -> int:
    """How many scans of the actor's house are yet to be recognised to their last page."""
    return _seen(actor).count()


def scans(actor: Actor) -> tuple[WaitingScan, ...]:
    """The scans of the actor's house, last first."""
    return tuple(_waiting(_seen(actor).order_by("-sent_at")))


def _seen(actor: Actor) -> QuerySet[Scan]:
    check(actor, Verb.DEPOSIT)
    return Scan.objects.filter(house_id=actor.house_id)


def _waiting(rows: QuerySet[Scan]) -> Iterator[WaitingScan]:
    for row in rows.annotate(done=Count("recognised")).values(*COLUMNS, "done"):
        held: dict[str, Any] = row | {"pages": len(row["pages"])}
        yield WaitingScan(**held)
