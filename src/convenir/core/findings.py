"""What is odd in a text or against it: values to show beside the words, never errors."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.source import Source


class Oddity(StrEnum):
    """In which way a text fails to answer, or a fact to fit."""

    SILENT = "silent"
    UNKNOWN = "unknown"
    BLANK = "blank"
    AMBIGUOUS = "ambiguous"
    CONTRADICTORY = "contradictory"
    MISSING = "missing"
    IRREGULAR = "irregular"


class Severity(StrEnum):
    """How far a finding goes: it blocks reliance, warns, or informs."""

    BLOCKING = "blocking"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`about` is a stable code («deliberation-date», «secretariat»); `sentence` and `advice` are in French."""

    oddity: Oddity
    about: str
    severity: Severity
    sentence: str
    advice: str = ""
    sources: tuple[Source, ...] = ()
