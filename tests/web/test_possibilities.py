"""What each party may do on a day, and what would follow if it did: nothing is ever recorded."""

from uuid import uuid4

import pytest
from tests.dossiers import People
from tests.web.conftest import Browse, Stored
from tests.web.reading import words

from convenir.records.models import Convention

LETTER = {"fait": "notice_received", "party": "commune", "on": "2021-05-03", "form": "registered_letter"}


def test_each_party_reads_its_last_useful_day(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.elected).get(f"/conventions/{signed.pk}/possibilites?on=2021-03-01"))
    assert page.count("votre lettre recommandée doit être reçue le 30 septembre 2022 au plus tard") == 2
    assert "La Caf" in page and "La commune" in page
    assert "art. 10" in page


def test_after_the_end_nobody_can_leave(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get(f"/conventions/{signed.pk}/possibilites?on=2023-01-02"))
    assert "Résilier par lettre" not in page


def test_before_the_signatures_there_is_only_signing(who: People, unsigned: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get(f"/conventions/{unsigned.pk}/possibilites?on=2021-03-01"))
    assert "Résilier par lettre" not in page
    assert "Signer la convention" in page


def test_a_letter_supposed_shows_what_it_would_change(
    who: People, signed: Convention, browse: Browse, stored: Stored
) -> None:
    before = stored(signed)
    page = words(browse(who.adviser).get(f"/conventions/{signed.pk}/et-si", LETTER))
    assert "3 août 2021" in page
    assert stored(signed) == before


def test_a_draft_avenant_is_supposed_signed_by_all(who: People, signed: Convention, browse: Browse) -> None:
    asked = {"fait": "amendment_proposed", "amendment": "1", "on": "2021-05-03", "ends_on": "2023-12-31"}
    page = words(browse(who.adviser).get(f"/conventions/{signed.pk}/et-si", asked))
    assert "31 décembre 2023" in page


def test_what_is_badly_filled_is_said(who: People, signed: Convention, browse: Browse) -> None:
    response = browse(who.adviser).get(f"/conventions/{signed.pk}/et-si", LETTER | {"on": "31/02/2021"})
    assert response.status_code == 422


def test_the_kinds_to_suppose_lead_to_the_supposition(who: People, signed: Convention, browse: Browse) -> None:
    response = browse(who.elected).get(f"/conventions/{signed.pk}/et-si")
    assert f"/conventions/{signed.pk}/et-si?fait=notice_received" in response.content.decode()
    assert "Rien n'est enregistré" in words(response)


@pytest.mark.parametrize("page", ["possibilites", "et-si"])
def test_a_stranger_finds_neither(who: People, signed: Convention, browse: Browse, page: str) -> None:
    stranger = browse(who.stranger)
    assert stranger.get(f"/conventions/{signed.pk}/{page}").status_code == 404
    assert stranger.get(f"/conventions/{uuid4()}/{page}").status_code == 404
