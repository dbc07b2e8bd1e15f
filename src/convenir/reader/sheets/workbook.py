"""From the bytes of a file to the tables that it holds, by what the bytes are, never by the name of the file."""

from dataclasses import dataclass

from convenir.core.findings import Finding, noted
from convenir.reader.intake.archive import Allowance, Archive
from convenir.reader.intake.foreign import refuse_foreign
from convenir.reader.intake.limits import MOST_SHEET_BYTES
from convenir.reader.intake.manuscript import Manuscript
from convenir.reader.intake.taking import NOTHING, Recognised, take
from convenir.reader.sheets import delimited, spreadsheet
from convenir.reader.sheets.grid import Content, Sheet, squared
from convenir.reader.sheets.refusals import NoSuchSheet, NoTable, ScannedTable, SheetTooLarge

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The workbook stream of a .xls, and of its oldest kinds, as the directory of the file names it.
_OLD_BOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OPEN_SHEETS = (
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.spreadsheet-template",
)
_MACROS = ("xl/vbaProject.bin", "Basic/script-lc.xml")
# A table of a document with less is a frame around words.
_LEAST_ROWS, _LEAST_COLUMNS = 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """The tables of a file, none of them blank, and what is good to know of it."""

    name: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()

    def sheet(self, told: str) -> Sheet:
        """The sheet of that name, or of that number from 1."""
        named = next((one for one in self.sheets if one.name == told), None)
        if named is not None:
            return named
        if told.isdecimal() and 1 <= int(told) <= len(self.sheets):
            return self.sheets[int(told) - 1]
        known = ", ".join(f"{rank} ({one.name})" for rank, one in enumerate(self.sheets, 1))
        raise NoSuchSheet(sheet=told, known=known)


def workbook(data: bytes, name: str = "", recognised: Recognised = NOTHING) -> Workbook:
    """The tables of a workbook, of a delimited text or of a document; refuses a file without any.

    `recognised` is what the pictures of a scan gave, where they were read before.
    """
    if len(data) > MOST_SHEET_BYTES:
        raise SheetTooLarge
    sheets, findings = _sheets(data, name, recognised)
    filled = tuple(one for one in sheets if one.rows)
    if not filled:
        raise NoTable
    return Workbook(name=name, sheets=filled, findings=findings)


def _sheets(data: bytes, name: str, recognised: Recognised) -> tuple[tuple[Sheet, ...], tuple[Finding, ...]]:
    if data.startswith(_ZIP):
        archive = Archive(data, Allowance())
        if _is_spreadsheet(archive):
            return spreadsheet.sheets_of(data), _macros(archive)
    if data.startswith(_OLD_OFFICE) and (_LOCKED in data or any(mark in data for mark in _OLD_BOOKS)):
        return spreadsheet.sheets_of(data), ()
    if data.startswith((_ZIP, _OLD_OFFICE)) or b"%PDF-" in data[:1024] or data.lstrip().startswith((b"<", b"{\\rtf")):
        taken = take(data, name, recognised)
        tables = tuple(_tables(taken))
        if taken.awaited and not tables:
            raise ScannedTable
        return tables, taken.findings
    refuse_foreign(data)
    return (delimited.sheet_of(data, ""),), ()


def _is_spreadsheet(archive: Archive) -> bool:
    """Whether an archive is a spreadsheet; all that it holds is unpacked once, within the limits."""
    kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if "mimetype" in archive else ""
    if kind not in _OPEN_SHEETS and not any(name.startswith("xl/workbook.") for name in archive.names):
        return False
    for name in archive.names:
        archive.read(name)
    return True


def _macros(archive: Archive) -> tuple[Finding, ...]:
    if not any(name in archive for name in _MACROS):
        return ()
    return (
        noted(
            "macros", "Ce classeur contient des macros : elles n’ont pas été exécutées, seules les valeurs sont lues."
        ),
    )


def _tables(taken: Manuscript) -> list[Sheet]:
    """The tables of a document, under the number that each has in it."""
    return [
        Sheet(name=f"Tableau {number}", rows=squared([_cells(row) for row in table.rows]), of_document=True)
        for number, table in enumerate(taken.tables, 1)
        if len(table.rows) >= _LEAST_ROWS and max(map(len, table.rows)) >= _LEAST_COLUMNS
    ]


def _cells(row: tuple[str, ...]) -> list[Content]:
    return [cell if cell.strip() else None for cell in row]
