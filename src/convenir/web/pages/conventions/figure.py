"""The timeline of a dossier: its life, then a row for each family of duties."""

from convenir.core.obligation import Duty, Obligation, State
from convenir.web.pages.conventions.duties import mark, timing
from convenir.web.pages.conventions.places import reference
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui.shapes import Bar, Mark, Row, Scale, TimelineData
from convenir.writer.french_dates import day, day_and_month
from convenir.writer.words import body_name, duty_label, obligation_sentence, who_words
from convenir.writer.words.names import capital

BY_BODY = (Duty.MEETING, Duty.PLANNED_MEETING, Duty.PREPARATORY_MEETING)
MOST_ROWS = 8


def timeline(answer: Answer) -> TimelineData | None:
    """The figure; None where nothing is dated."""
    dated = [one for one in answer.agenda if one.due_on is not None]
    first, last = answer.standing.first_day, answer.standing.last_day
    years = [day.year for day in (first, last, answer.on, *(one.due_on for one in dated)) if day]
    if not dated and first is None:
        return None
    rows = [row for row in (_life(answer), *_families(dated, answer)) if row]
    return TimelineData(
        scale=Scale(first_year=min(years), last_year=max(years), today=answer.on),
        rows=rows[: MOST_ROWS + 1],
        title=f"Frise de {answer.dossier.title}",
        description=f"De {min(years)} à {max(years)} : la vie de la convention et ses échéances, au {day(answer.on)}.",
    )


def _life(answer: Answer) -> Row | None:
    found = answer.standing
    if found.first_day is None:
        return None
    start = f"effet le {day_and_month(found.first_day)}"
    end = f"fin le {day_and_month(found.last_day)}" if found.last_day else ""
    bar = Bar(starts_on=found.first_day, ends_on=found.last_day, start_label=start, end_label=end)
    return Row(label="Convention", detail=_length(answer), bars=[bar])


def _length(answer: Answer) -> str:
    first, last = answer.standing.first_day, answer.standing.last_day
    if first is None or last is None:
        return ""
    months = (last.year - first.year) * 12 + last.month - first.month + (1 if last.day >= first.day else 0)
    return f"{months // 12} ans" if months % 12 == 0 else f"{months} mois"


def _families(dated: list[Obligation], answer: Answer) -> list[Row]:
    families: dict[str, list[Obligation]] = {}
    for one in dated:
        families.setdefault(_family(one, answer), []).append(one)
    return [_row(label, members, answer) for label, members in families.items()]


def _family(one: Obligation, answer: Answer) -> str:
    if one.duty in BY_BODY:
        return capital(body_name(one.subject, answer.dossier.terms))
    return duty_label(one.duty)


def _row(label: str, members: list[Obligation], answer: Answer) -> Row:
    past = [one for one in members if one.state is State.DONE or (one.due_on and one.due_on < answer.on)]
    done = sum(1 for one in members if one.state is State.DONE)
    detail = f"{done} sur {len(past)}" if past and not members[0].optional else ""
    return Row(label=label, detail=detail, marks=[_mark(one, answer) for one in members])


def _mark(one: Obligation, answer: Answer) -> Mark:
    state = mark(one, answer.on)
    said = one.state in (State.LATE, State.MISSED) or one is answer.next
    on = one.done_on if one.state is State.DONE and one.done_on else one.due_on
    return Mark(
        day=on or answer.on,
        state=state,
        what=f"{obligation_sentence(one, answer.dossier.terms)} {timing(one, answer.on)}".strip(),
        label=day_and_month(one.due_on) if said and one.due_on else "",
        who=who_words(one, answer.dossier.terms),
        reference=reference(answer.dossier.pk, one.because[0]),
    )
