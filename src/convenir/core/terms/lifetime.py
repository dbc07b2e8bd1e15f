"""How long the convention lives: start, end, renewal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.delays import Day, Delay
from convenir.core.source import Source
from convenir.core.terms.termination import Form


class Start(StrEnum):
    """What makes the convention take effect."""

    SIGNATURE = "signature"
    FIXED = "fixed"
    NOTIFICATION = "notification"
    PUBLICATION = "publication"
    APPROVAL = "approval"


class Mode(StrEnum):
    """How a convention goes on after its end. Silence of the text is the absence of the clause."""

    TACIT = "tacit"
    EXPRESS = "express"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Start and end. One of `ends_on` (last day, included) and `span` is stated; both None is no end.

    `stated_date`: the text starts from the date written above the signatures, not only from «la signature».
    `left_blank`: the text leaves its end to be filled in.
    `inclusive`: the text writes that the last day counts («inclus»).
    `start_stated` is false where the text names no start: the signature is then the start.
    """

    start: Start
    start_stated: bool = True
    starts_on: Day | None = None
    ends_on: date | None = None
    span: Delay | None = None
    stated_date: bool = False
    inclusive: bool = False
    left_blank: bool = False
    source: Source

    @property
    def endless(self) -> bool:
        """Whether no end is stated."""
        return self.ends_on is None and self.span is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How it is renewed. `ceiling` is the greatest total life, first period included.

    `ceiling_alternative` is the other reading where «dans la limite de 4 ans» may count renewals;
    `step` is the length of one renewal; `denunciation` the notice that prevents the next one;
    `obscure`: the clause is a fragment, read by assumption.
    """

    mode: Mode
    step: Delay | None = None
    ceiling: Delay | None = None
    ceiling_alternative: Delay | None = None
    denunciation: Delay | None = None
    form: Form | None = None
    obscure: bool = False
    source: Source
