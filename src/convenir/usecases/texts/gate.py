"""What every decision on a text begins with: the door, the text still open, and one person at a time."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import connection
from django.utils import timezone

from convenir.access.deposited import DepositedText
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text
from convenir.usecases.refusals import AlreadyConfirmed
from convenir.usecases.texts.refusals import RuledMeanwhile
from convenir.writer.french_dates import day


class Signed(Protocol):
    """A decision, by whom and when."""

    @property
    def by(self) -> str: ...

    @property
    def at(self) -> datetime: ...


def opened(by: Actor, pk: UUID) -> DepositedText:
    """The text that the actor may rule upon; two persons decide on it one after the other."""
    text(by, pk, to=Verb.CONFIRM)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(pk)])
    found = text(by, pk, to=Verb.CONFIRM)
    if found.convention:
        raise AlreadyConfirmed()
    return found


def refuse_unseen(last: Signed | None, seen: datetime | None, by: Actor) -> None:
    """Refuses to replace a decision of somebody else that the person had not under her eyes."""
    if last is None or last.by == by.name or last.at == seen:
        return
    when = timezone.localtime(last.at)
    raise RuledMeanwhile(by=last.by, when=f"{day(when.date())} à {when:%H h %M}")
