"""Why an obligation falls on its day: one click from the list, the words of the text, the next act."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.dossiers import People, dossier
from tests.web.conftest import Browse
from tests.web.reading import words

from convenir.records.models import Convention


def addresses(client: Client, row: Convention) -> list[str]:
    page = client.get(f"/conventions/{row.pk}/echeances?on=2021-03-01").content.decode()
    return list(dict.fromkeys(re.findall(rf'href="(/conventions/{row.pk}/echeances/[^"]+)"', page)))


def test_each_says_who_must_act_and_on_what_ground(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.elected)
    found = addresses(client, signed)
    assert len(found) > 5
    for address in found:
        page = client.get(address.replace("&amp;", "&"))
        assert page.status_code == 200, address
        assert "Qui doit agir" in words(page) and "Le texte" in words(page)
        assert "Le résultat" in words(page)


@pytest.mark.parametrize("key", ["inconnue", "meeting:copil:1999"])
def test_one_that_does_not_exist_is_not_found(who: People, signed: Convention, browse: Browse, key: str) -> None:
    assert browse(who.adviser).get(f"/conventions/{signed.pk}/echeances/{key}").status_code == 404


def test_a_meeting_owed_keeps_its_page_once_its_day_is_fixed(who: People, browse: Browse) -> None:
    told = [{"meeting_planned": "copil", "on": date(2017, 12, 12), "id": "p1", "recorded_on": date(2017, 10, 2)}]
    told += [{"meeting_held": "copil", "on": date(2017, 3, 14), "id": "h1"}]
    told += [{"signed": party, "on": date(2016, 4, 25)} for party in ("caf", "departement")]
    row = dossier(who, facts=told, terms="finistere-2016")
    client, on = browse(who.adviser), "?on=2017-11-18"
    listed = client.get(f"/conventions/{row.pk}/echeances{on}").content.decode()
    assert "/planned_meeting:copil:2017-12-12" in listed and "/meeting:copil:2017:2" not in listed
    owed = words(client.get(f"/conventions/{row.pk}/echeances/meeting:copil:2017:2{on}"))
    assert "fixé au 12 décembre 2017" in owed and "Au plus tard le dimanche 31 décembre 2017" in owed
    fixed = words(client.get(f"/conventions/{row.pk}/echeances/planned_meeting:copil:2017-12-12{on}"))
    assert "Mardi 12 décembre 2017" in fixed and "Au plus tard le" not in fixed
    overview = words(client.get(f"/conventions/{row.pk}/{on}"))
    assert "dans 24 jours : comité de pilotage stratégique, mardi 12 décembre 2017 (" in overview


def test_a_stranger_finds_nothing(who: People, signed: Convention, browse: Browse) -> None:
    address = addresses(browse(who.adviser), signed)[0]
    assert browse(who.stranger).get(address).status_code == 404
