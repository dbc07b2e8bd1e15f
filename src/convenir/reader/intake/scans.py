"""The words of a deposit whose pages are pictures: page by page, or all at once for whoever may wait."""

from convenir.reader.intake import ocr
from convenir.reader.intake.bundle import bytes_of
from convenir.reader.intake.manuscript import Manuscript, ScannedPage
from convenir.reader.intake.pdf_runs import Leaf
from convenir.reader.intake.pdf_service import UnbearablePdf
from convenir.reader.intake.taking import take


def recognise(data: bytes, page: ScannedPage) -> Leaf | None:
    """What the picture of that page of a deposit gives, in some seconds; None where nothing was recognised.

    A page that cannot be drawn is one of which nothing is recognised: the others are read.
    """
    engine = ocr.tesseract()
    if engine is None:
        return None
    try:
        return ocr.recognised(bytes_of(data, page.entry), page.number, engine)
    except UnbearablePdf:
        return None


def take_at_once(data: bytes, name: str = "") -> Manuscript:
    """The words of a file or of an archive of files, with those of its pictures; refuses as `take`."""
    taken = take(data, name)
    if not taken.awaited:
        return taken
    return take(data, name, {page: recognise(data, page) for page in taken.awaited})
