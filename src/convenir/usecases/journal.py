"""The line that each change leaves."""

from dataclasses import dataclass
from datetime import datetime

from convenir.access.roles import Actor
from convenir.records.models import Convention, JournalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done: a verb as a code, and the name of what it changed."""

    verb: str
    detail: str


def log(done: Done, *, convention: Convention | None, by: Actor, at: datetime) -> None:
    """Writes the line, signed by the person; on the dossier, if there is one."""
    JournalRow.objects.create(
        convention=convention, house_id=by.house_id, verb=done.verb, detail=done.detail[:300], by=by.name, at=at
    )
