"""Why an answer is what it is: clause, facts, assumptions with their other readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from convenir.core import explanation
from convenir.core.assumptions import Choice
from convenir.core.delays import earliest
from convenir.core.explanation import Explanation
from convenir.core.obligation import Duty, Obligation, State
from convenir.web.pages.conventions import pieces
from convenir.web.pages.conventions.duties import mark, record_link, timing
from convenir.web.pages.conventions.places import reference, references
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui.shapes import Finding, Link, Passage, Sentence, Status
from convenir.writer.french_dates import brief_day, day, long_day
from convenir.writer.words import (
    fact_sentence,
    flag_sentence,
    obligation_sentence,
    state_label,
    when_words,
    who_words,
)
from convenir.writer.words.explanation import (
    explanation_sentence,
    labelled,
    law_words,
    missing_words,
    reading_lines,
)
from convenir.writer.words.names import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The grounds of an answer, in the order in which one reads them."""

    sentence: str
    passages: Sequence[Passage]
    facts: Sequence[tuple[str, str]]
    laws: Sequence[str]
    assumptions: Sequence[tuple[str, Sequence[str]]]
    readings: Sequence[str]
    missing: Sequence[str]
    flags: Sequence[str]


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
    found, dossier = answer.standing, answer.dossier
    known, calendar = max(answer.today, dossier.known), dossier.calendar
    chain = explanation.of_standing(found, dossier.terms, dossier.facts, known=known, calendar=calendar)
    return _ledger(answer, chain, [flag_sentence(raised) for raised in found.flags])


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
        ledger=_ledger(answer, explanation.of_duty(one, dossier.facts), []),
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


def _ledger(answer: Answer, chain: Explanation, flags: Sequence[str]) -> Ledger:
    dossier = answer.dossier
    places = {(source.article, source.paragraph, source.quote): source for source in chain.clauses}
    return Ledger(
        sentence=explanation_sentence(chain, dossier.terms),
        passages=[Passage(quote=one.quote, reference=reference(dossier.pk, one)) for one in places.values()],
        facts=[(brief_day(earliest(fact.on)), fact_sentence(fact.event, dossier.terms)) for fact in chain.facts],
        laws=[law_words(law) for law in chain.laws],
        assumptions=[(said, others) for said, *others in map(reading_lines, chain.assumptions)],
        readings=[capital(labelled(one)) for one in chain.readings],
        missing=[capital(missing_words(one, chain, dossier.terms)) for one in chain.missing],
        flags=flags,
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
