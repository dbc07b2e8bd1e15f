"""The sign-in of the demonstration: who is offered, what it opens, and that it exists nowhere else."""

import pytest
from django.test import Client
from pytest_django import Settings
from tests.web.reading import words

from convenir.demo.cast import CAST, HOUSES
from convenir.usecases.houses import Card, introduce


@pytest.fixture
def demonstration(db: None, settings: Settings) -> None:
    settings.DEMO = True
    introduce(
        [
            Card(key=h.key, name=h.name, kind=h.kind, accent=h.accent, calendar=h.calendar, fictional=True)
            for h in HOUSES
        ]
    )


@pytest.mark.usefixtures("demonstration")
def test_every_character_is_offered_under_her_house(client: Client) -> None:
    page = words(client.get("/entrer"))
    for person in CAST:
        assert person.name in page
    assert "Communauté de communes des Trois Gués" in page


@pytest.mark.usefixtures("demonstration")
def test_the_chosen_one_is_signed_in_and_goes_where_she_was_going(client: Client) -> None:
    response = client.post("/entrer", {"personne": "nadia", "suite": "/deposer"})
    assert response["Location"] == "/deposer"
    assert "Nadia Ferrand" in words(client.get("/deposer"))


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("elsewhere", ["https://ailleurs.example/", "//ailleurs.example", "javascript:alert(1)", ""])
def test_nobody_is_sent_out_of_the_site(client: Client, elsewhere: str) -> None:
    assert client.post("/entrer", {"personne": "nadia", "suite": elsewhere})["Location"] == "/"


@pytest.mark.usefixtures("demonstration")
def test_leaving_forgets_the_person(client: Client) -> None:
    client.post("/entrer", {"personne": "nadia"})
    assert client.get("/").status_code == 200
    client.post("/sortir")
    assert client.get("/")["Location"] == "/entrer?suite=%2F"


@pytest.mark.usefixtures("demonstration")
def test_a_part_of_a_page_that_nobody_may_see_leads_the_whole_page_to_the_sign_in(client: Client) -> None:
    for here, suite in (("http://testserver/deposer?page=2", "%2Fdeposer%3Fpage%3D2"), ("http://ailleurs/x", "%2F")):
        answer = client.get("/deposer", headers={"HX-Request": "true", "HX-Current-URL": here})
        assert answer["HX-Redirect"] == f"/entrer?suite={suite}"


@pytest.mark.usefixtures("demonstration")
def test_a_name_outside_the_cast_opens_nothing(client: Client) -> None:
    assert "Entrer dans la démonstration" in words(client.post("/entrer", {"personne": "inconnue"}))
    assert client.get("/").status_code == 302


@pytest.mark.django_db
def test_it_does_not_exist_outside_the_demonstration(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert client.get("/entrer").status_code == 404
    assert client.post("/entrer", {"personne": "nadia"}).status_code == 404


@pytest.mark.django_db
def test_a_person_whose_house_is_gone_signs_in_again(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    session = client.session
    session["person"] = {"key": "x", "name": "X", "role": "elected", "house": "disparue"}
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    assert client.get("/").status_code == 302
