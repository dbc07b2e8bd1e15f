"""Creating the dossier: in the name of who confirms, once, and never from a life that ends before it begins."""

import re
from uuid import UUID

import pytest
from tests.dossiers import People
from tests.web.conftest import Browse, left_open
from tests.web.reading import Page, hidden, words

from convenir.access.context import acting_as
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text as deposited
from convenir.core.terms.lifetime import Duration


def given(page: Page, **more: str) -> dict[str, str]:
    return {
        "title": "CTG des Trois Gués",
        "mine": "caf",
        "name_caf": "Caf de l’Essai",
        "name_epci": "Communauté de communes des Trois Gués",
        "token": hidden(page, "token"),
    } | more


@pytest.fixture
def ready(who: People, text: str, browse: Browse) -> str:
    """The text with every term accepted."""
    browse(who.adviser).post(f"{text}/accepter")
    left_open(who, text)
    return text


def test_the_dossier_is_created_and_bears_the_name_of_who_confirms(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    page = client.get(f"{ready}/dossier")
    assert "Alice Essai" in words(page)
    made = client.post(f"{ready}/dossier", given(page))
    assert re.fullmatch(r"/conventions/[0-9a-f-]{36}/", made["Location"])
    overview = words(client.get(made["Location"]))
    assert "CTG des Trois Gués" in overview and "Dossier créé à votre nom" in overview
    assert "confirmés par Alice Essai" in words(client.get(made["Location"] + "texte"))
    assert "Ouvrir le dossier" in words(client.get(f"{ready}/relecture"))


def test_the_stated_date_signs_for_all_when_the_person_says_so(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    page = client.get(f"{ready}/dossier")
    assert "24 juin 2024" in words(page)
    made = client.post(f"{ready}/dossier", given(page, signed="on"))
    journal = words(client.get(made["Location"] + "journal"))
    assert journal.count("24 juin 2024") >= 2


def test_the_stated_date_signs_nothing_when_she_does_not(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    made = client.post(f"{ready}/dossier", given(client.get(f"{ready}/dossier")))
    overview = words(client.get(made["Location"]))
    assert "Projet Aucune signature n'est enregistrée (" in overview
    assert "en tient lieu" not in overview
    terms = words(client.get(made["Location"] + "texte"))
    assert "24 juin 2024" in terms and "n'est pas prise pour celle des signatures" in terms


def test_signatures_cancelled_leave_the_stated_date_and_a_warning(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    made = client.post(f"{ready}/dossier", given(client.get(f"{ready}/dossier"), signed="on"))["Location"]
    for fact in ("f1", "f2"):
        client.post(f"{made}faits/{fact}/annuler", {"motif": "Erreur"})
    assert "Aucune signature n'est enregistrée. La date écrite dans l'acte" in words(client.get(made))


def test_the_three_steps_lead_back_to_the_review(who: People, ready: str, browse: Browse) -> None:
    page = browse(who.adviser).get(f"{ready}/dossier")
    assert "Déposer le texte" in words(page) and f'<a href="{ready}/relecture">Relire</a>' in page.content.decode()


def test_the_same_form_posted_twice_makes_one_dossier(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    form = given(client.get(f"{ready}/dossier"))
    first, second = (client.post(f"{ready}/dossier", form) for _ in range(2))
    assert first["Location"] == second["Location"]


def test_another_form_for_a_text_already_made_a_dossier_is_refused(who: People, ready: str, browse: Browse) -> None:
    client = browse(who.adviser)
    form = given(client.get(f"{ready}/dossier"))
    client.post(f"{ready}/dossier", form)
    again = client.post(f"{ready}/dossier", form | {"token": "autre"})
    assert again.status_code == 422
    assert "a déjà donné lieu à un dossier" in words(again)


def test_terms_left_to_read_hold_it_back_and_what_was_typed_stays(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    response = client.post(f"{text}/dossier", given(client.get(f"{text}/dossier"), title="Mon titre"))
    assert response.status_code == 422
    assert "à relire avant de créer le dossier" in words(response)
    assert 'value="Mon titre"' in response.content.decode()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": ""}, "Donnez un titre au dossier"),
        ({"mine": ""}, "Dites quelle partie est votre organisme"),
        ({"mine": "etat"}, "Dites quelle partie est votre organisme"),
    ],
)
def test_what_is_missing_is_said(who: People, ready: str, browse: Browse, more: dict[str, str], said: str) -> None:
    client = browse(who.adviser)
    response = client.post(f"{ready}/dossier", given(client.get(f"{ready}/dossier"), **more))
    assert response.status_code == 422
    assert said in words(response)


def duration_of(text: str, person: Actor) -> int:
    with acting_as(person):
        items = deposited(person, UUID(text.rsplit("/", maxsplit=1)[-1]), to=Verb.READ).items
    return next(item.index + 1 for item in items if isinstance(item.read, Duration))


def test_an_end_before_the_start_is_refused(who: People, text: str, browse: Browse) -> None:
    client = browse(who.adviser)
    number = duration_of(text, who.adviser)
    fields = {"start": "fixed", "starts_on": "01/01/2027", "ends_on": "31/12/2024"}
    response = client.post(f"{text}/termes/{number}/corriger", fields)
    assert response.status_code == 422
    assert "précède le début" in words(response)


def test_others_cannot_tell_that_the_text_exists(who: People, ready: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(f"{ready}/dossier").status_code == 404
        assert browse(person).post(f"{ready}/dossier", {}).status_code == 404
