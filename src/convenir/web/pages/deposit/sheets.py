"""The pages of deposited PDF files as pictures, with the words of each term marked on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from convenir.access.deposited import DepositedText, ReadTerm
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import original, text
from convenir.core.source import Source
from convenir.reader.intake.bundle import bytes_of
from convenir.reader.intake.manuscript import Box
from convenir.reader.intake.pictures import page_picture
from convenir.web.pages.deposit.asked import Asked
from convenir.web.pages.deposit.pieces import Marked, marks
from convenir.web.requests import Request
from convenir.web.ui.svg import element, together

# Wide enough for a screen that draws two pixels for one.
WIDTH = 1240
DAY = 86_400
# Marks are drawn in thousandths of the page.
SCALE = 1000
# A mark goes beyond the letters by that share of their height.
AROUND = 0.2
# The piece of the deposit, from 0, and the number of the page in it, from 1.
Page: TypeAlias = tuple[int, int]
GRAVEST = ("conflict", "current", "to-read", "accepted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its picture, its size in points, and the marks over it.

    `file` is the name of the file where the deposit holds several, `id` the name of its place on the page of the site.
    """

    id: str
    number: int
    file: str
    url: str
    width: int
    height: int
    marks: SafeString


@require_GET
def picture(request: Request, pk: UUID, file: int, number: int) -> HttpResponse:
    """The picture of a page of one file of the deposit, counted from 1; kept by the browser of the person alone."""
    found = text(request.actor, pk, to=Verb.READ)
    if not found.can_show(file - 1, number):
        raise NotFound(number)
    data = bytes_of(original(request.actor, pk).data, found.manuscript.pieces[file - 1].entry)
    response = HttpResponse(page_picture(data, number, WIDTH), content_type="image/png")
    patch_cache_control(response, private=True, max_age=DAY, immutable=True)
    return response


def sheets(found: DepositedText, asked: Asked, current: ReadTerm | None) -> list[Sheet]:
    """The pages that hold words of this act, in order."""
    marked = marks(found, asked, current)
    return [_sheet(found, page, marked) for page in found.pages]


def unpaged(found: DepositedText) -> list[str]:
    """The names of the files that hold words of this act and have no pages to show."""
    paged = {piece for piece, _ in found.pages}
    others = sorted({place.piece for place in found.manuscript.places} - paged)
    return [found.manuscript.pieces[piece].name for piece in others]


def _sheet(found: DepositedText, page: Page, marked: Sequence[Marked]) -> Sheet:
    piece, number = page
    width, height = found.sheets[piece][number - 1]
    return Sheet(
        id=f"page-{piece + 1}-{number}",
        number=number,
        file=found.manuscript.pieces[piece].name if len(found.manuscript.pieces) > 1 else "",
        url=reverse("deposit:page", args=[found.pk, piece + 1, number]),
        width=round(width),
        height=round(height),
        marks=together(_drawn(found, page, marked)),
    )


def _drawn(found: DepositedText, page: Page, marked: Sequence[Marked]) -> Iterator[SafeString]:
    """One link for the words of each term on the page, over each of their lines; the gravest where terms share them."""
    ordered = sorted(marked, key=lambda one: GRAVEST.index(one.reading), reverse=True)
    for one in {(one.source.start, one.source.end): one for one in ordered}.values():
        boxes = _boxes(found, one.source, page)
        if boxes:
            lines = together(_rectangle(box) for box in boxes)
            yield element("a", lines, href=one.url, aria_label=one.label, class_=f"sheet-mark {one.reading}")


def _rectangle(box: Box) -> SafeString:
    left, top, right, bottom = (side * SCALE for side in box)
    more = (bottom - top) * AROUND
    return element("rect", x=left, y=top - more, width=right - left, height=bottom - top + 2 * more)


def _boxes(found: DepositedText, source: Source, page: Page) -> list[Box]:
    """Where words stand on a page: each line cut to the share of it that they are."""
    start, end = source.start, source.end
    if start is None or end is None:
        return []
    return [
        _cut(place.box, (max(start, place.start) - place.start) / length, (min(end, place.end) - place.start) / length)
        for place in found.manuscript.within(start, end)
        if (place.piece, place.page) == page and place.box and (length := place.end - place.start)
    ]


def _cut(box: Box, first: float, last: float) -> Box:
    """The part of a line between two shares of its width."""
    left, top, right, bottom = box
    return left + (right - left) * first, top, left + (right - left) * last, bottom
