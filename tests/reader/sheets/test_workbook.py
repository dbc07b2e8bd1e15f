"""The same table in every format, and files that hold none or are meant to do harm."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
import pytest
from openpyxl import Workbook
from tests.reader.intake.pdf_makers import typeset
from tests.reader.intake.test_ocr import WRITTEN, needs_tesseract, scanned
from tests.reader.sheets.files import Rows, csv, ods, read, xlsx

from convenir.core.refusals import Refusal
from convenir.reader.intake.archive import ArchiveTooLarge
from convenir.reader.sheets.actions import ActionSheet
from convenir.reader.sheets.delimited import sheet_of
from convenir.reader.sheets.refusals import (
    BrokenWorkbook,
    NoSuchSheet,
    NoTable,
    ScannedTable,
    SheetTooLarge,
    TooManyCells,
)
from convenir.reader.sheets.workbook import workbook

ROWS: Rows = (
    ("N° fiche", "Intitulé de l’action", "Axe", "Échéance"),
    ("1", "Ouvrir une ludothèque", "Enfance", "31/12/2026"),
    ("2", "Créer un café des parents", "Parentalité", "30/06/2027"),
)


def word_table() -> bytes:
    document = docx.Document()
    document.add_paragraph("Annexe 3 : plan d’actions")
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for row, cells in enumerate(ROWS):
        for column, words in enumerate(cells):
            table.cell(row, column).text = str(words)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def odt_table() -> bytes:
    document = odfdo.Document("text")
    document.body.append(odfdo.Paragraph("Annexe 3 : plan d’actions"))
    table = odfdo.Table("Plan")
    table.set_values([list(row) for row in ROWS])
    document.body.append(table)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_table() -> bytes:
    cells = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
    return typeset(f"Annexe 3 : plan d’actions\n#table(columns: (2cm, 6cm, 3cm, 3cm), {cells})")


FORMATS = {
    "xlsx": xlsx(ROWS),
    "ods": ods(ROWS),
    "semicolons": csv(ROWS),
    "commas": csv(ROWS, ",").replace("Échéance".encode(), "Échéance".encode()),
    "tabs in UTF-16": csv(ROWS, "\t", "utf-16"),
    "bars in Windows letters": csv(ROWS, "|", "cp1252"),
    "with the separator declared": b"sep=;\n" + csv(ROWS),
    "a table of a Word file": word_table(),
    "a table of an OpenDocument text": odt_table(),
    "a table of a PDF": pdf_table(),
    # Saved by LibreOffice: nothing in Python writes that format.
    "xls": (Path(__file__).parent / "plan.xls").read_bytes(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_table_says_the_same_in_every_format(name: str) -> None:
    found = [line.value for line in read(FORMATS[name]).lines]
    assert found == [
        ActionSheet(number="1", title="Ouvrir une ludothèque", theme="Enfance", ends_on=date(2026, 12, 31)),
        ActionSheet(number="2", title="Créer un café des parents", theme="Parentalité", ends_on=date(2027, 6, 30)),
    ]


def test_cells_of_a_document_are_called_by_row_and_column() -> None:
    sheet = workbook(word_table()).sheets[0]
    assert sheet.place(1, 2) == "Tableau 1, ligne 2, colonne 3"


def test_sheets_are_asked_by_name_or_by_rank_and_blank_ones_are_not_counted() -> None:
    book = Workbook()
    book.create_sheet("Actions").append(["a", "b"])
    file = BytesIO()
    book.save(file)
    found = workbook(file.getvalue())
    assert [sheet.name for sheet in found.sheets] == ["Actions"]
    assert found.sheet("Actions") is found.sheet("1")
    with pytest.raises(NoSuchSheet, match=r"Choisissez parmi : 1 \(Actions\)"):
        found.sheet("Feuil3")


def test_macros_are_not_run_and_are_told() -> None:
    data = BytesIO(xlsx(ROWS))
    with ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00")
    found = workbook(data.getvalue())
    assert [finding.about for finding in found.findings] == ["macros"]
    assert found.sheets[0].rows[1][1] == "Ouvrir une ludothèque"


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A workbook one part of which is replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
    return file.getvalue()


def far_cell() -> bytes:
    """A sheet whose last cell is the last that a program knows: billions of blank ones stand before it."""
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = 1
    book.worksheets[0]["A1"] = 1
    file = BytesIO()
    book.save(file)
    return file.getvalue()


BOMB = b"<a>" + b" " * 60_000_000 + b"</a>"
HOSTILE: dict[str, tuple[bytes, type[Refusal]]] = {
    "a bomb": (with_part(xlsx(ROWS), "xl/worksheets/sheet1.xml", BOMB), ArchiveTooLarge),
    "a cell at the end of the world": (far_cell(), BrokenWorkbook),
    "a part cut": (with_part(xlsx(ROWS), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), BrokenWorkbook),
    "an old workbook cut": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 40, BrokenWorkbook),
    "more bytes than a list": (b"a;b\n" * 1_250_001, SheetTooLarge),
    "more cells than a list": (b";" * 200_001 + b"a", TooManyCells),
    "more columns than a list": (b";" * 250 + b"a\n" + b"a;b\n" * 900, TooManyCells),
    "no table": (xlsx(()), NoTable),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_list_is_refused(name: str) -> None:
    data, refusal = HOSTILE[name]
    with pytest.raises(refusal):
        workbook(data)


def test_a_quoted_cell_holds_lines_and_separators() -> None:
    rows = sheet_of(b'a;b\n"un ; deux\ntrois";"dit ""oui"""\n', "").rows
    assert rows[1] == ("un ; deux\ntrois", 'dit "oui"')


@needs_tesseract
def test_the_picture_of_a_list_is_refused() -> None:
    with pytest.raises(ScannedTable):
        workbook(scanned(WRITTEN, 72), "plan.pdf")
