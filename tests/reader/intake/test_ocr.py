"""Words recognised in pictures: what a scan gives to read, how far it is doubtful, and what is said of it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from tests.reader.clauses import CONVENTION
from tests.reader.intake.makers import paragraphs
from tests.reader.intake.pdf_makers import Style, pdf
from tests.reader.intake.pdf_raw import Page, column, raw_pdf

from convenir.core.terms import Term
from convenir.reader.intake import pdf_pages
from convenir.reader.intake.manuscript import Format, Manuscript, ScannedPage
from convenir.reader.intake.ocr import tesseract
from convenir.reader.intake.pdf_pages import NothingRecognised, NoWords, TooManyPictures
from convenir.reader.intake.pictures import page_picture
from convenir.reader.intake.scans import recognise, take_at_once
from convenir.reader.intake.taking import take
from convenir.reader.reading import read_text

needs_tesseract = pytest.mark.skipif(tesseract() is None, reason="Tesseract with its French is not on this machine")
TEXT = CONVENTION.format(
    title="Durée et fin",
    words=(
        "La convention est conclue pour une durée de quatre ans à compter du 1er janvier 2022. Chaque partie peut la "
        "résilier à tout moment, avec un préavis de trois mois notifié par lettre recommandée avec accusé de réception."
    ),
)
WRITTEN = pdf(paragraphs(TEXT), Style(head="", folio=False))


def scanned(data: bytes, dots: int, askew: float = 0, copies: int = 1) -> bytes:
    """The first page of a PDF as a scanner gives it: so many dots an inch, laid askew by so many degrees, repeated."""
    with Image.open(BytesIO(page_picture(data, 1, round(595 * dots / 72)))) as picture:
        grey = picture.convert("L").rotate(askew, expand=askew % 90 == 0, fillcolor=255)
    file = BytesIO()
    grey.save(file, "PDF", resolution=dots, save_all=True, append_images=[grey] * (copies - 1))
    return file.getvalue()


def facts(found: Manuscript) -> list[tuple[str, str]]:
    """The kinds of the terms and the articles where they stand."""
    return [(type(term).__name__, term.source.article) for term in terms(found.text)]


def terms(words: str) -> tuple[Term, ...]:
    return read_text(words).terms.clauses


@needs_tesseract
@pytest.mark.parametrize(("dots", "askew"), [(200, 0), (300, 0), (200, 1.1), (200, 180), (200, 90), (200, 270)])
def test_a_scan_gives_the_facts_of_its_page(dots: int, askew: float) -> None:
    found = take_at_once(scanned(WRITTEN, dots, askew))
    assert found.pieces[0].format is Format.SCAN
    assert facts(found) == facts(take_at_once(WRITTEN))


@needs_tesseract
def test_a_scan_says_that_its_words_are_doubtful() -> None:
    found = take_at_once(scanned(WRITTEN, 200))
    assert [finding.about for finding in found.findings] == ["words-recognised"]
    assert "La page 1 a été lue par reconnaissance" in found.findings[0].sentence
    assert 0 < found.doubt(0, len(found.text)) <= 1
    assert take_at_once(WRITTEN).doubt(0, len(found.text)) == 0


@needs_tesseract
def test_the_places_of_a_scan_are_those_of_the_page() -> None:
    found, written = take_at_once(scanned(WRITTEN, 200)), take_at_once(WRITTEN)
    shown, printed = (one.place(one.text.index("préavis de trois")) for one in (found, written))
    assert shown is not None and shown.box is not None
    assert printed is not None and printed.box is not None
    assert shown.box == pytest.approx(printed.box, abs=0.02)


@needs_tesseract
def test_pages_that_hold_writing_are_not_recognised() -> None:
    lines = column(["CONVENTION", "La convention est conclue pour cinq ans."])
    found = take_at_once(raw_pdf([Page(lines=lines), Page(lines=lines)]))
    assert found.pieces[0].format is Format.PDF


@needs_tesseract
def test_a_text_layer_of_glyph_codes_is_read_in_its_picture() -> None:
    codes = ["/D FRQYHQWLRQ HVW FRQFOXH SRXU XQH GXUHH GH FLQT DQV HW SHXW HWUH UHVLOLHH"] * 4
    assert take_at_once(raw_pdf([Page(lines=column(codes))])).pieces[0].format is Format.SCAN


def test_a_scan_is_refused_where_nothing_can_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    tesseract.cache_clear()
    try:
        with pytest.raises(NothingRecognised):
            take_at_once(scanned(WRITTEN, 72))
    finally:
        tesseract.cache_clear()


def test_too_many_scanned_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_SCANNED_PAGES", 0)
    with pytest.raises(TooManyPictures):
        take_at_once(scanned(WRITTEN, 72))


@needs_tesseract
def test_pages_are_awaited_until_each_was_recognised() -> None:
    data = scanned(WRITTEN, 200)
    page = ScannedPage(entry="", number=1)
    awaiting = take(data)
    assert awaiting.awaited == (page,)
    assert [finding.about for finding in awaiting.findings] == ["pages-unread"]
    taken = take(data, recognised={page: recognise(data, page)})
    assert (taken, taken.awaited) == (take_at_once(data), ())
    with pytest.raises(NoWords):
        take(data, recognised={page: None})


@needs_tesseract
def test_the_pages_of_an_archive_are_awaited_by_file() -> None:
    archive = BytesIO()
    with ZipFile(archive, "w") as files:
        files.writestr("envoi/Annexe 1.pdf", scanned(WRITTEN, 72))
        files.writestr("ctg.txt", TEXT)
    taken = take(archive.getvalue())
    assert taken.awaited == (ScannedPage(entry="envoi/Annexe 1.pdf", number=1),)
    found = recognise(archive.getvalue(), taken.awaited[0])
    assert found is not None and found.letters() > 100
