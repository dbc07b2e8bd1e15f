"""One duty of the agenda: what, who, by when, in which state, because of which words."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from convenir.core.assumptions import Assumption
from convenir.core.findings import Finding
from convenir.core.force import Force
from convenir.core.source import Reference, Source


class Duty(StrEnum):
    """What there is to do."""

    MEETING = "meeting"
    PLANNED_MEETING = "planned_meeting"
    PREPARATORY_MEETING = "preparatory_meeting"
    DOCUMENTS = "documents"
    EVALUATION = "evaluation"
    EVALUATION_PRESENTED = "evaluation_presented"
    REVIEW = "review"
    FINAL_EVALUATION = "final_evaluation"
    FINAL_REVIEW = "final_review"
    DELIVERY = "delivery"
    PLAN = "plan"
    ANNEX = "annex"
    DIAGNOSIS = "diagnosis"
    BODY_CREATION = "body_creation"
    PRIORITIES = "priorities"
    REFERENT = "referent"
    SIGNATURE = "signature"
    RENEWAL_DECISION = "renewal_decision"
    DENUNCIATION = "denunciation"
    LAST_NOTICE = "last_notice"
    CURE = "cure"
    COMMITMENT = "commitment"
    MILESTONE = "milestone"
    INFORMATION = "information"
    CONSULTATION = "consultation"
    CIRCUIT = "circuit"
    RECEPTION = "reception"
    OBSERVATORY = "observatory"
    CONFIDENTIALITY = "confidentiality"
    ALLOCATION = "allocation"
    CONTRIBUTION = "contribution"
    AMENDMENT = "amendment"
    AMENDMENT_SIGNATURE = "amendment_signature"
    SUCCESSION = "succession"
    INSTRUMENT_UPDATE = "instrument_update"
    AMICABLE_ATTEMPT = "amicable_attempt"
    THIRD_PARTY_ACTION = "third_party_action"
    REQUEST_STUDY = "request_study"
    REQUEST_OPINION = "request_opinion"
    REQUEST_REPLY = "request_reply"
    REGISTER_ENTRY = "register_entry"
    PERSON_REMOVAL = "person_removal"


class State(StrEnum):
    """Where a duty stands on a day.

    `open`: undated, or not open yet, never late. `due`: the day has not passed. `late`: it has, and the duty can
    still be done. `missed`: its period is over. `reason_required`: qualified duty not done, or a day that has passed
    without a word of what came of it.
    """

    OPEN = "open"
    DUE = "due"
    LATE = "late"
    MISSED = "missed"
    DONE = "done"
    REASON_REQUIRED = "reason_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty computed from a clause.

    `key` is stable from one day to the next («meeting:copil:2024:1»). `subject` is a body key, an annex
    number, a label. `period` is a year («2024»), a quarter («2024-T3»), or a day: that of the meeting it prepares,
    that of the renewal which it prevents.
    `rank` of `total` numbers the meetings of a period. `who` holds party or body keys, empty where nobody
    can be named. `advice_on` is the working day to aim at when `due_on` is not one. `opens_on` is the first day
    on which an undated duty exists. `optional`: a possibility, not a duty (last day to give notice). `planned_on`:
    for a meeting owed, the day fixed for it, still to come; its appointment is a line of its own. `because`
    are the words of the text, `laws` the rules of general law, on which it rests.
    """

    key: str
    duty: Duty
    subject: str
    who: tuple[str, ...]
    state: State
    due_on: date | None = None
    advice_on: date | None = None
    opens_on: date | None = None
    done_on: date | None = None
    planned_on: date | None = None
    period: str = ""
    rank: int = 1
    total: int = 1
    optional: bool = False
    because: tuple[Source, ...]
    laws: tuple[Reference, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def days_late(self) -> int:
        """By how many days it was done after its day; 0 in time or not done."""
        if self.done_on is None or self.due_on is None:
            return 0
        return max(0, (self.done_on - self.due_on).days)


def state_on(on: date, *, due_on: date | None, done_on: date | None) -> State:
    """The state that its dates give to a duty on that day (not for periods that are over)."""
    if done_on is not None and done_on <= on:
        return State.DONE
    if due_on is None:
        return State.OPEN
    return State.LATE if on > due_on else State.DUE


# How a duty that is past its day stands, where its words do not bind firmly.
PAST: dict[Force, State] = {Force.QUALIFIED: State.REASON_REQUIRED, Force.SOFT: State.OPEN}


def tempered(duty: Obligation, force: Force) -> Obligation:
    """The duty as far as its clause binds: a qualified one asks for a reason once its day is past, an aim never fails.

    >>> from convenir.core.source import Source
    >>> ground = (Source(text="convention", article="9"),)
    >>> late = Obligation(key="plan", duty=Duty.PLAN, subject="", who=(), state=State.LATE, because=ground)
    >>> [tempered(late, force).state.value for force in Force]
    ['late', 'reason_required', 'open']
    """
    if duty.state not in (State.LATE, State.MISSED) or force not in PAST:
        return duty
    return replace(duty, state=PAST[force])
