"""What else must be said of a status: flags, each with the party it concerns and its ground."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.source import Reference, Source


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
    CONTROL_PERIOD_RUNNING = "control_period_running"
    TEXT_DIFFERS = "text_differs"
    PERFORMED_WITHOUT_TITLE = "performed_without_title"
    EXPERIMENTAL = "experimental"
    CLAUSE_UNWRITTEN = "clause_unwritten"
    CLAUSE_UNOPPOSABLE = "clause_unopposable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """A flag, the party it concerns («» for the convention) and its ground: words of the text, rules of general law."""

    flag: Flag
    party: str = ""
    because: tuple[Source, ...] = ()
    laws: tuple[Reference, ...] = ()
