"""What was read of a text, and of its file, to JSON and back."""

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from convenir.core.codec import Json, decode, decode_finding, decode_terms, encode, encode_terms
from convenir.core.findings import Finding
from convenir.core.terms import Terms
from convenir.reader.intake.manuscript import Manuscript, Part, Place
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.reader.understanding.coverage import Coverage
from convenir.records.models import ReceivedText, Rereading

# A row that holds a reading: the first one, or a later one of the same bytes.
Row: TypeAlias = ReceivedText | Rereading
# Width and height of the pages of each piece, in points; none for a piece whose pages cannot be shown.
Sheets: TypeAlias = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """What the reader found in a text on the day it was deposited."""

    terms: Terms
    findings: tuple[Finding, ...]
    outline: Outline
    coverage: Coverage


def reading_to_json(reading: StoredReading) -> Json:
    """What `reading_of` reads back. Words are not written twice: places in the text are enough."""
    return {
        "terms": encode_terms(reading.terms),
        "findings": [encode(finding) for finding in reading.findings],
        "outline": [_block_to_json(block) for block in reading.outline.blocks],
        "name": reading.outline.name,
        "coverage": encode(reading.coverage),
    }


def reading_of(row: Row) -> StoredReading:
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
        coverage=decode(Coverage, data["coverage"]) if "coverage" in data else Coverage(sentences=()),
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


def manuscript_to_json(manuscript: Manuscript, sheets: Sheets) -> Json:
    """What `manuscript_of` and `sheets_of` read back, without its words. Places, which are many, are short lists."""
    bare: Json = encode(replace(manuscript, text="", places=()))
    places = [_place_to_json(place) for place in manuscript.places]
    return bare | {
        "places": places,
        "sheets": [[[round(side, 1) for side in sheet] for sheet in piece] for piece in sheets],
    }


def sheets_of(data: Json | None) -> Sheets:
    """By piece, the width and height of each page that the site can show."""
    return tuple(tuple((sheet[0], sheet[1]) for sheet in piece) for piece in (data or {}).get("sheets", ()))


def manuscript_of(data: Json | None, words: str) -> Manuscript:
    """The manuscript that was stored, with the words of the act; one without places for a text stored before them."""
    if data is None:
        return Manuscript(text=words, pieces=())
    bare: Manuscript = decode(
        Manuscript, {name: item for name, item in data.items() if name != "sheets"} | {"places": []}
    )
    return replace(bare, text=words, places=tuple(_place_of(one) for one in data["places"]))


def _place_to_json(place: Place) -> list[Any]:
    box = list(place.box) if place.box else None
    return [place.start, place.end, place.piece, place.page, place.paragraph, place.part.value, box, place.doubt]


def _place_of(data: list[Any]) -> Place:
    start, end, piece, page, paragraph, part, box, doubt = data
    sides = (box[0], box[1], box[2], box[3]) if box else None
    return Place(start, end, piece, page, paragraph, Part(part), sides, doubt)
