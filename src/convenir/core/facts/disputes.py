"""Facts about disputes, judgments and norms that stand above the convention."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeArisen:
    """A dispute arose between the parties."""

    subject: str
    amicable_attempt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentGiven:
    """A court held that the clause of that type and article is void. `judgment` names it in later facts."""

    judgment: str
    clause: str
    article: str = ""
    court: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentNotified:
    """The judgment was notified to that party."""

    judgment: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealLodged:
    """That party appealed."""

    judgment: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided:
    """The last appeal was decided. `upheld`: the judgment stands."""

    judgment: str
    upheld: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseContradicted:
    """From that day a rule of law, or the Cog, contradicts the clause of that type; `until`: while it does.

    `norm` is what contradicts it: «Cog», a reference to a law, or «engagement…», «annexe…», «fiche…», «décision du…».
    """

    clause: str
    norm: str
    article: str = ""
    until: date | None = None
