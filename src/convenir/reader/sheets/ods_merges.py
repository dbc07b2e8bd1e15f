"""The merged cells of an OpenDocument spreadsheet: the library that reads its values does not give them."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from convenir.reader.intake.markup import Element

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CONTENT = "content.xml"

# Top, left, bottom, right, counted from 0, the last ones included.
Corners = tuple[int, int, int, int]


def ods_merges(data: bytes) -> dict[str, list[Corners]]:
    """The merged cells of each sheet, by its name; none for a file of another format."""
    found: dict[str, list[Corners]] = defaultdict(list)
    if not data.startswith(b"PK"):
        return found
    with ZipFile(BytesIO(data)) as archive:
        if _CONTENT not in archive.namelist():
            return found
        name, row = "", 0
        for event, element in _walked(archive.read(_CONTENT)):
            if element.tag == f"{_TABLE}table":
                name, row = (element.get(f"{_TABLE}name", ""), 0) if event == "start" else ("", 0)
            elif event == "end":
                found[name] += _of_row(element, row)
                row += _count(element, "number-rows-repeated")
                element.clear()
    return found


def _walked(content: bytes) -> Iterator[tuple[str, Element]]:
    tags = (f"{_TABLE}table", f"{_TABLE}table-row")
    found: Iterator[tuple[str, Element]] = etree.iterparse(
        BytesIO(content), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
    return found


def _of_row(row: Element, top: int) -> Iterator[Corners]:
    left = 0
    for cell in row:
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            yield top, left, top + rows - 1, left + columns - 1
        left += _count(cell, "number-columns-repeated")


def _count(element: Element, name: str) -> int:
    return int(element.get(f"{_TABLE}{name}", "1"))
