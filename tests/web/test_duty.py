"""Why an obligation falls on its day: one click from the list, the words of the text, the next act."""

import re

import pytest
from django.test import Client
from tests.dossiers import People
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


def test_a_stranger_finds_nothing(who: People, signed: Convention, browse: Browse) -> None:
    address = addresses(browse(who.adviser), signed)[0]
    assert browse(who.stranger).get(address).status_code == 404
