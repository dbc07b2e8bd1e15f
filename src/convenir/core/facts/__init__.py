"""What happened, on a day: events by chapter, and the envelope that says when and by whom each was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from convenir.core.delays import Day
from convenir.core.facts.amendment import (
    AmendmentProposed,
    AnnexAttached,
    ChangeObserved,
    InstitutionChanged,
    ListCompleted,
    Listing,
)
from convenir.core.facts.disputes import (
    AppealDecided,
    AppealLodged,
    ClauseContradicted,
    DisputeArisen,
    JudgmentGiven,
    JudgmentNotified,
)
from convenir.core.facts.evaluation import (
    EvaluationDone,
    EvaluationLaunched,
    EvaluationPresented,
    EvaluationStageValidated,
    ReviewDone,
)
from convenir.core.facts.exchanges import (
    ConsentGiven,
    ConsentWithdrawn,
    DataDelivered,
    DataReleased,
    DataRequested,
    DpoOpinionGiven,
    ImpactAssessed,
    ObservatorySetUp,
    OnwardReleased,
    PersonRemoved,
    RegisterEntered,
    RequestAnswered,
    StudyDone,
)
from convenir.core.facts.funding import ContributionPaid, FundingAllocated, SectoralContractEnded
from convenir.core.facts.governance import (
    DecisionTaken,
    DocumentsSent,
    ExpertInvited,
    MeetingCancelled,
    MeetingHeld,
    MeetingMoved,
    MeetingPlanned,
    MemberAppointed,
    MemberLeft,
    ReferentNamed,
)
from convenir.core.facts.information import (
    ChangeAnnounced,
    CommunicationApproved,
    CommunicationPublished,
    ConsultationHeld,
    DocumentIssued,
    InformationGiven,
    StudyLaunched,
)
from convenir.core.facts.lifetime import Performed, RenewalSigned, SuccessorConcluded
from convenir.core.facts.parties import (
    ActAdopted,
    ActPublished,
    ActTransmitted,
    BoardDecisionCommunicated,
    CompetenceTransferred,
    ConclusionPublicised,
    MandateShown,
    OriginalHandedOver,
    PartyDescribed,
    PartySucceeded,
    Publication,
    SignatoryChanged,
    Signed,
    StatedDate,
)
from convenir.core.facts.plan import (
    CircuitDefined,
    CommitmentClosed,
    CommitmentMade,
    DiagnosisShared,
    IndicatorValued,
    MilestoneReached,
    PlanAdopted,
    ReceptionOrganised,
)
from convenir.core.facts.termination import (
    BreachCured,
    BreachRecorded,
    FormalNoticePresented,
    FormalNoticeRenounced,
    FormalNoticeSent,
    NoticeOffered,
    NoticePresented,
    NoticeReceived,
    NoticeRefused,
    NoticeReturned,
    NoticeSent,
    NoticeWithdrawn,
    TerminationAgreed,
    TerminationDeclared,
)

__all__ = [
    "ActAdopted",
    "ActPublished",
    "ActTransmitted",
    "AmendmentProposed",
    "AnnexAttached",
    "AppealDecided",
    "AppealLodged",
    "BoardDecisionCommunicated",
    "BreachCured",
    "BreachRecorded",
    "Cancelled",
    "ChangeAnnounced",
    "ChangeObserved",
    "CircuitDefined",
    "ClauseContradicted",
    "CommitmentClosed",
    "CommitmentMade",
    "CommunicationApproved",
    "CommunicationPublished",
    "CompetenceTransferred",
    "ConclusionPublicised",
    "ConsentGiven",
    "ConsentWithdrawn",
    "ConsultationHeld",
    "ContributionPaid",
    "DataDelivered",
    "DataReleased",
    "DataRequested",
    "DecisionTaken",
    "DiagnosisShared",
    "DisputeArisen",
    "DocumentIssued",
    "DocumentsSent",
    "DpoOpinionGiven",
    "EvaluationDone",
    "EvaluationLaunched",
    "EvaluationPresented",
    "EvaluationStageValidated",
    "Event",
    "ExpertInvited",
    "Fact",
    "FormalNoticePresented",
    "FormalNoticeRenounced",
    "FormalNoticeSent",
    "FundingAllocated",
    "ImpactAssessed",
    "IndicatorValued",
    "InformationGiven",
    "InstitutionChanged",
    "JudgmentGiven",
    "JudgmentNotified",
    "ListCompleted",
    "Listing",
    "MandateShown",
    "MeetingCancelled",
    "MeetingHeld",
    "MeetingMoved",
    "MeetingPlanned",
    "MemberAppointed",
    "MemberLeft",
    "MilestoneReached",
    "NoticeOffered",
    "NoticePresented",
    "NoticeReceived",
    "NoticeRefused",
    "NoticeReturned",
    "NoticeSent",
    "NoticeWithdrawn",
    "ObservatorySetUp",
    "OnwardReleased",
    "OriginalHandedOver",
    "PartyDescribed",
    "PartySucceeded",
    "Performed",
    "PersonRemoved",
    "PlanAdopted",
    "Publication",
    "ReferentNamed",
    "ReceptionOrganised",
    "RegisterEntered",
    "RenewalSigned",
    "RequestAnswered",
    "ReviewDone",
    "SectoralContractEnded",
    "SignatoryChanged",
    "Signed",
    "StatedDate",
    "StudyDone",
    "StudyLaunched",
    "SuccessorConcluded",
    "TerminationAgreed",
    "TerminationDeclared",
    "known_on",
]


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
    | BoardDecisionCommunicated
    | Signed
    | MandateShown
    | SignatoryChanged
    | StatedDate
    | OriginalHandedOver
    | ConclusionPublicised
    | PartySucceeded
    | CompetenceTransferred
    | PlanAdopted
    | CommitmentMade
    | CommitmentClosed
    | DiagnosisShared
    | CircuitDefined
    | ReceptionOrganised
    | MilestoneReached
    | IndicatorValued
    | SectoralContractEnded
    | FundingAllocated
    | ContributionPaid
    | MeetingPlanned
    | MeetingMoved
    | MeetingCancelled
    | MeetingHeld
    | DocumentsSent
    | MemberAppointed
    | MemberLeft
    | ExpertInvited
    | DecisionTaken
    | ReferentNamed
    | InformationGiven
    | ChangeAnnounced
    | ConsultationHeld
    | StudyLaunched
    | CommunicationApproved
    | CommunicationPublished
    | DocumentIssued
    | DataRequested
    | RequestAnswered
    | StudyDone
    | DpoOpinionGiven
    | RegisterEntered
    | ImpactAssessed
    | DataReleased
    | DataDelivered
    | ConsentGiven
    | ConsentWithdrawn
    | PersonRemoved
    | OnwardReleased
    | ObservatorySetUp
    | EvaluationDone
    | EvaluationPresented
    | EvaluationStageValidated
    | EvaluationLaunched
    | ReviewDone
    | RenewalSigned
    | Performed
    | SuccessorConcluded
    | NoticeSent
    | NoticePresented
    | NoticeReceived
    | NoticeRefused
    | NoticeReturned
    | NoticeOffered
    | NoticeWithdrawn
    | BreachRecorded
    | FormalNoticeSent
    | FormalNoticePresented
    | FormalNoticeRenounced
    | BreachCured
    | TerminationDeclared
    | TerminationAgreed
    | AmendmentProposed
    | AnnexAttached
    | ListCompleted
    | ChangeObserved
    | InstitutionChanged
    | DisputeArisen
    | JudgmentGiven
    | JudgmentNotified
    | AppealLodged
    | AppealDecided
    | ClauseContradicted
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
