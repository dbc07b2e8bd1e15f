"""How the text changes: avenants, annexes, severability, title against content."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Delay
from convenir.core.source import Source


class AmendmentScope(StrEnum):
    """Which changes need an avenant."""

    ANY = "any"
    SUBSTANTIAL = "substantial"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentClause:
    """A change is made by an avenant. `optional`: the text says only that it may be."""

    scope: AmendmentScope = AmendmentScope.ANY
    lists_changes: bool = False
    covers_annexes: bool = False
    optional: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex announced or present.

    `cited` in the body, `listed` in a list or by a heading, `present` with content in the document;
    `deferred`: promised for after the signature, `within` that delay where one is stated.
    """

    number: str
    title: str = ""
    cited: bool = False
    listed: bool = False
    present: bool = False
    deferred: bool = False
    within: Delay | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Severability:
    """A void clause is deemed unwritten, the others stand.

    `by_law`: a rule of law in force suffices, without a judgment.
    """

    by_law: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePrecedence:
    """The content of a clause prevails over its title."""

    source: Source
