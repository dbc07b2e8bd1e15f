"""The deposits of a house that wait for a dossier: how far each review is, by whom and when, and those set aside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from convenir.access.deposited import Decision
from convenir.access.given import gave_facts
from convenir.access.roles import Actor
from convenir.records.models import ReceivedText, Rereading, SetAside, TermRuling

SHOWN = 50
# How many clauses a stored reading holds; the list is left out where there is none.
CLAUSES = Func(F("reading__terms__terms__clauses"), function="jsonb_array_length", output_field=IntegerField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A text that has no dossier yet: how many of its terms were decided upon, and who decided last, if anybody."""

    pk: UUID
    file_name: str
    received_at: datetime
    received_by: str
    ruled: int
    terms: int
    last_by: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Who set a deposit aside, and when."""

    by: str
    at: datetime


def waiting_count(actor: Actor) -> int:
    """How many deposits of the actor's house gave neither a dossier nor a fact, those set aside left out."""
    return _without_dossier(actor, aside=False).count()


def waiting(actor: Actor, *, aside: bool = False) -> tuple[Waiting, ...]:
    """The deposits of the actor's house that gave neither a dossier nor a fact, last first: fifty, in one query.

    Either those that wait, or those that somebody set `aside`.
    """
    again = Rereading.objects.filter(text=OuterRef("pk")).order_by("-pk")
    last = TermRuling.objects.filter(text=OuterRef("pk")).order_by("-pk")
    counts = Q(rulings__rereading=F("now")) | Q(rulings__rereading=None, now=None)
    added = counts & Q(rulings__decision=Decision.ADDED.value)
    rows = (
        _without_dossier(actor, aside=aside)
        .annotate(
            now=Subquery(again.values("pk")[:1]),
            read=Coalesce(Subquery(again.values(count=CLAUSES)[:1]), CLAUSES, 0),
            last_by=Coalesce(Subquery(last.values("by")[:1]), "received_by"),
            last_at=Subquery(last.values("at")[:1]),
        )
        .annotate(
            ruled=Count("rulings__index", distinct=True, filter=counts),
            added=Count("rulings__index", distinct=True, filter=added),
        )
        .order_by("-received_at")
    )
    names = ("pk", "file_name", "received_at", "received_by", "ruled", "last_by", "last_at", "read", "added")
    return tuple(_waiting(row) for row in rows.values(*names)[:SHOWN])


def set_aside_by(text: UUID) -> Aside | None:
    """Who set that deposit aside, None where it waits for its review; `text` is its main act."""
    last = SetAside.objects.filter(text=text).order_by("pk").last()
    return Aside(by=last.by, at=last.at) if last and last.aside else None


def _without_dossier(actor: Actor, *, aside: bool) -> QuerySet[ReceivedText]:
    last = SetAside.objects.filter(text=OuterRef("pk")).order_by("-pk")
    texts = ReceivedText.objects.annotate(aside=Coalesce(Subquery(last.values("aside")[:1]), False)).filter(
        house_id=actor.house_id, convention=None, attached_to=None, aside=aside
    )
    return texts.exclude(gave_facts(OuterRef("pk")))


def _waiting(row: dict[str, Any]) -> Waiting:
    read, added = row.pop("read"), row.pop("added")
    return Waiting(**row, terms=read + added)
