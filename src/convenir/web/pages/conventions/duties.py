"""Obligations as the rows of a due list."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from convenir.access.roles import Verb
from convenir.core.obligation import Duty, Obligation, State
from convenir.web.pages.conventions.places import duty_url, references
from convenir.web.pages.conventions.question import SOON, Answer
from convenir.web.ui.shapes import Due, DueGroup, Link
from convenir.web.ui.shapes import State as Mark
from convenir.writer.french_dates import day, from_now, long_day
from convenir.writer.words import obligation_sentence, who_words

# Which fact answers which duty: the button of its row records it.
ANSWERS: dict[Duty, tuple[str, str]] = {
    Duty.MEETING: ("meeting_held", "Enregistrer la séance"),
    Duty.PLANNED_MEETING: ("meeting_held", "Enregistrer la séance"),
    Duty.PREPARATORY_MEETING: ("meeting_held", "Enregistrer la séance"),
    Duty.DOCUMENTS: ("documents_sent", "Enregistrer l’envoi"),
    Duty.EVALUATION: ("evaluation_done", "Enregistrer l’évaluation"),
    Duty.EVALUATION_PRESENTED: ("evaluation_presented", "Enregistrer la présentation"),
    Duty.REVIEW: ("review_done", "Enregistrer le bilan"),
    Duty.FINAL_EVALUATION: ("evaluation_done", "Enregistrer l’évaluation"),
    Duty.FINAL_REVIEW: ("review_done", "Enregistrer le bilan"),
    Duty.PLAN: ("plan_adopted", "Enregistrer l’adoption"),
    Duty.DELIVERY: ("data_delivered", "Enregistrer la remise"),
    Duty.COMMITMENT: ("commitment_closed", "Enregistrer la suite"),
    Duty.ANNEX: ("annex_attached", "Joindre l’annexe"),
    Duty.SIGNATURE: ("signed", "Enregistrer la signature"),
    Duty.LAST_NOTICE: ("notice_received", "Enregistrer une lettre"),
    Duty.DENUNCIATION: ("notice_received", "Enregistrer une lettre"),
    Duty.RENEWAL_DECISION: ("renewal_signed", "Enregistrer une reconduction"),
}


def groups(answer: Answer, *, folded: bool) -> list[DueGroup]:
    """Late, within 90 days, later, undated, then what is over; `folded` closes the long tails."""
    soon = [one for one in answer.coming if one.due_on and one.due_on <= answer.on + SOON]
    later = [one for one in answer.coming if one.due_on and one.due_on > answer.on + SOON]
    current = answer.next if answer.next in soon else None
    until = f"jusqu’au {day(answer.on + SOON)} : {len(soon)}"
    missed, done = answer.of_state(State.MISSED), answer.of_state(State.DONE)
    return [
        _group(_late_title(answer.late), answer.late, answer),
        DueGroup(title="D’ici 90 jours", note=until, lines=[due(one, answer, now=one is current) for one in soon]),
        _group("Plus tard", later, answer, folded=folded and len(later) > 4),
        _group("Sans date", answer.of_state(State.OPEN), answer, folded=folded),
        _group("Non tenues", missed, answer, folded=folded),
        _group("Faites", done, answer, folded=True),
    ]


def _late_title(late: list[Obligation]) -> str:
    """What nobody told is not late: it is to be told."""
    states = {one.state for one in late}
    if State.REASON_REQUIRED not in states:
        return "En retard"
    return "À préciser" if len(states) == 1 else "En retard ou à préciser"


def counted(answer: Answer) -> str:
    """«11 à venir ou en retard, 14 faites»; nothing where nothing is asked."""
    if not answer.agenda:
        return ""
    left = len(answer.late) + len(answer.coming)
    done = len(answer.of_state(State.DONE))
    return f"{left} à venir ou en retard, {done} faite{'s' if done > 1 else ''}"


def _group(title: str, lines: list[Obligation], answer: Answer, *, folded: bool = False) -> DueGroup:
    return DueGroup(title=title, note=str(len(lines)), lines=[due(one, answer) for one in lines], folded=folded)


def due(one: Obligation, answer: Answer, *, now: bool = False) -> Due:
    """One row: what, who, by when, under which article; the next one holds its button."""
    dossier = answer.dossier
    return Due(
        state=mark(one, answer.on),
        what=obligation_sentence(one, dossier.terms),
        due_on=one.due_on,
        timing=timing(one, answer.on),
        when=f"depuis le {day(one.opens_on)}" if one.opens_on and one.opens_on <= answer.on else "sans date",
        who=_who(one, answer),
        url=duty_url(dossier.pk, one, answer.on if answer.supposed else None),
        references=references(dossier.pk, one.because)[:2],
        action=record_link(one, answer) if now else None,
        now=now,
    )


def record_link(one: Obligation, answer: Answer) -> Link | None:
    """The button that records the fact answering that duty, where the person may and the day is today."""
    if one.duty not in ANSWERS or answer.supposed or Verb.RECORD not in answer.dossier.may:
        return None
    event, words = ANSWERS[one.duty]
    asked = urlencode({"fait": event, "objet": one.subject, "periode": one.period})
    return Link(text=words, url=f"{reverse('conventions:record', args=[answer.dossier.pk])}?{asked}")


def _who(one: Obligation, answer: Answer) -> str:
    who = who_words(one, answer.dossier.terms)
    if one.advice_on and one.due_on and one.state is State.DUE:
        return f"{who}. Ce n’est pas un jour ouvrable : visez le {long_day(one.advice_on)}."
    return f"{who}. C’est une faculté, non un devoir." if one.optional else who


def timing(one: Obligation, on: date) -> str:
    """«dans 8 jours», «retard de 2 ans», «fait le 9 juin 2026»."""
    if one.state is State.DONE and one.done_on:
        late = f", {one.days_late} jour{'s' if one.days_late > 1 else ''} après l’échéance" if one.days_late else ""
        return f"fait le {day(one.done_on)}{late}"
    if one.state is State.MISSED:
        return "non tenu"
    if one.state is State.REASON_REQUIRED:
        return "à préciser"
    return from_now(one.due_on, on) if one.due_on else ""


def mark(one: Obligation, on: date) -> Mark:
    """The mark of the state on that day."""
    if one.state is State.DUE:
        return Mark.SOON if one.due_on and one.due_on <= on + SOON else Mark.LATER
    return {
        State.LATE: Mark.LATE,
        State.MISSED: Mark.MISSED,
        State.DONE: Mark.DONE,
        State.REASON_REQUIRED: Mark.WATCH,
        State.OPEN: Mark.LATER,
    }[one.state]
