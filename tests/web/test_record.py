"""Recording what happened: the kinds, what is asked, what it would change, what is refused, once per form."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.dossiers import People
from tests.web.conftest import Browse, Stored
from tests.web.reading import hidden, words

from convenir.records.models import Convention
from convenir.web.pages.conventions.fact_kinds import KINDS

MEETING = {"on": "2020-11-10", "body": "copil", "chair": "caf", "present_caf": "3", "note": "Salle du conseil"}


def address(row: Convention, kind: str) -> str:
    return f"/conventions/{row.pk}/faits/nouveau?fait={kind}"


def fresh(client: Client, at: str) -> dict[str, str]:
    return {"token": hidden(client.get(at), "token")}


def test_the_kinds_are_offered_by_family(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.adviser).get(f"/conventions/{signed.pk}/faits/nouveau"))
    for kind in KINDS.values():
        assert kind.words.replace("’", "'") in page


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_has_its_form_and_keeps_what_is_typed(
    who: People, signed: Convention, browse: Browse, kind: str
) -> None:
    client = browse(who.adviser)
    at = address(signed, kind)
    assert client.get(at).status_code == 200
    response = client.post(at, {"on": "31/02/2021", "note": "Ma précision", "token": "x"})
    assert response.status_code == 422
    assert "Le 31 février n'existe pas" in words(response)
    assert "Ma précision" in words(response) and 'value="31/02/2021"' in response.content.decode()


def test_a_meeting_is_recorded_with_its_proof_and_its_author(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.agent)
    at = address(signed, "meeting_held")
    proof = SimpleUploadedFile("relevé.txt", "Présents : trois".encode())
    response = client.post(at, MEETING | fresh(client, at) | {"evidence": proof})
    assert response["Location"] == f"/conventions/{signed.pk}/"
    assert "Enregistré : Comité de pilotage tenu" in words(client.get(response["Location"]))
    journal = words(client.get(f"/conventions/{signed.pk}/journal"))
    assert "10 nov. 2020" in journal and "Bruno Essai" in journal and "Salle du conseil" in journal
    assert "relevé.txt" in journal


def test_the_preview_says_what_would_change_and_writes_nothing(
    who: People, signed: Convention, browse: Browse, stored: Stored
) -> None:
    client = browse(who.adviser)
    at = address(signed, "meeting_held")
    before = stored(signed)
    response = client.post(at, MEETING | fresh(client, at) | {"apercu": "1"})
    assert response.status_code == 200
    assert "Ce que ce fait change" in words(response) and "Rien n'est encore enregistré" in words(response)
    assert 'value="2020-11-10"' in response.content.decode()
    assert stored(signed) == before


def test_the_same_form_posted_twice_records_one_fact(
    who: People, signed: Convention, browse: Browse, stored: Stored
) -> None:
    client = browse(who.adviser)
    at = address(signed, "meeting_held")
    form = MEETING | fresh(client, at)
    before = stored(signed)
    for _ in range(2):
        assert client.post(at, form).status_code == 302
    assert stored(signed) == before + 1


TOMORROW = (timezone.localdate() + timedelta(days=1)).isoformat()
EARLY = "précède la signature"
REFUSED: list[tuple[str, dict[str, str], str]] = [
    ("meeting_held", MEETING | {"on": "2019-11-10"}, EARLY),
    ("meeting_held", MEETING | {"on": TOMORROW}, "n'est pas encore passé"),
    ("meeting_held", MEETING | {"on": "1908-01-01"}, "trop ancien"),
    ("notice_received", {"on": "2019-06-30", "party": "commune"}, EARLY),
    ("renewal_signed", {"on": "2020-10-01", "party": "caf", "until": "01/01/2020"}, "précède le"),
]


@pytest.mark.parametrize("preview", [{}, {"apercu": "1"}], ids=["saved", "previewed"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_in_words_and_stores_nothing(
    signed: Convention,
    adviser: Client,
    stored: Stored,
    case: tuple[str, dict[str, str], str],
    preview: dict[str, str],
) -> None:
    kind, form, said = case
    before = stored(signed)
    response = adviser.post(address(signed, kind), form | preview | {"token": uuid4().hex})
    assert response.status_code == 422
    assert said in words(response)
    assert stored(signed) == before


@pytest.mark.parametrize(
    ("kind", "form"), [("meeting_held", MEETING), ("data_delivered", {"on": "2020-10-01", "party": "caf"})]
)
def test_nothing_follows_from_a_convention_that_is_not_signed(
    unsigned: Convention, adviser: Client, kind: str, form: dict[str, str]
) -> None:
    response = adviser.post(address(unsigned, kind), form | {"token": "x"})
    assert response.status_code == 422
    assert "n'est pas encore enregistrée" in words(response)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"on": ""}, "Indiquez le jour"),
        ({"body": ""}, "Choisissez dans la liste"),
        ({"body": "conclave"}, "Choisissez dans la liste"),
        ({"present_caf": "-2"}, "Écrivez un nombre positif"),
        ({"present_caf": "dix"}, "Écrivez un nombre"),
    ],
)
def test_a_field_that_is_wrong_says_so(signed: Convention, adviser: Client, more: dict[str, str], said: str) -> None:
    response = adviser.post(address(signed, "meeting_held"), MEETING | {"token": "x"} | more)
    assert response.status_code == 422
    assert said in words(response)


def test_a_meeting_may_be_fixed_for_a_day_to_come(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    at = address(signed, "meeting_planned")
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    assert client.post(at, {"on": day, "body": "copil"} | fresh(client, at)).status_code == 302


def test_a_notice_changes_the_status(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    at = address(signed, "notice_received")
    form = {"on": "2021-02-01", "party": "commune", "form": "registered_letter"} | fresh(client, at)
    previewed = words(client.post(at, form | {"apercu": "1"}))
    assert "Ce que ce fait change" in previewed
    assert client.post(at, form).status_code == 302
    assert "préavis" in words(client.get(f"/conventions/{signed.pk}/?on=2021-03-01"))


def test_an_empty_proof_or_a_heavy_one_is_refused(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    at = address(signed, "meeting_held")
    for data in (b"", b"0" * (5 * 1024 * 1024 + 1)):
        form = MEETING | {"token": uuid4().hex, "evidence": SimpleUploadedFile("piece.txt", data)}
        response = client.post(at, form)
        assert response.status_code == 422
        assert "vide ou dépasse 5 Mo" in words(response)


def test_an_unknown_kind_offers_the_kinds(who: People, signed: Convention, browse: Browse) -> None:
    assert "Que s'est-il passé" in words(browse(who.adviser).get(address(signed, "fete")))


def test_who_only_reads_is_refused_and_a_stranger_finds_nothing(
    who: People, signed: Convention, browse: Browse
) -> None:
    at = address(signed, "meeting_held")
    refused = browse(who.elected).post(at, MEETING | {"token": "x"})
    assert refused.status_code == 403
    assert "ne permet pas d'enregistrer un fait" in words(refused)
    assert browse(who.stranger).get(at).status_code == 404
    assert browse(who.stranger).post(at, MEETING | {"token": "x"}).status_code == 404
