"""A scan read some pages at a time: kept, taken up again by another person, given up; read again without pictures."""

from dataclasses import replace
from uuid import UUID

import pytest
from tests.dossiers import AT, People, people
from tests.reader.intake.pdf_raw import Page, raw_pdf
from tests.reader.intake.test_ocr import WRITTEN, needs_tesseract, scanned

from convenir.access.context import acting_as
from convenir.access.roles import Actor, NotAllowed, NotFound, Verb
from convenir.access.scans import WaitingScan, scan, scans
from convenir.access.texts import text
from convenir.core.terms.lifetime import Duration
from convenir.reader.intake import ocr
from convenir.reader.intake.pdf_pages import NoWords
from convenir.records.models import JournalRow, RecognisedPage, Scan
from convenir.usecases import texts
from convenir.usecases.texts import Upload

FORM = "form"
pytestmark = needs_tesseract


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def data() -> bytes:
    """A scan of two pages."""
    return scanned(WRITTEN, 150, copies=2)


@pytest.fixture
def pk(who: People, data: bytes) -> UUID:
    """That scan, sent by the adviser."""
    return sent(who.adviser, data)


def sent(by: Actor, data: bytes) -> UUID:
    return texts.receive(Upload(name="copie.pdf", data=data, token=FORM), by=by, at=AT)


def seen(actor: Actor, pk: UUID) -> WaitingScan | None:
    with acting_as(actor):
        return scan(actor, pk)


def test_a_scan_waits_and_no_page_is_recognised_on_its_arrival(who: People, pk: UUID, data: bytes) -> None:
    found = seen(who.adviser, pk)
    assert found is not None
    assert (found.file_name, found.sent_by, found.done, found.pages) == ("copie.pdf", who.adviser.name, 0, 2)
    with pytest.raises(NotFound), acting_as(who.adviser):
        text(who.adviser, pk, to=Verb.READ)
    assert sent(who.adviser, data) == pk


def test_another_person_goes_on_and_the_text_is_that_of_who_sent_it(who: People, pk: UUID) -> None:
    texts.go_on(pk, by=who.adviser, seconds=0)
    found = seen(who.adviser, pk)
    assert found is not None and (found.done, found.left) == (1, 1)
    texts.go_on(pk, by=replace(who.adviser, name="Une collègue"), seconds=0)
    assert seen(who.adviser, pk) is None
    with acting_as(who.adviser):
        read = text(who.adviser, pk, to=Verb.READ)
        assert (RecognisedPage.objects.count(), Scan.objects.count()) == (0, 0)
        assert JournalRow.objects.get(verb="receive_text").by == who.adviser.name
    assert (read.received_by, read.received_at) == (who.adviser.name, AT)
    assert {place.page for place in read.manuscript.places} == {1, 2}
    assert read.terms.first(Duration) is not None


def test_a_scan_is_read_again_without_its_pictures(who: People, pk: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    texts.go_on(pk, by=who.adviser, seconds=60)
    monkeypatch.setattr(ocr, "recognised", lambda data, number, engine: pytest.fail("recognised a second time"))
    comparison = texts.compare(pk, by=who.adviser)
    assert not comparison.differs and not comparison.other_words and comparison.same > 0


def test_what_holds_no_word_is_refused_and_removed(who: People) -> None:
    pk = sent(who.adviser, scanned(raw_pdf([Page()]), 72))
    with pytest.raises(NoWords):
        texts.go_on(pk, by=who.adviser, seconds=0)
    assert seen(who.adviser, pk) is None


def test_a_scan_given_up_leaves_nothing_but_a_line(who: People, pk: UUID) -> None:
    texts.go_on(pk, by=who.adviser, seconds=0)
    texts.give_up(pk, by=who.adviser, at=AT)
    with acting_as(who.adviser):
        assert (RecognisedPage.objects.count(), scans(who.adviser)) == (0, ())
        assert JournalRow.objects.get(verb="give_up_scan").detail == "copie.pdf"
    with pytest.raises(NotFound):
        texts.give_up(pk, by=who.adviser, at=AT)


def test_others_neither_see_nor_touch_a_scan(who: People, pk: UUID) -> None:
    assert seen(who.agent, pk) is None
    texts.go_on(pk, by=who.agent, seconds=0)
    with pytest.raises(NotFound):
        texts.give_up(pk, by=who.agent, at=AT)
    with pytest.raises(NotAllowed):
        texts.go_on(pk, by=who.elected, seconds=0)
    found = seen(who.adviser, pk)
    assert found is not None and found.done == 0
