"""Spreadsheets made for tests: rows of our own, in the formats that people use."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TypeAlias

from odfdo import Document, Table
from openpyxl import Workbook

from convenir.reader.sheets.columns import recognised
from convenir.reader.sheets.draft import Draft, draft
from convenir.reader.sheets.workbook import workbook

Content: TypeAlias = str | int | float | date | None
Rows: TypeAlias = Sequence[Sequence[Content]]


def xlsx(rows: Rows, name: str = "Plan", merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def ods(rows: Rows, name: str = "Plan", merged: Sequence[str] = ()) -> bytes:
    """The same for LibreOffice."""
    document = Document("spreadsheet")
    document.body.clear()
    table = Table(name)
    table.set_values([list(row) for row in rows])
    for cells in merged:
        table.set_span(cells)
    document.body.append(table)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def csv(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """The same as a delimited text, without quotes."""
    lines = (separator.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\n".join(lines).encode(encoding)


def read(data: bytes) -> Draft:
    """What the first sheet of a file says, its columns read as they are recognised."""
    sheet = workbook(data).sheets[0]
    return draft(sheet, recognised(sheet).mapping)


def told(found: Draft) -> list[str]:
    """Every remark of a draft, each with its place."""
    return [str(one) for one in (*found.remarks, *found.skipped)]
