"""The list over all dossiers of a house: what it shows, how it is narrowed, and what it costs."""

from datetime import date, timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.dossiers import SIGNED, TODAY, People, dossier, people

from convenir.access.context import acting_as
from convenir.access.portfolio import PAGE, SOON, Filters, Group, Pages, Portfolio, portfolio, pressing
from convenir.access.roles import Actor
from convenir.core.obligation import State
from convenir.core.standing import Status

FIRST = Pages(lines=1, conventions=1)


@pytest.fixture
def who(db: None) -> People:
    return people()


def asked(actor: Actor, filters: Filters | None = None, *, on: date = TODAY, pages: Pages = FIRST) -> Portfolio:
    with acting_as(actor):
        return portfolio(actor, on=on, filters=filters or Filters(), pages=pages)


def test_both_houses_see_the_dossier_and_a_stranger_an_empty_list(who: People) -> None:
    row = dossier(who)
    for actor in (who.adviser, who.agent, who.elected):
        seen = asked(actor)
        assert [held.convention for held in seen.conventions] == [row.pk]
        assert seen.lines
    empty = asked(who.stranger)
    assert (empty.total, empty.late, empty.soon, empty.lines, empty.conventions) == (0, 0, 0, (), ())


def test_a_convention_is_told_with_its_status_its_life_and_its_next_date(who: People) -> None:
    dossier(who)
    (held,) = asked(who.adviser).conventions
    assert held.status is Status.IN_FORCE
    assert (held.first_day, held.last_day) == (date(2019, 12, 16), date(2022, 12, 31))
    assert held.sentence == "Signée le 16 décembre 2019, s’applique jusqu’au 31 décembre 2022."
    assert held.next is not None and held.next.due_on is not None and held.next.due_on >= TODAY
    assert held.late == len([line for line in asked(who.adviser).lines if line.group is Group.LATE])


def test_lines_come_by_day_late_first_undated_last_and_are_counted_by_group(who: People) -> None:
    dossier(who)
    seen = asked(who.adviser)
    days = [line.due_on or date.max for line in seen.lines]
    assert days == sorted(days)
    counted = {group: len([line for line in seen.lines if line.group is group]) for group in Group}
    assert counted == {
        Group.LATE: seen.late,
        Group.SOON: seen.soon,
        Group.LATER: seen.later,
        Group.OPEN: seen.undated,
    }
    assert {line.state for line in seen.lines if line.group is Group.LATE} <= {State.LATE, State.REASON_REQUIRED}
    assert all(line.due_on is None or line.due_on <= TODAY + SOON for line in seen.lines if line.group is Group.SOON)
    with acting_as(who.adviser):
        assert pressing(who.adviser, on=TODAY) == seen.late + seen.soon


def test_the_list_of_another_day_is_that_of_that_day(who: People) -> None:
    dossier(who)
    after = asked(who.adviser, on=date(2023, 1, 1))
    assert [held.status for held in after.conventions] == [Status.EXPIRED]


def test_filters_narrow_the_list_and_name_their_choices(who: People) -> None:
    first, second = dossier(who, "Première"), dossier(who, "Seconde")
    seen = asked(who.adviser)
    assert [choice.value for choice in seen.dossiers] == [str(first.pk), str(second.pk)]
    one = asked(who.adviser, Filters(convention=first.pk))
    assert {line.title for line in one.lines} == {"Première"}
    assert [held.title for held in one.conventions] == ["Première"]
    for choice in seen.people:
        narrowed = asked(who.adviser, Filters(who=choice.value))
        assert {line.who_key for line in narrowed.lines} == {choice.value}
        assert len(narrowed.lines) == choice.count
    late = asked(who.adviser, Filters(group=Group.LATE))
    assert {line.group for line in late.lines} <= {Group.LATE}


def test_the_list_is_paged(who: People) -> None:
    for number in range(8):
        dossier(who, f"Convention {number}")
    first = asked(who.adviser)
    second = asked(who.adviser, pages=Pages(lines=2, conventions=1))
    assert (len(first.lines), first.has_more) == (PAGE, True)
    assert second.lines and not set(second.lines) & set(first.lines)
    assert asked(who.adviser, pages=Pages(lines=1, conventions=2)).conventions == ()


@pytest.mark.parametrize(("dossiers", "queries"), [(0, 9), (1, 11), (6, 11)])
def test_the_number_of_queries_does_not_depend_on_the_portfolio(
    who: People, dossiers: int, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(dossiers):
        dossier(who, f"Convention {number}", SIGNED if number % 2 else SIGNED[:1])
    with acting_as(who.adviser):
        with django_assert_num_queries(queries):
            portfolio(who.adviser, on=TODAY, filters=Filters(), pages=FIRST)
        with django_assert_num_queries(1):
            pressing(who.adviser, on=TODAY + timedelta(days=1))
