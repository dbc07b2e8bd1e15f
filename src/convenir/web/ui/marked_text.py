"""The text of a convention with the words that were read marked, block by block, ready for `text_lines`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convenir.reader.intake.manuscript import Manuscript, Revision
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.web.ui.revised_text import remarks, revised
from convenir.web.ui.shapes import Run, TextLine
from convenir.web.ui.table_text import gridded

HEADINGS = {
    BlockKind.TITLE: "",
    BlockKind.PARTIES: "Les parties",
    BlockKind.CITATIONS: "Visas",
    BlockKind.PREAMBLE: "Préambule",
    BlockKind.CLOSING: "Signatures",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words from `start` to `end` of the text: how far their reading is, the number and the page of their term."""

    start: int
    end: int
    reading: str = "accepted"
    number: str = ""
    url: str = ""


def anchor(start: int) -> str:
    """The name, in a page, of the words that begin there."""
    return f"p{start}"


def marked(outline: Outline, spans: Sequence[Span], manuscript: Manuscript | None = None) -> list[TextLine]:
    """Each paragraph cut where the words of a term begin and end, and where somebody changed the file."""
    merged = _merged(spans)
    revisions = manuscript.revisions if manuscript else ()
    lines = [line for block in outline.blocks for line in _block(block, outline, merged, revisions)]
    if manuscript is None:
        return lines
    return list(_paged(list(gridded(lines, manuscript.tables)), manuscript))


def _named(span: Span, paragraph: Paragraph, before: Sequence[Span]) -> str:
    """The name of the place where the span begins: once in a page, though several spans begin there."""
    begins_here = span.start >= paragraph.start and all(other.start != span.start for other in before)
    return anchor(span.start) if begins_here else ""


def _merged(spans: Sequence[Span]) -> list[Span]:
    """One span for the terms that rest on the same words, in the order of the text."""
    same: dict[tuple[int, int], list[Span]] = {}
    for span in spans:
        same.setdefault((span.start, span.end), []).append(span)
    return [_joined(same[place]) for place in sorted(same)]


def _joined(spans: list[Span]) -> Span:
    first = spans[0]
    grave = next(
        (one for reading in ("conflict", "current", "to-read") for one in spans if one.reading == reading), first
    )
    url = next((one.url for one in (grave, *spans) if one.url), "")
    numbers = ", ".join(one.number for one in spans if one.number)
    return Span(start=first.start, end=first.end, reading=grave.reading, number=numbers, url=url)


def _block(block: Block, outline: Outline, spans: list[Span], revisions: Sequence[Revision]) -> Iterator[TextLine]:
    heading = _heading(block)
    if heading:
        yield TextLine(runs=[Run(text=heading)], heading=True, id=_heading_name(block))
    for paragraph in block.paragraphs:
        inside = [span for span in spans if span.start < paragraph.end and paragraph.start < span.end]
        near = [one for one in revisions if one.start <= paragraph.end and paragraph.start <= one.end]
        runs = revised(list(_runs(paragraph, outline, inside)), near, paragraph.end)
        marker = [Run(text=f"{paragraph.marker} ")] if paragraph.marker else []
        yield TextLine(runs=[*marker, *runs], label=_label(block, paragraph), at=paragraph.start, remarks=remarks(near))


def _heading(block: Block) -> str:
    names = {BlockKind.ARTICLE: "Article", BlockKind.ANNEX: "Annexe"}
    if block.kind in names:
        return ". ".join(part for part in (f"{names[block.kind]} {block.number}".strip(), block.title) if part)
    return HEADINGS.get(block.kind, block.title)


def _heading_name(block: Block) -> str:
    """The name of the place of a heading that is in the text, not of one that we add."""
    return anchor(block.start) if all(paragraph.start > block.start for paragraph in block.paragraphs) else ""


def _label(block: Block, paragraph: Paragraph) -> str:
    return f"al. {paragraph.number}" if block.kind is BlockKind.ARTICLE else ""


def _runs(paragraph: Paragraph, outline: Outline, spans: list[Span]) -> Iterator[tuple[int, Run]]:
    """Plain words and marked words in turn, each with its place; words already marked are not marked twice."""
    at = paragraph.start
    for index, span in enumerate(spans):
        start, end = max(span.start, at), min(span.end, paragraph.end)
        if start > at:
            yield at, Run(text=outline.text[at:start])
        if end > start or span.start >= paragraph.start:
            name = _named(span, paragraph, spans[:index])
            words = outline.text[start:end]
            yield start, Run(text=words, reading=span.reading, number=span.number, url=span.url, id=name)
        at = max(at, end)
    if at < paragraph.end:
        yield at, Run(text=outline.text[at : paragraph.end])


def _paged(lines: Sequence[TextLine], manuscript: Manuscript) -> Iterator[TextLine]:
    """The lines with the number of each page over its first line, where the file says it."""
    before: int | None = None
    for line in lines:
        place = manuscript.place(line.at) if line.at is not None else None
        page = place.page if place else before
        yield replace(line, page=f"page {page}") if page and page != before else line
        before = page
