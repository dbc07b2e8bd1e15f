"""A review that nobody goes on with: set aside, with all that was decided, until somebody takes it up again."""

from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.roles import Actor
from convenir.access.waiting import set_aside_by
from convenir.records.models import SetAside
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened


def set_aside(pk: UUID, *, by: Actor, at: datetime) -> None:
    """Takes the deposit of that text out of those that wait; refused once it has made a dossier."""
    _change(pk, aside=True, by=by, at=at)


def take_up(pk: UUID, *, by: Actor, at: datetime) -> None:
    """Puts it back among them."""
    _change(pk, aside=False, by=by, at=at)


def _change(pk: UUID, *, aside: bool, by: Actor, at: datetime) -> None:
    with acting_as(by):
        found = opened(by, pk)
        main = found.main or found.pk
        if aside == (set_aside_by(main) is not None):
            return
        SetAside.objects.create(text_id=main, aside=aside, by=by.name, at=at)
        log(Done(verb="set_aside" if aside else "take_up", detail=found.file_name), convention=None, by=by, at=at)
