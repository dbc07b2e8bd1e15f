"""Letters that give notice: which facts belong to each, and the day on which it is deemed received."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from convenir.core.delays import after, earliest
from convenir.core.facts import (
    Fact,
    NoticeOffered,
    NoticePresented,
    NoticeReceived,
    NoticeRefused,
    NoticeReturned,
    NoticeSent,
    NoticeWithdrawn,
)
from convenir.core.law import (
    CLAIM_WINDOW,
    ELECTRONIC_LETTER,
    NOTICE_OF_PASSAGE,
    REGISTERED_LETTER,
    UNDATED_ACKNOWLEDGEMENT,
)
from convenir.core.source import Reference
from convenir.core.terms.termination import Form

E = TypeVar("E")
LetterEvent: TypeAlias = (
    NoticeSent | NoticePresented | NoticeOffered | NoticeReceived | NoticeRefused | NoticeReturned | NoticeWithdrawn
)
# The steps of a letter, in the order in which two of the same day are read.
STAGES: dict[type, str] = {
    NoticeSent: "sent",
    NoticePresented: "presented",
    NoticeOffered: "offered",
    NoticeReceived: "received",
    NoticeRefused: "refused",
    NoticeReturned: "returned",
    NoticeWithdrawn: "withdrawn",
}
ELECTRONIC = frozenset({Form.ELECTRONIC_REGISTERED_LETTER, Form.EMAIL})


class Proof(StrEnum):
    """How the reception of a letter is known; from `AWAITED` on, why it is not."""

    HANDED_OVER = "handed_over"
    REFUSED = "refused"
    UNCOLLECTED = "uncollected"
    UNCLAIMED = "unclaimed"
    UNDATED = "undated"
    AWAITED = "awaited"
    NO_PASSAGE = "no_passage"
    RETURNED_EARLY = "returned_early"
    UNQUALIFIED = "unqualified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[E]):
    """What happened to a letter, on which day, by which fact."""

    on: date
    event: E
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter of `party`, with each step that is recorded of it."""

    party: str
    sent: Step[NoticeSent] | None = None
    presented: Step[NoticePresented] | None = None
    offered: Step[NoticeOffered] | None = None
    received: Step[NoticeReceived] | None = None
    refused: Step[NoticeRefused] | None = None
    returned: Step[NoticeReturned] | None = None
    withdrawn: Step[NoticeWithdrawn] | None = None

    @property
    def begun_on(self) -> date:
        """The day of its first step."""
        steps: list[Step[Any] | None] = [getattr(self, name) for name in STAGES.values()]
        return min(step.on for step in steps if step is not None)

    @property
    def shown(self) -> Step[NoticePresented] | Step[NoticeOffered] | None:
        """The day on which the addressee was told that the letter awaits: visit of the postman, or e-mail."""
        return self.presented or self.offered

    @property
    def collectable_until(self) -> date | None:
        """The last day to collect or accept it, fifteen days after being told of it; None: no such time runs.

        An e-mail that a service announces without being qualified opens no such time.
        """
        if self.shown is None or self.form is Form.EMAIL:
            return None
        return after(self.shown.on, CLAIM_WINDOW)

    @property
    def pending(self) -> bool:
        """Whether nothing tells yet what became of the letter."""
        return self.received is None and self.refused is None and self.returned is None

    @property
    def stated_on(self) -> date | None:
        """The last day in force that the letter itself announces."""
        return None if self.received is None else self.received.event.effect_on

    @property
    def form(self) -> Form | None:
        """How it was sent: what the provider or the postman shows, else what is recorded; None: not known.

        A service that is not qualified only sends e-mails (CPCE, art. L. 100).
        """
        if self.offered is not None:
            return Form.ELECTRONIC_REGISTERED_LETTER if self.offered.event.qualified else Form.EMAIL
        if self.presented is not None:
            return Form.REGISTERED_LETTER
        told = (step.event.form for step in (self.received, self.sent) if step is not None)
        return next((form for form in told if form is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """The day on which a letter is deemed received (None: it is not), how that is known, and by which facts.

    `law` is the rule of general law that gives or refuses this day; a letter handed over needs none.
    """

    on: date | None
    proof: Proof
    facts: tuple[str, ...] = ()
    law: Reference | None = None


def letters(facts: Sequence[Fact]) -> tuple[Letter, ...]:
    """The letters that facts show, in the order of their first step.

    A sending always begins a letter; any other step belongs to the last letter of its party that awaits it, else
    begins one. A withdrawal is that of every letter of the party begun by that day.
    """
    told = sorted((fact for fact in facts if type(fact.event) in STAGES), key=_order)
    found: list[Letter] = []
    for fact in told:
        event: Any = fact.event
        step = Step(on=earliest(fact.on), event=event, fact=fact.id)
        if isinstance(event, NoticeWithdrawn):
            found = [_withdrawn(letter, step) for letter in found]
        else:
            _place(found, step)
    return tuple(found)


def reception(letter: Letter) -> Reception:
    """The day on which that letter is deemed received, by analogy with the notification of administrative decisions.

    It is the day of hand-over or of refusal; of a letter never collected, the day on which the addressee was told
    of it, once the time to collect it is over; of an acknowledgement that came back undated, the postmark of return.
    """
    if letter.received is not None:
        return Reception(on=letter.received.on, proof=Proof.HANDED_OVER, facts=(letter.received.fact,))
    if letter.refused is not None:
        facts = (letter.refused.fact,)
        return Reception(on=letter.refused.on, proof=Proof.REFUSED, facts=facts, law=REGISTERED_LETTER)
    if letter.offered is not None and not letter.offered.event.qualified:
        facts = (letter.offered.fact,)
        return Reception(on=None, proof=Proof.UNQUALIFIED, facts=facts, law=ELECTRONIC_LETTER)
    if letter.returned is None:
        return Reception(on=None, proof=Proof.AWAITED)
    if letter.returned.event.delivered:
        facts = (letter.returned.fact,)
        return Reception(on=letter.returned.on, proof=Proof.UNDATED, facts=facts, law=UNDATED_ACKNOWLEDGEMENT)
    return _uncollected(letter, letter.returned)


def _uncollected(letter: Letter, returned: Step[NoticeReturned]) -> Reception:
    """The reception of a letter that came back as it left."""
    shown, until = letter.shown, letter.collectable_until
    if shown is None or until is None:
        return Reception(on=None, proof=Proof.NO_PASSAGE, facts=(returned.fact,), law=NOTICE_OF_PASSAGE)
    facts = (shown.fact, returned.fact)
    law = REGISTERED_LETTER if letter.offered is None else ELECTRONIC_LETTER
    if returned.on <= until:
        return Reception(on=None, proof=Proof.RETURNED_EARLY, facts=facts, law=law)
    if letter.offered is not None:
        return Reception(on=shown.on, proof=Proof.UNCLAIMED, facts=facts, law=law)
    if letter.presented is not None and letter.presented.event.passage_left:
        return Reception(on=shown.on, proof=Proof.UNCOLLECTED, facts=facts, law=law)
    return Reception(on=None, proof=Proof.NO_PASSAGE, facts=facts, law=NOTICE_OF_PASSAGE)


def _order(fact: Fact) -> tuple[date, int]:
    return earliest(fact.on), list(STAGES).index(type(fact.event))


def _place(found: list[Letter], step: Step[Any]) -> None:
    """Adds the step to the letter that awaits it, or to a new one."""
    party, name = step.event.party, STAGES[type(step.event)]
    for number in reversed(range(len(found))):
        if found[number].party == party and _awaits(found[number], step.event):
            found[number] = _with(found[number], name, step)
            return
    found.append(_with(Letter(party=party), name, step))


def _with(letter: Letter, name: str, step: Step[Any]) -> Letter:
    told: dict[str, Any] = {name: step}
    return replace(letter, **told)


def _awaits(letter: Letter, event: LetterEvent) -> bool:
    """Whether that event may be the next step of that letter.

    A refusal after the reception, a return after a refusal change nothing to the letter.
    """
    match event:
        case NoticePresented():
            return letter.pending and letter.shown is None and letter.form not in ELECTRONIC
        case NoticeOffered():
            return letter.pending and letter.shown is None and letter.form in ELECTRONIC | {None}
        case NoticeReceived(form=form):
            return letter.pending and (form is None or letter.form is None or _same(form, letter))
        case NoticeRefused() | NoticeReturned(delivered=True):
            return letter.refused is None and letter.returned is None
        case NoticeReturned():
            return letter.received is None and letter.returned is None
        case _:
            return False


def _same(form: Form, letter: Letter) -> bool:
    """Whether a letter received in that form may be that one; a service is often called what it is not."""
    return form is letter.form or (letter.offered is not None and form in ELECTRONIC)


def _withdrawn(letter: Letter, step: Step[NoticeWithdrawn]) -> Letter:
    """The letter as its party withdraws it, unless it had before."""
    if letter.party != step.event.party or letter.withdrawn is not None:
        return letter
    return replace(letter, withdrawn=step)
