"""Settling a finding on the site: a passage or another answer, a reason, a name; nothing typed is lost."""

import re

import pytest
from django.test import Client
from tests.dossiers import People
from tests.web.conftest import Browse
from tests.web.reading import Page, words

from convenir.access.houses import actor
from convenir.access.roles import Role

REASON = "Le comité de mars l’a confirmé."


@pytest.fixture
def finding(text: str, adviser: Client) -> str:
    """The key of the contradiction on the secretariat."""
    page = adviser.get(f"{text}/relecture").content.decode()
    return str(re.findall(r"constat=(\w+)", page)[0])


def test_an_open_finding_shows_its_passages_and_who_will_sign(adviser: Client, text: str, finding: str) -> None:
    page = adviser.get(f"{text}/relecture?constat={finding}")
    said = words(page)
    assert said.count("Retenir ce passage") == 2
    assert "Ni l'un ni l'autre" in said and "Laisser en suspens" in said
    assert "La décision sera signée Alice Essai" in said
    assert page.content.decode().count('class="run conflict"') >= 1


def test_a_decision_is_shown_with_its_reason_and_leads_to_the_next_one(
    adviser: Client, text: str, finding: str
) -> None:
    response = adviser.post(f"{text}/constats/{finding}", {"choice": "0", "reason": REASON, "seen": ""})
    assert response.status_code == 302 and "constat=" in response["Location"] and finding not in response["Location"]
    page = words(adviser.get(f"{text}/relecture?constat={finding}"))
    assert "Tranché par Alice Essai le" in page and "prévaut. Motif : Le comité de mars l'a confirmé." in page
    assert "Revoir la décision" in words(adviser.get(f"{text}/relecture"))


def test_what_is_refused_is_said_on_the_form_and_kept(adviser: Client, text: str, finding: str) -> None:
    response = adviser.post(f"{text}/constats/{finding}", {"choice": "neither", "words": "", "reason": "Parce que oui"})
    assert response.status_code == 422
    assert "Choisissez le passage qui prévaut" in words(response)
    assert "Parce que oui" in response.content.decode()
    empty = adviser.post(f"{text}/constats/{finding}", {})
    assert empty.status_code == 422
    assert "Donnez le motif de votre décision" in words(empty)


def test_another_finding_is_only_seen(adviser: Client, text: str) -> None:
    page = adviser.get(f"{text}/relecture").content.decode()
    address = re.findall(r'action="(/textes/[^"]+/vu)"', page)[0]
    response = adviser.post(address)
    assert response.status_code == 302 and "lieu=" in response["Location"]
    assert "Vu par Alice Essai le" in words(adviser.get(response["Location"].partition("#")[0]))


def test_somebody_else_spoke_meanwhile(who: People, adviser: Client, text: str, finding: str, browse: Browse) -> None:
    colleague = browse(actor("colleague", name="Emma Essai", role=Role.CAF_ADVISER, house="caf-essai"))
    given = {"choice": "1", "reason": REASON, "seen": ""}
    assert colleague.post(f"{text}/constats/{finding}", given).status_code == 302
    response = adviser.post(f"{text}/constats/{finding}", given)
    assert response.status_code == 422
    assert "Emma Essai a décidé le" in words(response) and "Tranché par Emma Essai" in words(response)
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', response.content.decode())
    again = adviser.post(f"{text}/constats/{finding}", given | {"seen": seen})
    assert again.status_code == 302


def test_the_dossier_waits_for_a_decision(adviser: Client, text: str) -> None:
    adviser.post(f"{text}/accepter")
    page = words(adviser.get(f"{text}/dossier"))
    assert "À trancher avant de créer le dossier" in page


def test_a_finding_that_does_not_exist_is_refused(adviser: Client, text: str) -> None:
    assert adviser.post(f"{text}/constats/rien", {"choice": "0", "reason": REASON}).status_code == 422
    assert adviser.post(f"{text}/constats/rien/vu").status_code == 422
    assert adviser.get(f"{text}/relecture?constat=rien").status_code == 200


def test_others_cannot_tell_that_the_text_exists(who: People, text: str, finding: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger, who.elected):
        assert browse(person).post(f"{text}/constats/{finding}", {"choice": "0"}).status_code in (403, 404)
        assert browse(person).post(f"{text}/constats/{finding}/vu").status_code in (403, 404)


def rejections(page: Page) -> list[tuple[str, str]]:
    """The terms that can be rejected with a finding: what is sent for each, and its number."""
    found = re.findall(r'name="rejected" value="([^"]+)"[^>]*>\s*([^<]+)', page.content.decode())
    return [(value, str(re.findall(r"terme.(\d+)", label)[0])) for value, label in found]


def test_a_decision_may_reject_the_terms_of_the_passage_that_loses(adviser: Client, text: str, finding: str) -> None:
    offered = rejections(adviser.get(f"{text}/relecture?constat={finding}"))
    value, number = offered[-1]
    given = {"choice": "0", "reason": REASON, "seen": "", "rejected": [value]}
    response = adviser.post(f"{text}/constats/{finding}", given)
    assert response.status_code == 302
    assert "un terme écarté" in words(adviser.get(response["Location"].partition("#")[0]))
    assert "Écarté par Alice Essai le" in words(adviser.get(f"{text}/relecture?terme={number}"))
    assert value not in dict(rejections(adviser.get(f"{text}/relecture?constat={finding}")))


def test_the_terms_of_the_passage_that_prevails_are_not_rejected(adviser: Client, text: str, finding: str) -> None:
    value, number = rejections(adviser.get(f"{text}/relecture?constat={finding}"))[0]
    for choice in ("0", "left_open"):
        given = {"choice": choice, "reason": REASON, "seen": "", "rejected": [value]}
        response = adviser.post(f"{text}/constats/{finding}", given)
        assert response.status_code == 422
        assert f"Le terme {number} ne peut pas être écarté par ce choix" in words(response)
    page = words(adviser.get(f"{text}/relecture?constat={finding}"))
    assert "Tranché par" not in page and "Laissé en suspens par" not in page


def test_a_term_ruled_meanwhile_is_not_rejected_unseen(adviser: Client, text: str, finding: str) -> None:
    value, number = rejections(adviser.get(f"{text}/relecture?constat={finding}"))[-1]
    adviser.post(f"{text}/termes/{number}", {"decision": "accepter"})
    given = {"choice": "0", "reason": REASON, "seen": "", "rejected": [value]}
    response = adviser.post(f"{text}/constats/{finding}", given)
    assert response.status_code == 422
    assert "relisez-le, puis cochez de nouveau" in words(response)
