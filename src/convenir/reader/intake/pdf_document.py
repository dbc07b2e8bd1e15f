"""How the process apart opens a PDF and turns to its pages, and why it may not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from convenir.reader.intake.limits import MOST_PAGES


class UnopenedError(Exception):
    """A file that is not opened: `code` is «locked», «broken» or «too-long», `pages` how many it has."""

    def __init__(self, code: str, pages: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.pages = pages


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document until the end of the block; `UnopenedError` where it is locked, broken or too long.

    Nothing that a file holds is ever run: the library is built without scripts, and forms are not started.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # The code of an earlier error may have stayed: a file that says nothing of locks has none.
        locked = error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data
        raise UnopenedError("locked" if locked else "broken") from error
    try:
        if not len(document):
            raise UnopenedError("broken")
        if len(document) > MOST_PAGES:
            raise UnopenedError("too-long", len(document))
        yield document
    finally:
        document.close()


@contextmanager
def turned_to(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage | None]:
    """The page of that index, from 0; None where it is damaged."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()
