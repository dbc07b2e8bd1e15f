"""Facts about data: requests, studies, opinions, registers, releases, consents, deliveries."""

from dataclasses import dataclass

from convenir.core.terms.exchanges import Study, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRequested:
    """A party asked the other for data, under that name. `letter` and `form`: what came with the request.

    `tier` is where the answer is to be found: open data, the periodic base set, or a set made for the request.
    `smallest`: the fewest persons of a cell that is not zero, where the data are a table.
    """

    request: str
    party: str = ""
    personal: bool = False
    smallest: int | None = None
    letter: bool | None = None
    form: bool | None = None
    tier: Tier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAnswered:
    """The holder answered a request. `accepted` false: it refuses, for that `reason`."""

    request: str
    accepted: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyDone:
    """A study asked for before data pass was finished, by that party."""

    request: str
    study: Study
    party: str = ""
    favourable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DpoOpinionGiven:
    """The data protection officer of that party gave an opinion on a request."""

    request: str
    party: str
    favourable: bool = True
    recommendations: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntered:
    """That party entered the processing in its register (RGPD, art. 30)."""

    request: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactAssessed:
    """An impact assessment (AIPD, RGPD art. 35) of that flow or request was finished."""

    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataReleased:
    """A party handed over the data of a request. `smallest`: the fewest persons of a cell, where they are a table.

    `followed`: the recommendations of the data protection officer were followed; otherwise for that `reason`.
    """

    request: str
    party: str
    to: str = ""
    personal: bool = False
    smallest: int | None = None
    followed: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDelivered:
    """`party` delivered the data of `year`; `what` tells two periodic deliveries apart."""

    party: str
    year: int | None = None
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """The owner of data consented to their communication to that recipient, for that scope."""

    party: str
    to: str
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn:
    """A person, or the owner, withdrew consent to a flow of data."""

    flow: str
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRemoved:
    """The data of the person who withdrew consent were taken out."""

    flow: str
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardReleased:
    """A party passed on to a third party data that another owns. `processor`: its own processor (RGPD, art. 28)."""

    party: str
    to: str
    scope: str = ""
    processor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservatorySetUp:
    """The observatory that the parties hold together works; `what` it observes."""

    what: str = ""
