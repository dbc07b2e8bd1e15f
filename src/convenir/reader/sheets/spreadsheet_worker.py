"""The process that opens a spreadsheet for the product: what a hostile file can crash or fill is this process only.

It takes the bytes of a workbook on its input and gives JSON on its output: the sheets, or why there are none.
"""

import json
import resource
import sys
import zlib
from datetime import date, datetime
from io import BytesIO
from lzma import LZMAError
from typing import Any
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from convenir.reader.intake.limits import MOST_CELLS, MOST_SHEET_MEMORY, MOST_SHEETS
from convenir.reader.sheets.ods_merges import Corners, ods_merges

# In JSON, a day is an object, since a word may look like one.
DAY = "day"


def sheets(data: bytes) -> dict[str, Any]:
    """The rows of each sheet that holds a table, in the order of the workbook; or the code of what is wrong."""
    try:
        merges = ods_merges(data)
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            told = [
                _sheet(book.get_sheet_by_index(index), merges)
                for index, known in enumerate(book.sheets_metadata[:MOST_SHEETS])
                if known.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        return {"unopened": "locked"}
    except (CalamineError, OSError, ValueError, BadZipFile, LZMAError, zlib.error, XMLSyntaxError):
        return {"unopened": "broken"}
    return {"sheets": told} if sum(one["cells"] for one in told) <= MOST_CELLS else {"unopened": "cells"}


def _sheet(sheet: CalamineSheet, merged: dict[str, list[Corners]]) -> dict[str, Any]:
    rows: list[list[Any]] = []
    cells = 0
    for row in sheet.to_python(skip_empty_area=False):
        cells += sum(one != "" for one in row)
        if cells > MOST_CELLS:
            break
        rows.append([_plain(one) for one in row])
    merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()] or merged.get(sheet.name, [])
    return {"name": sheet.name, "rows": rows, "merges": merges, "cells": cells}


def _plain(content: object) -> object:
    match content:
        case "":
            return None
        case datetime():
            return {DAY: content.date().isoformat()}
        case date():
            return {DAY: content.isoformat()}
        case str() | int() | float():
            return content
        case _:
            return str(content)


def main() -> None:
    """Answers once."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_SHEET_MEMORY, MOST_SHEET_MEMORY))
    json.dump(sheets(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
