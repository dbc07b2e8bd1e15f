"""What a reader learns from two deliveries together: the persons of one zone less those of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from convenir.secrecy.primary import Rule
from convenir.secrecy.table import Thresholds, Zone

Line: TypeAlias = list[Fraction]
# By zone: the counts that a reader has, the numbers that they give.
Values: TypeAlias = dict[frozenset[str], int]
Deduced: TypeAlias = dict[frozenset[str], Fraction]


class Note(StrEnum):
    """What to say of a comparison that refuses nothing."""

    OTHER_DATE = "other_date"
    ROUNDED = "rounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A count that the recipient has: of whom (`about`), where (the atoms of the zone) and on which day.

    `rounded_to` is 1 for an exact count; open data rounded to 5 tell nothing certain. `kind`: whom the count is of,
    where it is of all the persons of the zone or sub-population; None for a cell of a table.
    """

    about: str
    zone: frozenset[str]
    on: date | None
    value: int
    rounded_to: int = 1
    fiscal: bool = False
    kind: Zone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A number that nobody delivered: `value` persons in the part `zone`, found by difference."""

    rule: Rule
    zone: frozenset[str]
    value: int


def learned(new: Sequence[Shown], before: Sequence[Shown], thresholds: Thresholds) -> Iterator[Learned]:
    """The numbers under the thresholds that the new counts give away, joined to those of earlier deliveries.

    Only exact counts of the same persons on the same day are joined. Every combination of zones is tried for each part
    that no zone divides, and every pair of nested zones for what lies between them.
    """
    for about, on in dict.fromkeys((one.about, one.on) for one in new):
        alike = [one for one in (*before, *new) if (one.about, one.on, one.rounded_to) == (about, on, 1)]
        values: Values = {}
        for one in alike:
            if values.setdefault(one.zone, one.value) != one.value:
                yield Learned(rule=Rule.INCONSISTENT, zone=one.zone, value=one.value)
        for zone, value in {**_between(values), **_parts(values)}.items():
            rule = _broken(value, alike, thresholds)
            if zone not in values and rule is not None:
                yield Learned(rule=rule, zone=zone, value=int(value))


def _broken(value: Fraction, alike: Sequence[Shown], thresholds: Thresholds) -> Rule | None:
    """The rule that a deduced number breaks; a part of a commune found by difference is a small zone too."""
    if value < 0 or value.denominator > 1:
        return Rule.INCONSISTENT
    if value == 0 and thresholds.zeros_safe:
        return None
    if value < thresholds.least(any(one.fiscal for one in alike)):
        return Rule.DIFFERENCE
    parts = any(one.kind in (Zone.INFRA, Zone.SUB_POPULATION) for one in alike)
    return Rule.MIN_POPULATION if parts and value < thresholds.min_population else None


def notes(new: Sequence[Shown], before: Sequence[Shown]) -> tuple[Note, ...]:
    """What was not compared, and why: counts of another day, rounded ones."""
    pairs = [(one, old) for one in new for old in before if (one.about, one.zone) == (old.about, old.zone)]
    found = (
        (Note.OTHER_DATE, any(one.on != old.on for one, old in pairs)),
        (Note.ROUNDED, any(one.on == old.on and old.rounded_to > 1 for one, old in pairs)),
    )
    return tuple(note for note, true in found if true)


def _between(values: Values) -> Deduced:
    """What each zone holds beyond another that it contains; a zone that nobody described contains nothing."""
    pairs = [(large, small) for large in values for small in values if small and small < large]
    return {large - small: Fraction(values[large] - values[small]) for large, small in pairs}


def _parts(values: Values) -> Deduced:
    """The parts that no zone divides and whose number is determined by all the zones together.

    >>> ring = {frozenset("ab"): 23, frozenset("bc"): 33, frozenset("ac"): 50}
    >>> sorted((min(part), int(number)) for part, number in _parts(ring).items())
    [('a', 20), ('b', 3), ('c', 30)]
    """
    atoms = sorted(frozenset().union(*values))
    signatures: dict[tuple[bool, ...], set[str]] = {}
    for atom in atoms:
        signatures.setdefault(tuple(atom in zone for zone in values), set()).add(atom)
    pieces = list(signatures)
    rows = [
        [*(Fraction(piece[number]) for piece in pieces), Fraction(value)]
        for number, value in enumerate(values.values())
    ]
    found: Deduced = {}
    for line in _reduced(rows, len(pieces)):
        held = [place for place in range(len(pieces)) if line[place]]
        if len(held) == 1:
            found[frozenset(signatures[pieces[held[0]]])] = line[-1]
    return found


def _reduced(rows: list[Line], width: int) -> list[Line]:
    """The rows in reduced echelon form, by exact fractions."""
    done = 0
    for place in range(width):
        pivot = next((number for number in range(done, len(rows)) if rows[number][place]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][place]
        rows[done] = [value / lead for value in rows[done]]
        for number, row in enumerate(rows):
            if number != done and row[place]:
                times = row[place]
                rows[number] = [value - times * base for value, base in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
