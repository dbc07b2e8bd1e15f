"""What lists read is what the law computes, on every day that the lines cover."""

from datetime import date, timedelta

import pytest
from tests.dossiers import dossier, people, terms_named

from convenir.access.context import acting_as
from convenir.access.conventions import fact_rows
from convenir.core.delays import Years, after
from convenir.core.dossier import facts_from
from convenir.core.facts import Fact
from convenir.core.obligation import State
from convenir.core.standing import Status
from convenir.core.workdays import FRENCH
from convenir.jobs.nightly import nightly
from convenir.records.mapping import fact_of
from convenir.records.models import DueLine
from convenir.usecases.lines import Picture, lines, on_day

SIGNED = {
    "finistere-2016": ("departement", "2016-05-02"),
    "rouen-2019": ("commune", "2019-12-16"),
    "sceaux-2021": ("commune", "2021-10-15"),
    "saves-2015": ("epci", "2015-06-15"),
    "bas-rhin-2013": ("departement", "2013-12-20"),
}


def facts_named(name: str) -> tuple[Fact, ...]:
    """Both parties signed, the committee met once, a second meeting is fixed."""
    other, day = SIGNED[name]
    signed = date.fromisoformat(day)
    return facts_from(
        [
            {"signed": "caf", "on": signed},
            {"signed": other, "on": signed},
            {"meeting_held": "copil", "on": signed + timedelta(days=60)},
            {"meeting_planned": "copil", "on": signed + timedelta(days=200), "recorded_on": signed},
        ]
    )


def picture(name: str, months: int) -> Picture:
    facts = facts_named(name)
    return Picture(
        terms=terms_named(name), facts=facts, calendar=FRENCH, on=facts[0].recorded_on + timedelta(days=30 * months)
    )


@pytest.mark.parametrize("months", [0, 4, 30])
@pytest.mark.parametrize("name", SIGNED)
def test_lines_say_what_is_computed_on_every_day_to_come(name: str, months: int) -> None:
    seen = picture(name, months)
    held = tuple(lines(seen))
    until = max(line.holds_until for line in held)
    assert until >= after(seen.on, Years(count=3))
    for day in asked_days(seen.on, until):
        said = {line.said for line in held if line.holds_from <= day <= line.holds_until}
        assert said == set(on_day(seen, day, until)), day


def asked_days(first: date, last: date) -> list[date]:
    """One day in thirteen, and those around the turn of each month, where most things change."""
    every = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    return [
        day for number, day in enumerate(every) if number % 13 == 0 or (day.day in (1, 30, 31) and day.month % 3 < 2)
    ]


def test_each_day_has_one_status() -> None:
    seen = picture("rouen-2019", 4)
    statuses = [line for line in lines(seen) if line.said.kind == "status"]
    assert [line.said.state for line in statuses] == [Status.IN_FORCE, Status.EXPIRED]
    assert statuses[0].holds_until == date(2022, 12, 31)
    assert statuses[1].holds_from == date(2023, 1, 1)


def test_a_duty_done_has_no_line_and_a_possibility_whose_day_has_passed_neither() -> None:
    seen = picture("rouen-2019", 4)
    held = [line for line in lines(seen) if line.said.kind == "obligation"]
    assert {line.said.state for line in held} & {State.DONE} == set()
    assert [
        line for line in held if line.said.optional and line.said.due_on and line.holds_until > line.said.due_on
    ] == []


@pytest.mark.django_db
def test_rebuilding_gives_every_dossier_the_lines_of_the_day() -> None:
    who = people()
    row = dossier(who)
    later = date(2022, 6, 1)
    said: list[str] = []
    nightly(later, said.append)
    assert said == ["Échéances à jour : 1 dossier."]
    with acting_as(who.agent):
        stored = DueLine.objects.filter(convention=row, house_id=who.agent.house_id)
        assert {line.holds_from >= later for line in stored} == {True}
        assert {line.facts_version for line in stored} == {row.facts_version}
        facts = tuple(fact_of(one) for one in fact_rows(row))
        seen = Picture(terms=terms_named("rouen-2019"), facts=facts, calendar=FRENCH, on=later)
        for day in (later, date(2022, 12, 31), date(2023, 1, 1)):
            holding = stored.filter(holds_from__lte=day, holds_until__gte=day)
            computed = {(said.sentence, said.state, said.due_on) for said in on_day(seen, day, date(2025, 6, 1))}
            assert set(holding.values_list("sentence", "state", "due_on")) == computed
