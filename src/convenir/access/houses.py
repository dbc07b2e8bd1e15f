"""Organisations: known to all, and the persons of the demonstration who act for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenir.access.roles import Actor, NotFound, Role
from convenir.core.workdays import Calendar
from convenir.records.mapping import calendar_of
from convenir.records.models import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A house as pages show it. `kind` is a `PartyKind`, `accent` its colour («#1F4E8C»), empty for the neutral one."""

    pk: int
    key: str
    name: str
    kind: str
    accent: str
    fictional: bool
    calendar: Calendar


def organisation(pk: int) -> Organisation:
    """The house of that number, else `NotFound`."""
    row = House.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(pk)
    return organisation_of(row)


def actor(key: str, *, name: str, role: Role, house: str) -> Actor:
    """The person `key` acting for the house of that key, else `NotFound`."""
    row = House.objects.filter(key=house).first()
    if row is None:
        raise NotFound(house)
    return Actor(key=key, name=name, role=role, house_id=row.pk, house_name=row.name)


def every_house(keys: Sequence[str]) -> dict[str, Organisation]:
    """The houses of those keys, by key, in one query; a key without house is left out."""
    return {row.key: organisation_of(row) for row in House.objects.filter(key__in=keys)}


def organisation_of(row: House) -> Organisation:
    """The row as a value."""
    return Organisation(
        pk=row.pk,
        key=row.key,
        name=row.name,
        kind=row.kind,
        accent=row.accent,
        fictional=row.fictional,
        calendar=calendar_of(row),
    )
