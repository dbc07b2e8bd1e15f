"""Pictures of the pages of a PDF: to show passages on their page, and to recognise the words of a scan."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import ClassVar

from PIL import Image

from convenir.core.refusals import Refusal
from convenir.reader.intake.pdf_service import ask


class NoSuchPage(Refusal):
    """A page that the file does not have, or that is damaged."""

    code: ClassVar[str] = "no-such-page"
    sentence: ClassVar[str] = "La page {page} de ce PDF n’existe pas ou ne peut pas être montrée."


@dataclass(frozen=True, slots=True, kw_only=True)
class GreyPicture:
    """A picture of a page in shades of grey; `points` is the side of a pixel, in points."""

    image: Image.Image
    points: float

    def turned(self, quarters: int) -> "GreyPicture":
        """The same picture, turned clockwise."""
        return replace(self, image=self.image.rotate(-90 * quarters, expand=True))

    def pnm(self) -> bytes:
        """The bytes of the picture as a PNM file."""
        file = BytesIO()
        self.image.save(file, "PPM")
        return file.getvalue()


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page as it is shown, in points; refuses (`Refusal`) what is no readable PDF."""
    return tuple((width, height) for width, height in ask("sizes", data)[0]["sizes"])


def page_picture(data: bytes, page: int, width: int) -> bytes:
    """The PNG of a page, counted from 1, that many pixels wide, or less where it would hold too many of them.

    Refuses (`Refusal`) what is no readable PDF, and a page that it does not have.
    """
    picture = ask("picture", data, page=page, width=width)[1]
    if not picture:
        raise NoSuchPage(page=page)
    return picture


def grey_picture(data: bytes, page: int, dpi: int) -> GreyPicture | None:
    """The picture of a page at that many dots an inch, or fewer where it would be too large; None without that page."""
    told, picture = ask("picture", data, page=page, dpi=dpi)
    if not picture:
        return None
    return GreyPicture(image=Image.open(BytesIO(picture), formats=("PPM",)), points=1 / told["scale"])
