"""What a move is, and the scene on which it is looked for: text, facts, life, day, holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from convenir.core.assumptions import Assumption
from convenir.core.conclusion import SOME_PARTY
from convenir.core.ending.breaches import Breach
from convenir.core.ending.notices import ACCEPTED
from convenir.core.facts import Event, Fact, known_on
from convenir.core.life import Life, life
from convenir.core.source import Reference, Source
from convenir.core.terms import Terms
from convenir.core.terms.termination import Form
from convenir.core.workdays import Calendar

DAY = timedelta(days=1)


class MoveKind(StrEnum):
    """What there is to choose."""

    SIGN = "sign"
    LEAVE = "leave"
    SERVE_AGAIN = "serve_again"
    WITHDRAW_NOTICE = "withdraw_notice"
    REFUSE_RENEWAL = "refuse_renewal"
    GIVE_FORMAL_NOTICE = "give_formal_notice"
    CURE = "cure"
    DECLARE = "declare"
    AGREE_END = "agree_end"
    AMEND = "amend"
    RENEW = "renew"
    NEW_CONVENTION = "new_convention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A possibility of `party`, as it stands on the day asked.

    `subject` names the breach, the change, the ground or the avenant that it is about. `form` is what the clause asks
    for (None: any form that can be proved), `forms` what satisfies it. `agreement_of` are the parties that must join.
    `opens_on` is the first day on which it is lawful, where it is not always; `last_useful_on` the last day on which
    it is useful (for a notice, of its reception), `last_effect_on` the last day in force that it then makes; `safe_on`
    the day to aim at so that no reading makes it too late (or, for a declaration, too early). `effect_on` is the last
    day in force if it is done on the day asked, `leaves_until` the last day that it leaves to the other party. `useful`
    is false when it would change nothing. `events` is what to record if it is done on the day asked; empty where the
    parties still have something to choose.
    """

    kind: MoveKind
    party: str
    useful: bool
    subject: str = ""
    form: Form | None = None
    forms: tuple[Form, ...] = ()
    agreement_of: tuple[str, ...] = ()
    opens_on: date | None = None
    last_useful_on: date | None = None
    safe_on: date | None = None
    last_effect_on: date | None = None
    effect_on: date | None = None
    leaves_until: date | None = None
    because: tuple[Source, ...] = ()
    laws: tuple[Reference, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    events: tuple[Event, ...] = ()


class Shift(NamedTuple):
    """Whether the last day in force moves, and to which day (None: it does not, or nothing ends it any more)."""

    moved: bool
    end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The question. `original` is the text as signed, `text` the one in force on the day `on`."""

    original: Terms
    text: Terms
    facts: tuple[Fact, ...]
    lived: Life
    parties: tuple[str, ...]
    breaches: tuple[Breach, ...]
    on: date
    calendar: Calendar

    def others(self, party: str) -> tuple[str, ...]:
        """The parties that are known, but that one."""
        return tuple(key for key in self.parties if key not in (party, SOME_PARTY))

    def done(self, events: Sequence[Event]) -> Life:
        """The life if those events happen on the day asked."""
        added = (
            Fact(id=f"move-{number}", on=self.on, recorded_on=self.on, event=event)
            for number, event in enumerate(events, start=1)
        )
        return life(self.original, known_on((*self.facts, *added), date.max), self.calendar)

    def shift(self, events: Sequence[Event]) -> Shift:
        """What those events do to the last day in force."""
        end = self.done(events).last_day
        return Shift(moved=end != self.lived.last_day, end=None if end == self.lived.last_day else end)


def forms_for(asked: Form | None) -> tuple[Form, ...]:
    """The forms that satisfy a clause, in the order of the enumeration; none is asked: any that can be proved."""
    accepted = frozenset(Form) - {Form.NONE} if asked is None else ACCEPTED[asked]
    return tuple(form for form in Form if form in accepted)
