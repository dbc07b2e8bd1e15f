"""Rows to the values of the core, and back."""

import re
import unicodedata
from typing import Any

from convenir.core.codec import decode_stored, decode_terms, encode_stored
from convenir.core.delays import Between, Day, earliest
from convenir.core.dossier import EVENTS
from convenir.core.facts import Event, Fact
from convenir.core.terms import Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import Calendar, Territory
from convenir.records.models import Convention, FactRow, House

KINDS: dict[type, str] = {kind: name for name, kind in EVENTS.items()}

# What the name of a house says besides the place: «Ville de Montreval» and «la commune de Montreval» are one house.
ORNAMENTS = frozenset(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"}
    | {"caf", "caisse", "allocations", "familiales", "departement", "departemental", "conseil"}
    | {"commune", "ville", "mairie", "communaute", "communes", "agglomeration", "metropole", "urbaine"}
    | {"intercommunalite", "cc", "ca"}
)


def matching(name: str, kind: PartyKind) -> str:
    """By what a name given in a text is recognised as that of a house: its kind and the words of its place.

    >>> matching("Caisse d'allocations familiales de l'Aubrelle", PartyKind.CAF)
    'caf aubrelle'
    >>> matching("Communauté de Communes des Trois-Gués", PartyKind.EPCI)
    'epci trois gues'
    """
    flat = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in flat if not unicodedata.combining(c)))
    kept = [word for word in words if word not in ORNAMENTS]
    return " ".join([kind.value, *(kept or words)])


def calendar_of(house: House) -> Calendar:
    """The holidays that count where that house is."""
    return Calendar(territory=Territory(house.territory), good_friday=house.good_friday)


def terms_of(row: Convention) -> Terms:
    """The confirmed terms of a dossier."""
    return decode_terms(row.terms)


def kind_of(event: Event) -> str:
    """The name of an event in files and rows: «meeting_held»."""
    return KINDS[type(event)]


def fact_of(row: FactRow) -> Fact:
    """The fact that a row holds; `evidence` is the name of the file that proves it."""
    return Fact(
        id=row.fact_id,
        on=_day_of(row),
        recorded_on=row.recorded_on,
        event=decode_stored(Event, row.payload),
        recorded_by=row.recorded_by,
        evidence=row.evidence.file_name if row.evidence else "",
        note=row.note,
    )


def _day_of(row: FactRow) -> Day:
    if row.happened_until is None:
        return row.happened_on
    return Between(earliest=row.happened_on, latest=row.happened_until)


def columns_of(event: Event, on: Day) -> dict[str, Any]:
    """The columns of a fact row that say what happened, and when."""
    return {
        "kind": kind_of(event),
        "payload": encode_stored(event),
        "happened_on": earliest(on),
        "happened_until": on.latest if isinstance(on, Between) else None,
    }
