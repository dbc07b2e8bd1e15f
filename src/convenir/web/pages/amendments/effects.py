"""What the changes kept would do to the life of the convention and to its deadlines, if all parties sign that day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.facts import Event, Fact, Signed
from convenir.core.obligation import Obligation
from convenir.core.supposition import Change, Question, suppose
from convenir.usecases.amendments import Proposal
from convenir.usecases.facts import recorded
from convenir.web.ui.shapes import Cell, Column, Effect, Table
from convenir.web.ui.states import STATUS_MARKS
from convenir.writer.french_dates import short_day
from convenir.writer.words import obligation_sentence, status_sentence

MOST = 8
CAPTION = "Les échéances qui changent."
MORE = "Les autres échéances qui changent."


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """The status before and after on the day `on`, and the deadlines that move: the first ones, then all the others."""

    on: date
    status: list[Effect]
    deadlines: Table | None
    more: Table | None

    @property
    def more_title(self) -> str:
        """How many of them are folded."""
        count = len(self.more.rows) if self.more else 0
        return f"Et {count} autres échéances" if count > 1 else "Et une autre échéance"


def effects(found: Proposal, kept: set[str], effective_on: date | None, today: date) -> Effects:
    """The answers with the avenant signed by all, against those without, on the first day of its effect."""
    dossier, on = found.dossier, max(today, effective_on or today)
    event = found.event(kept, effective_on)
    asked = Question(on=on, known=max(today, dossier.known), calendar=dossier.calendar)
    done = suppose(dossier.terms, found.known.facts, list(_supposed(found, event, today)), asked)
    was = status_sentence(done.before.standing, found.known.terms, on)
    becomes = status_sentence(done.after.standing, found.known.terms, on)
    mark = STATUS_MARKS[done.after.standing.status]
    status = Effect(state=mark, before="" if was == becomes else was, text=becomes)
    rows = [_row(change, found) for change in done.changes]
    first, others = _table(CAPTION, rows[:MOST]), _table(MORE, rows[MOST:])
    return Effects(on=on, status=[status], deadlines=first, more=others)


def _supposed(found: Proposal, event: Event, today: date) -> Iterator[Fact]:
    """The proposal, then the signature of every party, of which the avenant may bring in some."""
    proposed = Fact(id="suppose", on=today, recorded_on=today, event=event)
    yield proposed
    with_it = recorded(replace(found.dossier, facts=(*found.dossier.facts, proposed)), today)
    for party in with_it.parties:
        signed = Signed(party=party, amendment=found.amendment)
        yield Fact(id=f"suppose-{party}", on=today, recorded_on=today, event=signed)


def _table(caption: str, rows: list[list[Cell]]) -> Table | None:
    columns = [Column(text=words) for words in ("Échéance", "Aujourd’hui", "Avec l’avenant")]
    return Table(caption=caption, columns=columns, rows=rows) if rows else None


def _row(change: Change, found: Proposal) -> list[Cell]:
    duty = change.after or change.before
    said = obligation_sentence(duty, found.known.terms) if duty else ""
    return [Cell(text=said), _day(change.before), _day(change.after)]


def _day(duty: Obligation | None) -> Cell:
    if duty is None:
        return Cell(text="aucune", quiet=True)
    return Cell(text=short_day(duty.due_on) if duty.due_on else "sans date")
