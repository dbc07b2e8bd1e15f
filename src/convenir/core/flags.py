"""What else must be said of a status: flags, each with the party it concerns and its ground."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.source import Source


class Flag(StrEnum):
    """What else must be said of the status."""

    AUTHORITY_INCOMPLETE = "authority_incomplete"
    AUTHORITY_NOT_EXECUTORY = "authority_not_executory"
    SAME_DAY = "same_day"
    RETROACTIVE_START = "retroactive_start"
    STATED_DATE_EARLIER = "stated_date_earlier"
    RUN_OFF = "run_off"
    SURVIVING_DUTIES = "surviving_duties"
    NOT_CERTIFIED = "not_certified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """A flag, the party it concerns («» for the convention) and its ground."""

    flag: Flag
    party: str = ""
    because: tuple[Source, ...] = ()
