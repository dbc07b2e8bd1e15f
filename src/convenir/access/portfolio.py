"""All the dossiers of a house at once: what is late, what comes, and where each convention stands.

Reads the disposable lines only: the number of queries is the same for four dossiers and for four thousand, and
counts stop at `MANY`.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from convenir.access.roles import Actor, Verb, check
from convenir.core.obligation import Duty, State
from convenir.core.standing import Status
from convenir.records.models import DueLine

PAGE = 50
MANY = 500
SOON = timedelta(days=90)


class Group(StrEnum):
    """Where a line stands in time. `late`: its day has passed; `soon`: within 90 days; `open`: undated."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the list is narrowed to; empty fields narrow nothing. `who` is a `who_key`: see `Portfolio.people`."""

    convention: UUID | None = None
    who: str = ""
    group: Group | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One obligation of one dossier, as it stands on the day asked."""

    convention: UUID
    title: str
    sentence: str
    state: State
    group: Group
    duty: Duty
    due_on: date | None
    who: str
    who_key: str
    article: str
    optional: bool
    obligation_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One convention of the list: its status in a sentence, its life, its next date, how many lines are late."""

    convention: UUID
    title: str
    sentence: str
    status: Status
    first_day: date | None
    last_day: date | None
    next: Line | None
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value to filter by, its words, and how many lines it leaves (`MANY` at most)."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The home page. `late`, `soon`, `later` and `undated` count lines, `total` conventions, each up to `MANY`.

    `lines` are one page of the list in order of day, late ones first and undated ones last. `nearest` is the first
    line that is due on the day or after it. `conventions` are one page, in order of title.
    """

    on: date
    filters: Filters
    page: int
    late: int
    soon: int
    later: int
    undated: int
    total: int
    lines: tuple[Line, ...]
    has_more: bool
    nearest: Line | None
    conventions: tuple[Held, ...]
    conventions_page: int
    has_more_conventions: bool
    people: tuple[Choice, ...]
    dossiers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Which page of each list, from 1."""

    lines: int = 1
    conventions: int = 1


def portfolio(actor: Actor, *, on: date, filters: Filters, pages: Pages) -> Portfolio:
    """The dossiers of the actor's house as they stand `on` that day (the day of today or one that follows)."""
    check(actor, Verb.READ)
    listed = _narrowed(_listed(actor, on), filters, on)
    rows = _page(listed.order_by("due_on", "pk"), pages.lines)
    held = _page(_held(actor, on, filters), pages.conventions)
    counts = {group: _count(listed.filter(_of_group(group, on))) for group in Group}
    people, dossiers = _choices(_listed(actor, on))
    return Portfolio(
        on=on,
        filters=filters,
        page=pages.lines,
        late=counts[Group.LATE],
        soon=counts[Group.SOON],
        later=counts[Group.LATER],
        undated=counts[Group.OPEN],
        total=_held(actor, on, filters)[:MANY].count(),
        lines=tuple(_line(row, on) for row in rows[:PAGE]),
        has_more=len(rows) > PAGE,
        nearest=_nearest(listed, on),
        conventions=_with_next(actor, held[:PAGE], on),
        conventions_page=pages.conventions,
        has_more_conventions=len(held) > PAGE,
        people=people,
        dossiers=dossiers,
    )


def pressing(actor: Actor, *, on: date) -> int:
    """How many lines are late or due within 90 days, `MANY` at most: the figure of the top bar, in one query."""
    return _count(_listed(actor, on).filter(due_on__lte=on + SOON))


def _lines(actor: Actor, on: date) -> QuerySet[DueLine]:
    return DueLine.objects.filter(house_id=actor.house_id, holds_from__lte=on, holds_until__gte=on)


def _listed(actor: Actor, on: date) -> QuerySet[DueLine]:
    """What can still be done: a duty whose period is over is told on the page of its convention."""
    return _lines(actor, on).filter(kind="obligation").exclude(state=State.MISSED)


def _held(actor: Actor, on: date, filters: Filters) -> QuerySet[DueLine]:
    found = _lines(actor, on).filter(kind="status")
    if filters.convention:
        found = found.filter(convention=filters.convention)
    return found.order_by("title", "convention_id")


def _of_group(group: Group, on: date) -> Q:
    return {
        Group.LATE: Q(due_on__lt=on),
        Group.SOON: Q(due_on__gte=on, due_on__lte=on + SOON),
        Group.LATER: Q(due_on__gt=on + SOON),
        Group.OPEN: Q(due_on=None),
    }[group]


def _narrowed(lines: QuerySet[DueLine], filters: Filters, on: date) -> QuerySet[DueLine]:
    if filters.convention:
        lines = lines.filter(convention=filters.convention)
    if filters.who:
        lines = lines.filter(who_key=filters.who)
    if filters.group:
        lines = lines.filter(_of_group(filters.group, on))
    return lines


def _count(lines: QuerySet[DueLine]) -> int:
    """How many, `MANY` at most: in the order of the index, PostgreSQL stops there instead of gathering them all."""
    return lines.order_by("due_on", "pk")[:MANY].count()


def _page(rows: QuerySet[DueLine], number: int) -> list[DueLine]:
    """One page and one row more, which says that another follows."""
    start = (max(number, 1) - 1) * PAGE
    return list(rows[start : start + PAGE + 1])


def _nearest(lines: QuerySet[DueLine], on: date) -> Line | None:
    row = lines.filter(due_on__gte=on, optional=False).order_by("due_on", "pk").first()
    return _line(row, on) if row else None


def _with_next(actor: Actor, rows: list[DueLine], on: date) -> tuple[Held, ...]:
    shown = [row.convention_id for row in rows]
    theirs = _listed(actor, on).filter(convention__in=shown)
    upcoming = theirs.filter(due_on__gte=on).order_by("convention", "due_on", "pk").distinct("convention")
    next_lines = {row.convention_id: _line(row, on) for row in upcoming}
    counted = theirs.filter(due_on__lt=on).values("convention").annotate(number=Count("pk"))
    late = {row["convention"]: row["number"] for row in counted}
    return tuple(
        Held(
            convention=row.convention_id,
            title=row.title,
            sentence=row.sentence,
            status=Status(row.state),
            first_day=row.first_day,
            last_day=row.last_day,
            next=next_lines.get(row.convention_id),
            late=late.get(row.convention_id, 0),
        )
        for row in rows
    )


def _choices(lines: QuerySet[DueLine]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Who acts and in which dossiers, among the first lines of the list."""
    first = lines.order_by("due_on", "pk").values_list("who_key", "who", "convention", "title")[:MANY]
    rows = list(first)
    people = Counter((key, words) for key, words, _, _ in rows if key)
    dossiers = Counter((str(pk), title) for _, _, pk, title in rows)
    return _sorted(people), _sorted(dossiers)[:PAGE]


def _sorted(counted: Counter[tuple[str, str]]) -> tuple[Choice, ...]:
    merged: dict[str, Choice] = {}
    for (value, words), number in counted.items():
        before = merged.get(value)
        merged[value] = Choice(value=value, words=before.words if before else words, count=number + _count_of(before))
    return tuple(sorted(merged.values(), key=lambda choice: choice.words.casefold()))


def _count_of(choice: Choice | None) -> int:
    return choice.count if choice else 0


def _line(row: DueLine, on: date) -> Line:
    return Line(
        convention=row.convention_id,
        title=row.title,
        sentence=row.sentence,
        state=State(row.state),
        group=_group(row.due_on, on),
        duty=Duty(row.duty),
        due_on=row.due_on,
        who=row.who,
        who_key=row.who_key,
        article=row.article,
        optional=row.optional,
        obligation_key=row.obligation_key,
    )


def _group(due_on: date | None, on: date) -> Group:
    if due_on is None:
        return Group.OPEN
    if due_on < on:
        return Group.LATE
    return Group.SOON if due_on <= on + SOON else Group.LATER
