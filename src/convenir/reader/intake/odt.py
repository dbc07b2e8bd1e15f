"""An OpenDocument text to a manuscript: its paragraphs, lists, tables, notes and text boxes, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from convenir.core.findings import Finding
from convenir.reader.intake import remarks
from convenir.reader.intake.archive import Archive, ArchiveTooLarge, DamagedArchive
from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.content import Block, Cell, Grid, Line, Writing, opening, running, said, written
from convenir.reader.intake.foreign import LockedOfficeFile
from convenir.reader.intake.limits import MOST_CELLS, MOST_COLUMNS
from convenir.reader.intake.manuscript import Format, Manuscript, Part, Piece
from convenir.reader.intake.markup import Element, parsed, shallow
from convenir.reader.intake.nesting import Nesting
from convenir.reader.intake.odt_lists import BULLET, Counts, Lists
from convenir.reader.intake.odt_names import count, is_true, n
from convenir.reader.intake.odt_runs import NOTE_BODY, PARAGRAPHS, Runs
from convenir.reader.intake.odt_styles import Styles

_FLAT = re.compile(rb"<office:document\b[^>]*application/vnd\.oasis\.opendocument\.text", re.DOTALL)
_FLAT_WITHIN = 8192
_DRAW = n("draw:frame")[: -len("frame")]
_HEADS = tuple(
    n(f"style:{name}") for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
)


def manuscript(archive: Archive, name: str = "") -> Manuscript:
    """The words of an odt file as it would be printed with every tracked change accepted."""
    if "content.xml" not in archive:
        raise DamagedArchive
    if "META-INF/manifest.xml" in archive:
        manifest = parsed(archive.read("META-INF/manifest.xml"))
        if next(manifest.iter(n("manifest:encryption-data")), None) is not None:
            raise LockedOfficeFile
    content, *others = (shallow(parsed(archive.read(part))) for part in _PARTS if part in archive)
    programmed = any(part.startswith(("Basic/", "Scripts/")) for part in archive.names)
    return _manuscript(content, (content, *others), name, programmed=programmed)


_PARTS = ("content.xml", "styles.xml", "meta.xml")


def is_flat(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument text in one XML file."""
    return bool(_FLAT.search(data[:_FLAT_WITHIN]))


def flat_manuscript(data: bytes, name: str = "") -> Manuscript:
    """The words of an OpenDocument text in one XML file."""
    root = shallow(parsed(data))
    return _manuscript(root, (root,), name, programmed=False)


def _manuscript(content: Element, roots: tuple[Element, ...], name: str, *, programmed: bool) -> Manuscript:
    text = content.find(f"{n('office:body')}/{n('office:text')}")
    if text is None:
        raise DamagedArchive
    body = _Body(text, roots)
    blocks = tuple(body.blocks(text, Part.BODY))
    pages = body.pages
    margins = running(_margins(roots, body))
    findings = (*body.findings(), *([remarks.programmed()] if programmed else []))
    counted = None if pages is None else _counted_pages(roots) or pages
    piece = Piece(name=name, format=Format.ODT, start=0, end=0, pages=counted)
    made = written(blocks, piece, margins, findings)
    if pages == counted:
        return made
    # Breaks that the file does not show: a wrong page is worse than none.
    return replace(made, places=tuple(place._replace(page=None) for place in made.places))


def _counted_pages(roots: tuple[Element, ...]) -> int | None:
    """The number of pages that the program which saved the file counted."""
    statistics = next((found for root in roots for found in root.iter(n("meta:document-statistic"))), None)
    return None if statistics is None else count(statistics, "meta:page-count", 0) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """The list in which a paragraph stands, and how deep, from 1; `number` is what its item imposes."""

    style: str
    depth: int
    counts: Counts
    number: int | None = None


class _Body:
    """Reads the blocks of a document; numbers of titles and notes go on from one block to the next."""

    def __init__(self, text: Element, roots: tuple[Element, ...]) -> None:
        self._sieve = Sieve()
        self._styles = Styles(roots)
        self._lists = Lists(roots)
        self._nesting = Nesting()
        paged = next(text.iter(n("text:soft-page-break")), None) is not None
        self._runs = Runs(self._sieve, self._styles, text, page=1 if paged else None)
        self._begun = False
        self._noted = 0
        self._note = ""
        self._cells = 0

    @property
    def pages(self) -> int | None:
        """The page reached."""
        return self._runs.page

    def findings(self) -> Iterator[Finding]:
        """What was met on the way and is not in the words."""
        yield from remarks.hidden(self._runs.hidden)
        yield from self._sieve.findings()

    def blocks(self, element: Element, part: Part) -> Iterator[Block]:
        """The blocks inside an element."""
        for child in element:
            yield from self._block(child, part)

    def _block(self, element: Element, part: Part) -> Iterator[Block]:
        if element.tag in PARAGRAPHS:
            yield from self._paragraph(element, part, None)
        elif element.tag == n("text:list"):
            yield from self._list(element, part, None)
        elif element.tag == n("table:table"):
            yield Grid(rows=tuple(tuple(self._row(row)) for row in _rows(element)))
        elif element.tag.startswith(_DRAW):
            yield from self._drawn(element)
        elif element.tag in _AROUND:
            yield from self._around(element, part)
        else:
            self._between(element)

    def _around(self, element: Element, part: Part) -> Iterator[Block]:
        if element.get(n("text:display")) == "none":
            self._runs.hide(element)
        else:
            yield from self.blocks(element, part)

    def _between(self, element: Element) -> None:
        """What stands between two paragraphs and is none: ends of pages, bounds of changes."""
        match element.tag:
            case tag if tag == n("text:soft-page-break"):
                self._runs.turn()
            case tag if tag == n("text:change-start"):
                self._runs.opens(element)
            case tag if tag == n("text:change-end"):
                self._runs.closes(element)
            case tag if tag == n("text:change"):
                self._runs.strikes(element)
            case _:
                return

    def _paragraph(self, element: Element, part: Part, item: _List | None) -> Iterator[Block]:
        style = self._styles.of_paragraph(element)
        if style.turns and self._begun:
            self._runs.turn()
        self._begun = True
        line = Line(Writing(self._sieve))
        page = self._runs.page
        note, self._note = self._note, ""
        line.writing.add(note or self._opening(element, item))
        begun = line.writing.length
        self._runs.paragraph(element, line)
        passage = line.writing.passage(part, page)
        has_words = bool(passage.words[begun:].strip())
        if has_words and not begun:
            self._nesting.end()
        yield passage if has_words or passage.revisions else replace(passage, words="")
        if style.closes:
            self._runs.turn()
        for called in line.after:
            yield from self._called(called)

    def _opening(self, element: Element, item: _List | None) -> str:
        is_title = element.tag == n("text:h")
        if item:
            label = self._lists.item(item.style, item.depth, item.counts, item.number)
            return opening(label, 0 if is_title else self._depth(label, item))
        is_counted = is_title and not is_true(element, "text:is-list-header")
        return opening(self._lists.title(element), 0) if is_counted else ""

    def _depth(self, label: str, item: _List) -> int:
        """How deep an item stands, from 0: by the lists around it, or by its margin where lists have one each."""
        level = item.depth - 1
        margin = self._lists.margin(item.style, item.depth)
        return max(level, self._nesting.depth(margin)) if label == BULLET else level

    def _called(self, element: Element) -> Iterator[Block]:
        """What a paragraph calls and that follows it: a text box, a note."""
        if element.tag != NOTE_BODY:
            yield from self.blocks(element, Part.TEXT_BOX)
            return
        self._noted += 1
        self._note = f"Note {self._noted} : "
        yield from self.blocks(element, Part.NOTE)
        self._note = ""

    def _drawn(self, element: Element) -> Iterator[Block]:
        """A frame that stands between two paragraphs."""
        line = Line(Writing(self._sieve))
        self._runs.drawn(element, line)
        for called in line.after:
            yield from self._called(called)

    # --- lists and tables ------------------------------------------------------------------------------------

    def _list(self, element: Element, part: Part, outer: _List | None) -> Iterator[Block]:
        style = element.get(n("text:style-name")) or (outer.style if outer else "")
        counts = outer.counts if outer else self._lists.opened(element, style)
        inner = _List(style=style, depth=outer.depth + 1 if outer else 1, counts=counts)
        for item in element:
            if item.tag in _ITEMS:
                yield from self._item(item, part, inner)
            else:
                self._between(item)

    def _item(self, item: Element, part: Part, inner: _List) -> Iterator[Block]:
        """An item: its first paragraph has the number, the others go on with it; it may hold lists."""
        start = count(item, "text:start-value", -1)
        first: _List | None = replace(inner, number=start if start >= 0 else None)
        if item.tag == n("text:list-header"):
            first = None
        for child in item:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child, part, first)
                first = None
            elif child.tag == n("text:list"):
                yield from self._list(child, part, inner)
            elif child.tag in _ITEMS:
                yield from self._item(child, part, inner)
            else:
                yield from self._block(child, part)

    def _row(self, row: Element) -> Iterator[Cell]:
        covered = 0
        for cell in row:
            if cell.tag == n("table:covered-table-cell"):
                if covered <= 0:
                    yield Cell(repeats=True)
                covered -= 1
            elif cell.tag == n("table:table-cell"):
                across = max(count(cell, "table:number-columns-spanned", 1), 1)
                covered = across - 1
                repeated = max(count(cell, "table:number-columns-repeated", 1), 1)
                yield self._cell(cell, min(across * repeated, MOST_COLUMNS))

    def _cell(self, cell: Element, across: int) -> Cell:
        self._cells += across
        if self._cells > MOST_CELLS:
            raise ArchiveTooLarge
        return Cell(blocks=tuple(self.blocks(cell, Part.BODY)), across=across)


_ITEMS = (n("text:list-item"), n("text:list-header"))
# Elements around blocks that add nothing to them.
_AROUND = tuple(
    n(f"text:{name}")
    for name in (
        "section", "table-of-content", "index-body", "index-title", "illustration-index", "table-index", "user-index",
        "alphabetical-index", "bibliography", "object-index", "numbered-paragraph",
    )
)  # fmt: skip
_AROUND_ROWS = tuple(n(f"table:{name}") for name in ("table-header-rows", "table-rows", "table-row-group"))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == n("table:table-row"):
            yield child
        elif child.tag in _AROUND_ROWS:
            yield from _rows(child)


def _margins(roots: tuple[Element, ...], body: _Body) -> Iterator[str]:
    """The running heads and feet, and the words printed across pages."""
    for root in roots:
        for page in root.iter(n("style:master-page")):
            for head in (child for child in page if child.tag in _HEADS):
                yield from (passage.words for passage in said(tuple(body.blocks(head, Part.BODY))))
