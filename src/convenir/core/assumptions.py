"""Where a text and the law leave a choice: what was chosen, and what the other reading gives."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convenir.core.source import Source


class Choice(StrEnum):
    """The readings that the product chooses by default; each is named beside the answer it serves."""

    NOTICE_FROM_RECEPTION = "notice_from_reception"
    NOTICE_DOES_NOT_ROLL = "notice_does_not_roll"
    LAST_DAY_INCLUDED = "last_day_included"
    START_AT_LAST_SIGNATURE = "start_at_last_signature"
    STATED_DATE_IS_SIGNATURE = "stated_date_is_signature"
    STATED_DATE_IS_NOT_THE_LAST_SIGNATURE = "stated_date_is_not_the_last_signature"
    CEILING_IS_TOTAL = "ceiling_is_total"
    RENEWAL_IS_EXPRESS = "renewal_is_express"
    NO_RENEWAL_WITHOUT_CLAUSE = "no_renewal_without_clause"
    ANNIVERSARY_OF_ORIGIN = "anniversary_of_origin"
    EVE_OF_ANNIVERSARY = "eve_of_anniversary"
    PARTIAL_YEAR_COUNTS_WHOLE = "partial_year_counts_whole"
    SHORT_FIRST_YEAR_IS_MERGED = "short_first_year_is_merged"
    CIVIL_YEAR = "civil_year"
    AT_LEAST_THE_DELAY = "at_least_the_delay"
    ADVICE_ON_WORKING_DAY = "advice_on_working_day"
    GOOD_FRIDAY_COUNTS = "good_friday_counts"
    CONTENT_OVER_TITLE = "content_over_title"
    LONGER_NOTICE_ALLOWED = "longer_notice_allowed"
    NOTICE_DOES_NOT_SUSPEND = "notice_does_not_suspend"
    RETROACTIVE_START = "retroactive_start"
    ALTERNATION_BY_MEETING = "alternation_by_meeting"
    BODY_OVER_ANNEX = "body_over_annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The other reading: its name, and the day or the number that it gives."""

    reading: str
    on: date | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A reading chosen by default. `on` or `count` is what it gives; the alternatives give something else."""

    choice: Choice
    on: date | None = None
    count: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    source: Source | None = None
