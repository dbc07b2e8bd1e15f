"""What is hidden in a table resists a reader who subtracts, whatever the table."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convenir.secrecy.primary import Rule, sensitive
from convenir.secrecy.protect import Protected, Refused, counts, protect
from convenir.secrecy.secondary import Bounds, bounds, complements, exposed
from convenir.secrecy.table import REST, TOTAL, Cell, Table, Thresholds, Zone

SOURCES = Path(__file__).parents[2] / "src"
THRESHOLDS = Thresholds()
SAFE_ZEROS = Thresholds(zeros_safe=True)
THREE = Table(rows=("A", "B", "C"), columns=("x", "y", "z"), counts=((20, 3, 15), (12, 18, 9), (30, 11, 25)))
SQUEEZED = Table(rows=("A", "B", "C"), columns=("x", "y", "z"), counts=((2, 1, 40), (30, 3, 12), (25, 16, 21)))
NO_ROOM = Table(rows=("A", "B", "C"), columns=("x", "y", "z"), counts=((3, 0, 21), (10, 0, 9), (14, 6, 33)))


def cells(*names: str) -> frozenset[Cell]:
    return frozenset(Cell(*name.split(".")) for name in names)


@pytest.mark.parametrize(
    ("table", "hidden", "cell", "expected"),
    [
        (THREE, "A.y", "A.y", (3, 3)),
        (THREE, "A.y A.z", "A.y", (3, 3)),
        (THREE, "A.y A.z B.y B.z", "A.y", (0, 18)),
        (THREE, "A.y A.z B.y B.z", "B.z", (6, 24)),
        (SQUEEZED, "A.x A.y B.x B.y", "A.x", (0, 3)),
        (SQUEEZED, "A.x A.y B.x B.y", "B.x", (29, 32)),
        (NO_ROOM, "A.x A.y B.x B.y", "A.x", (3, 3)),
        (THREE, "A.y A.T T.y T.T", "A.y", (0, None)),
    ],
)
def test_what_a_reader_still_knows(table: Table, hidden: str, cell: str, expected: tuple[int, int | None]) -> None:
    (one,) = cells(cell)
    assert bounds(table, cells(*hidden.split()), one) == Bounds(least=expected[0], most=expected[1])


@pytest.mark.parametrize("table", [THREE, SQUEEZED, NO_ROOM])
def test_the_complements_protect_every_sensitive_cell(table: Table) -> None:
    primary = sensitive(table, SAFE_ZEROS)
    assert exposed(table, {one.cell for one in primary}, primary) == primary
    made = protect(table, SAFE_ZEROS)
    assert isinstance(made, Protected)
    assert exposed(table, made.hidden, primary) == ()


@pytest.mark.parametrize(
    ("value", "rule"),
    [(4, Rule.MIN_COUNT), (5, None), (6, None), (0, Rule.ZERO)],
)
def test_five_persons_are_enough(value: int, rule: Rule | None) -> None:
    table = Table(rows=("A", "B", "C"), columns=("n",), counts=((value,), (50,), (60,)))
    assert [one.rule for one in sensitive(table, THRESHOLDS)] == ([rule] if rule else [])


@pytest.mark.parametrize(("value", "hidden"), [(10, True), (11, False)])
def test_tax_data_ask_for_eleven(value: int, hidden: bool) -> None:
    table = Table(rows=("A", "B"), columns=("n",), counts=((value,), (50,)), fiscal=True)
    assert bool(sensitive(table, THRESHOLDS)) is hidden


@pytest.mark.parametrize(("people", "rule"), [(99, Rule.MIN_POPULATION), (100, None), (101, None)])
def test_a_zone_of_a_hundred_is_large_enough(people: int, rule: Rule | None) -> None:
    made = protect(Table(rows=("x",), columns=("n",), counts=((people,),), kind=Zone.INFRA), THRESHOLDS)
    assert (made.rule if isinstance(made, Refused) else None) is rule


def test_a_small_zone_of_a_table_is_hidden_with_its_total() -> None:
    table = Table(rows=("I1", "I2", "I3"), columns=("n",), counts=((99,), (450,), (612,)), rows_are=Zone.INFRA)
    made = protect(table, THRESHOLDS)
    assert isinstance(made, Protected)
    assert made.hidden == cells("I1.n", "I2.n")
    assert bounds(table, made.hidden, Cell("I1", "n")) == Bounds(least=0, most=549)


def test_what_the_columns_leave_out_is_a_cell_too() -> None:
    table = Table(rows=("A", "B"), columns=("rsa",), counts=((52,), (40,)), totals=(54, 90))
    primary = sensitive(table, THRESHOLDS)
    assert [(one.cell, one.rule) for one in primary] == [(Cell("A", REST), Rule.COMPLEMENT)]
    made = protect(table, THRESHOLDS)
    assert isinstance(made, Protected)
    assert exposed(table, made.hidden, primary) == ()
    assert all(cell.column != REST for cell in made.shown())


def test_a_zero_by_definition_hides_nothing_and_is_shown() -> None:
    zero = Cell("A", "y")
    table = Table(rows=("A", "B"), columns=("x", "y"), counts=((40, 0), (50, 60)), structural=frozenset({zero}))
    made = protect(table, THRESHOLDS)
    assert isinstance(made, Protected)
    assert made.shown()[zero] == 0


def test_an_attribute_that_all_share_is_hidden() -> None:
    table = Table(rows=("moins de 20 ans", "20 ans et plus"), columns=("rsa", "sans"), counts=((7, 0), (80, 300)))
    made = protect(table, SAFE_ZEROS)
    assert isinstance(made, Protected)
    assert [one.rule for one in made.primary] == [Rule.HOMOGENEOUS]
    assert bounds(table, made.hidden, Cell("moins de 20 ans", "rsa")).least < 7


def test_nothing_is_proved_safe_when_all_must_be_hidden() -> None:
    one = Table(rows=("A",), columns=("x", "y"), counts=((5, 2),))
    made = protect(one, THRESHOLDS)
    assert isinstance(made, Protected)
    assert made.shown() == {Cell("A", TOTAL): 7}
    tiny = protect(Table(rows=("A",), columns=("x",), counts=((4,),)), THRESHOLDS)
    assert isinstance(tiny, Refused)
    assert tiny.rule is Rule.MIN_COUNT


def test_cells_already_handed_over_are_not_used_to_hide_others() -> None:
    first = protect(THREE, THRESHOLDS)
    assert isinstance(first, Protected)
    again = protect(THREE, THRESHOLDS, tuple(counts(THREE, first.shown())))
    assert isinstance(again, Protected)
    assert again.hidden == first.hidden
    out = protect(THREE, Thresholds(min_count=2))
    assert isinstance(out, Protected)
    late = protect(THREE, THRESHOLDS, tuple(counts(THREE, out.shown())))
    assert isinstance(late, Refused)
    assert late.rule is Rule.NO_PROTECTION


@pytest.mark.parametrize(
    "wrong",
    [
        {"rows": ("A", "A"), "columns": ("x",), "counts": ((1,), (2,))},
        {"rows": (TOTAL,), "columns": ("x",), "counts": ((1,),)},
        {"rows": ("A",), "columns": ("x",), "counts": ((1, 2),)},
        {"rows": ("A",), "columns": ("x",), "counts": ((-1,),)},
        {"rows": ("A",), "columns": ("x",), "counts": ((5,),), "totals": (4,)},
    ],
)
def test_what_is_not_a_table_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="row|count"):
        Table(**wrong)


small = st.integers(min_value=0, max_value=7)
tables = st.tuples(st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda size: st.lists(st.lists(small, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]).map(
        lambda counts: Table(
            rows=tuple("ABC"[: len(counts)]),
            columns=tuple("xyz"[: len(counts[0])]),
            counts=tuple(tuple(row) for row in counts),
        )
    )
)


def is_known(told: Bounds) -> bool:
    return told.least == told.most


def compatible(table: Table, hidden: frozenset[Cell]) -> list[dict[Cell, int]]:
    """Every table of counts that shows the same: inner cells one by one, margins follow."""
    inner = [Cell(row, column) for row in table.rows for column in table.columns]
    open_cells = [cell for cell in inner if cell in hidden]
    kept = []
    for values in product(range(table.total + 1), repeat=len(open_cells)):
        guess = dict(zip(open_cells, values, strict=True))
        counted = tuple(
            tuple(guess.get(Cell(r, c), table.value(Cell(r, c))) for c in table.columns) for r in table.rows
        )
        other = Table(rows=table.rows, columns=table.columns, counts=counted)
        if all(other.value(cell) == table.value(cell) for cell in table.cells() if cell not in hidden):
            kept.append({cell: other.value(cell) for cell in table.cells()})
    return kept


@settings(max_examples=60, deadline=None)
@given(tables, st.data())
def test_the_bounds_are_those_of_every_table_that_shows_the_same(table: Table, data: st.DataObject) -> None:
    inner = [Cell(row, column) for row in table.rows for column in table.columns]
    hidden = frozenset(data.draw(st.sets(st.sampled_from(inner), min_size=1, max_size=4)))
    if table.total ** len(hidden) > 20_000:
        return
    possible = compatible(table, hidden)
    if len(table.rows) * len(table.columns) == 1:
        return
    for cell in hidden:
        found = [one[cell] for one in possible]
        assert bounds(table, hidden, cell) == Bounds(least=min(found), most=max(found))


@settings(max_examples=150, deadline=None)
@given(tables, st.booleans())
def test_no_protected_table_is_exposed(table: Table, zeros_safe: bool) -> None:
    thresholds = Thresholds(zeros_safe=zeros_safe)
    made = protect(table, thresholds)
    if isinstance(made, Refused):
        return
    assert exposed(table, made.hidden, made.primary) == ()
    assert not any(is_known(bounds(table, made.hidden, one.cell)) for one in made.primary)


def on_a_cycle(hidden: frozenset[Cell], cell: Cell) -> bool:
    """Whether the rows and columns that hidden cells join lead from the row of a cell to its column without it."""
    reached, waiting = set(), {("row", cell.row)}
    while waiting:
        kind, name = waiting.pop()
        reached.add((kind, name))
        for other in hidden - {cell}:
            if kind == "row" and other.row == name:
                waiting |= {("column", other.column)} - reached
            if kind == "column" and other.column == name:
                waiting |= {("row", other.row)} - reached
    return ("column", cell.column) in reached


@settings(max_examples=150, deadline=None)
@given(tables, st.data())
def test_a_cell_on_no_cycle_is_recomputed(table: Table, data: st.DataObject) -> None:
    if min(len(table.rows), len(table.columns)) < 2:
        return
    hidden = frozenset(data.draw(st.sets(st.sampled_from(list(table.cells())), min_size=1)))
    for cell in hidden:
        if not on_a_cycle(hidden, cell):
            assert is_known(bounds(table, hidden, cell))


def test_only_protect_makes_a_protected_table() -> None:
    makers = {path.name for path in SOURCES.rglob("*.py") if re.search(r"\bProtected\(", path.read_text())}
    assert makers == {"protect.py"}


def test_nothing_can_be_hidden_in_a_table_of_zeros_by_definition() -> None:
    table = Table(
        rows=("A", "B"),
        columns=("x", "y"),
        counts=((3, 0), (0, 60)),
        structural=frozenset({Cell("A", "y"), Cell("B", "x")}),
    )
    primary = sensitive(table, THRESHOLDS)
    beside = complements(table, primary)
    assert beside is None or exposed(table, beside | {one.cell for one in primary}, primary) == ()
