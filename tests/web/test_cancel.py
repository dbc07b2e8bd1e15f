"""Cancelling a wrong fact: with a reason, by another fact, which stays in the journal."""

import pytest
from tests.dossiers import People
from tests.web.conftest import Browse, Stored
from tests.web.reading import words

from convenir.access.context import acting_as
from convenir.records.models import Convention, FactRow


@pytest.fixture
def at(who: People, signed: Convention) -> str:
    with acting_as(who.adviser):
        fact = FactRow.objects.filter(convention=signed).earliest("pk").fact_id
    return f"/conventions/{signed.pk}/faits/{fact}/annuler"


def test_the_fact_is_struck_out_with_the_reason_and_the_name(
    who: People, signed: Convention, at: str, browse: Browse
) -> None:
    client = browse(who.agent)
    assert "Signature" in words(client.get(at))
    response = client.post(at, {"motif": "Date fausse"})
    assert response["Location"] == f"/conventions/{signed.pk}/journal"
    page = client.get(response["Location"])
    assert "Date fausse" in words(page) and "Bruno Essai" in words(page)
    assert "<del>" in page.content.decode()


def test_the_answers_follow(who: People, signed: Convention, at: str, browse: Browse) -> None:
    client = browse(who.adviser)
    before = words(client.get(f"/conventions/{signed.pk}/?on=2021-03-01"))
    client.post(at, {"motif": "Date fausse"})
    assert "En vigueur" in before
    assert "En vigueur Signée" not in words(client.get(f"/conventions/{signed.pk}/?on=2021-03-01"))


def test_a_cancellation_is_explained(who: People, signed: Convention, at: str, browse: Browse, stored: Stored) -> None:
    before = stored(signed)
    response = browse(who.adviser).post(at, {"motif": "  "})
    assert response.status_code == 422
    assert "Donnez le motif" in words(response)
    assert stored(signed) == before


def test_posted_twice_it_cancels_once(who: People, signed: Convention, at: str, browse: Browse, stored: Stored) -> None:
    before = stored(signed)
    for _ in range(2):
        assert browse(who.adviser).post(at, {"motif": "Date fausse"}).status_code == 302
    assert stored(signed) == before + 1


def test_refusals(who: People, signed: Convention, at: str, browse: Browse) -> None:
    assert browse(who.elected).get(at).status_code == 403
    assert browse(who.elected).post(at, {"motif": "x"}).status_code == 403
    assert browse(who.stranger).post(at, {"motif": "x"}).status_code == 404
    assert browse(who.adviser).get(f"/conventions/{signed.pk}/faits/f999/annuler").status_code == 404
