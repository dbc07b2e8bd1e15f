"""Organisations that join the product, and how a name in a text becomes one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from convenir.access.context import acting_as
from convenir.access.roles import Actor, Role
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import Calendar
from convenir.records.mapping import matching
from convenir.records.models import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A house as it is introduced. `accent` is its colour («#1F4E8C»), `calendar` its holidays."""

    key: str
    name: str
    kind: PartyKind
    accent: str
    calendar: Calendar
    fictional: bool


# The first houses are added for nobody: no dossier is seen meanwhile.
INSTALLER = Actor(key="installation", name="Installation", role=Role.STRANGER, house_id=0, house_name="Convenir")


def introduce(cards: Sequence[Card]) -> None:
    """The houses exist; those already there stay as they are."""
    rows = [
        House(
            key=card.key,
            name=card.name,
            matching=matching(card.name, card.kind),
            kind=card.kind.value,
            territory=card.calendar.territory.value,
            good_friday=card.calendar.good_friday,
            accent=card.accent,
            fictional=card.fictional,
        )
        for card in cards
    ]
    with acting_as(INSTALLER):
        House.objects.bulk_create(rows, ignore_conflicts=True)


def named(name: str, kind: PartyKind, *, fictional: bool) -> House:
    """The house of that name, as a text gives it; created when nobody knows it yet."""
    wanted = matching(name, kind)
    known = House.objects.filter(matching=wanted).first()
    if known:
        return known
    House.objects.bulk_create(
        [House(key=_free_key(name), name=name, matching=wanted, kind=kind.value, fictional=fictional)],
        ignore_conflicts=True,
    )
    return House.objects.get(matching=wanted)


def _free_key(name: str) -> str:
    base = slugify(name)[:70] or "organisme"
    taken = set(House.objects.filter(key__startswith=base).values_list("key", flat=True))
    return next(key for key in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if key not in taken)
