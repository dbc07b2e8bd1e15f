"""Applying an avenant that was deposited: its convention chosen, its changes seen, then recorded."""

import re
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from tests.dossiers import People, dossier
from tests.reader.amending.avenants import CONVENTION, avenant
from tests.web.conftest import Browse
from tests.web.reading import Page, hidden, words

from convenir.access.roles import Actor
from convenir.core.facts import Signed
from convenir.core.terms.parties import PartyKind
from convenir.usecases.conventions import NewFact, record_fact
from convenir.usecases.texts import Confirmation, OtherParty, Upload, accept_all, confirm, receive

LIVING = CONVENTION.replace("31 décembre 2025", "31 décembre 2098")
LONGER = "À l'article 4, les mots « 31 décembre 2098 » sont remplacés par les mots « 31 décembre 2099 »."
SHORTER = "À l'article 4, les mots « 31 décembre 2099 » sont remplacés par les mots « 31 décembre 2097 »."
ELSEWHERE = "À l'article 5, les mots « quatre semaines » sont remplacés par les mots « six mois »."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A dossier made from its text, and the text of an avenant, both of the adviser."""

    dossier: UUID
    text: UUID

    @property
    def url(self) -> str:
        return f"/textes/{self.text}/conventions/{self.dossier}/appliquer"


def deposited(by: Actor, text: str, form: str) -> UUID:
    return receive(Upload(name=f"{form}.txt", data=text.encode(), token=form), by=by, at=timezone.now())


def made(who: People) -> UUID:
    """The dossier of the convention, signed."""
    pk = deposited(who.adviser, LIVING, "convention")
    accept_all(pk, by=who.adviser, at=timezone.now())
    other = OtherParty(key="commune", name="Ville de Valbourg", kind=PartyKind.MUNICIPALITY)
    given = Confirmation(
        title="CTG de Valbourg", house_party="caf", others=(other,), assumed_signatures=True, token=pk.hex
    )
    return confirm(pk, given, by=who.adviser, at=timezone.now())


@pytest.fixture
def case(who: People) -> Case:
    return Case(dossier=made(who), text=deposited(who.adviser, avenant(f"{LONGER}\n{ELSEWHERE}"), "avenant"))


def keys(page: Page) -> list[str]:
    return re.findall(r'name="seen" value="([^"]+)"', page.content.decode())


def form(page: Page, **more: object) -> dict[str, object]:
    """What the page posts as it stands."""
    said = {"token": hidden(page, "token"), "seen": keys(page), "kept": keys(page), "on": "2023-11-20"}
    return said | {"effective_on": "2024-01-01"} | more


def effects(page: Page) -> str:
    """What the page says of the status and of the deadlines."""
    return words(page).partition("Ce qui change en droit")[2].partition("Recalculer")[0]


def test_the_review_of_an_avenant_leads_to_its_convention_and_not_to_a_new_dossier(adviser: Client, case: Case) -> None:
    page = adviser.get(f"/textes/{case.text}/relecture")
    assert "Appliquer à une convention" in words(page)
    assert "Créer le dossier" not in words(page)
    assert f"/textes/{case.text}/convention" in page.content.decode()


def test_the_dossier_that_the_avenant_names_is_proposed_first(who: People, adviser: Client, case: Case) -> None:
    dossier(who, "Autre convention", on=timezone.localdate())
    page = words(adviser.get(f"/textes/{case.text}/convention"))
    proposed, others = page.index("Proposées"), page.index("Autres dossiers")
    assert proposed < page.index("CTG de Valbourg") < others < page.index("Autre convention")
    assert "Signée le 3 mars 2022, comme ce texte le dit" in page


def test_a_title_is_sought(who: People, adviser: Client, case: Case) -> None:
    dossier(who, "Autre convention", on=timezone.localdate())
    page = words(adviser.get(f"/textes/{case.text}/convention", {"cherche": "valb"}))
    assert "CTG de Valbourg" in page and "Autre convention" not in page
    assert "Aucun dossier de ce titre" in words(adviser.get(f"/textes/{case.text}/convention", {"cherche": "zzz"}))


def test_the_page_shows_the_edits_the_words_and_the_law(adviser: Client, case: Case) -> None:
    page = adviser.get(case.url)
    said = words(page)
    assert "Mots remplacés, article 4" in said and "compris" in said
    assert "Mots remplacés, article 5" in said and "cible introuvable" in said
    assert re.search(r"<del>2098</del> <ins>2099", page.content.decode())
    assert "31 décembre 2099" in said
    assert "Les mots visés, « quatre semaines », ne sont pas dans l'article 5" in said
    assert 'value="2024-01-01"' in page.content.decode()


def test_recording_it_makes_one_fact_with_its_text_and_says_what_is_left(adviser: Client, case: Case) -> None:
    said = form(adviser.get(case.url))
    for _ in range(2):
        done = adviser.post(case.url, said)
        assert done["Location"] == f"/conventions/{case.dossier}/"
    overview = words(adviser.get(done["Location"]))
    assert "Avenant n° 1 enregistré" in overview and "la signature de chacun" in overview
    text = words(adviser.get(f"/conventions/{case.dossier}/texte"))
    assert text.count("31 décembre 2099") == 1
    journal = adviser.get(f"/conventions/{case.dossier}/journal").content.decode()
    assert "avenant.txt" in journal
    assert "déjà enregistré au dossier « CTG de Valbourg »" in words(adviser.get(f"/textes/{case.text}/convention"))


def test_the_page_says_first_how_much_was_read(adviser: Client, case: Case) -> None:
    page = adviser.get(case.url)
    assert "2 modifications lues, dont 1 à relire ; 1 changement en droit, retenu" in words(page)
    without = adviser.post(case.url, form(page, kept=[], apercu="1"))
    assert "1 changement en droit, 0 retenu" in words(without)


def test_a_detail_that_the_summary_does_not_show_is_named(who: People, adviser: Client, case: Case) -> None:
    edit = "L'article 1 est complété par un alinéa ainsi rédigé : « L'annexe 2 nomme les équipements. »"
    page = words(adviser.get(replace(case, text=deposited(who.adviser, avenant(edit), "detail")).url))
    assert "Ce qui change, que ce résumé ne montre pas : citée dans le texte" in page


def test_a_term_that_only_changes_its_article_is_said(who: People, adviser: Client, case: Case) -> None:
    text = avenant("L'article 6 devient l'article 7.")
    page = words(adviser.get(replace(case, text=deposited(who.adviser, text, "numero")).url))
    assert "Article renuméroté, article 6" in page
    assert "Le terme reste le même ; il est désormais à l'article 7" in page


def test_the_page_says_how_much_of_what_binds_is_understood(adviser: Client, case: Case) -> None:
    said = re.search(r"Phrases de l'avenant qui obligent : (\d+) comprises? sur (\d+)", words(adviser.get(case.url)))
    assert said is not None
    assert int(said[1]) == int(said[2]) > 1


def test_an_avenant_that_binds_is_not_told_to_aim_at_nothing(who: People, adviser: Client, case: Case) -> None:
    adviser.post(case.url, form(adviser.get(case.url)))
    for party in ("caf", "commune"):
        fact = NewFact(event=Signed(party=party, amendment="avenant-1"), on=date(2023, 12, 1), token=party)
        record_fact(case.dossier, fact, by=who.adviser, at=timezone.now())
    page = words(adviser.get(case.url))
    assert "déjà dans la convention" in page
    assert "La convention contient déjà ce que l'avenant écrit ici" in page


def test_an_avenant_that_is_already_there_is_said_to_replace_it(adviser: Client, case: Case) -> None:
    assert "est déjà au dossier" not in words(adviser.get(case.url))
    adviser.post(case.url, form(adviser.get(case.url)))
    assert "Un avenant n° 1 est déjà au dossier" in words(adviser.get(case.url))


def test_a_second_avenant_starts_from_the_first_once_all_have_signed_it(
    who: People, adviser: Client, case: Case
) -> None:
    text = avenant(SHORTER).replace("AVENANT N° 1", "AVENANT N° 2")
    second = replace(case, text=deposited(who.adviser, text, "second"))
    adviser.post(case.url, form(adviser.get(case.url)))
    waiting = words(adviser.get(second.url))
    assert "sans la signature de tous : avenant n° 1" in waiting and "cible introuvable" in waiting
    for party in ("caf", "commune"):
        fact = NewFact(event=Signed(party=party, amendment="avenant-1"), on=date(2023, 12, 1), token=party)
        record_fact(case.dossier, fact, by=who.adviser, at=timezone.now())
    page = adviser.get(second.url)
    assert "sans la signature" not in words(page) and "cible introuvable" not in words(page)
    assert "<del>2099</del> <ins>2097" in page.content.decode()
    assert adviser.post(second.url, form(page)).status_code == 302
    said = words(adviser.get(f"/conventions/{case.dossier}/texte"))
    assert "Avenant n° 1" in said and "Avenant n° 2" in said


def test_a_change_left_out_is_not_recorded(adviser: Client, case: Case) -> None:
    adviser.post(case.url, form(adviser.get(case.url), kept=[]))
    text = words(adviser.get(f"/conventions/{case.dossier}/texte"))
    assert "Avenant n° 1" in text and "31 décembre 2099" not in text


def test_the_effects_are_those_of_the_changes_kept(adviser: Client, case: Case) -> None:
    page = adviser.get(case.url)
    without = adviser.post(case.url, form(page, kept=[], apercu="1"))
    assert without.status_code == 200
    assert "31 décembre 2099" in effects(page)
    assert "31 décembre 2099" not in effects(without) and "Aucune échéance ne change" in effects(without)
    assert "checked" not in without.content.decode().partition("Le texte qui en résulte")[0]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"on": ""}, "Indiquez le jour"),
        ({"on": "2098-01-01"}, "n'est pas encore passé"),
        ({"effective_on": "31/02/2024"}, "n'existe pas"),
        ({"seen": ["autre"]}, "a changé depuis l'ouverture de la page"),
    ],
)
def test_a_refusal_keeps_what_was_said(adviser: Client, case: Case, more: dict[str, object], said: str) -> None:
    refused = adviser.post(case.url, form(adviser.get(case.url), kept=[]) | more)
    assert refused.status_code == 422
    assert said in words(refused)
    assert "checked" not in refused.content.decode().partition("Le texte qui en résulte")[0]


def test_a_dossier_without_its_text_says_what_to_do(who: People, adviser: Client, case: Case) -> None:
    bare = dossier(who, "Sans texte", on=timezone.localdate())
    page = adviser.get(f"/textes/{case.text}/conventions/{bare.pk}/appliquer")
    assert "Le texte de la convention n'est pas au dossier" in words(page)


def test_others_cannot_tell_that_the_avenant_exists(who: People, case: Case, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        for url in (f"/textes/{case.text}/convention", case.url):
            assert browse(person).get(url).status_code == 404


def test_who_may_not_record_is_told_so(who: People, case: Case, browse: Browse) -> None:
    page = browse(who.elected).get(case.url)
    assert page.status_code in (403, 404)
