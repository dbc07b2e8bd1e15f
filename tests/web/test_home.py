"""The home page: every dossier of a house, narrowed by the address, at a cost that does not grow."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.dossiers import People, dossier
from tests.usecases.contradictory import CONTRADICTORY, received
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.access.context import acting_as
from convenir.records.models import Convention, Scan


def test_nobody_signs_in_first_and_comes_back(client: Client, db: None) -> None:
    from_nowhere = client.get("/?quand=retard")
    assert from_nowhere.status_code == 302
    assert from_nowhere["Location"] == "/entrer?suite=%2F%3Fquand%3Dretard"


def test_each_house_sees_its_conventions(who: People, signed: Convention, browse: Browse) -> None:
    for person in (who.adviser, who.agent, who.elected):
        page = words(browse(person).get("/"))
        assert "Mes conventions 1" in page
        assert signed.title.replace("’", "'") in page


def test_a_house_without_convention_is_told_so(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.stranger).get("/"))
    assert "Rien n'est en retard" in page
    assert "Aucune convention" in page and signed.title.replace("’", "'") not in page


def test_who_may_not_deposit_is_not_offered_it(who: People, browse: Browse) -> None:
    assert "Déposer une convention" in words(browse(who.adviser).get("/"))
    assert "Déposer une convention" not in words(browse(who.elected).get("/"))


def test_reviews_begun_are_found_again(who: People, browse: Browse) -> None:
    assert "en cours" not in words(browse(who.adviser).get("/"))
    received(who, CONTRADICTORY)
    page = browse(who.adviser).get("/")
    assert "1 relecture en cours" in words(page)
    assert 'href="/deposer#relectures"' in page.content.decode()
    assert 'id="relectures"' in browse(who.adviser).get("/deposer").content.decode()
    assert "en cours" not in words(browse(who.elected).get("/"))


def test_a_scan_that_was_begun_is_found_again(who: People, browse: Browse) -> None:
    with acting_as(who.adviser):
        Scan.objects.create(
            house_id=who.adviser.house_id, file_name="scan.pdf", data=b"", pages=[["", 1]], sent_at=timezone.now()
        )
    page = browse(who.adviser).get("/")
    assert "1 document numérisé à finir de lire" in words(page)
    assert 'href="/deposer#lectures"' in page.content.decode()
    assert 'id="lectures"' in browse(who.adviser).get("/deposer").content.decode()
    for person in (who.agent, who.elected):
        assert "à finir de lire" not in words(browse(person).get("/"))


def test_filters_are_in_the_address_and_can_be_taken_off(who: People, browse: Browse) -> None:
    one, other = (dossier(who, title, on=timezone.localdate()) for title in ("Première", "Seconde"))
    client = browse(who.adviser)
    narrowed = client.get("/", {"convention": str(one.pk), "quand": "retard"})
    page = words(narrowed)
    assert "Convention : Première" in page and "Quand : en retard" in page
    assert "Seconde" not in page.split("Échéances")[-1]
    assert f'href="/?convention={one.pk}"' in narrowed.content.decode()
    assert other.title in words(client.get("/"))


@pytest.mark.parametrize(
    "address", ["/?page=x", "/?convention=12", "/?quand=jamais", "/?qui=personne", "/?page=999999"]
)
def test_an_address_that_means_nothing_is_the_whole_list_or_an_empty_one(
    who: People, signed: Convention, browse: Browse, address: str
) -> None:
    assert browse(who.adviser).get(address).status_code == 200


@pytest.mark.parametrize("dossiers", [4, 40])
def test_the_number_of_queries_does_not_depend_on_the_portfolio(
    who: People, browse: Browse, dossiers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(dossiers):
        dossier(who, f"Convention {number}", on=timezone.localdate())
    client = browse(who.adviser)
    with django_assert_num_queries(19):
        assert client.get("/").status_code == 200


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get("/?qui=personne"))
    assert "Aucune échéance ne répond à ces filtres" in page and "Tout effacer" in page
    assert "rien n'est dû d'ici au" in page


def test_a_house_without_convention_is_offered_no_filter(who: People, browse: Browse) -> None:
    page = words(browse(who.stranger).get("/"))
    assert "rien n'est dû d'ici au" in page
    assert "Aucune convention." in page and "Ajouter un filtre" not in page
