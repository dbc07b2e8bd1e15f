"""The pieces of the home page: one sentence for the day, the groups of deadlines, the conventions."""

from datetime import date
from typing import Any

from django.urls import reverse

from convenir.access.portfolio import MANY, SOON, Choice, Filters, Group, Held, Line, Portfolio
from convenir.core.obligation import State as Due_state
from convenir.web.pages.home.address import NAMES, Asked
from convenir.web.ui.shapes import ConventionLine, Due, DueGroup, Filter, Life, Link, Reference, Scale, State
from convenir.web.ui.states import STATUS_MARKS
from convenir.writer.french_dates import day, from_now, long_day
from convenir.writer.words import when_words

GROUPS = {
    Group.LATE: "En retard",
    Group.SOON: "D’ici 90 jours",
    Group.LATER: "Plus tard",
    Group.OPEN: "Sans date",
}
MARKS = {Group.LATE: State.LATE, Group.SOON: State.SOON, Group.LATER: State.LATER, Group.OPEN: State.LATER}
SHOWN = {Group.LATER: 5, Group.OPEN: 3}
YEARS_BEFORE, YEARS_AFTER = 4, 4
NUMBERS = ("aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def context(found: Portfolio, asked: Asked) -> dict[str, Any]:
    """What the template places."""
    return {
        "today": found.on,
        "day_words": long_day(found.on).capitalize(),
        "headline": headline(found),
        "nearest": nearest(found),
        "groups": _groups(found, asked),
        "count": _all(found),
        "conventions": [_convention(held) for held in found.conventions],
        "total": _counted(found.total),
        "scale": Scale(first_year=found.on.year - YEARS_BEFORE, last_year=found.on.year + YEARS_AFTER, today=found.on),
        "filters": _filters(found, asked),
        "may_filter": bool(found.total or asked.filters != Filters()),
        "people": found.people,
        "dossiers": found.dossiers,
        "moments": [Choice(value=NAMES[group], words=GROUPS[group], count=0) for group in Group],
        "asked": asked.filters,
        "asked_convention": str(asked.filters.convention or ""),
        "asked_moment": NAMES[asked.filters.group] if asked.filters.group else "",
        "before": asked.at(lines=found.page - 1) if found.page > 1 else "",
        "after": asked.at(lines=found.page + 1) if found.has_more and not _all_linked(found, asked) else "",
        "conventions_before": asked.at(conventions=found.conventions_page - 1) if found.conventions_page > 1 else "",
        "conventions_after": asked.at(conventions=found.conventions_page + 1) if found.has_more_conventions else "",
    }


def headline(found: Portfolio) -> str:
    """How many are late, which is what one must know first."""
    if found.late == 0:
        return "Rien n’est en retard"
    number = _number(found.late).capitalize()
    return f"{number} échéance est en retard" if found.late == 1 else f"{number} échéances sont en retard"


def nearest(found: Portfolio) -> str:
    """What comes, and the nearest of it."""
    verb = "vient" if found.soon == 1 else "viennent"
    nothing = "aucune ne vient" if found.late else "rien n’est dû"
    number = f"{_number(found.soon)} {verb}" if found.soon else nothing
    come = f", {number} d’ici au {day(found.on + SOON)}."
    if found.nearest is None or found.nearest.due_on is None:
        return come
    first = found.nearest
    what = first.sentence[:1].lower() + first.sentence[1:]
    return f"{come} La plus proche : {what} ({first.title}), {from_now(found.nearest.due_on, found.on)}."


def _all(found: Portfolio) -> str:
    """«18, dans 9 conventions»."""
    count = _counted(found.late + found.soon + found.later + found.undated)
    return f"{count}, dans {_counted(found.total)} conventions" if found.total > 1 else count


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else _counted(count)


def _counted(count: int) -> str:
    return f"plus de {MANY}" if count >= MANY else str(count)


def _groups(found: Portfolio, asked: Asked) -> list[DueGroup]:
    """The lines by moment. The first page shows the beginning of what is far away, with the way to the rest."""
    shortened = asked if _shortened(asked) else None
    groups = [_group(group, count, found, shortened) for group, count in _counts(found).items()]
    return [group for group in groups if group.lines]


def _counts(found: Portfolio) -> dict[Group, int]:
    return {Group.LATE: found.late, Group.SOON: found.soon, Group.LATER: found.later, Group.OPEN: found.undated}


def _shortened(asked: Asked) -> bool:
    return asked.filters.group is None and asked.pages.lines == 1


def _all_linked(found: Portfolio, asked: Asked) -> bool:
    """Whether the shortened groups already lead to every line: the page that follows would show them again."""
    shown = {line.group for line in found.lines}
    filled = {group for group, count in _counts(found).items() if count}
    return _shortened(asked) and filled <= shown and found.lines[-1].group in SHOWN


def _group(group: Group, count: int, found: Portfolio, shortened: Asked | None) -> DueGroup:
    lines = [line for line in found.lines if line.group is group]
    shown = lines[: SHOWN[group]] if shortened and group in SHOWN else lines
    left = count - len(shown)
    more = Link(text=f"Toutes les autres : {_counted(left)}", url=shortened.only(group)) if shortened and left else None
    return DueGroup(
        title=GROUPS[group],
        note=f"jusqu’au {day(found.on + SOON)} : {_counted(count)}" if group is Group.SOON else _counted(count),
        lines=[_due(line, found.on) for line in shown],
        more=more,
    )


def _due(line: Line, on: date) -> Due:
    dossier = reverse("conventions:overview", args=[line.convention])
    return Due(
        state=State.WATCH if line.state is Due_state.REASON_REQUIRED else MARKS[line.group],
        what=line.sentence,
        due_on=line.due_on,
        timing=from_now(line.due_on, on) if line.due_on else "",
        when="sans date",
        who=line.who,
        place=line.title,
        url=f"{dossier}echeances/{line.obligation_key}",
        references=[Reference(text=line.article, url=f"{dossier}texte")] if line.article else [],
    )


def _convention(held: Held) -> ConventionLine:
    comes = held.next
    said = f"{comes.sentence}, {when_words(comes.duty, comes.due_on)}." if comes and comes.due_on else ""
    return ConventionLine(
        name=held.title,
        url=reverse("conventions:overview", args=[held.convention]),
        state=STATUS_MARKS[held.status],
        status=held.sentence,
        next=said,
        late=held.late,
        life=Life(starts_on=held.first_day, ends_on=held.last_day) if held.first_day else None,
    )


def _filters(found: Portfolio, asked: Asked) -> list[Filter]:
    filters = asked.filters
    titles = {choice.value: choice.words for choice in found.dossiers}
    people = {choice.value: choice.words for choice in found.people}
    active = []
    if filters.convention:
        title = titles.get(str(filters.convention), "une convention")
        active.append(Filter(text=f"Convention : {title}", remove_url=asked.without("convention")))
    if filters.who:
        text = f"Qui agit : {people.get(filters.who, filters.who)}"
        active.append(Filter(text=text, remove_url=asked.without("who")))
    if filters.group:
        active.append(Filter(text=f"Quand : {GROUPS[filters.group].lower()}", remove_url=asked.without("group")))
    return active
