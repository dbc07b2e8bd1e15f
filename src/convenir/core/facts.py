"""What happened, on a day: events, and the envelope that says when and by whom each was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from convenir.core.delays import Day
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.parties import ActKind
from convenir.core.terms.termination import Form


class Publication(StrEnum):
    """How an act was brought to the knowledge of the public."""

    ONLINE = "online"
    POSTED = "posted"
    PAPER = "paper"
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDescribed:
    """What the law asks to know of a party: inhabitants, and whether a small commune chose to post its acts."""

    party: str
    population: int | None = None
    publication_choice: Publication | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActAdopted:
    """The organ of a party decided (délibération, décision), or was only informed."""

    party: str
    act: ActKind = ActKind.DELIBERATION
    organ: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTransmitted:
    """The State's representative received the act of that party."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPublished:
    """The act of that party was published."""

    party: str
    manner: Publication | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A party signed. `signatory` is part of a name or capacity («directeur»); empty is all its signatories."""

    party: str
    signatory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """The date written in the act above the signatures, where it is not in the text («Fait à …, le …»)."""

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlanned:
    """A meeting of `body` is fixed for the day of the fact."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved:
    """The meeting of `body` fixed for `was` will be held on the day of the fact."""

    body: str
    was: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled:
    """The meeting of `body` fixed for the day of the fact will not be held."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld:
    """`body` met. `chair` and `secretary` are party keys, joined by «+» when shared; `present` counts by party."""

    body: str
    chair: str = ""
    secretary: str = ""
    present: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsSent:
    """The papers of a meeting of `body` were sent. `meeting_on` is that meeting; None is the next one."""

    body: str
    meeting_on: date | None = None
    sender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationDone:
    """An evaluation was finished: of which year, or the final one."""

    moment: Moment = Moment.YEARLY
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationPresented:
    """An evaluation was put before `body`, which also proves that it was done."""

    body: str
    moment: Moment = Moment.YEARLY
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDone:
    """A bilan was finished; `body` is where it was drawn up or presented."""

    moment: Moment = Moment.YEARLY
    year: int | None = None
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAdopted:
    """The plan of actions of `year` was adopted; None is the year of the fact."""

    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDelivered:
    """`party` delivered the data of `year`."""

    party: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexAttached:
    """The annex of that number was joined to the dossier."""

    annex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentMade:
    """A commitment, or a fiche action (`sheet`), with its own last day if it has one."""

    label: str
    until: date | None = None
    sheet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentClosed:
    """The commitment or fiche action of that label was kept, or given up: nothing more is owed."""

    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSent:
    """`party` sent a notice to leave."""

    party: str
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePresented:
    """The registered letter of `party` was first presented."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReceived:
    """The notice of `party` reached the other. `form` None is the form that the clause asks for.

    `effect_on` is the last day in force that the letter itself announces, when it gives a longer notice.
    """

    party: str
    form: Form | None = None
    effect_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalSigned:
    """`party` signed an act of renewal; `until` is its last day, None where it states none."""

    party: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The fact of that id was wrong. The past answer, as known before, stays as it was."""

    fact: str
    reason: str = ""


Event: TypeAlias = (
    PartyDescribed
    | ActAdopted
    | ActTransmitted
    | ActPublished
    | Signed
    | StatedDate
    | MeetingPlanned
    | MeetingMoved
    | MeetingCancelled
    | MeetingHeld
    | DocumentsSent
    | EvaluationDone
    | EvaluationPresented
    | ReviewDone
    | PlanAdopted
    | DataDelivered
    | AnnexAttached
    | CommitmentMade
    | CommitmentClosed
    | NoticeSent
    | NoticePresented
    | NoticeReceived
    | RenewalSigned
    | Cancelled
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An event, the day it happened and the day it was recorded: two clocks.

    `on` may be imprecise («mars 2008»). `assumed`: inferred from the text, nobody recorded it.
    """

    id: str
    on: Day
    recorded_on: date
    event: Event
    recorded_by: str = ""
    evidence: str = ""
    note: str = ""
    assumed: bool = False


def known_on(facts: Sequence[Fact], known: date) -> tuple[Fact, ...]:
    """The facts recorded by that day and not cancelled by that day, in the order they happened."""
    recorded = [fact for fact in facts if fact.recorded_on <= known]
    cancelled = {fact.event.fact for fact in recorded if isinstance(fact.event, Cancelled)}
    kept = [f for f in recorded if f.id not in cancelled and not isinstance(f.event, Cancelled)]
    return tuple(sorted(kept, key=_order))


def _order(fact: Fact) -> tuple[date, date, str, str]:
    """Two facts recorded in any order give the same answer."""
    day = fact.on if isinstance(fact.on, date) else fact.on.earliest
    return (day, fact.recorded_on, type(fact.event).__name__, fact.id)
