"""The deposited texts that an actor may read, to choose among."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from convenir.access.conventions import seen_by
from convenir.access.roles import Actor, Verb, check
from convenir.core.terms import Document
from convenir.records.models import ReceivedText

SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A text: what it is, its title as read, its file, when it came, and the title of the dossier made from it."""

    pk: UUID
    document: Document
    title: str
    file_name: str
    received_at: datetime
    dossier: str


def library(actor: Actor) -> tuple[Shelved, ...]:
    """The texts of the actor's house and those of its dossiers, last first: two hundred at most, in one query."""
    check(actor, Verb.READ)
    rows = ReceivedText.objects.filter(
        Q(house_id=actor.house_id) | Q(convention__in=seen_by(actor)) | Q(attached_to__convention__in=seen_by(actor))
    ).order_by("-received_at", "begins_at")
    told = rows.values(
        "pk",
        "file_name",
        "received_at",
        document=F("reading__terms__terms__document"),
        title=F("reading__terms__terms__title"),
        dossier=F("convention__title"),
    )
    return tuple(_shelved(dict(row)) for row in told[:SHOWN])


def _shelved(row: dict[str, Any]) -> Shelved:
    """A stored reading leaves out what is as usual: a convention, without a title."""
    document, title, dossier = (row.pop(name) for name in ("document", "title", "dossier"))
    nature = Document(document) if document else Document.CONVENTION
    return Shelved(**row, document=nature, title=title or "", dossier=dossier or "")
