"""Word files made for tests: a whole text as Word would hold it, and markup written by hand."""

from collections.abc import Mapping
from io import BytesIO
from itertools import groupby
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from tests.reader.intake.makers import Kind, Passage, paragraphs

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(text: str) -> bytes:
    """A plain text as a Word document: titles and bullets by their styles, columns in a table without rules."""
    document = Document()
    for are_columns, group in groupby(paragraphs(text), key=lambda passage: passage.kind is Kind.COLUMNS):
        if are_columns:
            _columns(document, list(group))
            continue
        for passage in group:
            _paragraph(document, passage)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    """The bytes of a document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraph(document: WordDocument, passage: Passage) -> None:
    match passage.kind:
        case Kind.TITLE:
            document.add_paragraph(passage.words, style="Title")
        case Kind.HEADING:
            document.add_heading(passage.words, 1)
        case Kind.ITEM if passage.marker == "-":
            document.add_paragraph(passage.words, style="List Bullet")
        case Kind.ITEM:
            document.add_paragraph(f"{'   ' * passage.level}{passage.marker} {passage.words}")
        case _:
            document.add_paragraph(passage.words)


def _columns(document: WordDocument, rows: list[Passage]) -> None:
    table = document.add_table(rows=0, cols=max(len(row.cells) for row in rows))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row.cells, strict=False):
            cell.text = words


def paragraph(words: str, properties: str = "") -> str:
    """The markup of a paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def docx(
    body: str, parts: Mapping[str, str] = MappingProxyType({}), others: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """A Word file with that body. `parts` are the insides of others by their kind: `styles`, `numbering`, `footnotes`,
    `comments`, `header`, `footer`; `others` are whole entries of the archive.
    """
    links = "".join(f'<Relationship Id="{kind}" Type="{_LINKS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        **{f"word/{kind}.xml": _part(_ROOTS.get(kind, kind), inside) for kind, inside in parts.items()},
        **others,
    }
    return zipped(entries)


def _part(root: str, inside: str) -> str:
    return f"<w:{root} {_NAMES}>{inside}</w:{root}>"


_ROOTS = {"header": "hdr", "footer": "ftr"}


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """An archive of these entries."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()
