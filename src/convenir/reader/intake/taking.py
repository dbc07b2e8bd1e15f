"""From the bytes of a deposit to its words, by what the bytes are, never by the name of the file."""

from functools import partial
from typing import ClassVar

from convenir.core.refusals import Refusal
from convenir.reader.intake import bundle, docx, odt, pdf, plain
from convenir.reader.intake.archive import Allowance, Archive
from convenir.reader.intake.foreign import OtherOfficeFile, Spreadsheet, refuse_foreign
from convenir.reader.intake.limits import MOST_BYTES
from convenir.reader.intake.manuscript import Manuscript

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF = b"%PDF-"
# A PDF may begin after some bytes of another program.
_PDF_WITHIN = 1024
_OPEN_TEXT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
_OPEN = "application/vnd.oasis.opendocument"


class FileTooLarge(Refusal):
    """More bytes than a convention scanned with its annexes."""

    code: ClassVar[str] = "file-too-large"
    sentence: ClassVar[str] = (
        "Ce fichier dépasse 40 Mo. Déposez la seule convention avec ses annexes, ou numérisez-la moins finement."
    )


def take(data: bytes, name: str = "") -> Manuscript:
    """The words of a file or of an archive of files; refuses what is empty, too large or no text."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge
    if data.startswith(_ZIP):
        return _archive(data, name)
    return _file(data, name)


def _file(data: bytes, name: str) -> Manuscript:
    """The words of a file that is no archive."""
    if _PDF in data[:_PDF_WITHIN]:
        return pdf.manuscript(data, name)
    if odt.is_flat(data):
        return odt.flat_manuscript(data, name)
    refuse_foreign(data)
    return plain.manuscript(data, name)


def _archive(data: bytes, name: str) -> Manuscript:
    """The words of an office file, which is an archive too, or of each file of an archive."""
    allowance = Allowance()
    archive = Archive(data, allowance)
    office = _office(archive, name)
    return bundle.manuscript(archive, partial(_piece, allowance)) if office is None else office


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


def _piece(allowance: Allowance, data: bytes, name: str) -> Manuscript:
    """The words of one file of an archive; an archive in it is refused, an office file is not."""
    if not data.startswith(_ZIP):
        return _file(data, name)
    office = _office(Archive(data, allowance), name)
    if office is None:
        raise bundle.NestedArchive
    return office
