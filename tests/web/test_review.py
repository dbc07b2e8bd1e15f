"""Reading a text again: each term beside its words, ruled upon one by one or all at once."""

import re

import pytest
from tests.dossiers import People
from tests.web.conftest import Browse, left_open
from tests.web.reading import words


def test_findings_come_first_and_the_first_term_is_open(who: People, text: str, browse: Browse) -> None:
    page = browse(who.adviser).get(f"{text}/relecture").content.decode()
    assert page.index("Constats") < page.index('class="terms"')
    assert re.search(r'<li class="term now" id="t1" aria-current="true">', page)
    assert 'class="run current"' in page


def test_a_term_is_shown_with_its_passage_in_the_text(who: People, text: str, browse: Browse) -> None:
    page = browse(who.adviser).get(f"{text}/relecture?terme=30")
    found = re.search(r'class="run current"[^>]*>([^<]+)', page.content.decode())
    assert found
    assert words(page).count(" ".join(found[1].replace("’", "'").split())) >= 2


def test_every_place_of_the_text_can_be_opened(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    page = client.get(f"{text}/relecture").content.decode()
    addresses = re.findall(r'href="(/textes/[^"]*\?lieu=\d+)"', page)
    assert len(addresses) > 10
    for address in addresses:
        assert client.get(address).status_code == 200


def test_a_decision_is_kept_and_leads_to_the_next_term(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    accepted = client.post(f"{text}/termes/1", {"decision": "accepter"})
    assert accepted["Location"] == f"{text}/relecture?terme=2#t2"
    rejected = client.post(f"{text}/termes/2", {"decision": "ecarter"})
    assert rejected["Location"] == f"{text}/relecture?terme=3#t3"
    page = words(client.get(f"{text}/relecture?terme=1"))
    assert "2 termes sur" in page and "Accepté par Alice Essai le" in page and "écarté" in page


def test_a_decision_of_another_window_is_told_and_shown(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    client.post(f"{text}/termes/1", {"decision": "accepter", "seen": ""})
    late = client.post(f"{text}/termes/1", {"decision": "ecarter", "seen": ""})
    assert late["Location"] == f"{text}/relecture?terme=1#t1"
    page = words(client.get(f"{text}/relecture?terme=1"))
    assert "Vous avez déjà décidé le" in page and "Accepté par Alice Essai le" in page
    assert "écarté par Alice Essai" not in page


def test_the_terms_left_are_accepted_together(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    response = client.post(f"{text}/accepter")
    assert response["Location"] == f"{text}/dossier"
    assert "constats à trancher. Trancher R" in words(client.get(f"{text}/relecture"))
    left_open(who, text)
    page = client.get(f"{text}/relecture")
    assert "Tout est relu" in words(page) and f'href="{text}/dossier"' in page.content.decode()


@pytest.mark.parametrize("asked", ["terme=0", "terme=9999", "terme=x", "lieu=9999", "lieu=-1", "terme=99999999999"])
def test_an_address_that_means_nothing_opens_the_first_term_left(
    who: People, text: str, browse: Browse, asked: str
) -> None:
    assert browse(who.adviser).get(f"{text}/relecture?{asked}").status_code == 200


def test_a_decision_that_does_not_exist_is_not_found(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    assert client.post(f"{text}/termes/1", {"decision": "brûler"}).status_code == 404
    assert client.post(f"{text}/termes/999", {"decision": "accepter"}).status_code == 422
    assert client.get(f"{text}/termes/1").status_code == 405


def test_others_cannot_tell_that_the_text_exists(who: People, text: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        client = browse(person)
        assert client.get(f"{text}/relecture").status_code == 404
        assert client.post(f"{text}/termes/1", {"decision": "accepter"}).status_code == 404
        assert client.post(f"{text}/accepter").status_code == 404
