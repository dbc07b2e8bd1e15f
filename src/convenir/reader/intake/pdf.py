"""A PDF to its words: its pages as one reads them, without their margins, in paragraphs that know their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from convenir.core.findings import Finding
from convenir.reader.intake.content import STEP
from convenir.reader.intake.line_ends import seam, vocabulary
from convenir.reader.intake.manuscript import Format, Manuscript, Piece, Place, ScannedPage, Table
from convenir.reader.intake.nesting import Nesting
from convenir.reader.intake.pdf_cut_tables import whole_tables
from convenir.reader.intake.pdf_margins import without_margins
from convenir.reader.intake.pdf_notes import Note, usual_size, with_notes, without_notes
from convenir.reader.intake.pdf_order import Reader
from convenir.reader.intake.pdf_pages import NONE_RECOGNISED, pages
from convenir.reader.intake.pdf_paragraphs import Paragraph, paragraphs
from convenir.reader.intake.pdf_rows import Line
from convenir.reader.intake.pdf_runs import Leaf


def manuscript(data: bytes, name: str = "", recognised: Mapping[int, Leaf | None] = NONE_RECOGNISED) -> Manuscript:
    """The words of a PDF; those of its pictures are as `recognised`, by number of page, or awaited.

    Refuses (`Refusal`) what is locked, broken, too long, without a word, or all pictures that nothing here can read.
    """
    read = pages(data, recognised)
    leaves, margins = without_margins(read.leaves)
    written = _Writing(pages={leaf.number: leaf for leaf in leaves})
    for number, paragraph in enumerate(_paragraphs(leaves), 1):
        written.add(paragraph, number)
    words = written.manuscript(name, margins, read.findings)
    return replace(words, awaited=tuple(ScannedPage(entry="", number=number) for number in read.awaited))


def _paragraphs(leaves: Sequence[Leaf]) -> Iterator[Paragraph]:
    size = usual_size(leaves)
    reader = Reader(_edges(leaves, size))
    lines: list[Line] = []
    notes: list[Note] = []
    for leaf in leaves:
        kept, found = without_notes(leaf, size)
        lines += reader.lines(kept)
        notes += found
    made = tuple(paragraphs(whole_tables(lines)))
    return with_notes(made, notes) if notes else iter(made)


# Lines that reach so far into the room between equal margins may be full.
_SHORT = 0.8


def _edges(leaves: Sequence[Leaf], size: float) -> tuple[float, float]:
    """From where to where the lines of the text go: all but the few that stand out."""
    runs = [run for leaf in leaves for run in leaf.runs if abs(run.size - size) < 0.1 * size] or [
        run for leaf in leaves for run in leaf.runs
    ]
    if not runs:
        return 0.0, 0.0
    lefts, rights = sorted(run.left for run in runs), sorted(run.right for run in runs)
    left, right = lefts[len(lefts) // 50], rights[-1 - len(rights) // 50]
    # Where no line is full, margins are as wide on the right as on the left.
    other = leaves[0].width - left
    return left, right if right > _SHORT * other else other


@dataclass(slots=True, kw_only=True)
class _Writing:
    """The text as it grows, and where its words stand."""

    pages: dict[int, Leaf]
    text: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    rows: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    known: frozenset[str] | None = None
    nesting: Nesting = field(default_factory=Nesting)

    def add(self, paragraph: Paragraph, number: int) -> None:
        """The words of the paragraph after those that are there, one place for each line."""
        if self.length:
            self._write("\n\n" if paragraph.apart and not self._in_table(paragraph) else "\n")
        self._write(STEP * self._depth(paragraph))
        for line, following in zip_longest(paragraph.lines, paragraph.lines[1:]):
            start = self.length
            if following is None:
                self._write(line.words)
            else:
                self._write("".join(seam(line.words, following.words, self._known(line))))
            self._place(line, start, number)
            if line.cells:
                self.rows.setdefault(line.table, []).append(line.cells)
                self.spans[line.table] = (self.spans.get(line.table, (start, 0))[0], self.length)

    def _depth(self, paragraph: Paragraph) -> int:
        """How deep an item stands under those above; 0 for what is none."""
        if not paragraph.is_item:
            # Words right below an item may go on with it.
            if paragraph.apart:
                self.nesting.end()
            return 0
        first = paragraph.lines[0]
        return self.nesting.depth(first.left - first.column[0])

    def _in_table(self, paragraph: Paragraph) -> bool:
        return paragraph.lines[0].table in self.rows

    def _known(self, line: Line) -> frozenset[str]:
        """The vocabulary of the document, found only where a word is cut."""
        if not line.words.endswith("-"):
            return frozenset()
        if self.known is None:
            self.known = vocabulary(run.words for leaf in self.pages.values() for run in leaf.runs)
        return self.known

    def _write(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)

    def _place(self, line: Line, start: int, number: int) -> None:
        box = self.pages[line.page].box(line.left, line.top, line.right, line.bottom)
        doubt = round(line.doubt, 3) if line.doubt else 0.0
        self.places.append(Place(start, self.length, 0, line.page, number, line.part, box, doubt))

    def manuscript(self, name: str, margins: tuple[str, ...], findings: tuple[Finding, ...]) -> Manuscript:
        """What was written, as the one piece of its deposit."""
        made = Format.SCAN if any(leaf.recognised for leaf in self.pages.values()) else Format.PDF
        piece = Piece(name=name, format=made, start=0, end=self.length, pages=len(self.pages))
        tables = (Table(rows=tuple(self.rows[key]), start=start, end=end) for key, (start, end) in self.spans.items())
        return Manuscript(
            text="".join(self.text),
            pieces=(piece,),
            places=tuple(self.places),
            tables=tuple(tables),
            margins=margins,
            findings=findings,
        )
