"""Rows to the values of the core, and back."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from convenir.core.codec import (
    Json,
    decode,
    decode_finding,
    decode_stored,
    decode_terms,
    encode,
    encode_stored,
    encode_terms,
)
from convenir.core.delays import Between, Day, earliest
from convenir.core.dossier import EVENTS
from convenir.core.facts import Event, Fact
from convenir.core.findings import Finding
from convenir.core.terms import Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import Calendar, Territory
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.records.models import Convention, FactRow, House, ReceivedText

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """What the reader found in a text on the day it was deposited."""

    terms: Terms
    findings: tuple[Finding, ...]
    outline: Outline


def reading_to_json(reading: StoredReading) -> Json:
    """What `reading_of` reads back. Words are not written twice: places in the text are enough."""
    return {
        "terms": encode_terms(reading.terms),
        "findings": [encode(finding) for finding in reading.findings],
        "outline": [_block_to_json(block) for block in reading.outline.blocks],
        "name": reading.outline.name,
    }


def reading_of(row: ReceivedText) -> StoredReading:
    """The reading that was stored with a text."""
    data: Json = row.reading
    return StoredReading(
        terms=decode_terms(data["terms"]),
        findings=tuple(decode_finding(one) for one in data["findings"]),
        outline=Outline(
            text=row.words,
            blocks=tuple(_block_of(one, row.words) for one in data["outline"]),
            name=data["name"],
        ),
    )


def _block_to_json(block: Block) -> Json:
    return {
        "kind": block.kind.value,
        "number": block.number,
        "title": block.title,
        "start": block.start,
        "end": block.end,
        "paragraphs": [[p.start, p.end, p.number, p.marker, p.indent] for p in block.paragraphs],
    }


def _block_of(data: Json, text: str) -> Block:
    return Block(
        kind=decode(BlockKind, data["kind"]),
        number=data["number"],
        title=data["title"],
        start=data["start"],
        end=data["end"],
        paragraphs=tuple(
            Paragraph(words=text[start:end], start=start, end=end, number=number, marker=marker, indent=indent)
            for start, end, number, marker, indent in data["paragraphs"]
        ),
    )
