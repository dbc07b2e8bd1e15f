"""The page of a convention: where it stands on any day, what is due, who may see it."""

from datetime import date
from uuid import uuid4

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.dossiers import SIGNED, People, dossier
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.records.models import Convention


def test_the_status_is_a_sentence_with_what_comes_next(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get(f"/conventions/{signed.pk}/?on=2021-03-01"))
    assert "En vigueur Signée le 16 décembre 2019, s'applique jusqu'au 31 décembre 2022" in page
    assert "Prochaine échéance" in page and "au plus tard le" in page
    assert "Situation supposée au lundi 1er mars 2021" in page


def test_another_day_gives_another_answer_and_changes_nothing(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.agent)
    address = f"/conventions/{signed.pk}/"
    before = words(client.get(address))
    assert "En vigueur" in words(client.get(address + "?on=31/12/2022"))
    assert "Éteinte" in words(client.get(address + "?on=01/01/2023"))
    assert words(client.get(address)) == before


def test_both_houses_and_every_role_that_reads_see_it(who: People, signed: Convention, browse: Browse) -> None:
    for person in (who.adviser, who.agent, who.elected):
        assert browse(person).get(f"/conventions/{signed.pk}/").status_code == 200


def test_who_may_not_record_is_not_offered_it(who: People, signed: Convention, browse: Browse) -> None:
    address = f"/conventions/{signed.pk}/"
    assert "Enregistrer un fait" in words(browse(who.adviser).get(address))
    assert "Enregistrer un fait" not in words(browse(who.elected).get(address))


def test_a_stranger_cannot_tell_that_it_exists(who: People, signed: Convention, browse: Browse) -> None:
    stranger = browse(who.stranger)
    theirs = stranger.get(f"/conventions/{signed.pk}/")
    nobodys = stranger.get(f"/conventions/{uuid4()}/")
    assert theirs.status_code == nobodys.status_code == 404
    assert words(theirs) == words(nobodys)


@pytest.mark.parametrize("said", ["2022-02-31", "31/02/2022", "demain"])
def test_a_day_that_does_not_exist_is_refused_in_words(
    who: People, signed: Convention, browse: Browse, said: str
) -> None:
    response = browse(who.adviser).get(f"/conventions/{signed.pk}/", {"on": said})
    assert response.status_code == 422
    assert "n'est pas une date qui existe" in words(response)


def test_an_unsigned_dossier_says_what_is_missing(who: People, unsigned: Convention, browse: Browse) -> None:
    response = browse(who.adviser).get(f"/conventions/{unsigned.pk}/")
    assert response.status_code == 200
    assert "signature" in words(response)


def test_a_day_that_passed_without_a_word_is_not_said_to_be_late(who: People, browse: Browse) -> None:
    planned = {"meeting_planned": "copil", "on": date(2020, 3, 10)}
    row = dossier(who, facts=[*SIGNED, planned], on=date(2021, 3, 1))
    page = words(browse(who.adviser).get(f"/conventions/{row.pk}/?on=2020-04-01"))
    assert "Échéances 1 à préciser" in page
    assert "1 en retard" not in page


@pytest.mark.parametrize("meetings", [1, 12])
def test_the_number_of_queries_does_not_depend_on_the_facts(
    who: People, browse: Browse, meetings: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    facts = [{"meeting_held": "copil", "on": date(2020, month + 1, 10), "id": f"m{month}"} for month in range(meetings)]
    row = dossier(who, facts=[*SIGNED, *facts], on=date(2021, 3, 1))
    client = browse(who.adviser)
    with django_assert_num_queries(11):
        client.get(f"/conventions/{row.pk}/")
