"""From the bytes of a deposit to its words, by what the bytes are, never by the name of the file."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import ClassVar, TypeAlias

from convenir.core.refusals import Refusal
from convenir.reader.intake import bundle, docx, odt, pdf, plain
from convenir.reader.intake.archive import Allowance, Archive
from convenir.reader.intake.foreign import OtherOfficeFile, Spreadsheet, refuse_foreign
from convenir.reader.intake.limits import MOST_BYTES, MOST_SCANNED_PAGES
from convenir.reader.intake.manuscript import Manuscript, ScannedPage
from convenir.reader.intake.pdf_pages import TooManyPictures
from convenir.reader.intake.pdf_runs import Leaf

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF = b"%PDF-"
# A PDF may begin after some bytes of another program.
_PDF_WITHIN = 1024
_OPEN_TEXT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
_OPEN = "application/vnd.oasis.opendocument"

# What was recognised in pictures of pages, None where nothing was.
Recognised: TypeAlias = Mapping[ScannedPage, Leaf | None]
NOTHING: Recognised = MappingProxyType({})


class FileTooLarge(Refusal):
    """More bytes than a convention scanned with its annexes."""

    code: ClassVar[str] = "file-too-large"
    sentence: ClassVar[str] = (
        "Ce fichier dépasse 40 Mo. Déposez la seule convention avec ses annexes, ou numérisez-la moins finement."
    )


def take(data: bytes, name: str = "", recognised: Recognised = NOTHING) -> Manuscript:
    """The words of a file or of an archive of files; refuses what is empty, too large or no text.

    Nothing is recognised here, which would take seconds for each page: pictures of which nothing is said in
    `recognised` are the pages that the manuscript awaits.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge
    taken = _archive(data, name, recognised) if data.startswith(_ZIP) else _file(data, name, _of("", recognised))
    if len(taken.awaited) > MOST_SCANNED_PAGES:
        raise TooManyPictures(pages=len(taken.awaited), most=MOST_SCANNED_PAGES)
    return taken


def _of(entry: str, recognised: Recognised) -> dict[int, Leaf | None]:
    """What was recognised of one file of a deposit, by number of page."""
    return {page.number: leaf for page, leaf in recognised.items() if page.entry == entry}


def _file(data: bytes, name: str, recognised: Mapping[int, Leaf | None]) -> Manuscript:
    """The words of a file that is no archive."""
    if _PDF in data[:_PDF_WITHIN]:
        return pdf.manuscript(data, name, recognised)
    if odt.is_flat(data):
        return odt.flat_manuscript(data, name)
    refuse_foreign(data)
    return plain.manuscript(data, name)


def _archive(data: bytes, name: str, recognised: Recognised) -> Manuscript:
    """The words of an office file, which is an archive too, or of each file of an archive."""
    allowance = Allowance()
    archive = Archive(data, allowance)
    office = _office(archive, name)
    return bundle.manuscript(archive, partial(_piece, allowance, recognised)) if office is None else office


def _office(archive: Archive, name: str) -> Manuscript | None:
    """The words of an office file; None where the archive is none."""
    kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if "mimetype" in archive else ""
    if kind in _OPEN_TEXT:
        return odt.manuscript(archive, name)
    if kind == _OPEN_SHEET or "xl/workbook.xml" in archive:
        raise Spreadsheet
    if kind.startswith(_OPEN) or "ppt/presentation.xml" in archive:
        raise OtherOfficeFile
    return docx.manuscript(archive, name) if "[Content_Types].xml" in archive else None


def _piece(allowance: Allowance, recognised: Recognised, data: bytes, entry: str) -> Manuscript:
    """The words of one file of an archive; an archive in it is refused, an office file is not."""
    if not data.startswith(_ZIP):
        return _file(data, entry, _of(entry, recognised))
    office = _office(Archive(data, allowance), entry)
    if office is None:
        raise bundle.NestedArchive
    return office
