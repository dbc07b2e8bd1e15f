"""The part of the summary that holds law: life, ends, committees, deadlines, evaluation, data."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from convenir.core.delays import Between, Day, Days, Delay, months_of
from convenir.core.force import Force
from convenir.core.terms import Term, Terms
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.terms.exchanges import (
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DisclosureRule,
    DpoOpinion,
    LegalCompliance,
    PeriodicDelivery,
)
from convenir.core.terms.governance import (
    PERIODS_A_YEAR,
    AdvisoryMembers,
    Bound,
    ChairRule,
    Committee,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    SecretariatRule,
)
from convenir.core.terms.information import SourceMention
from convenir.core.terms.lifetime import Duration, Renewal, Start
from convenir.core.terms.plan import Milestone
from convenir.core.terms.termination import (
    AutomaticTermination,
    Form,
    Ground,
    TerminationAtWill,
    TerminationForDefault,
    TerminationForIllegality,
    TerminationOnGround,
)
from convenir.reader.french.words import tidy

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Summary: TypeAlias = dict[str, Value]

_FORMS: dict[Form, str] = {
    Form.REGISTERED_LETTER: "LRAR",
    Form.ELECTRONIC_REGISTERED_LETTER: "LRE",
    Form.LETTER: "lettre",
    Form.HAND_DELIVERY: "remise en main propre",
    Form.EMAIL: "courriel",
    Form.NONE: "none",
}


def law(terms: Terms) -> Summary:
    """The legal facts of the summary."""
    return {
        **_life(terms),
        "termination": [stated(end) for end in _ends(terms)],
        "committees": [stated(_committee(terms, body)) for body in _bodies(terms)],
        "deadlines": [stated(due) for due in _deadlines(terms)],
        "evaluation": stated(_evaluation(terms)),
        "data_rules": stated(_data(terms)),
    }


def stated(told: Summary) -> Summary:
    """Without the keys that hold nothing."""
    return {key: value for key, value in told.items() if value not in (None, "", False, 0, [], {})}


# --- life --------------------------------------------------------------------------------------------------


def _life(terms: Terms) -> Summary:
    duration, renewal = terms.first(Duration), terms.first(Renewal)
    told: Summary = {}
    if duration:
        told |= {
            "effective_from": _start(duration) if duration.start_stated else "",
            "ends_on": duration.ends_on.isoformat() if duration.ends_on else "",
            "duration_months": months_of(duration.span) if duration.span else None,
        }
    if renewal:
        told |= {
            "renewal": renewal.mode.value,
            "renewal_period_months": months_of(renewal.step) if renewal.step else None,
            "max_duration_months": months_of(renewal.ceiling) if renewal.ceiling else None,
        }
    return told


def _start(duration: Duration) -> str:
    if duration.start is not Start.FIXED:
        return duration.start.value
    return duration.starts_on.isoformat() if isinstance(duration.starts_on, date) else ""


# --- ends --------------------------------------------------------------------------------------------------


def _ends(terms: Terms) -> Iterator[Summary]:
    for term in terms.clauses:
        end = _end(term)
        if end:
            yield end


def _end(term: Term) -> Summary | None:
    match term:
        case TerminationAtWill(title_ground=ground, notice=notice, form=form, by=by, at_term=at_term):
            told = {
                "ground": (ground or Ground.UNILATERAL).value,
                "at_term": at_term,
                "form": _FORMS[form] if form else "",
            }
            return told | _notice(notice) | _by(by)
        case TerminationForDefault(cure=cure, form=form, by=by, formal_notice=formal):
            return {"ground": Ground.BREACH.value, "form": _formal(form, formal)} | _notice(cure) | _by(by)
        case TerminationForIllegality(cure=cure, form=form, by=by, formal_notice=formal):
            return {"ground": Ground.UNLAWFUL.value, "form": _formal(form, formal)} | _notice(cure) | _by(by)
        case AutomaticTermination(by=by):
            return {"ground": Ground.NO_AMENDMENT.value, "form": "none"} | _by(by)
        case TerminationOnGround(ground=ground, notice=notice, form=form, by=by):
            sent = form if ground is not Ground.MUTUAL else None
            return {"ground": ground.value, "form": _FORMS[sent] if sent else ""} | _notice(notice) | _by(by)
        case _:
            return None


def _formal(form: Form | None, formal: bool) -> str:
    """How a formal notice is named: «mise_en_demeure+LRAR»."""
    parts = ["mise_en_demeure"] if formal else []
    return "+".join([*parts, *([_FORMS[form]] if form else [])])


def _notice(notice: Delay | None) -> Summary:
    if notice is None:
        return {}
    return {"notice_days": notice.count} if isinstance(notice, Days) else {"notice_months": months_of(notice)}


def _by(by: tuple[str, ...]) -> Summary:
    return {"by": by[0] if len(by) == 1 else "any"}


# --- committees and deadlines ------------------------------------------------------------------------------


def _bodies(terms: Terms) -> tuple[Committee, ...]:
    """Each body once: the clause that creates it before the one that only allows it."""
    bodies: dict[str, Committee] = {}
    for body in sorted(terms.every(Committee), key=lambda body: body.optional):
        bodies.setdefault(body.body, body)
    return tuple(sorted(bodies.values(), key=lambda body: body.source.start or 0))


def _committee(terms: Terms, body: Committee) -> Summary:
    cadence = next((one for one in terms.every(MeetingCadence) if one.body == body.body), None)
    chairs = [one.words for one in terms.every(ChairRule) if one.body == body.body]
    offices = [one.words for one in terms.every(SecretariatRule) if one.body == body.body and not one.technical]
    sequence = next((one for one in terms.every(MeetingSequence) if one.first == body.body), None)
    return {
        "name": body.name,
        "meetings_per_year": cadence.count * PERIODS_A_YEAR[cadence.per] if cadence else None,
        "at_least": cadence is not None and cadence.bound is Bound.MINIMUM,
        "parity": body.parity,
        "chair": next(iter(chairs), ""),
        "secretariat": next(iter(offices), ""),
        "composition": list(body.composition),
        "advisory_members": any(one.body == body.body for one in terms.every(AdvisoryMembers)),
        "meets": _before(sequence.delay, _name(terms, sequence.then)) if sequence and sequence.delay else "",
    }


def _name(terms: Terms, key: str) -> str:
    return next((body.name for body in terms.every(Committee) if body.body == key), key)


def _before(delay: Delay, name: str) -> str:
    """
    >>> from convenir.core.delays import Months
    >>> _before(Months(count=1), "comité de pilotage")
    '1 mois avant chaque comité de pilotage'
    """
    match delay:
        case Days(count=count):
            length = f"{count} jour{'s' if count > 1 else ''}"
        case _:
            length = f"{months_of(delay)} mois"
    return f"{length} avant chaque {name}"


def _deadlines(terms: Terms) -> Iterator[Summary]:
    for step in terms.every(Milestone):
        if step.planned:
            yield {"what": step.label, "when": _when(step.planned)}
    for papers in terms.every(DocumentCirculation):
        yield {
            "what": papers.documents or "documents",
            "when": _before(papers.delay, _name(terms, papers.body)),
            "days_before": _days(papers.delay),
        }
    for sequence in terms.every(MeetingSequence):
        if sequence.delay:
            yield {
                "what": f"réunion : {_name(terms, sequence.first)}",
                "when": _before(sequence.delay, _name(terms, sequence.then)),
                "days_before": _days(sequence.delay),
            }


def _days(delay: Delay) -> int | None:
    return delay.count if isinstance(delay, Days) else None


def _when(day: Day) -> str:
    """
    >>> _when(date(2019, 12, 3)), _when(Between(earliest=date(2019, 1, 1), latest=date(2019, 6, 30)))
    ('2019-12-03', '2019-01/2019-06')
    """
    if not isinstance(day, Between):
        return day.isoformat()
    first, last = f"{day.earliest:%Y-%m}", f"{day.latest:%Y-%m}"
    return first if first == last else f"{first}/{last}"


# --- evaluation and data -----------------------------------------------------------------------------------


def _evaluation(terms: Terms) -> Summary:
    # One that is only wished for is never due.
    evaluations = tuple(one for one in terms.every(Evaluation) if one.force is not Force.SOFT)
    reviews = tuple(one for one in terms.every(Review) if one.force is not Force.SOFT)
    moments = {one.moment for one in evaluations} | {one.moment for one in reviews}
    yearly = [one.per_year for one in evaluations if one.moment is Moment.YEARLY]
    first = next((one.first_within for one in evaluations if one.first_within), None)
    return {
        "per_year": max(yearly, default=1) if Moment.YEARLY in moments else None,
        "mid_term": Moment.MID_TERM in moments,
        "final": Moment.FINAL in moments,
        "first_within_months": months_of(first) if first else None,
    }


def _data(terms: Terms) -> Summary:
    rules = tuple(terms.every(DisclosureRule))
    delivery = terms.first(PeriodicDelivery)
    flow = terms.first(DataRequestWorkflow)
    compliance = tuple(terms.every(LegalCompliance))
    return {
        "min_allocataires": _least(rule.min_count for rule in rules),
        "min_cell": _least(rule.min_cell for rule in rules),
        "min_subpopulation": _least(rule.min_population for rule in rules),
        "no_identification": any(rule.no_identification for rule in rules),
        "owner_keeps_property": any(clause.owned for clause in terms.every(DataOwnership)),
        "transmissions_per_year": delivery.count * PERIODS_A_YEAR[delivery.per] if delivery else None,
        "prior_study_required": terms.first(DataRequestGate) is not None,
        "dpo_opinion_required": terms.first(DpoOpinion) is not None,
        "cite_source": terms.first(SourceMention) is not None,
        "rgpd": any(one.gdpr for one in compliance),
        "request_form": flow.request_form if flow else "",
        "reply_form": flow.reply_form if flow else "",
        "laws": [tidy(text) for one in compliance for text in one.texts],
    }


def _least(values: Iterable[int | None]) -> int | None:
    return min((value for value in values if value), default=None)
