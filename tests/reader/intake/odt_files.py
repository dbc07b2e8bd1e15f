"""OpenDocument texts made for tests: a whole text as LibreOffice would hold it, and markup written by hand."""

from collections.abc import Mapping
from io import BytesIO
from itertools import groupby
from types import MappingProxyType
from xml.sax.saxutils import escape

from odfdo import Cell, Document, Element, Header, List, Row, Table
from odfdo import Paragraph as OpenParagraph
from tests.reader.intake.docx_files import zipped
from tests.reader.intake.makers import Kind, Passage, paragraphs

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    (
        *(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style", "meta")),
        f'xmlns:draw="{_ODF}drawing:1.0"',
        f'xmlns:fo="{_ODF}xsl-fo-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    )
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def writer_file(text: str) -> bytes:
    """A plain text as an OpenDocument text: titles by their levels, bullets in lists, columns in a table."""
    document = Document("text")
    document.body.clear()
    for kind, group in groupby(paragraphs(text), key=lambda passage: passage.kind):
        passages = list(group)
        for element in _elements(kind, passages):
            document.body.append(element)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _elements(kind: Kind, passages: list[Passage]) -> list[Element]:
    match kind:
        case Kind.HEADING:
            return [_title(passage.words) for passage in passages]
        case Kind.COLUMNS:
            return [_table(passages)]
        case Kind.ITEM if {passage.marker for passage in passages} == {"-"}:
            return [List([passage.words for passage in passages])]
        case Kind.ITEM:
            return [OpenParagraph(f"{'   ' * one.level}{one.marker} {one.words}") for one in passages]
        case _:
            return [OpenParagraph(passage.words) for passage in passages]


def _title(words: str) -> Header:
    """A title without the number that the outline of the empty document gives."""
    title = Header(1, words)
    title.set_attribute("text:is-list-header", "true")
    return title


def _table(passages: list[Passage]) -> Table:
    table = Table("columns")
    for passage in passages:
        row = Row()
        for words in passage.cells:
            cell = Cell()
            cell.append(OpenParagraph(words))
            row.append_cell(cell)
        table.append_row(row)
    return table


def paragraph(words: str, style: str = "") -> str:
    """The markup of a paragraph."""
    return f'<text:p text:style-name="{style}">{escape(words)}</text:p>'


def odt(
    body: str,
    *,
    styles: str = "",
    automatic: str = "",
    meta: str = "",
    others: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """An OpenDocument text with that body; `automatic` are the styles of its content."""
    return zipped(
        {
            "mimetype": MIMETYPE,
            "content.xml": (
                f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": f"<office:document-styles {_NAMES}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {_NAMES}><office:meta>{meta}</office:meta></office:document-meta>",
            **others,
        }
    )


def flat_odt(body: str) -> bytes:
    """An OpenDocument text in one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_NAMES} office:mimetype="{MIMETYPE}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
