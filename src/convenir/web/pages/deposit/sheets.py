"""The pages of a deposited PDF as pictures, with the words of each term marked on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from convenir.reader.intake.manuscript import Box, Format
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
GRAVEST = ("conflict", "current", "to-read", "accepted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its picture, its size in points, and the marks over it."""

    number: int
    url: str
    width: int
    height: int
    marks: SafeString


@require_GET
def picture(request: Request, pk: UUID, number: int) -> HttpResponse:
    """The picture of a page, kept by the browser of the person alone."""
    found = text(request.actor, pk, to=Verb.READ)
    if found.format not in (Format.PDF, Format.SCAN) or not 1 <= number <= len(found.sheets):
        raise NotFound(number)
    response = HttpResponse(page_picture(original(request.actor, pk).data, number, WIDTH), content_type="image/png")
    patch_cache_control(response, private=True, max_age=DAY, immutable=True)
    return response


def sheets(found: DepositedText, asked: Asked, current: ReadTerm | None) -> list[Sheet]:
    """The pages that hold words of this act, in order."""
    numbers = sorted({place.page for place in found.manuscript.places if place.page})
    marked = marks(found, asked, current)
    return [
        Sheet(
            number=number,
            url=reverse("deposit:page", args=[found.pk, number]),
            width=round(found.sheets[number - 1][0]),
            height=round(found.sheets[number - 1][1]),
            marks=together(_drawn(found, number, marked)),
        )
        for number in numbers
        if number <= len(found.sheets)
    ]


def _drawn(found: DepositedText, number: int, marked: Sequence[Marked]) -> Iterator[SafeString]:
    """One link for the words of each term on the page, over each of their lines; the gravest where terms share them."""
    ordered = sorted(marked, key=lambda one: GRAVEST.index(one.reading), reverse=True)
    for one in {(one.source.start, one.source.end): one for one in ordered}.values():
        boxes = _boxes(found, one.source, number)
        if boxes:
            lines = together(_rectangle(box) for box in boxes)
            yield element("a", lines, href=one.url, aria_label=one.label, class_=f"sheet-mark {one.reading}")


def _rectangle(box: Box) -> SafeString:
    left, top, right, bottom = (side * SCALE for side in box)
    more = (bottom - top) * AROUND
    return element("rect", x=left, y=top - more, width=right - left, height=bottom - top + 2 * more)


def _boxes(found: DepositedText, source: Source, number: int) -> list[Box]:
    """Where words stand on a page: each line cut to the share of it that they are."""
    start, end = source.start, source.end
    if start is None or end is None:
        return []
    return [
        _cut(place.box, (max(start, place.start) - place.start) / length, (min(end, place.end) - place.start) / length)
        for place in found.manuscript.within(start, end)
        if place.page == number and place.box and (length := place.end - place.start)
    ]


def _cut(box: Box, first: float, last: float) -> Box:
    """The part of a line between two shares of its width."""
    left, top, right, bottom = box
    return left + (right - left) * first, top, left + (right - left) * last, bottom
