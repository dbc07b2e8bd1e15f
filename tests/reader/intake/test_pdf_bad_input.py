"""PDF files that are refused, each with its sentence, and what is said of those that are read in part."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.reader.intake.pdf_raw import Page, column, raw_pdf

from convenir.core.refusals import Refusal
from convenir.reader.intake import pdf_pages, pdf_service
from convenir.reader.intake.limits import MOST_PAGES
from convenir.reader.intake.pdf import manuscript
from convenir.reader.intake.pdf_pages import NoWords
from convenir.reader.intake.pdf_service import BrokenPdf, LockedPdf, TooManyPages, UnbearablePdf

LINES = column(["CONVENTION DE PARTENARIAT", "La convention est conclue pour une durée de cinq ans."])
KEY = "vallon"
FILE = raw_pdf([Page(lines=LINES)] * 3)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (raw_pdf([Page(lines=LINES)], password=KEY), LockedPdf),
        (FILE[: len(FILE) // 2], BrokenPdf),
        (b"%PDF-1.7\n%%EOF\n", BrokenPdf),
        (raw_pdf([]), BrokenPdf),
        (raw_pdf([Page()] * (MOST_PAGES + 1)), TooManyPages),
        (raw_pdf([Page(), Page()]), NoWords),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        manuscript(data)


def test_a_lock_without_password_is_no_lock() -> None:
    assert manuscript(raw_pdf([Page(lines=LINES)], password="")).text == manuscript(raw_pdf([Page(lines=LINES)])).text


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(TooManyPages, match=f"{MOST_PAGES + 1} pages.*Déposez la seule convention"):
        manuscript(raw_pdf([Page()] * (MOST_PAGES + 1)))


def test_a_file_whose_end_is_missing_is_read_and_said() -> None:
    found = manuscript(FILE.replace(b"%%EOF", b""))
    assert "cinq ans" in found.text
    assert [finding.about for finding in found.findings] == ["file-cut-short"]


def test_a_damaged_page_is_said() -> None:
    damaged = FILE.replace(b"6 0 obj\n<</Type/Page/", b"6 0 obj\n<</Type/Nil_/", 1)
    found = manuscript(damaged.replace(b"6 0 obj\n<<", b"6 0 obj\n[]", 1))
    assert [finding.about for finding in found.findings] == ["pages-unreadable"]
    assert "La page 2" in found.findings[0].sentence


def test_drawings_in_drawings_do_not_hold_up_whoever_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(pdf_service, "SECONDS_A_PDF", 1)
        with pytest.raises(UnbearablePdf):
            manuscript(nested(levels=9, times=60))
    assert "cinq ans" in manuscript(FILE).text


def test_files_are_read_after_a_large_one() -> None:
    large = raw_pdf([Page(lines=LINES)], "", [f"({'0' * 6_000_000})"])
    assert [manuscript(data).text for data in (large, large)] == [manuscript(raw_pdf([Page(lines=LINES)])).text] * 2


def test_files_that_come_at_once_are_each_read() -> None:
    files = [raw_pdf([Page(lines=column([f"Convention {number}"]))]) for number in range(12)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert [found.text for found in pool.map(manuscript, files)] == [f"Convention {n}" for n in range(12)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_pages_come_in_their_order_however_they_are_shared(count: int) -> None:
    written = ["Objet du partenariat", "Durée", "Comité de pilotage", "Évaluation finale", "Résiliation"][:count]
    found = manuscript(raw_pdf([Page(lines=column([words])) for words in written]))
    assert [line for line in found.text.split("\n") if line] == written
    assert [place.page for place in found.places] == list(range(1, count + 1))


@pytest.mark.parametrize("at", [0, 3])
def test_a_page_that_holds_up_either_process_is_refused(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(pdf_service, "SECONDS_A_PDF", 1)
        with pytest.raises(UnbearablePdf):
            manuscript(nested(levels=9, times=60, before=at, after=3 - at))
    assert "cinq ans" in manuscript(FILE).text


def test_more_lines_than_anybody_wrote_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_RUNS", 5)
    with pytest.raises(UnbearablePdf):
        manuscript(FILE)


def test_signs_that_say_nothing_are_no_words() -> None:
    found = manuscript(raw_pdf([Page(lines=column(["\x01\x02", "La convention est conclue.", "\x03"]))]))
    assert found.text.strip() == "La convention est conclue."


def nested(levels: int, times: int, before: int = 0, after: int = 0) -> bytes:
    """A page that draws a drawing, which draws the next one so many times, and so on; plain pages around it."""
    pages = 1 + before + after
    forms = []
    for level in range(levels):
        content = f"/X{level + 1} Do " * times if level < levels - 1 else "BT /F1 9 Tf (mot) Tj ET"
        inner = f"/XObject<</X{level + 1} {5 + 2 * pages + level} 0 R>>"
        head = f"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>{inner}>>"
        forms.append(f"<<{head}/Length {len(content)}>>stream\n{content}\nendstream")
    drawn = Page(drawing="/X0 Do", entries=f"/Resources<</XObject<</X0 {4 + 2 * pages} 0 R>>>>")
    plain = Page(lines=LINES)
    return raw_pdf([*[plain] * before, drawn, *[plain] * after], "", forms)
