"""What each party may do on a day, and what would follow if it did: nothing is ever recorded."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.dossiers import SIGNED, People, dossier
from tests.web.conftest import Browse, Stored
from tests.web.reading import words

from convenir.records.models import Convention

LONGER = {
    "type": "ClauseReplaced",
    "clause": {"type": "Duration", "start": "signature", "ends_on": date(2099, 12, 31), "article": "10"},
}
EXTENDED: tuple[dict[str, object], ...] = (
    {"amendment_proposed": "avenant-1", "on": date(2022, 1, 10), "changes": [LONGER]},
    {"signed": "caf", "amendment": "avenant-1", "on": date(2022, 1, 17)},
    {"signed": "commune", "amendment": "avenant-1", "on": date(2022, 1, 17)},
)
LETTER = {"fait": "notice_received", "party": "commune", "on": "2021-05-03", "form": "registered_letter"}


@pytest.fixture
def lasting(who: People) -> Convention:
    """A dossier that an avenant keeps in force for long."""
    return dossier(who, facts=(*SIGNED, *EXTENDED), on=timezone.localdate())


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


def test_a_letter_supposed_shows_what_each_party_could_do(who: People, lasting: Convention, browse: Browse) -> None:
    letter = LETTER | {"on": timezone.localdate().isoformat()}
    page = words(browse(who.adviser).get(f"/conventions/{lasting.pk}/et-si", letter))
    told = page.partition("Ce que chacun pourrait faire")[2]
    assert "La Caf" in told and "La commune" in told
    assert "doit être reçue le 30 septembre 2099 au plus tard" in told
    assert "Une lettre de résiliation ne finirait plus la convention avant son dernier jour." in told
    assert "Vous pouvez renoncer à votre lettre" in told


def test_what_a_party_could_no_longer_do_is_said(who: People, lasting: Convention, browse: Browse) -> None:
    letter = LETTER | {"on": "2022-02-01"}
    page = words(browse(who.adviser).get(f"/conventions/{lasting.pk}/et-si", letter))
    assert "Résilier par lettre. Ce n'est plus possible." in page


def test_a_meeting_supposed_leaves_the_possibilities_as_they_are(
    who: People, lasting: Convention, browse: Browse
) -> None:
    asked = {"fait": "meeting_held", "body": "copil", "on": "2021-02-11"}
    page = words(browse(who.adviser).get(f"/conventions/{lasting.pk}/et-si", asked))
    assert "Ce qui changerait" in page
    assert "Ce que chacun pourrait faire" not in page


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
