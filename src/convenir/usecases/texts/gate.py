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
from convenir.usecases.texts.refusals import RuledElsewhere, RuledMeanwhile
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


def sent_again(last: Signed | None, seen: datetime | None, by: Actor, *, same: bool) -> bool:
    """Whether the person only sends her last decision again, the same form twice: there is nothing to write.

    Refuses to replace a decision that she had not under her eyes, be it her own, taken in another window.
    """
    if last is None or last.at == seen:
        return False
    if last.by == by.name and same:
        return True
    local = timezone.localtime(last.at)
    when = f"{day(local.date())} à {local.hour} h {local:%M}"
    raise RuledElsewhere(when=when) if last.by == by.name else RuledMeanwhile(by=last.by, when=when)
