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
    RECEIVED_WHEN_FIRST_PRESENTED = "received_when_first_presented"
    RECEIVED_WHEN_OFFERED = "received_when_offered"
    RECEIVED_AT_THE_LATEST = "received_at_the_latest"
    NOTICE_MAY_BE_WITHDRAWN = "notice_may_be_withdrawn"
    REFUSAL_OVER_TERMINATION = "refusal_over_termination"
    AGREEMENT_OVER_NOTICE = "agreement_over_notice"
    NOTICE_DOES_NOT_SUSPEND = "notice_does_not_suspend"
    CURE_DOES_NOT_ROLL = "cure_does_not_roll"
    CURE_FROM_PRESENTATION = "cure_from_presentation"
    LONGER_CURE_ALLOWED = "longer_cure_allowed"
    LATE_CURE_KEEPS_POWER = "late_cure_keeps_power"
    ENDS_WHEN_DECLARED = "ends_when_declared"
    RETROACTIVE_START = "retroactive_start"
    ALTERNATION_BY_MEETING = "alternation_by_meeting"
    BODY_OVER_ANNEX = "body_over_annex"
    SHORT_LAST_YEAR_ASKS_NOTHING = "short_last_year_asks_nothing"
    LONG_LAST_YEAR_COUNTS = "long_last_year_counts"
    OWED_AT_LEAST_ONCE = "owed_at_least_once"
    CADENCE_FROM_YEARLY_WORK = "cadence_from_yearly_work"
    RULE_OF_LAW_SUFFICES = "rule_of_law_suffices"
    INFORMED_BEFORE_EFFECT = "informed_before_effect"
    WHOLE_AMOUNT_EACH_YEAR = "whole_amount_each_year"
    KEPT_AMOUNT_IS_A_FLOOR = "kept_amount_is_a_floor"
    TERM_AS_SIGNED = "term_as_signed"
    REASONABLE_YEAR = "reasonable_year"
    AMENDMENT_AT_LAST_SIGNATURE = "amendment_at_last_signature"
    AMENDMENT_SIGNED_BY_ALL = "amendment_signed_by_all"
    AMENDMENT_REQUIRED = "amendment_required"
    RETROACTIVE_AMENDMENT = "retroactive_amendment"
    NOTICE_SURVIVES_EXTENSION = "notice_survives_extension"
    END_NOT_BACKDATED = "end_not_backdated"
    DECISION_DOES_NOT_AMEND = "decision_does_not_amend"
    TEXT_AT_PERIOD_END = "text_at_period_end"
    SMALL_CELL_IS_PERSONAL = "small_cell_is_personal"
    OPINION_DOES_NOT_BIND = "opinion_does_not_bind"
    CONSENT_COMES_FIRST = "consent_comes_first"
    CONSENT_IS_FOR_ONE_RECIPIENT = "consent_is_for_one_recipient"
    PROCESSOR_IS_THIRD_PARTY = "processor_is_third_party"
    REMOVED_FROM_WITHDRAWAL = "removed_from_withdrawal"


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
