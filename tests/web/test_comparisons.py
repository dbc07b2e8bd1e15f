"""Comparing two texts, and a text with a frame."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.dossiers import People
from tests.reader.amending.avenants import CONVENTION
from tests.web.conftest import Browse
from tests.web.reading import Page, words

from convenir.usecases.texts import Upload, receive

LATER = CONVENTION.replace("31 décembre 2025", "31 décembre 2027").replace(
    "Article 6 : Avenants", "Article 6 : Bilan\nUn bilan est dressé chaque année.\n\nArticle 7 : Avenants"
)
UNKNOWN = UUID(int=7)


@pytest.fixture
def first(who: People) -> UUID:
    return deposited(who, CONVENTION, "premier.txt")


@pytest.fixture
def second(who: People) -> UUID:
    return deposited(who, LATER, "second.txt")


def deposited(who: People, text: str, name: str) -> UUID:
    return receive(Upload(name=name, data=text.encode(), token=name), by=who.adviser, at=timezone.now())


def markup(page: Page) -> str:
    return page.content.decode()


def test_two_texts_are_chosen_among_those_deposited(adviser: Client, first: UUID, second: UUID) -> None:
    page = adviser.get("/comparer", {"avant": str(first)})
    assert f'<option value="{first}" selected>' in markup(page)
    assert "Convention territoriale globale (second.txt" in words(page)
    done = adviser.post("/comparer", {"avant": first, "apres": second, "token": "t"})
    assert done["Location"] == f"/comparer/{first}/{second}"


def test_the_second_text_may_be_deposited_there(adviser: Client, first: UUID) -> None:
    file = SimpleUploadedFile("second.txt", LATER.encode())
    done = adviser.post("/comparer", {"avant": first, "file": file, "token": "t"})
    assert done["Location"].startswith(f"/comparer/{first}/")
    assert "31 décembre 2027" in words(adviser.get(done["Location"]))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"apres": ""}, "Choisissez le second texte, ou son fichier"),
        ({"avant": "", "apres": ""}, "Choisissez un texte de la liste"),
        ({"apres": str(UNKNOWN)}, "Choisissez un texte de la liste"),
        ({"apres": "le premier"}, "C'est le même texte"),
    ],
)
def test_what_is_missing_is_said(adviser: Client, first: UUID, given: dict[str, str], said: str) -> None:
    form = {"avant": str(first), "token": "t"} | given
    if form["apres"] == "le premier":
        form["apres"] = str(first)
    refused = adviser.post("/comparer", form)
    assert refused.status_code == 422
    assert said in words(refused)


def test_a_difference_that_the_short_words_do_not_show_is_named(who: People, adviser: Client) -> None:
    texts = []
    for name in ("Paul Aubin", "Luc Morel"):
        signed = f"exemplaires originaux.\n\nPour la Caf,\nLe directeur,\n{name}\n"
        texts.append(deposited(who, CONVENTION.replace("exemplaires originaux.\n", signed), f"{name}.txt"))
    page = words(adviser.get(f"/comparer/{texts[0]}/{texts[1]}"))
    assert "(ce qui diffère : blocs de signature)" in page


def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_lost(adviser: Client, first: UUID) -> None:
    file = SimpleUploadedFile("vide.txt", b"")
    refused = adviser.post("/comparer", {"avant": first, "file": file, "token": "t"})
    assert refused.status_code == 422
    assert f'<option value="{first}" selected>' in markup(refused)


def test_nobody_compares_what_is_not_there(who: People, browse: Browse) -> None:
    assert "Aucun texte à comparer" in words(browse(who.adviser).get("/comparer"))
    assert "Aucun texte n'est déposé dans vos dossiers" in words(browse(who.elected).get("/comparer"))


def test_the_difference_is_shown_article_by_article(adviser: Client, first: UUID, second: UUID) -> None:
    page = adviser.get(f"/comparer/{first}/{second}")
    said = words(page)
    assert "Passages : 1 modifié, 1 ajouté, 1 changé de numéro, de titre ou de place" in said
    assert "Article 6 « Bilan » ajouté" in said
    assert "Article 7 « Avenants » renuméroté, était article 6" in said
    assert "<del>2025" in markup(page) and "<ins>2027" in markup(page)
    assert '<details class="compared-fold">' in markup(page) and "Inchangés, 5 passages : titre à article 3" in said


def test_what_changes_in_law_is_said_apart(adviser: Client, first: UUID, second: UUID) -> None:
    law = words(adviser.get(f"/comparer/{first}/{second}")).partition("Ce qui change en droit Les termes")[2]
    assert "Durée" in law and law.index("31 décembre 2025") < law.index("31 décembre 2027")


def test_a_text_against_itself_says_the_same_thing(who: People, adviser: Client, first: UUID) -> None:
    again = deposited(who, CONVENTION.replace("\n\n", "\n\n\n"), "copie.txt")
    page = words(adviser.get(f"/comparer/{first}/{again}"))
    assert "Les deux textes disent la même chose, mot pour mot" in page
    assert "Aucun terme ne change." in page and "mots du premier texte seul" not in page


def test_the_nearest_frame_is_proposed_and_another_may_be_asked(adviser: Client, first: UUID) -> None:
    page = adviser.get(f"/textes/{first}/trame")
    said = words(page)
    assert "(la plus proche)" in said and "absent" in said and "Présent".casefold() in said
    assert re.search(r"Il suit \d+ articles? de la trame sur \d+ ; \d+ manquent", said)
    gaps, _, kept = said.partition("Les écarts")[2].partition("Comme dans la trame")
    assert "absent" in gaps and "absent " not in kept.partition("Ajoutés à la trame")[0]
    other = adviser.get(f"/textes/{first}/trame", {"trame": "departement"})
    assert '<option value="departement" selected>' in markup(other)
    assert adviser.get(f"/textes/{first}/trame", {"trame": "inconnue"}).status_code == 200


def test_others_cannot_tell_that_the_texts_exist(who: People, first: UUID, second: UUID, browse: Browse) -> None:
    for person in (who.agent, who.stranger):
        client = browse(person)
        assert client.get(f"/comparer/{first}/{second}").status_code == 404
        assert client.get(f"/textes/{first}/trame").status_code == 404
        assert "premier.txt" not in words(client.get("/comparer"))
