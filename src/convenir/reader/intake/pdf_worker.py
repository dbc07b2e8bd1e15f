"""The process that opens PDF files for the product: what a hostile file can stop or fill is this process, and no other.

It answers one order after the other on the pipe whose number it is given: an order is a JSON object and the bytes of a
file, its answer a JSON object and bytes. It ends when the pipe is closed, and after a large file.
"""

import json
import resource
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

import pypdfium2

from convenir.reader.intake.garbled import is_garbled
from convenir.reader.intake.limits import MOST_PDF_MEMORY, MOST_PIXELS
from convenir.reader.intake.pdf_document import UnopenedError, opened, turned_to
from convenir.reader.intake.pdf_layer import is_pictured, leaf
from convenir.reader.intake.pdf_wire import Layer, sent

# What is asked, and what is answered; both hold plain values.
Order: TypeAlias = dict[str, Any]
Answer: TypeAlias = tuple[dict[str, Any], bytes]
# After a file of more bytes the process ends, and gives its memory back; its last answer says so.
_LARGE = 5_000_000
# The longest side of a page that the norm knows, with some room.
_MOST_POINTS = 20_000


def layers(order: Order, data: bytes) -> Answer:
    """The text layers of a share of the pages, null where one is damaged, as `pdf_wire` sends them."""
    with opened(data) as document:
        pages = _share(len(document), order["share"], order["shares"])
        told, lengths = sent(_layer(document, index) for index in pages)
    return {"pages": told}, lengths


def _share(pages: int, share: int, shares: int) -> range:
    """The indices of the pages of one of so many shares, counted from 0.

    >>> _share(5, 0, 2), _share(5, 1, 2)
    (range(0, 2), range(2, 5))
    """
    return range(pages * share // shares, pages * (share + 1) // shares)


def _layer(document: pypdfium2.PdfDocument, index: int) -> Layer | None:
    with turned_to(document, index) as page:
        if page is None:
            return None
        try:
            found = leaf(page, index + 1)
            if is_garbled(" ".join(run.words for run in found.runs)):
                # Its letters are only legible in its picture.
                return Layer(replace(found, runs=(), slanted=(), struck=()), pictured=True)
            return Layer(found, is_pictured(page, found))
        except pypdfium2.PdfiumError:
            return None


def sizes(order: Order, data: bytes) -> Answer:
    """Width and height of each page."""
    with opened(data) as document:
        return {"sizes": [document.get_page_size(index) for index in range(len(document))]}, b""


def picture(order: Order, data: bytes) -> Answer:
    """The picture of a page, as wide in pixels or with as many dots an inch as is asked; no bytes without that page."""
    with opened(data) as document:
        if not 1 <= order["page"] <= len(document):
            return {}, b""
        with turned_to(document, order["page"] - 1) as page:
            return ({}, b"") if page is None else _drawn(page, order)


def _drawn(page: pypdfium2.PdfPage, order: Order) -> Answer:
    width, height = page.get_size()
    if not (1 <= width <= _MOST_POINTS and 1 <= height <= _MOST_POINTS):
        return {}, b""
    wanted = order["dpi"] / 72 if "dpi" in order else order["width"] / width
    scale = min(wanted, (MOST_PIXELS / (width * height)) ** 0.5)
    try:
        bitmap = page.render(scale=scale, grayscale="dpi" in order)
    except pypdfium2.PdfiumError:
        return {}, b""
    file = BytesIO()
    bitmap.to_pil().save(file, "PPM" if "dpi" in order else "PNG")
    bitmap.close()
    return {"scale": scale}, file.getvalue()


WORKS: dict[str, Callable[[Order, bytes], Answer]] = {"layers": layers, "sizes": sizes, "picture": picture}


def answer(order: Order, data: bytes) -> Answer:
    """The answer to an order, or why the file cannot be opened."""
    try:
        return WORKS[order["work"]](order, data)
    except UnopenedError as why:
        return {"unopened": why.code, "pages": why.pages}, b""


def main(pipe: int) -> None:
    """Answers until the other end closes."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_PDF_MEMORY, MOST_PDF_MEMORY))
    with Connection(pipe) as connection:
        while True:
            try:
                order, data = json.loads(connection.recv_bytes()), connection.recv_bytes()
            except EOFError:
                return
            told, payload = answer(order, data)
            last = len(data) > _LARGE
            connection.send_bytes(json.dumps({**told, "last": last}).encode())
            connection.send_bytes(payload)
            if last:
                return


if __name__ == "__main__":
    main(int(sys.argv[1]))
