"""Adding a term that the reader missed, with script and without: words of the text, what they are, the values."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.dossiers import People
from tests.web.conftest import Browse
from tests.web.reading import words

WORDS = "Les règles de fonctionnement des instances"


@pytest.fixture
def paragraph(text: str, adviser: Client) -> str:
    """The paragraph that holds the words, as the list of choices has it."""
    page = adviser.get(f"{text}/termes/ajouter").content.decode()
    found = re.search(rf'<option value="(\d+)"[^>]*>[^<]*{WORDS[:20]}', page)
    assert found
    return found[1]


def asked(paragraph: str, nature: str, said: str = WORDS) -> str:
    return urlencode({"alinea": paragraph, "mots": said, "nature": nature})


def test_words_selected_in_the_text_fill_the_form(adviser: Client, text: str, paragraph: str) -> None:
    page = adviser.get(f"{text}/termes/ajouter?{urlencode({'alinea': paragraph, 'mots': WORDS})}").content.decode()
    assert WORDS in page
    assert re.search(rf'<option value="{paragraph}" selected', page)
    assert page.count("<optgroup") == 12


def test_a_term_is_added_with_its_words_and_its_author(adviser: Client, text: str, paragraph: str) -> None:
    address = f"{text}/termes/ajouter?{asked(paragraph, 'MeetingCadence')}"
    assert WORDS in words(adviser.get(address))
    response = adviser.post(address, {"body": "copil", "count": "3", "per": "civil_year", "bound": "exact"})
    assert response.status_code == 302, words(response)
    found = re.search(r"Terme (\d+) ajouté", words(adviser.get(response["Location"])))
    assert found
    page = adviser.get(f"{text}/relecture?terme={found[1]}")
    assert "Ajouté par Alice Essai le" in words(page) and WORDS in words(page)
    seen = re.findall(r'name="seen" value="([^"]+)"', page.content.decode())[-1]
    rejected = adviser.post(f"{text}/termes/{found[1]}", {"decision": "ecarter", "seen": seen})
    assert rejected.status_code == 302
    assert "écarté par Alice Essai le" in words(adviser.get(f"{text}/relecture?terme={found[1]}"))


def test_a_value_that_lacks_is_said_and_nothing_typed_is_lost(adviser: Client, text: str, paragraph: str) -> None:
    address = f"{text}/termes/ajouter?{asked(paragraph, 'MeetingCadence')}"
    response = adviser.post(address, {"body": "copil", "count": "trois"})
    assert response.status_code == 422
    assert "Écrivez un nombre." in words(response) and 'value="trois"' in response.content.decode()


WRONG = [
    ("MeetingCadence", "Des mots que ce texte n'a pas", "ne se trouvent pas"),
    ("", WORDS, "Dites ce que ces mots énoncent"),
    ("Inconnue", WORDS, "Dites ce que ces mots énoncent"),
    ("MeetingCadence", "  ", "Copiez ici les mots du texte"),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_words_that_are_not_there_are_refused_at_the_field(
    adviser: Client, text: str, paragraph: str, wrong: tuple[str, str, str]
) -> None:
    nature, said, sentence = wrong
    response = adviser.get(f"{text}/termes/ajouter?{asked(paragraph, nature, said)}")
    assert response.status_code == 422
    assert sentence in words(response)


def test_spaces_and_apostrophes_of_the_browser_do_not_count(adviser: Client, text: str, paragraph: str) -> None:
    said = "  {} ".format(WORDS.replace(" ", " \n"))
    assert adviser.get(f"{text}/termes/ajouter?{asked(paragraph, 'Purpose', said)}").status_code == 200


def test_others_cannot_tell_that_the_text_exists(who: People, text: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(f"{text}/termes/ajouter").status_code == 404
