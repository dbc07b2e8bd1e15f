"""The text of a dossier with its confirmed terms: from the answer to the words in one click."""

import re

import pytest
from django.test import Client
from tests.dossiers import People
from tests.web.conftest import Browse, deposited, left_open
from tests.web.reading import hidden, words

from convenir.records.models import Convention


@pytest.fixture
def confirmed(who: People, adviser: Client) -> str:
    """The address of a dossier made from a text."""
    client, text = adviser, deposited(who, "montreval.txt")
    client.post(f"{text}/accepter")
    left_open(who, text)
    form = {"title": "CTG", "mine": "caf", "name_commune": "Ville de Bourg-Essai", "signed": "on"}
    made = client.post(f"{text}/dossier", form | {"token": hidden(client.get(f"{text}/dossier"), "token")})
    return str(made["Location"])


def test_each_mark_leads_to_a_term_and_each_term_to_its_words(who: People, confirmed: str, browse: Browse) -> None:
    page = browse(who.adviser).get(confirmed + "texte").content.decode()
    places = set(re.findall(r'id="([^"]+)"', page))
    marks = re.findall(r'class="run accepted"', page)
    assert len(marks) > 20
    for place in re.findall(r'href="[^"]*#([pt]\d+)"', page):
        assert place in places, place


def test_an_article_of_the_overview_leads_to_its_words(who: People, confirmed: str, browse: Browse) -> None:
    client = browse(who.adviser)
    overview = client.get(confirmed).content.decode()
    places = set(re.findall(r'id="(p\d+)"', client.get(confirmed + "texte").content.decode()))
    anchors = set(re.findall(r'/texte#(p\d+)"', overview))
    assert anchors and anchors <= places


def test_the_other_party_reads_the_text_too(who: People, confirmed: str, browse: Browse) -> None:
    page = words(browse(who.elected).get(confirmed + "texte"))
    assert "confirmés par Alice Essai" in page
    assert "Article 10" in page


def test_a_dossier_without_its_text_shows_its_terms(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.agent).get(f"/conventions/{signed.pk}/texte"))
    assert "Le texte n'est pas au dossier" in page and "Les termes" in page


def test_a_stranger_finds_nothing(who: People, confirmed: str, browse: Browse) -> None:
    assert browse(who.stranger).get(confirmed + "texte").status_code == 404
