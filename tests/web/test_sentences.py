"""The page of the sentences that were not understood: the rate, three choices, a term on their words."""

import re

import pytest
from django.test import Client
from tests.dossiers import People
from tests.reader.amending.avenants import avenant
from tests.usecases.contradictory import CONTRADICTORY, received
from tests.usecases.test_sentences import with_sentence
from tests.web.conftest import Browse
from tests.web.reading import words


@pytest.fixture
def sentences(who: People) -> str:
    """The address of the sentences of a text of which one was not understood."""
    return f"/textes/{with_sentence(who)}/phrases"


def test_the_rate_and_the_sentence_in_its_place_are_shown(adviser: Client, sentences: str) -> None:
    page = adviser.get(sentences)
    assert "0 % des phrases qui obligent sont comprises" in words(page)
    assert "La Caf assure le secrétariat" in words(page)
    review = words(adviser.get(sentences.replace("phrases", "relecture")))
    assert "Une phrase à valeur d'obligation n'a pas été comprise" in review


def test_the_sentences_of_an_avenant_are_not_told_by_their_rate(who: People, adviser: Client) -> None:
    """Most of them order a change, which the review grounds no term on."""
    text = received(who, avenant("À l'article 4, les mots « trois mois » sont remplacés par les mots « six mois »."))
    page = words(adviser.get(f"/textes/{text}/phrases"))
    assert "% des phrases" not in page
    assert "Ce que l'avenant change à la convention se lit à l'étape suivante, en l'appliquant" in page


def test_a_sentence_is_classed_by_one_button(adviser: Client, sentences: str) -> None:
    page = adviser.get(sentences).content.decode()
    address = re.findall(rf'action="({sentences}/\w+)"', page)[0]
    response = adviser.post(address, {"decision": "orientation", "note": "À relire en comité"})
    assert response["Location"] == sentences
    said = words(adviser.get(sentences))
    assert "Orientation, par Alice Essai le" in said and "À relire en comité." in said
    assert "Les phrases classées" in words(adviser.get(sentences.replace("phrases", "relecture")))


def test_a_term_may_be_added_on_its_words(adviser: Client, sentences: str) -> None:
    page = adviser.get(sentences).content.decode()
    address = re.findall(r'href="([^"]+termes/ajouter[^"]+)"', page)[0].replace("&amp;", "&")
    assert "La Caf assure le secrétariat du comité de pilotage." in adviser.get(address).content.decode()


def test_a_text_without_such_a_sentence_says_so(adviser: Client, text: str) -> None:
    assert adviser.get(f"{text}/phrases").status_code == 200


def test_a_choice_that_does_not_exist_is_not_found(adviser: Client, sentences: str) -> None:
    assert adviser.post(f"{sentences}/x", {"decision": "brûler"}).status_code == 404
    assert adviser.post(f"{sentences}/x", {"decision": "orientation"}).status_code == 422


def test_others_cannot_tell_that_the_text_exists(who: People, sentences: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(sentences).status_code == 404
        assert browse(person).post(f"{sentences}/x", {"decision": "orientation"}).status_code == 404


def test_a_long_text_shows_its_sentences_page_after_page(who: People, adviser: Client) -> None:
    unclear = "".join(f"Le service numéro {number} est tenu de faire au mieux.\n" for number in range(60))
    words_of = CONTRADICTORY.replace("Article 2", f"{unclear}\nArticle 2", 1)
    address = f"/textes/{received(who, words_of)}/phrases"
    first = adviser.get(address).content.decode()
    assert first.count('class="finding sentence"') == 50
    assert adviser.get(f"{address}?page=2").content.decode().count('class="finding sentence"') >= 10
