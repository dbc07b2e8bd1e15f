"""Why an answer is what it is: clause, facts, assumptions with their other readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from convenir.core.assumptions import Assumption, Choice
from convenir.core.delays import earliest
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.source import Source
from convenir.web.pages.conventions import pieces
from convenir.web.pages.conventions.duties import mark, record_link, timing
from convenir.web.pages.conventions.places import reference, references
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui.shapes import Finding, Link, Passage, Sentence, Status
from convenir.writer.french_dates import brief_day, day, long_day
from convenir.writer.words import (
    alternative_sentence,
    assumption_sentence,
    fact_sentence,
    flag_sentence,
    obligation_sentence,
    state_label,
    when_words,
    who_words,
)
from convenir.writer.words.names import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The grounds of an answer, in the order in which one reads them."""

    passages: Sequence[Passage]
    facts: Sequence[tuple[str, str]]
    flags: Sequence[str]
    assumptions: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPage:
    """One obligation, what it says, and its ledger."""

    title: str
    status: Status
    when: str
    advice: str
    workday: bool
    who: str
    optional: bool
    ledger: Ledger
    findings: Sequence[Finding]
    action: Link | None


def of_standing(answer: Answer) -> Ledger:
    """Why this status."""
    found = answer.standing
    flags = [flag_sentence(raised) for raised in found.flags]
    return _ledger(answer, found.because, found.facts, found.assumptions, flags)


def of_duty(one: Obligation, answer: Answer) -> DutyPage:
    """Why this duty on that day."""
    dossier = answer.dossier
    return DutyPage(
        title=obligation_sentence(one, dossier.terms),
        status=_status(one, answer),
        when=capital(when_words(one.duty, one.due_on)) if one.due_on else "",
        advice=long_day(one.advice_on) if one.advice_on and one.state is State.DUE else "",
        workday=one.advice_on is None and one.duty is not Duty.PLANNED_MEETING,
        who=who_words(one, dossier.terms),
        optional=one.optional,
        ledger=_ledger(answer, one.because, one.facts, one.assumptions, []),
        findings=pieces.findings(dossier, one.findings),
        action=record_link(one, answer),
    )


def _status(one: Obligation, answer: Answer) -> Status:
    """«En retard de 7 jours», then the day in a sentence with its article."""
    said = timing(one, answer.on)
    word = state_label(one.state) if not said or one.state is State.MISSED else said
    day_said = f"{capital(when_words(one.duty, one.due_on))}." if one.due_on else "Sans date fixée par le texte."
    grounds = references(answer.dossier.pk, one.because)[:2]
    return Status(
        state=mark(one, answer.on), word=capital(word), sentences=[Sentence(text=day_said, references=grounds)]
    )


def crumbs(one: Obligation, answer: Answer) -> list[Link]:
    """Home, dossier, deadlines, this one."""
    dossier = answer.dossier
    above = Link(text="Échéances", url=reverse("conventions:deadlines", args=[dossier.pk]))
    return pieces.crumbs(dossier, above, Link(text=obligation_sentence(one, dossier.terms), url=""))


def _ledger(
    answer: Answer,
    because: Sequence[Source],
    facts: Sequence[str],
    assumptions: Sequence[Assumption],
    flags: Sequence[str],
) -> Ledger:
    dossier = answer.dossier
    places = {(source.article, source.paragraph, source.quote): source for source in because}
    by_id = {fact.id: fact for fact in dossier.facts}
    known = [by_id[key] for key in facts if key in by_id]
    return Ledger(
        passages=[Passage(quote=one.quote, reference=reference(dossier.pk, one)) for one in places.values()],
        facts=[(brief_day(earliest(fact.on)), fact_sentence(fact.event, dossier.terms)) for fact in known],
        flags=flags,
        assumptions=[
            (assumption_sentence(one), [alternative_sentence(other) for other in one.alternatives])
            for one in dict.fromkeys(assumptions)
        ],
    )


def assumed_signature(answer: Answer) -> date | None:
    """The day written in the act, where it stands for signatures that nobody recorded."""
    taken = (one.on for one in answer.standing.assumptions if one.choice is Choice.STATED_DATE_IS_SIGNATURE)
    return next(taken, None)


def useful_days(answer: Answer) -> list[Link]:
    """Days worth asking about: after the next meeting, the last day, the day after it."""
    days: list[tuple[str, date]] = []
    meeting = next((one.due_on for one in answer.coming if one.duty is Duty.MEETING), None)
    last = answer.standing.last_day
    if meeting and meeting != last:
        days.append((f"Après la prochaine séance due, {day(meeting)}", meeting))
    if last:
        days.append((f"Au dernier jour, {day(last)}", last))
        days.append((f"Le lendemain de la fin, {day(last + timedelta(days=1))}", last + timedelta(days=1)))
    here = reverse("conventions:overview", args=[answer.dossier.pk])
    return [Link(text=text, url=f"{here}?on={on.isoformat()}") for text, on in days if on != answer.on]
