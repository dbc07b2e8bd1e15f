"""Attaching a délibération to a party: what was read, the facts kept with their days, and the dossier still to make."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from tests.dossiers import People
from tests.reader.amending.avenants import CONVENTION
from tests.reader.test_authorisations import ACT, STAMPS
from tests.web.conftest import Browse
from tests.web.reading import hidden, words

from convenir.records.models import Convention
from convenir.usecases.texts import Upload, receive

VOTED = ACT.format(vote="par 21 voix pour, 3 contre et 2 abstentions", stamps=STAMPS)
FACTS = {
    "party": "commune",
    "kept_0": "on",
    "on_0": "2022-02-12",
    "kept_1": "on",
    "on_1": "15/02/2022",
    "on_2": "2022-02-16",
}


@pytest.fixture
def act(who: People) -> UUID:
    return receive(Upload(name="acte.txt", data=VOTED.encode(), token=VOTED[:9]), by=who.adviser, at=timezone.now())


@pytest.fixture
def url(act: UUID, unsigned: Convention) -> str:
    return f"/textes/{act}/conventions/{unsigned.pk}/attacher"


def test_the_review_of_an_act_leads_to_its_convention(adviser: Client, act: UUID) -> None:
    page = adviser.get(f"/textes/{act}/relecture")
    assert f'href="/textes/{act}/convention"' in page.content.decode()
    assert "Attacher à une convention" in words(page)


def test_an_article_without_title_is_called_an_article_in_the_outline(adviser: Client, act: UUID) -> None:
    outline = re.findall(
        r"lieu=\d+[^>]*><span>([^<]*)</span>", adviser.get(f"/textes/{act}/relecture").content.decode()
    )
    assert "Article\u00a01" in outline and "1" not in outline


def test_the_page_says_what_was_read_and_proposes_the_party(adviser: Client, url: str) -> None:
    page = adviser.get(url)
    said = words(page)
    assert "Conseil municipal" in said and "2022-14" in said and "21 pour, 3 contre, 2 abstentions" in said
    assert "Conseil municipal, délibération n° 2022-14, séance du 12 février 2022" in said
    assert re.search(r'value="commune"[^>]*checked', page.content.decode())
    assert 'value="2022-02-15"' in page.content.decode()


def test_the_facts_kept_are_recorded_once(adviser: Client, url: str, unsigned: Convention) -> None:
    said = FACTS | {"token": hidden(adviser.get(url), "token")}
    for _ in range(2):
        done = adviser.post(url, said)
        assert done["Location"] == f"/conventions/{unsigned.pk}/"
    assert "2 faits enregistrés, avec cette délibération pour pièce" in words(adviser.get(done["Location"]))
    journal = words(adviser.get(f"/conventions/{unsigned.pk}/journal"))
    assert journal.count("acte.txt") == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"party": ""}, "Dites de quelle partie c'est l'acte"),
        ({"on_0": ""}, "Indiquez le jour, ou décochez ce fait"),
        ({"on_1": "31/02/2022"}, "n'existe pas"),
        ({"on_0": "2098-01-01"}, "n'est pas encore passé"),
        ({"kept_0": "", "kept_1": ""}, "Aucun fait n'est retenu"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    adviser: Client, url: str, more: dict[str, str], said: str
) -> None:
    given = {name: value for name, value in (FACTS | more).items() if value}
    refused = adviser.post(url, given | {"token": "un-formulaire"})
    assert refused.status_code == 422
    assert said in words(refused)
    assert 'value="2022-02-16"' in refused.content.decode()


def test_others_cannot_tell_that_the_act_exists(who: People, url: str, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        assert browse(person).get(url).status_code == 404
        assert browse(person).post(url, FACTS).status_code == 404


def test_an_act_deposited_with_its_convention_waits_for_the_dossier_then_is_offered(
    who: People, adviser: Client
) -> None:
    data = f"{VOTED}\n\n{CONVENTION}".encode()
    pk = receive(Upload(name="ensemble.txt", data=data, token=VOTED[9:20]), by=who.adviser, at=timezone.now())
    acts = adviser.get(f"/textes/{pk}/actes").content.decode()
    act = next(part.split("/")[2] for part in acts.split('"') if part.endswith("/relecture") and str(pk) not in part)
    choose = words(adviser.get(f"/textes/{act}/convention"))
    assert "La convention du même dépôt n'a pas encore de dossier" in choose
    adviser.post(f"/textes/{pk}/accepter")
    form = {"title": "CTG de Valbourg", "mine": "caf", "name_commune": "Ville de Valbourg", "token": "a" * 32}
    made = adviser.post(f"/textes/{pk}/dossier", form)
    overview = adviser.get(made["Location"])
    assert "Une délibération a été déposée avec ce texte" in words(overview)
    attach = f"/textes/{act}/conventions/{made['Location'].split('/')[2]}/attacher"
    assert attach in overview.content.decode()
    adviser.post(attach, FACTS | {"token": "b" * 32})
    assert "Une délibération a été déposée" not in words(adviser.get(made["Location"]))


def test_facts_that_the_dossier_holds_are_said_and_not_kept(adviser: Client, url: str) -> None:
    adviser.post(url, FACTS | {"token": hidden(adviser.get(url), "token")})
    page = adviser.get(url)
    assert words(page).count("(déjà au dossier)") == 2
    assert not re.search(r'name="kept_0"[^>]*checked', page.content.decode())
    again = adviser.post(url, FACTS | {"token": hidden(page, "token")})
    assert again.status_code == 422 and "tient déjà ces faits" in words(again)
