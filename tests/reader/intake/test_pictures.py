"""Pictures of pages: their size in pixels, the page that they show, and the pages that do not exist."""

from io import BytesIO

import pytest
from PIL import Image
from tests.reader.intake.pdf_raw import Page, column, raw_pdf

from convenir.reader.intake.limits import MOST_PIXELS
from convenir.reader.intake.pdf_service import BrokenPdf
from convenir.reader.intake.pictures import NoSuchPage, page_picture, page_sizes

FILE = raw_pdf([Page(lines=column(["CONVENTION"])), Page(entries="/Rotate 90")])


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture), formats=("PNG",))


def test_the_sizes_of_pages_are_those_that_are_shown() -> None:
    assert page_sizes(FILE) == ((595, 842), (842, 595))


@pytest.mark.parametrize(("page", "size"), [(1, (600, 850)), (2, (600, 424))])
def test_a_picture_is_as_wide_as_asked(page: int, size: tuple[int, int]) -> None:
    assert opened(page_picture(FILE, page, 600)).size == pytest.approx(size, abs=1)


def test_words_are_dark_on_white() -> None:
    written, empty = (opened(page_picture(FILE, page, 1200)).convert("L").histogram() for page in (1, 2))
    assert sum(written[:128]) > 50
    assert sum(empty[:255]) == 0


def test_a_picture_holds_no_more_pixels_than_the_limit() -> None:
    width, height = opened(page_picture(FILE, 1, 100_000)).size
    assert width * height <= MOST_PIXELS * 1.01


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(NoSuchPage):
        page_picture(FILE, page, 300)


def test_a_page_of_no_possible_size_is_refused() -> None:
    with pytest.raises(NoSuchPage):
        page_picture(raw_pdf([Page(entries="/MediaBox[0 0 595 100000]")]), 1, 300)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(BrokenPdf):
        page_sizes(b"%PDF-1.7 nothing")
