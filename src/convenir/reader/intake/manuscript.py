"""What a deposited file gives to read: its words, where each stands in the file, and what was set aside."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from convenir.core.findings import Finding


class Format(StrEnum):
    """What a file is made of. A scan is a PDF, or some of its pages, whose words were recognised in pictures."""

    PLAIN = "plain"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    SCAN = "scan"


class Part(StrEnum):
    """In which part of a page words stand."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text_box"
    NOTE = "note"


# Left, top, right and bottom of words on their page, each a fraction of its width or height.
Box: TypeAlias = tuple[float, float, float, float]


class Place(NamedTuple):
    """Characters from `start` to `end` of the text stand there in the file.

    `piece` is the file of the deposit; `page` and `paragraph` count from 1, None where the file does not say; `doubt`
    is the share of these characters that a recognition of pictures may have misread, 0 for written text. A named tuple,
    since files have thousands.
    """

    start: int
    end: int
    piece: int = 0
    page: int | None = None
    paragraph: int | None = None
    part: Part = Part.BODY
    box: Box | None = None
    doubt: float = 0.0


class Mark(StrEnum):
    """What somebody did to a file after writing it."""

    INSERTED = "inserted"
    DELETED = "deleted"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A tracked change or a comment. Inserted words are in the text, at `start` to `end`; the others are beside it."""

    mark: Mark
    words: str
    start: int
    end: int
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the file: its rows of cells, at `start` to `end` of the text. One cut by pages is one."""

    rows: tuple[tuple[str, ...], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file of a deposit: alone, or taken from an archive. Its words are at `start` to `end` of the text.

    `entry` is its whole name in the archive, empty for a file deposited alone.
    """

    name: str
    format: Format
    start: int
    end: int
    pages: int | None = None
    entry: str = ""


class ScannedPage(NamedTuple):
    """A page, from 1, whose words are in its picture; `entry` is that of its file, as in `Piece`."""

    entry: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The words of a deposit, with newlines as line ends, and their places in the order of the text.

    `margins` are the running heads and feet, each once, that were left out of the text. `findings` tell what whoever
    relies on the file must know: tracked deletions, doubtful recognition, pages that could not be read. `awaited` are
    the pages that were not read because their words are yet to be recognised.
    """

    text: str
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...] = ()
    revisions: tuple[Revision, ...] = ()
    tables: tuple[Table, ...] = ()
    margins: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    awaited: tuple[ScannedPage, ...] = ()

    def place(self, offset: int) -> Place | None:
        """Where the character at that offset stands in its file."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 else None

    def within(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that the characters from `start` to `end` touch."""
        first = max(bisect_right(self.places, start, key=lambda place: place.start) - 1, 0)
        last = bisect_right(self.places, max(end - 1, start), key=lambda place: place.start)
        return tuple(place for place in self.places[first:last] if place.start < end and start < place.end)

    def doubt(self, start: int, end: int) -> float:
        """The greatest doubt of the recognition of these characters, from 0 to 1."""
        return max((place.doubt for place in self.within(start, end)), default=0.0)
