"""What clauses say: one file per chapter, one frozen type per clause, and the terms of a text as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar, cast

from convenir.core.terms.amendment import AmendmentClause, Annex, Severability, TitlePrecedence
from convenir.core.terms.disputes import Dispute
from convenir.core.terms.evaluation import Evaluation, Review
from convenir.core.terms.exchanges import (
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DataSharing,
    DisclosureRule,
    DpoOpinion,
    JointStudy,
    LegalCompliance,
    PeriodicDelivery,
    PersonalDataFlow,
    ProcessingRegister,
    SharedObservatory,
)
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.governance import (
    AdvisoryMembers,
    ChairRule,
    Committee,
    CommitteePowers,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    Referents,
    SecretariatRule,
)
from convenir.core.terms.information import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)
from convenir.core.terms.lifetime import Duration, Renewal
from convenir.core.terms.parties import DeliberationAct, Formalities, PartyClause, SignatureAuthority
from convenir.core.terms.plan import (
    ActionPlan,
    CaseCircuit,
    IndicatorRule,
    Means,
    Milestone,
    ReceptionNetwork,
    SharedDiagnosis,
)
from convenir.core.terms.scope import (
    Autonomy,
    Citation,
    HigherNorm,
    Nature,
    OrientationTarget,
    Purpose,
    RelatedInstrument,
    SharedObjectives,
    UnilateralProgramme,
)
from convenir.core.terms.termination import (
    AutomaticTermination,
    TerminationAtWill,
    TerminationEffects,
    TerminationForDefault,
    TerminationForIllegality,
    TerminationOnGround,
)

Term: TypeAlias = (
    PartyClause
    | SignatureAuthority
    | DeliberationAct
    | Formalities
    | Citation
    | RelatedInstrument
    | Nature
    | Purpose
    | SharedObjectives
    | OrientationTarget
    | UnilateralProgramme
    | Autonomy
    | HigherNorm
    | SharedDiagnosis
    | ActionPlan
    | Means
    | CaseCircuit
    | ReceptionNetwork
    | IndicatorRule
    | Milestone
    | FundingMaintenance
    | FundingContribution
    | Committee
    | AdvisoryMembers
    | MeetingCadence
    | ChairRule
    | SecretariatRule
    | MeetingSequence
    | DocumentCirculation
    | CommitteePowers
    | Referents
    | MutualInformation
    | PriorConsultation
    | SourceMention
    | Communication
    | Confidentiality
    | DataSharing
    | DataRequestGate
    | DpoOpinion
    | ProcessingRegister
    | DataRequestWorkflow
    | PeriodicDelivery
    | DisclosureRule
    | DataOwnership
    | LegalCompliance
    | JointStudy
    | SharedObservatory
    | PersonalDataFlow
    | Evaluation
    | Review
    | Duration
    | Renewal
    | TerminationAtWill
    | TerminationForDefault
    | TerminationForIllegality
    | AutomaticTermination
    | TerminationOnGround
    | TerminationEffects
    | AmendmentClause
    | Annex
    | Severability
    | TitlePrecedence
    | Dispute
)

# Who signs, on what ground, under which title, with which annexes: these bind to nothing by themselves.
FRAMING: tuple[type[Term], ...] = (
    PartyClause,
    SignatureAuthority,
    DeliberationAct,
    Formalities,
    Citation,
    RelatedInstrument,
    Nature,
    Purpose,
    Annex,
)

__all__ = [
    "FRAMING",
    "ActionPlan",
    "AdvisoryMembers",
    "AmendmentClause",
    "Annex",
    "AutomaticTermination",
    "Autonomy",
    "CaseCircuit",
    "ChairRule",
    "Citation",
    "Committee",
    "CommitteePowers",
    "Communication",
    "Confidentiality",
    "ConventionKind",
    "DataOwnership",
    "DataRequestGate",
    "DataRequestWorkflow",
    "DataSharing",
    "DeliberationAct",
    "DisclosureRule",
    "Dispute",
    "Document",
    "DocumentCirculation",
    "DpoOpinion",
    "Duration",
    "Evaluation",
    "Formalities",
    "FundingContribution",
    "FundingMaintenance",
    "HigherNorm",
    "IndicatorRule",
    "JointStudy",
    "LegalCompliance",
    "Means",
    "MeetingCadence",
    "MeetingSequence",
    "Milestone",
    "MutualInformation",
    "Nature",
    "OrientationTarget",
    "PartyClause",
    "PeriodicDelivery",
    "PersonalDataFlow",
    "PriorConsultation",
    "ProcessingRegister",
    "Purpose",
    "ReceptionNetwork",
    "Referents",
    "RelatedInstrument",
    "Renewal",
    "Review",
    "SecretariatRule",
    "Severability",
    "SharedDiagnosis",
    "SharedObjectives",
    "SharedObservatory",
    "SignatureAuthority",
    "SourceMention",
    "Term",
    "TerminationAtWill",
    "TerminationEffects",
    "TerminationForDefault",
    "TerminationForIllegality",
    "TerminationOnGround",
    "Terms",
    "TitlePrecedence",
    "UnilateralProgramme",
]

T = TypeVar("T", bound=Term)


class Document(StrEnum):
    """What the text is."""

    CONVENTION = "convention"
    TEMPLATE = "template"
    AMENDMENT = "amendment"
    DELIBERATION = "deliberation"
    CHARTER = "charter"
    OTHER = "other"


class ConventionKind(StrEnum):
    """What kind of convention it is, or speaks of."""

    CTG = "ctg"
    DEPARTMENTAL = "departmental"
    SECTORAL = "sectoral"


class Indexed:
    """Room for the clauses by type, which are no part of what a text states: neither compared nor written."""

    __slots__ = ("_by_type",)
    _by_type: dict[type, list[Term]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Indexed):
    """All that a text states, in the order of the text.

    `supplied` is true when the convention itself was read: a clause that is missing is then *silent*;
    otherwise (a report speaks of it) it is *unknown*. `draft`: the text is marked PROJET.
    """

    document: Document = Document.CONVENTION
    kind: ConventionKind = ConventionKind.SECTORAL
    title: str = ""
    draft: bool = False
    clauses: tuple[Term, ...] = ()

    @property
    def supplied(self) -> bool:
        """Whether the convention's own text was read."""
        return self.document in (Document.CONVENTION, Document.TEMPLATE)

    def every(self, kind: type[T]) -> Iterator[T]:
        """The clauses of that type, in the order of the text."""
        return iter(self._of(kind))

    def first(self, kind: type[T]) -> T | None:
        """The first clause of that type, if the text has one."""
        found = self._of(kind)
        return found[0] if found else None

    def _of(self, kind: type[T]) -> Sequence[T]:
        """The clauses of that type; they are sorted by type once, for the first question."""
        if not hasattr(self, "_by_type"):
            by_type: dict[type, list[Term]] = {}
            for clause in self.clauses:
                by_type.setdefault(type(clause), []).append(clause)
            object.__setattr__(self, "_by_type", by_type)
        return cast("Sequence[T]", self._by_type.get(kind, ()))
