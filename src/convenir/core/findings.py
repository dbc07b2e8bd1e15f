"""What is odd in a text or against it: values to show beside the words, never errors."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.source import Reference, Source


class Oddity(StrEnum):
    """In which way a text fails to answer, or a fact to fit; `noted` is only to be known, nothing is wrong."""

    SILENT = "silent"
    UNKNOWN = "unknown"
    BLANK = "blank"
    AMBIGUOUS = "ambiguous"
    CONTRADICTORY = "contradictory"
    MISSING = "missing"
    IRREGULAR = "irregular"
    NOTED = "noted"


class Severity(StrEnum):
    """How far a finding goes: it blocks reliance, warns, or informs."""

    BLOCKING = "blocking"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`about` is a stable code («deliberation-date», «secretariat»); `sentence` and `advice` are in French.

    `laws` are the rules of general law on which it rests, beside the words of the text. `on` is the day of the fact
    that it is about, where there is one: the text of that day is the one that the fact is set against.
    """

    oddity: Oddity
    about: str
    severity: Severity
    sentence: str
    advice: str = ""
    sources: tuple[Source, ...] = ()
    laws: tuple[Reference, ...] = ()
    on: date | None = None


def contrary(about: str, sentence: str, advice: str, *sources: Source, on: date | None = None) -> Finding:
    """A fact that these words of the text do not allow."""
    return Finding(
        oddity=Oddity.IRREGULAR,
        about=about,
        severity=Severity.WARNING,
        sentence=sentence,
        advice=advice,
        sources=sources,
        on=on,
    )


def noted(about: str, sentence: str, *sources: Source) -> Finding:
    """What is good to know, and asks for nothing."""
    information = Severity.INFORMATION
    return Finding(oddity=Oddity.NOTED, about=about, severity=information, sentence=sentence, sources=sources)
