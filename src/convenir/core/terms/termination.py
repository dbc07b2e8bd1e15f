"""How the convention ends early, and what then becomes of commitments."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Delay
from convenir.core.source import Source


class Form(StrEnum):
    """How a notice is sent, or must be sent."""

    REGISTERED_LETTER = "registered_letter"
    ELECTRONIC_REGISTERED_LETTER = "electronic_registered_letter"
    LETTER = "letter"
    HAND_DELIVERY = "hand_delivery"
    EMAIL = "email"
    NONE = "none"


class Clock(StrEnum):
    """From what a notice runs."""

    RECEPTION = "reception"
    FIRST_PRESENTATION = "first_presentation"
    SENDING = "sending"


class Ground(StrEnum):
    """Why a convention is terminated."""

    UNILATERAL = "unilateral"
    BREACH = "breach"
    UNLAWFUL = "unlawful"
    NO_AMENDMENT = "no_amendment"
    MUTUAL = "mutual"
    PUBLIC_INTEREST = "public_interest"
    FORCE_MAJEURE = "force_majeure"


class AfterEnd(StrEnum):
    """What becomes of commitments made before a termination."""

    RUN_OFF = "run_off"
    IMMEDIATE_STOP = "immediate_stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationAtWill:
    """Any party of `by` (keys; empty is each party) may leave after `notice`.

    `clock` and `form` are None where the text does not say. `at_term`: the notice only works for the end
    of a current period. `title_ground`: the ground that the title names, where it is another one.
    """

    notice: Delay | None
    by: tuple[str, ...] = ()
    clock: Clock | None = None
    form: Form | None = None
    at_term: bool = False
    title_ground: Ground | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationForDefault:
    """A party of `by` may terminate when a breach outlives `cure` after a formal notice."""

    cure: Delay | None
    by: tuple[str, ...] = ()
    clock: Clock | None = None
    form: Form | None = None
    formal_notice: bool = True
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationForIllegality:
    """A party of `by` may terminate for an infringement of the law that outlives `cure`."""

    cure: Delay | None
    by: tuple[str, ...] = ()
    clock: Clock | None = None
    form: Form | None = None
    formal_notice: bool = True
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomaticTermination:
    """A party of `by` may declare the end, without formal notice, when a term changes without an avenant."""

    by: tuple[str, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationOnGround:
    """Another end: mutual consent, public interest, force majeure."""

    ground: Ground
    notice: Delay | None = None
    by: tuple[str, ...] = ()
    form: Form | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationEffects:
    """Commitments run to their own term, or stop at once; `damages`: claims are reserved."""

    after: AfterEnd
    damages: bool = False
    source: Source
