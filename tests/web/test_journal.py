"""The journal and the pieces attached to facts."""

from datetime import date, timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.dossiers import SIGNED, People, dossier
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.access.context import acting_as
from convenir.records.models import Convention, Evidence


def test_facts_are_told_with_their_day_and_who_recorded_them(who: People, signed: Convention, browse: Browse) -> None:
    page = words(browse(who.agent).get(f"/conventions/{signed.pk}/journal"))
    assert "12 déc. 2019" in page and "16 déc. 2019" in page and "Alice Essai" in page


def test_who_only_reads_is_not_offered_to_cancel(who: People, signed: Convention, browse: Browse) -> None:
    address = f"/conventions/{signed.pk}/journal"
    assert "/annuler" in browse(who.adviser).get(address).content.decode()
    assert "/annuler" not in browse(who.elected).get(address).content.decode()


def test_a_piece_is_given_back_byte_for_byte_to_the_parties_alone(
    who: People, signed: Convention, browse: Browse
) -> None:
    data = b"<script>alert(1)</script>"
    form = {"on": "2020-11-10", "body": "copil", "token": "x", "evidence": SimpleUploadedFile("é.html", data)}
    browse(who.adviser).post(f"/conventions/{signed.pk}/faits/nouveau?fait=meeting_held", form)
    with acting_as(who.adviser):
        piece = Evidence.objects.get(convention=signed)
    address = f"/conventions/{signed.pk}/pieces/{piece.pk}"
    response = browse(who.elected).get(address)
    assert response.content == data
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert browse(who.stranger).get(address).status_code == 404
    assert browse(who.adviser).get(f"/conventions/{signed.pk}/pieces/{uuid4()}").status_code == 404


def test_a_stranger_finds_nothing(who: People, signed: Convention, browse: Browse) -> None:
    assert browse(who.stranger).get(f"/conventions/{signed.pk}/journal").status_code == 404


def test_a_long_journal_is_paged(who: People, browse: Browse) -> None:
    meetings = [{"meeting_held": "copil", "on": date(2020, 1, 2) + timedelta(days=n), "id": f"m{n}"} for n in range(60)]
    row = dossier(who, facts=[*SIGNED, *meetings])
    client = browse(who.elected)
    first, second = (client.get(f"/conventions/{row.pk}/journal?page={number}") for number in (1, 2))
    assert "1 à 50 sur 62 faits" in words(first)
    assert "16 déc. 2019" in words(second) and "16 déc. 2019" not in words(first)
