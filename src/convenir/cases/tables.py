"""What a case says of tables of counts: which one may be handed over after which, and what it hides."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from convenir.cases.lines import cites
from convenir.cases.names import known_keys, named, shown
from convenir.core.terms import DisclosureRule, Terms
from convenir.secrecy.differencing import Shown
from convenir.secrecy.primary import Rule
from convenir.secrecy.protect import Protected, Refused, Release, counts, protect
from convenir.secrecy.secondary import bounds
from convenir.secrecy.table import Cell, Table, Thresholds, Zone

Gap = tuple[str, str]
ZONES: Mapping[str, Zone] = {zone.value: zone for zone in Zone}
GIVEN = frozenset(
    {"counts", "totals", "rows", "columns", "zone", "rows_are", "people", "atoms", "about", "counted_on", "fiscal"}
    | {"structural", "zeros_safe", "rounded_to", "name"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A table judged: by which thresholds, with which result."""

    release: Release
    thresholds: Thresholds
    rule: DisclosureRule | None


def thresholds_of(terms: Terms) -> tuple[Thresholds, DisclosureRule | None]:
    """The thresholds of the text; those of usage where it gives none."""
    rule, usual = terms.first(DisclosureRule), Thresholds()
    if rule is None:
        return usual, None
    least = rule.min_cell or rule.min_count or usual.min_count
    return replace(usual, min_count=least, min_population=rule.min_population or usual.min_population), rule


def table_gaps(terms: Terms, lines: Sequence[dict[str, Any]]) -> Iterator[tuple[int, str, Gap]]:
    """Each table in turn, those that may be handed over being known of the recipient of the next ones.

    Rounded counts are what everybody already has: they are known, and not judged.
    """
    before: list[Shown] = []
    for number, line in enumerate(lines, start=1):
        known_keys(line, GIVEN | TABLE_CHECKS.keys() | {"source", "note"})
        thresholds, rule = thresholds_of(terms)
        asked = replace(thresholds, zeros_safe=line.get("zeros_safe", False))
        base = line.get("rounded_to", 1)
        table = table_from(line)
        if base > 1:
            before += (replace(one, rounded_to=base) for one in counts(table, table.cells()))
            continue
        release = protect(table, asked, before)
        answer = Answer(release=release, thresholds=asked, rule=rule)
        for key in TABLE_CHECKS.keys() & line.keys():
            yield from ((number, key, gap) for gap in TABLE_CHECKS[key](answer, line[key]))
        if isinstance(release, Protected):
            before += counts(release.table, release.shown())


def table_from(line: dict[str, Any]) -> Table:
    """The table of a line: a single count is one row of one column."""
    given = line["counts"]
    rows = given if isinstance(given, list) else [[given]]
    names = line.get("rows", [f"ligne {number}" for number in range(1, len(rows) + 1)])
    return Table(
        rows=tuple(names),
        columns=tuple(line.get("columns", ["effectif"])),
        counts=tuple(tuple(row) if isinstance(row, list) else (row,) for row in rows),
        totals=tuple(line["totals"]) if "totals" in line else None,
        kind=named(ZONES, line.get("zone", "whole"), "zone"),
        rows_are=named(ZONES, line.get("rows_are", "whole"), "rows_are"),
        people=line.get("people"),
        zone=frozenset(line.get("atoms", [])),
        about=line.get("about", ""),
        on=line.get("counted_on"),
        fiscal=line.get("fiscal", False),
        structural=frozenset(Cell(row, column) for row, column in line.get("structural", [])),
    )


def _allowed(answer: Answer, expected: bool) -> Iterator[Gap]:
    found = isinstance(answer.release, Protected)
    if found is not expected:
        yield shown(expected), f"{shown(found)} ({_why(answer.release)})"


def _refused_by(answer: Answer, expected: str) -> Iterator[Gap]:
    rule = named({rule.value: rule for rule in Rule}, expected, "refused_by")
    if _why(answer.release) != rule.value:
        yield expected, _why(answer.release)


def _why(release: Release) -> str:
    return release.rule.value if isinstance(release, Refused) else "none"


def _primary(answer: Answer, expected: dict[str, list[str]]) -> Iterator[Gap]:
    """Exactly these cells, by the rule that hides them."""
    wanted = {_cell(name): rule for rule, names in expected.items() for name in names}
    primary = answer.release.primary if isinstance(answer.release, Protected) else ()
    found = {one.cell: one.rule.value for one in primary}
    if wanted != found:
        yield shown(expected), shown([f"{_name(cell)} : {rule}" for cell, rule in found.items()])


def _hidden(answer: Answer, expected: list[str] | int) -> Iterator[Gap]:
    """Exactly these cells, or so many."""
    found = sorted(_name(cell) for cell in _hidden_cells(answer.release))
    same = len(found) == expected if isinstance(expected, int) else found == sorted(expected)
    if not same:
        yield shown(expected), shown(found)


def _hidden_cells(release: Release) -> frozenset[Cell]:
    """What a table does not show; a table refused shows nothing."""
    return release.hidden if isinstance(release, Protected) else frozenset(release.table.cells())


def _between(answer: Answer, expected: dict[str, list[int]]) -> Iterator[Gap]:
    """What the recipient can still say of a hidden cell: the least and the most that it may hold."""
    for name, limits in expected.items():
        found = bounds(answer.release.table, _hidden_cells(answer.release), _cell(name))
        if [found.least, found.most] != limits:
            yield f"{name} = {shown(limits)}", f"{name} = {shown([found.least, found.most])}"


def _learned(answer: Answer, expected: list[int]) -> Iterator[Gap]:
    told = answer.release.learned if isinstance(answer.release, Refused) else ()
    found = sorted(one.value for one in told)
    if found != sorted(expected):
        yield shown(expected), shown(found)


def _notes(answer: Answer, expected: list[str]) -> Iterator[Gap]:
    found = sorted(note.value for note in answer.release.notes)
    if found != sorted(expected):
        yield shown(expected), shown(found)


def _because(answer: Answer, expected: str) -> Iterator[Gap]:
    sources = [] if answer.rule is None else [answer.rule.source]
    if not cites(sources, expected):
        yield expected, shown([source.article for source in sources])


def _cell(name: str) -> Cell:
    """« quartier A, RSA »; the row alone where there is one column."""
    row, _, column = name.partition(", ")
    return Cell(row, column or "effectif")


def _name(cell: Cell) -> str:
    return cell.row if cell.column == "effectif" else f"{cell.row}, {cell.column}"


# What a line of `tables` may assert; a total is called `T`.
TABLE_CHECKS: dict[str, Callable[[Answer, Any], Iterator[Gap]]] = {
    "allowed": _allowed,
    "refused_by": _refused_by,
    "primary": _primary,
    "hidden": _hidden,
    "between": _between,
    "learned": _learned,
    "notes": _notes,
    "because": _because,
}
