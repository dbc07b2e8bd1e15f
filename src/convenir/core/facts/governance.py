"""Facts about committees: meetings, papers, members, decisions."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlanned:
    """A meeting of `body` is fixed for the day of the fact."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved:
    """The meeting of `body` fixed for `was` will be held on the day of the fact."""

    body: str
    was: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled:
    """The meeting of `body` fixed for the day of the fact will not be held."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld:
    """`body` met. `chair` and `secretary` are party keys, joined by «+» when shared; `present` counts by party.

    `theme`: for a body that exists for each theme, the one that met.
    """

    body: str
    chair: str = ""
    secretary: str = ""
    present: dict[str, int] = field(default_factory=dict)
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsSent:
    """The papers of a meeting of `body` were sent. `meeting_on` is that meeting; None is the next one."""

    body: str
    meeting_on: date | None = None
    sender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAppointed:
    """Somebody sits in `body` for that party from that day. `advisory`: without a vote, not counted for parity.

    `seat` is a name, a number or an office; it says which seat becomes vacant when the member leaves.
    """

    body: str
    party: str
    seat: str = ""
    advisory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLeft:
    """The member of that seat no longer sits in `body`, or the office is vacant."""

    body: str
    party: str
    seat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertInvited:
    """A qualified person was invited to a meeting of `body`, by the parties named."""

    body: str
    invited_by: tuple[str, ...] = ()
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken:
    """`body` decided. `votes_for` and `votes_against` where there was a vote.

    `changes_text`: the decision would change what an article says; `article` is that article. `adds_theme` is a theme
    that the body adds to the plan.
    """

    body: str
    subject: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    changes_text: bool = False
    article: str = ""
    adds_theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentNamed:
    """A party named its contact, for that purpose."""

    party: str
    purpose: str = ""
