"""The list of obligations and the calendar file: the same obligations on the page and in the file."""

import re

from tests.dossiers import People
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.records.models import Convention
from convenir.writer.french_typography import fine


def test_every_obligation_has_its_article_and_its_page(who: People, signed: Convention, browse: Browse) -> None:
    page = browse(who.adviser).get(f"/conventions/{signed.pk}/echeances?on=2021-03-01").content.decode()
    rows = re.findall(r'<li class="due-row.*?</li>', page, flags=re.DOTALL)
    assert len(rows) > 5
    for row in rows:
        assert 'class="due-where"><a' in row
        assert f'href="/conventions/{signed.pk}/echeances/' in row


def test_the_file_has_the_dated_obligations_of_the_page(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    response = client.get(f"/conventions/{signed.pk}/agenda.ics?on=2021-03-01")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="agenda.ics"' in response["Content-Disposition"]
    unfolded = re.sub(r"\r\n[ \t]", "", response.content.decode())
    titles = re.findall(r"SUMMARY[^:]*:(.*?)\r\n", unfolded)
    assert titles
    page = client.get(f"/conventions/{signed.pk}/echeances?on=2021-03-01").content.decode()
    for title in titles:
        plain = title.replace("\\,", ",").replace("\\;", ";").split(" (")[0]
        assert fine(plain).split(" : ")[0][:20] in page, plain


def test_an_unsigned_dossier_has_nothing_late(who: People, unsigned: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get(f"/conventions/{unsigned.pk}/echeances"))
    assert "En retard" not in page


def test_a_stranger_finds_nothing(who: People, signed: Convention, browse: Browse) -> None:
    stranger = browse(who.stranger)
    assert stranger.get(f"/conventions/{signed.pk}/echeances").status_code == 404
    assert stranger.get(f"/conventions/{signed.pk}/agenda.ics").status_code == 404
