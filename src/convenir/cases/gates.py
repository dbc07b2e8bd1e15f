"""What a case says of data about to pass: whether they may, and how each need stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

from convenir.cases.lines import alternatives_of, cites, finding_gaps, same_alternatives
from convenir.cases.names import known_keys, listed, member, names, shown, tables
from convenir.core.assumptions import Assumption, Choice
from convenir.core.facts import OnwardReleased
from convenir.core.gate import Gate, gate_of, onward_gate_of
from convenir.core.situation import Situation
from convenir.core.transfers.releases import Condition, Met, Need

Gap = tuple[str, str]
# The communication that a line asks about, besides `onward`, the party that would make it.
ONWARD = frozenset(field.name for field in fields(OnwardReleased)) - {"party"}
GATE_KEYS = (
    frozenset({"request", "onward", "allowed", "conditions", "findings", "assumptions", "alternatives"}) | ONWARD
)


# What a line of `conditions` may say of a need.
CONDITION: dict[str, Callable[[Condition, Any], bool]] = {
    "need": lambda one, expected: one.need is member(Need, expected),
    "state": lambda one, expected: one.state is member(Met, expected),
    "who": lambda one, expected: set(one.who) == set(listed(expected)),
    "met_on": lambda one, expected: one.met_on == expected,
    "because": lambda one, expected: cites(one.because, expected),
    "law": lambda one, expected: any(expected in reference.law for reference in one.laws),
}


def gate_gaps(situation: Situation, expected: list[dict[str, Any]]) -> Iterator[Gap]:
    """What differs between each door that a case describes and the one computed."""
    for line in tables(expected, 'request = "demande", allowed = false'):
        known_keys(line, GATE_KEYS)
        door = _door(situation, line)
        if "allowed" in line and door.allowed is not line["allowed"]:
            yield shown(line["allowed"]), f"{shown(door.allowed)} : {_told(door.conditions)}"
        if "conditions" in line:
            yield from _condition_gaps(door, line["conditions"])
        if "findings" in line:
            yield from finding_gaps(door.findings, line["findings"])
        yield from _assumption_gaps(door.assumptions, line)


def _door(situation: Situation, line: dict[str, Any]) -> Gate:
    if "onward" not in line:
        return gate_of(situation, line["request"])
    return onward_gate_of(
        situation, OnwardReleased(party=line["onward"], **{key: line[key] for key in ONWARD & line.keys()})
    )


def _condition_gaps(door: Gate, expected: list[dict[str, Any]]) -> Iterator[Gap]:
    """The needs must be exactly those of the lines, in any order."""
    left = list(door.conditions)
    for line in tables(expected, 'need = "feasibility"'):
        known_keys(line, CONDITION)
        match = next((one for one in left if all(CONDITION[key](one, value) for key, value in line.items())), None)
        if match is None:
            yield shown(line), _told(door.conditions)
        else:
            left.remove(match)
    if left and len(left) == len(door.conditions) - len(expected):
        yield f"{len(expected)} condition(s)", f"en plus : {_told(left)}"


def _assumption_gaps(chosen: Iterable[Assumption], line: dict[str, Any]) -> Iterator[Gap]:
    found = alternatives_of(chosen)
    if "assumptions" in line and {member(Choice, name).value for name in names(line["assumptions"])} != set(found):
        yield shown(line["assumptions"]), shown(sorted(found))
    if "alternatives" in line and not same_alternatives(line["alternatives"], found):
        yield shown(line["alternatives"]), shown(found)


def _told(conditions: Iterable[Condition]) -> str:
    return shown([f"{one.need.value} {one.state.value} ({', '.join(one.who)})" for one in conditions])
