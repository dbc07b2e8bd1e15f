"""Facts about the text: avenants, annexes, lists read after all, changes made without an avenant."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from convenir.core.changes import Change
from convenir.core.terms.funding import FundingContribution, FundingMaintenance

Listing: TypeAlias = FundingMaintenance | FundingContribution


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentProposed:
    """The text of an avenant, by its name («avenant-1»): what it changes.

    `effective_on` is the first day that the avenant itself gives to its changes; None is its last signature.
    """

    amendment: str
    changes: tuple[Change, ...] = ()
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexAttached:
    """The annex of that number was joined to the dossier; `adopted_by` are the parties that adopted it in writing."""

    annex: str
    adopted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCompleted:
    """The list that the signed text bears was not read, or was read wrong; `reason` says which.

    `clauses` are those that bear it, each as it should have been confirmed, in the place of the one that rests on the
    same words. Nothing that was agreed changes: they count from the first day.
    """

    reason: str
    clauses: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeObserved:
    """A party changed in fact what the text or an annex says, without an avenant; `change` names it in later facts."""

    change: str
    party: str = ""
    article: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionChanged:
    """A party changed its organisation or its missions; `substantial`: so that the convention is concerned."""

    party: str
    change: str
    substantial: bool = True
