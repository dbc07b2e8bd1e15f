"""The disposable lines of lists: what they say is computed here from terms and facts, for each day to come."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from convenir.access.context import acting_as
from convenir.access.conventions import calendar_among, fact_rows, seats_of
from convenir.access.roles import Actor, Role
from convenir.core.agenda import agenda
from convenir.core.delays import Years, after, earliest, latest
from convenir.core.facts import Fact, known_on
from convenir.core.life import life
from convenir.core.obligation import Obligation, State
from convenir.core.standing import Standing, standing
from convenir.core.terms import Terms
from convenir.core.workdays import Calendar
from convenir.records.mapping import fact_of, terms_of
from convenir.records.models import Convention, DueLine, House
from convenir.writer.words import article_short, obligation_sentence, status_sentence, who_words

AHEAD = Years(count=3)
DAY = timedelta(days=1)
SAY_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What lines are computed from: the dossier as known on the day `on`."""

    terms: Terms
    facts: tuple[Fact, ...]
    calendar: Calendar
    on: date

    def standing(self, day: date) -> Standing:
        """The status on that day, with what is known now."""
        return standing(self.terms, self.facts, on=day, known=self.on, calendar=self.calendar)

    def agenda(self, day: date, until: date) -> tuple[Obligation, ...]:
        """The obligations on that day, with what is known now."""
        return agenda(self.terms, self.facts, on=day, known=self.on, until=until, calendar=self.calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a line says, without the days between which it holds: two days that say the same are one line."""

    kind: str
    sentence: str
    state: str
    due_on: date | None = None
    who: str = ""
    who_key: str = ""
    article: str = ""
    duty: str = ""
    optional: bool = False
    obligation_key: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A line and the days between which it holds, both included."""

    said: Said
    holds_from: date
    holds_until: date


def rewrite(row: Convention, *, on: date) -> int:
    """Replaces the lines of a dossier by those that hold from that day; how many."""
    seats = seats_of(row)
    facts = tuple(fact_of(one) for one in fact_rows(row))
    picture = Picture(terms=terms_of(row), facts=facts, calendar=calendar_among(seats), on=on)
    DueLine.objects.filter(convention=row).delete()
    held = tuple(lines(picture))
    homes = dict.fromkeys(seat.house.pk for seat in seats)
    written = DueLine.objects.bulk_create(_line(row, home, one) for home in homes for one in held)
    return len(written)


def rebuild_all(on: date, say: Callable[[str], None]) -> int:
    """Rewrites the lines of every dossier, each in the name of the house that opened it; how many dossiers."""
    done = 0
    for house in House.objects.order_by("pk"):
        actor = Actor(key="rebuild", name="Convenir", role=Role.STRANGER, house_id=house.pk, house_name=house.name)
        with acting_as(actor):
            for row in Convention.objects.filter(house=house).order_by("pk").iterator(chunk_size=SAY_EVERY):
                rewrite(row, on=on)
                done += 1
                if done % SAY_EVERY == 0:
                    say(f"Échéances recalculées : {done} dossiers.")
    say(f"Échéances à jour : {done} dossiers." if done > 1 else f"Échéances à jour : {done} dossier.")
    return done


def lines(picture: Picture) -> Iterator[Held]:
    """Every line that holds from the day of the picture to the last day of the convention, three years at least."""
    until = _until(picture)
    starts = _turning_days(picture, until)
    ends = [day - DAY for day in starts[1:]] + [until]
    open_lines: dict[Said, date] = {}
    for start, end in zip(starts, ends, strict=True):
        said = set(on_day(picture, start, until))
        closed = [one for one in open_lines if one not in said]
        for one in closed:
            yield Held(said=one, holds_from=open_lines.pop(one), holds_until=start - DAY)
        for one in said:
            open_lines.setdefault(one, start)
        last = end
    yield from (Held(said=one, holds_from=since, holds_until=last) for one, since in open_lines.items())


def on_day(picture: Picture, day: date, until: date) -> Iterator[Said]:
    """What is to be said of the dossier on that day: its status, then each duty that is not done."""
    yield _status(picture, day)
    for obligation in picture.agenda(day, until):
        if _is_listed(obligation, day):
            yield _obligation(obligation, picture.terms)


def _until(picture: Picture) -> date:
    known = picture.standing(picture.on).last_day
    ahead = after(picture.on, AHEAD)
    return max(known, ahead) if known else ahead


def _turning_days(picture: Picture, until: date) -> list[date]:
    """The days on which something may change: dates of duties, of facts, of the life, and the first of each year."""
    first = picture.on
    days = set(_days_of(picture.agenda(first, until))) | set(_days_of(picture.agenda(until, until)))
    days |= set(_days_of_life(picture))
    days |= {
        moment for fact in picture.facts for day in (earliest(fact.on), latest(fact.on)) for moment in (day, day + DAY)
    }
    days |= {date(year, 1, 1) for year in range(first.year + 1, until.year + 1)}
    return [first, *sorted(day for day in days if first < day <= until)]


def _days_of(obligations: Iterable[Obligation]) -> Iterator[date]:
    for obligation in obligations:
        for day in (obligation.due_on, obligation.opens_on, obligation.done_on):
            if day:
                yield day
                yield day + DAY


def _days_of_life(picture: Picture) -> Iterator[date]:
    found = life(picture.terms, known_on(picture.facts, picture.on))
    ends = (found.first_day, found.term, found.last_day, *(found.range or ()))
    periods = [day for period in found.periods for day in (period.first, period.last)]
    for day in (*ends, *periods):
        if day:
            yield day
            yield day + DAY


def _is_listed(obligation: Obligation, day: date) -> bool:
    """A possibility whose day has passed is lost, not late."""
    if obligation.optional and obligation.due_on is not None and obligation.due_on < day:
        return False
    return obligation.state is not State.DONE


def _status(picture: Picture, day: date) -> Said:
    found = picture.standing(day)
    return Said(
        kind="status",
        sentence=status_sentence(found, picture.terms, day),
        state=found.status.value,
        first_day=found.first_day,
        last_day=found.last_day,
    )


def _obligation(obligation: Obligation, terms: Terms) -> Said:
    return Said(
        kind="obligation",
        sentence=obligation_sentence(obligation, terms),
        state=obligation.state.value,
        due_on=obligation.due_on,
        who=who_words(obligation, terms)[:300],
        who_key="+".join(obligation.who)[:200],
        article=article_short(obligation.because[0]),
        duty=obligation.duty.value,
        optional=obligation.optional,
        obligation_key=obligation.key[:120],
    )


def _line(row: Convention, home: int, held: Held) -> DueLine:
    said = held.said
    return DueLine(
        convention=row,
        house_id=home,
        facts_version=row.facts_version,
        holds_from=held.holds_from,
        holds_until=held.holds_until,
        title=row.title,
        kind=said.kind,
        sentence=said.sentence,
        state=said.state,
        due_on=said.due_on,
        who=said.who,
        who_key=said.who_key,
        article=said.article,
        duty=said.duty,
        optional=said.optional,
        obligation_key=said.obligation_key,
        first_day=said.first_day,
        last_day=said.last_day,
    )
