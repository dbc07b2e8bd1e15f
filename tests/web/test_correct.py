"""Correcting a term: a form made from its fields, checked, said in French."""

import re
from uuid import UUID

import pytest
from django.test import Client
from tests.dossiers import People
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.access.context import acting_as
from convenir.access.roles import Verb
from convenir.access.texts import text as deposited
from convenir.core.terms.amendment import Annex
from convenir.core.terms.lifetime import Duration


@pytest.fixture
def duration(who: People, text: str) -> int:
    """The number of the term that says how long the convention lasts."""
    with acting_as(who.adviser):
        items = deposited(who.adviser, UUID(text.rsplit("/", maxsplit=1)[-1]), to=Verb.READ).items
    return next(item.index + 1 for item in items if isinstance(item.read, Duration))


def fields(client: Client, address: str) -> dict[str, str]:
    """What the form holds when it opens."""
    page = client.get(address).content.decode()
    inputs = re.findall(r"<input ([^>]*)>", page)
    said = {}
    for one in inputs:
        name, value = re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)
        kind = re.search(r'type="([^"]*)"', one)
        if name and kind and (kind[1] not in ("checkbox", "radio") or " checked" in one):
            said[name[1]] = value[1] if value else ""
    for name, body in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', page, flags=re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body)
        said[name] = chosen[1] if chosen else ""
    return said


def test_the_form_holds_what_was_read_and_keeps_the_words_beside(
    who: People, text: str, duration: int, browse: Browse
) -> None:
    client = browse(who.adviser)
    address = f"{text}/termes/{duration}/corriger"
    assert fields(client, address)["ends_on"] == "31/12/2027"
    assert "31 décembre 2027" in words(client.get(address))


def test_an_annex_is_said_to_be_cited_in_the_text(who: People, text: str, browse: Browse) -> None:
    with acting_as(who.adviser):
        items = deposited(who.adviser, UUID(text.rsplit("/", maxsplit=1)[-1]), to=Verb.READ).items
    number = next(item.index + 1 for item in items if isinstance(item.read, Annex))
    page = words(browse(who.adviser).get(f"{text}/termes/{number}/corriger"))
    assert "Citée dans le texte" in page and "Texte visé" not in page


def test_a_correction_replaces_what_was_read(who: People, text: str, duration: int, browse: Browse) -> None:
    client = browse(who.adviser)
    address = f"{text}/termes/{duration}/corriger"
    response = client.post(address, fields(client, address) | {"ends_on": "30/06/2028"})
    assert response.status_code == 302
    page = words(client.get(f"{text}/relecture?terme={duration}"))
    assert "corrigé" in page and "30 juin 2028" in page
    assert fields(client, address)["ends_on"] == "30/06/2028"


@pytest.mark.parametrize(
    ("said", "answer"),
    [("31/02/2028", "Le 31 février n'existe pas"), ("bientôt", "n'est pas une date"), ("12/13/2028", "13e mois")],
)
def test_a_day_that_does_not_exist_is_said_and_the_rest_is_kept(
    text: str, duration: int, adviser: Client, said: str, answer: str
) -> None:
    client = adviser
    address = f"{text}/termes/{duration}/corriger"
    response = client.post(address, fields(client, address) | {"ends_on": said})
    assert response.status_code == 422
    assert answer in words(response)
    assert f'value="{said}"' in response.content.decode()


def test_every_term_opens_and_can_be_sent_back_as_it_was_read(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    count = int(re.findall(r"sur (\d+) relu", words(client.get(f"{text}/relecture")))[0])
    for number in range(1, count + 1):
        page = client.get(f"{text}/termes/{number}/corriger")
        assert page.status_code == 200, number
        assert "<form" in page.content.decode()


def test_a_term_that_does_not_exist_and_a_text_of_others_are_not_found(who: People, text: str, browse: Browse) -> None:
    assert browse(who.adviser).get(f"{text}/termes/999/corriger").status_code == 404
    assert browse(who.stranger).get(f"{text}/termes/1/corriger").status_code == 404
    assert browse(who.agent).post(f"{text}/termes/1/corriger", {}).status_code == 404


def test_a_decision_taken_meanwhile_is_shown_then_replaced_knowingly(
    who: People, text: str, duration: int, browse: Browse
) -> None:
    client = browse(who.adviser)
    address = f"{text}/termes/{duration}/corriger"
    longer = fields(client, address) | {"ends_on": "30/06/2028"}
    client.post(f"{text}/termes/{duration}", {"decision": "ecarter", "seen": ""})
    refused = client.post(address, longer)
    assert refused.status_code == 422
    assert "Vous avez déjà décidé le" in words(refused) and "Écarté par Alice Essai" in words(refused)
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', refused.content.decode())
    assert client.post(address, longer | {"seen": seen}).status_code == 302
    assert "30 juin 2028" in words(client.get(f"{text}/relecture?terme={duration}"))
