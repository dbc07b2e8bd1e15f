"""Facts about the end: notices and their proofs, formal notices, breaches, declarations, agreements."""

from dataclasses import dataclass
from datetime import date

from convenir.core.delays import Delay
from convenir.core.terms.termination import Form, Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSent:
    """`party` sent a notice to leave."""

    party: str
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePresented:
    """The registered letter of `party` was first presented. `passage_left`: a notice was left (None: no proof)."""

    party: str
    passage_left: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReceived:
    """The notice of `party` reached the other. `form` None is the form that the clause asks for.

    `effect_on` is the last day in force that the letter itself announces, when it gives a longer notice.
    `author` is who signed the letter; `mandated`: that person may bind the party (None: not said).
    """

    party: str
    form: Form | None = None
    effect_on: date | None = None
    author: str = ""
    mandated: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRefused:
    """The addressee refused the registered letter of `party`."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReturned:
    """The registered letter of `party` came back, uncollected, or its acknowledgement came back without a date.

    The day is that of the postmark of return. `delivered`: the acknowledgement shows a delivery, undated.
    """

    party: str
    delivered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOffered:
    """The provider told the addressee that an electronic registered letter of `party` awaits.

    `qualified`: the service meets CPCE, art. L. 100 and R. 53; otherwise it is only called so.
    """

    party: str
    qualified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWithdrawn:
    """The notice of `party` was withdrawn. `agreed_by`: the parties that countersigned the withdrawal."""

    party: str
    agreed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRecorded:
    """`party` did not do what an article asks; `breach` names it in later facts."""

    breach: str
    party: str
    article: str = ""
    ground: Ground = Ground.BREACH


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNoticeSent:
    """`party` sent a formal notice (mise en demeure) to cure that breach.

    `cure` is the time that the letter gives, None where it gives none.
    """

    party: str
    breach: str
    form: Form | None = None
    cure: Delay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNoticePresented:
    """The formal notice of `party` about that breach was first presented."""

    party: str
    breach: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNoticeRenounced:
    """`party` gave up the effects of its formal notice."""

    party: str
    breach: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachCured:
    """The breach ceased."""

    breach: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationDeclared:
    """`party` declared the end; the day is that of its reception. `effect_on`: the last day in force it announces.

    `breach` names the breach or change that it invokes.
    """

    party: str
    ground: Ground
    breach: str = ""
    form: Form | None = None
    effect_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationAgreed:
    """`party` signed an agreement to end the convention, whose last day in force is `until`."""

    party: str
    until: date | None = None
