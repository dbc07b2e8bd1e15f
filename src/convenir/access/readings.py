"""The reading of a text that counts: the last that a person took, at its place in the deposit."""

from dataclasses import dataclass, replace

from convenir.core.codec import Json
from convenir.core.findings import Finding
from convenir.core.source import Source
from convenir.reader.intake.manuscript import Format, Manuscript
from convenir.records.models import ReceivedText, Rereading
from convenir.records.readings import Sheets, StoredReading, manuscript_of, reading_of, sheets_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentReading:
    """The reading, the manuscript cut to its act, the sizes of the pages of the file, and the row of a later reading.

    `rereading` is None for the first reading.
    """

    reading: StoredReading
    manuscript: Manuscript
    sheets: Sheets
    rereading: Rereading | None
    reader_version: str


def current(row: ReceivedText) -> CurrentReading:
    """The reading of that text that counts."""
    again = Rereading.objects.filter(text=row).order_by("-pk").first()
    held = again or row
    stored = _stored(row, again)
    whole = manuscript_of(stored, "")
    return CurrentReading(
        reading=reading_of(held),
        manuscript=of_act(whole, held.begins_at, held.words),
        sheets=sheets_of(stored),
        rereading=again,
        reader_version=held.reader_version,
    )


def findings_of(row: ReceivedText) -> tuple[Finding, ...]:
    """What was odd in the text, in the reading that counts."""
    return reading_of(Rereading.objects.filter(text=row).order_by("-pk").first() or row).findings


def _stored(row: ReceivedText, again: Rereading | None) -> Json | None:
    if again is not None:
        found: Json | None = again.manuscript
        return found
    main: ReceivedText = row.attached_to or row
    kept: Json | None = main.manuscript
    return kept


def of_act(whole: Manuscript, begins_at: int, words: str) -> Manuscript:
    """The part of a manuscript that holds an act, its places counted from where the act begins."""
    ends_at = begins_at + len(words)
    places = (one for one in whole.places if one.start < ends_at and begins_at < one.end)
    revisions = (one for one in whole.revisions if begins_at <= one.start and one.end <= ends_at)
    tables = (one for one in whole.tables if begins_at <= one.start and one.end <= ends_at)
    return replace(
        whole,
        text=words,
        places=tuple(
            one._replace(start=max(one.start - begins_at, 0), end=min(one.end, ends_at) - begins_at) for one in places
        ),
        revisions=tuple(replace(one, start=one.start - begins_at, end=one.end - begins_at) for one in revisions),
        tables=tuple(replace(one, start=one.start - begins_at, end=one.end - begins_at) for one in tables),
    )


def of_file(manuscript: Manuscript, begins_at: int, words: str) -> tuple[Finding, ...]:
    """What is odd in the file, its places counted from where the act begins; those outside of it lose theirs."""
    return tuple(
        replace(one, sources=tuple(_moved(source, begins_at, len(words)) for source in one.sources))
        for one in manuscript.findings
    )


def _moved(source: Source, begins_at: int, length: int) -> Source:
    if source.start is None or source.end is None:
        return source
    start, end = source.start - begins_at, source.end - begins_at
    if start < 0 or end > length:
        return replace(source, start=None, end=None)
    return replace(source, start=start, end=end)


def format_of(manuscript: Manuscript) -> Format:
    """What a deposit is made of: the format of its first file, scanned if any of its files was recognised."""
    formats = [piece.format for piece in manuscript.pieces]
    if Format.SCAN in formats:
        return Format.SCAN
    return formats[0] if formats else Format.PLAIN
