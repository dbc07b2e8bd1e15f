"""What two deliveries tell together: nested zones, rings of zones, other days, rounded counts."""

from dataclasses import replace
from datetime import date

import pytest

from convenir.secrecy.differencing import Learned, Note, Shown, learned, notes
from convenir.secrecy.primary import Rule
from convenir.secrecy.table import Thresholds, Zone

DAY, NEXT = date(2021, 12, 31), date(2022, 12, 31)
THRESHOLDS = Thresholds()


def shown(zone: str, value: int, on: date = DAY, rounded_to: int = 1) -> Shown:
    return Shown(about="allocataires", zone=frozenset(zone), on=on, value=value, rounded_to=rounded_to)


def found(new: list[Shown], before: list[Shown]) -> set[tuple[str, int]]:
    return {("".join(sorted(one.zone)), one.value) for one in learned(new, before, THRESHOLDS)}


@pytest.mark.parametrize(
    ("new", "before", "expected"),
    [
        ([shown("a", 117)], [shown("ab", 120)], {("b", 3)}),
        ([shown("ab", 120)], [shown("a", 117)], {("b", 3)}),
        ([shown("a", 115)], [shown("ab", 120)], set()),
        ([shown("a", 116)], [shown("ab", 120)], {("b", 4)}),
        ([shown("ab", 57 + 3)], [shown("a", 57)], {("b", 3)}),
        ([shown("ac", 50)], [shown("ab", 23), shown("bc", 33)], {("b", 3)}),
        ([shown("ea", 38)], [shown("ab", 23), shown("bc", 33), shown("ce", 48)], set()),
        ([shown("a", 117, on=NEXT)], [shown("ab", 120)], set()),
        ([shown("a", 117)], [shown("ab", 120, rounded_to=5)], set()),
        ([shown("a", 120)], [shown("ab", 120)], {("b", 0)}),
    ],
)
def test_the_part_that_two_deliveries_give_away(
    new: list[Shown], before: list[Shown], expected: set[tuple[str, int]]
) -> None:
    assert found(new, before) == expected


@pytest.mark.parametrize(
    ("rest", "kind", "rule"),
    [
        (197, Zone.INFRA, Rule.DIFFERENCE),
        (195, Zone.INFRA, Rule.MIN_POPULATION),
        (101, Zone.INFRA, Rule.MIN_POPULATION),
        (100, Zone.INFRA, None),
        (195, Zone.WHOLE, None),
        (195, Zone.SUB_POPULATION, Rule.MIN_POPULATION),
        (195, None, None),
        (201, Zone.WHOLE, Rule.INCONSISTENT),
    ],
)
def test_a_part_of_a_commune_found_by_difference_is_a_zone(rest: int, kind: Zone | None, rule: Rule | None) -> None:
    told = list(learned([replace(shown("a", rest), kind=kind)], [shown("ab", 200)], THRESHOLDS))
    assert [one.rule for one in told] == ([] if rule is None else [rule])


def test_counts_that_cannot_all_be_true_are_told() -> None:
    told = learned([shown("ac", 51)], [shown("ab", 23), shown("bc", 33)], THRESHOLDS)
    assert {one.rule for one in told} == {Rule.INCONSISTENT}


def test_a_zone_that_nobody_described_is_compared_with_itself_only() -> None:
    assert list(learned([shown("a", 117)], [shown("", 120)], THRESHOLDS)) == []


def test_a_zero_by_difference_is_safe_where_zeros_are() -> None:
    safe = Thresholds(zeros_safe=True)
    assert list(learned([shown("a", 120)], [shown("ab", 120)], safe)) == []


def test_two_values_of_one_count_are_told() -> None:
    (one,) = learned([shown("a", 107)], [shown("a", 104)], THRESHOLDS)
    assert one == Learned(rule=Rule.INCONSISTENT, zone=frozenset("a"), value=107)


def test_another_day_and_a_rounded_count_are_said() -> None:
    assert notes([shown("a", 107, on=NEXT)], [shown("a", 104)]) == (Note.OTHER_DATE,)
    assert notes([shown("a", 7)], [shown("a", 5, rounded_to=5)]) == (Note.ROUNDED,)
    assert notes([shown("a", 7)], [shown("b", 5)]) == ()
