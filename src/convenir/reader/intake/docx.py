"""A docx file to a manuscript: its paragraphs, tables, notes and text boxes, in the order of the document."""

from collections.abc import Iterator
from dataclasses import replace

from convenir.core.findings import Finding
from convenir.reader.intake import remarks
from convenir.reader.intake.archive import Archive, ArchiveTooLarge
from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.content import (
    BLANK,
    Block,
    Cell,
    Grid,
    Line,
    Passage,
    Writing,
    opening,
    running,
    said,
    written,
)
from convenir.reader.intake.docx_numbering import BULLET, Label, Numbering
from convenir.reader.intake.docx_parts import Package, margin_of, value, w, whole
from convenir.reader.intake.docx_runs import ALTERNATE, FOOTNOTE, PAGE_TURN, TEXT_BOX, Runs, chosen, is_placeholder
from convenir.reader.intake.docx_styles import Style, Styles
from convenir.reader.intake.limits import MOST_CELLS, MOST_COLUMNS
from convenir.reader.intake.manuscript import Format, Manuscript, Mark, Part, Piece, Revision
from convenir.reader.intake.markup import Element
from convenir.reader.intake.nesting import Nesting

_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
# Elements around paragraphs, rows or cells that add nothing to them.
_AROUND = tuple(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
_STRUCK = tuple(f"{w('rPr')}/{w(name)}" for name in ("del", "moveFrom"))


def manuscript(archive: Archive, name: str = "") -> Manuscript:
    """The words of a docx file as it would be printed with every tracked change accepted."""
    package = Package(archive)
    document = package.document()
    body = _Body(package, document)
    blocks = tuple(body.blocks(document[0], Part.BODY))
    pages = body.pages
    margins = running(_margins(package, body))
    piece = Piece(name=name, format=Format.DOCX, start=0, end=0, pages=pages)
    return written(blocks, piece, margins, tuple(body.findings()))


class _Body:
    """Reads the blocks of a document; numbers of lists and notes go on from one block to the next."""

    def __init__(self, package: Package, document: Element) -> None:
        self._package = package
        self._sieve = Sieve()
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._nesting = Nesting()
        paged = next(document.iter(PAGE_TURN), None) is not None
        self._runs = Runs(self._sieve, self._styles, package.part("comments"), page=1 if paged else None)
        self._notes = {kind: _by_id(package.part(f"{kind}s")) for kind in ("footnote", "endnote")}
        self._noted = 0
        self._opening = ""
        self._cells = 0
        self._embedded = False

    @property
    def pages(self) -> int | None:
        """The page reached."""
        return self._runs.page

    def findings(self) -> Iterator[Finding]:
        """What was met on the way and is not in the words."""
        yield from remarks.hidden(self._runs.hidden)
        yield from self._sieve.findings()
        if self._package.has_macros:
            yield remarks.programmed()
        if self._embedded:
            yield remarks.embedded()

    def blocks(self, element: Element, part: Part) -> Iterator[Block]:
        """The blocks inside an element."""
        # Paragraphs whose end was struck out: the next one goes on with them.
        held: list[Element] = []
        for child in _inside(element):
            if child.tag == w("p"):
                held.append(child)
                if not _end_is_struck(child):
                    yield from self._paragraph(held, part)
                    held = []
            elif child.tag == w("tbl"):
                yield self._grid(child)
            elif child.tag == w("sdt"):
                yield Passage(words=BLANK, part=part, page=self._runs.page)
            elif child.tag == w("altChunk"):
                self._embedded = True
        if held:
            yield from self._paragraph(held, part)

    def _paragraph(self, elements: list[Element], part: Part) -> Iterator[Block]:
        properties = elements[-1].find(w("pPr"))
        name = None if properties is None else value(properties.find(w("pStyle")))
        style = self._styles.of_paragraph(name)
        line = Line(Writing(self._sieve))
        page = self._runs.page
        note, self._opening = self._opening, ""
        line.writing.add(note or self._label(properties, style, name))
        begun = line.writing.length
        self._runs.paragraph(elements, line, hidden=style.hidden)
        passage = line.writing.passage(part, page)
        # A number without words is that of a paragraph that was emptied, or of one that only anchors a drawing.
        has_words = bool(passage.words[begun:].strip())
        if has_words and not begun:
            self._nesting.end()
        yield passage if has_words or passage.revisions else replace(passage, words="")
        for element in line.after:
            yield from self._called(element)

    def _label(self, properties: Element | None, style: Style, name: str | None) -> str:
        numbered = None if properties is None else properties.find(w("numPr"))
        own = None if numbered is None else value(numbered.find(w("numId")))
        depth = None if numbered is None else value(numbered.find(w("ilvl")))
        level = style.level if depth is None else whole(depth, 0)
        label = self._numbering.label(style.list_id if own is None else own, level, name or "")
        margins = (margin_of(properties), style.margin if own is None else None, label.margin)
        margin = next(one for one in margins if one is not None)
        return opening(label.words, 0 if style.heading else self._depth(label, level or 0, margin))

    def _depth(self, label: Label, level: int, margin: float) -> int:
        """How deep an item stands in its list, from 0: by its level, or by its margin where lists have one each."""
        return max(level, self._nesting.depth(margin)) if label.words == BULLET else level

    def _called(self, element: Element) -> Iterator[Block]:
        """What a paragraph calls and that follows it: a text box, a note."""
        if element.tag == TEXT_BOX:
            yield from self.blocks(element, Part.TEXT_BOX)
            return
        notes = self._notes["footnote" if element.tag == FOOTNOTE else "endnote"]
        note = notes.pop(element.get(w("id")), None)
        if note is not None:
            self._noted += 1
            self._opening = f"Note {self._noted} : "
            yield from self.blocks(note, Part.NOTE)
            self._opening = ""

    # --- tables ---------------------------------------------------------------------------------------------

    def _grid(self, table: Element) -> Grid:
        rows = (child for child in _inside(table) if child.tag == w("tr"))
        return Grid(rows=tuple(tuple(self._row(row)) for row in rows))

    def _row(self, row: Element) -> Iterator[Cell]:
        cells = [self._cell(child) for child in _inside(row) if child.tag == w("tc")]
        struck = row.find(f"{w('trPr')}/{w('del')}")
        if struck is None:
            yield from cells
            return
        words = " ".join(passage.words.strip() for cell in cells for passage in said(cell.blocks))
        gone = Revision(
            mark=Mark.DELETED, words=words, start=0, end=0, by=struck.get(w("author"), ""), on=struck.get(w("date"), "")
        )
        yield Cell(blocks=(Passage(words="", revisions=(gone,)),))

    def _cell(self, cell: Element) -> Cell:
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        repeats = merged is not None and merged.get(w("val"), "continue") == "continue"
        across = whole(value(cell.find(f"{w('tcPr')}/{w('gridSpan')}")), 1)
        across = min(max(across, 1), MOST_COLUMNS)
        self._cells += across
        if self._cells > MOST_CELLS:
            raise ArchiveTooLarge
        return Cell(blocks=tuple(self.blocks(cell, Part.BODY)), across=across, repeats=repeats)


def _by_id(notes: Element | None) -> dict[str | None, Element]:
    """The notes that have words of their own; the others are the rules above them."""
    return {note.get(w("id")): note for note in notes if note.get(w("type")) is None} if notes is not None else {}


def _inside(element: Element) -> Iterator[Element]:
    """The children of an element, those of the elements that add nothing included; a control to fill in stays whole."""
    for child in element:
        if child.tag in _AROUND and not is_placeholder(child):
            yield from _inside(child)
        elif child.tag == ALTERNATE:
            content = chosen(child)
            yield from _inside(content) if content is not None else ()
        else:
            yield child


def _end_is_struck(paragraph: Element) -> bool:
    properties = paragraph.find(w("pPr"))
    return properties is not None and any(properties.find(path) is not None for path in _STRUCK)


# --- margins -------------------------------------------------------------------------------------------------


def _margins(package: Package, body: _Body) -> Iterator[str]:
    """The running heads and feet, and the words printed across pages."""
    for kind in ("header", "footer"):
        for root in package.parts(kind):
            yield from (passage.words for passage in said(tuple(body.blocks(root, Part.BODY))))
            yield from (mark.get("string", "") for mark in root.iter(_WATERMARK))
