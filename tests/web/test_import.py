"""Importing a list into a dossier: sent, its columns said, its rows checked, then facts; refused to who may not."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from tests.dossiers import People, dossier
from tests.web.conftest import Browse, Stored
from tests.web.reading import Page, hidden, words

from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.roles import Verb
from convenir.core.facts import CommitmentMade, IndicatorValued
from convenir.records.models import Convention

PLAN = """N°;Axe;Intitulé de l’action;Pilote;Fin;Indicateurs
1;Petite enfance;Ouvrir un lieu d’accueil;Ville;31/12/2022;"Familles reçues ; Jours ouverts"
2;Jeunesse;Créer un point d’écoute;Caf;juin 2022;Jeunes reçus
3;Jeunesse;Former les animateurs;Ville;quand on pourra;
"""
VALUES = "Indicateur;Unité;2020;2021\nPlaces en crèche;places;40;44\nTaux de couverture;%;45,5;46,2\n"
ON = "2020-03-02"


def address(row: Convention, end: str = "importer") -> str:
    return f"/conventions/{row.pk}/{end}"


def sent(client: Client, row: Convention, data: bytes, name: str = "plan.csv") -> Page:
    token = hidden(client.get(address(row)), "token")
    return client.post(address(row), {"file": SimpleUploadedFile(name, data), "token": token})


def mapped(client: Client, columns: str, **changes: str) -> Page:
    """The page of the rows, once the columns are said to be as proposed but for those changes."""
    page = client.get(columns).content.decode()
    chosen: dict[str, str] = {}
    for name, options in re.findall(r'<select name="(c\d+)".*?>(.*?)</select>', page, flags=re.DOTALL):
        found = re.search(r'value="(\w+)" selected', options)
        chosen[name] = found[1] if found else ""
    return client.post(columns, chosen | changes)


def rows_page(client: Client, row: Convention, text: str = PLAN) -> str:
    """The address of the rows of that list."""
    return mapped(client, sent(client, row, text.encode())["Location"])["Location"]


def recorded(client: Client, rows: str, **said: str) -> Page:
    return client.post(rows, {"token": hidden(client.get(rows), "token"), "on": ON} | said)


def sheets_of(who: People, row: Convention) -> list[CommitmentMade]:
    with acting_as(who.adviser):
        facts = convention(who.adviser, row.pk, to=Verb.READ).facts
    return [fact.event for fact in facts if isinstance(fact.event, CommitmentMade)]


def test_the_columns_are_recognised_and_may_be_changed(adviser: Client, signed: Convention) -> None:
    columns = sent(adviser, signed, PLAN.encode())["Location"]
    page = adviser.get(columns)
    assert "est lu comme : plan d'actions" in words(page)
    assert "Toutes les colonnes sont reconnues" in words(page)
    refused = mapped(adviser, columns, c2="")
    assert refused.status_code == 422
    assert "Dites quelle colonne donne : intitulé de l'action" in words(refused)


def test_the_rows_are_shown_with_what_is_wrong_and_where(adviser: Client, signed: Convention, stored: Stored) -> None:
    page = adviser.get(rows_page(adviser, signed))
    said = words(page)
    assert "3 fiches lues : 2 à enregistrer, 1 à corriger" in said
    assert "Cochez pour enregistrer 2 fiches sans attendre" in said
    assert "Cellule E4 à corriger : « quand on pourra » n'est pas une date ; écrivez-la comme 31/12/2025" in said
    assert stored(signed) == 2


def test_the_good_rows_become_fiches_once_the_wrong_ones_are_left_out(
    who: People, adviser: Client, signed: Convention
) -> None:
    rows = rows_page(adviser, signed)
    refused = recorded(adviser, rows)
    assert refused.status_code == 422
    assert "Des lignes sont à corriger (1)" in words(refused)
    assert sheets_of(who, signed) == []
    done = recorded(adviser, rows, partial="on")
    assert done.status_code == 302
    assert sheets_of(who, signed) == [
        CommitmentMade(
            label="Ouvrir un lieu d’accueil", until=date(2022, 12, 31), sheet=True, theme="Petite enfance", indicators=2
        ),
        CommitmentMade(
            label="Créer un point d’écoute", until=date(2022, 6, 30), sheet=True, theme="Jeunesse", indicators=1
        ),
    ]
    journal = words(adviser.get(done["Location"]))
    assert "2 faits enregistrés depuis « plan.csv »" in journal
    assert "Fiche n° 1 ; pilote : Ville ; plan.csv, ligne 2" in journal


def test_the_same_form_or_the_same_file_adds_nothing_twice(who: People, adviser: Client, signed: Convention) -> None:
    rows = rows_page(adviser, signed)
    form = {"token": hidden(adviser.get(rows), "token"), "on": ON, "partial": "on"}
    assert [adviser.post(rows, form).status_code for _ in range(2)] == [302, 302]
    assert len(sheets_of(who, signed)) == 2
    again = adviser.get(rows_page(adviser, signed))
    assert "0 à enregistrer, 1 à corriger, 2 déjà au dossier" in words(again)
    assert recorded(adviser, rows, partial="on").status_code == 422
    assert len(sheets_of(who, signed)) == 2


def test_a_form_gone_back_to_with_another_file_reads_that_file(adviser: Client, signed: Convention) -> None:
    token = hidden(adviser.get(address(signed)), "token")
    columns = [
        adviser.post(address(signed), {"file": SimpleUploadedFile("plan.csv", text.encode()), "token": token})[
            "Location"
        ]
        for text in (PLAN, VALUES, PLAN)
    ]
    assert columns[0] == columns[2] != columns[1]
    assert "Places en crèche" in words(adviser.get(columns[1]))


def test_a_sheet_whose_name_is_the_number_of_another_is_the_one_recorded(
    who: People, adviser: Client, signed: Convention
) -> None:
    book = Workbook()
    for name, action in (("2", "Ouvrir un lieu"), ("1", "Créer un point")):
        sheet = book.create_sheet(name)
        for line in (("Intitulé de l’action", "Pilote", "Fin"), (action, "Ville", "31/12/2022")):
            sheet.append(line)
    book.remove(book.worksheets[0])
    file = BytesIO()
    book.save(file)
    columns = sent(adviser, signed, file.getvalue(), "plan.xlsx")["Location"]
    rows = mapped(adviser, f"{columns}?feuille=2")["Location"]
    assert "Créer un point" in words(adviser.get(rows))
    assert recorded(adviser, rows).status_code == 302
    assert [one.label for one in sheets_of(who, signed)] == ["Créer un point"]


def test_values_of_indicators_become_facts_of_their_years(who: People, adviser: Client, signed: Convention) -> None:
    rows = rows_page(adviser, signed, VALUES)
    assert recorded(adviser, rows).status_code == 302
    with acting_as(who.adviser):
        facts = convention(who.adviser, signed.pk, to=Verb.READ).facts
    values = [fact.event for fact in facts if isinstance(fact.event, IndicatorValued)]
    assert [(one.indicator, str(one.value), one.year) for one in values] == [
        ("Places en crèche", "40", 2020),
        ("Places en crèche", "44", 2021),
        ("Taux de couverture", "45.5", 2020),
        ("Taux de couverture", "46.2", 2021),
    ]
    changed = rows_page(adviser, signed, VALUES.replace(";44", ";45"))
    assert "la valeur 44 est déjà enregistrée pour 2021, et celle-ci est 45" in words(adviser.get(changed))


def test_what_a_house_said_of_columns_serves_for_the_next_file_of_that_shape(
    who: People, adviser: Client, signed: Convention
) -> None:
    text = "Axe;Quoi faire;Fin\nJeunesse;Ouvrir un accueil;2022\n"
    columns = sent(adviser, signed, text.encode())["Location"]
    assert mapped(adviser, columns, c1="title").status_code == 302
    other = dossier(who, "Autre convention", on=date(2021, 3, 1))
    page = words(adviser.get(sent(adviser, other, text.replace("Ouvrir", "Fermer").encode())["Location"]))
    assert "celles que votre organisme a choisies pour un tableau du même modèle" in page


def test_another_nature_and_another_line_of_names_may_be_chosen(adviser: Client, signed: Convention) -> None:
    columns = sent(adviser, signed, b"x;y\nnom;places\nLes Lilas;24\n")["Location"]
    page = words(adviser.get(f"{columns}?feuille=1&nature=facilities&ligne=2"))
    assert "est lu comme : liste d'équipements" in page


def test_a_workbook_of_several_sheets_opens_on_the_one_that_is_known(adviser: Client, signed: Convention) -> None:
    book = Workbook()
    book.create_sheet("Notice", 0).append(["Lisez-moi"])
    sheet = book.create_sheet("Fiches", 1)
    for line in PLAN.splitlines():
        sheet.append(line.split(";"))
    file = BytesIO()
    book.save(file)
    page = adviser.get(sent(adviser, signed, file.getvalue(), "plan.xlsx")["Location"])
    said = words(page)
    assert "« plan.xlsx », feuille « Fiches », est lu comme : plan d'actions" in said
    assert re.search(r'<option value="2" selected>Fiches \(plan d’actions\)<', page.content.decode())
    assert '<option value="1">Notice<' in page.content.decode()


def test_of_many_rows_those_to_put_right_are_shown_first_and_the_last_are_folded(
    adviser: Client, signed: Convention
) -> None:
    lines = [f"{rank};Jeunesse;Action {rank};Caf;2022;" for rank in range(1, 81)]
    lines[69] = lines[69].replace("2022", "un jour")
    text = "\n".join([PLAN.splitlines()[0], *lines, ""])
    shown, folded = words(adviser.get(rows_page(adviser, signed, text))).split("Les 40 autres lignes")
    rows = shown[shown.index("les lignes à revoir d'abord") :]
    assert rows.index("70 Action 70") < rows.index("1 Action 1")
    assert "non lu" in rows
    assert "39 Action 39" in rows and "40 Action 40" not in rows
    assert all(f"{rank} Action {rank}" in folded for rank in range(40, 81) if rank != 70)


def test_a_file_without_a_row_to_record_offers_its_columns_and_no_form(adviser: Client, signed: Convention) -> None:
    columns = sent(adviser, signed, b"x;y\na;b\n")["Location"]
    page = adviser.get(columns.replace("colonnes", "lignes"))
    assert "Aucune ligne lue." in words(page)
    assert "Aucune colonne ne donne : intitulé de l'action." in words(page)
    assert 'name="on"' not in page.content.decode()


def test_an_unsigned_convention_takes_no_fiche_and_says_so(
    adviser: Client, unsigned: Convention, stored: Stored
) -> None:
    rows = rows_page(adviser, unsigned, PLAN.replace("2022", "2032"))
    assert "La signature de la convention n'est pas encore enregistrée" in words(adviser.get(rows))
    assert recorded(adviser, rows, partial="on").status_code == 422
    assert stored(unsigned) == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Ce fichier est vide"),
        (b"PK\x03\x04" + bytes(400), "incomplet ou endommagé"),
        (b"\x89PNG" + bytes(400), "est une image"),
        (b"a" * 5_000_001, "dépasse 5 Mo"),
    ],
    ids=["empty", "broken", "picture", "large"],
)
def test_what_is_no_table_is_refused_at_the_field(adviser: Client, signed: Convention, data: bytes, said: str) -> None:
    response = sent(adviser, signed, data)
    assert response.status_code == 422
    assert said in words(response)


def test_who_only_reads_is_refused_and_a_stranger_sees_nothing(
    who: People, browse: Browse, adviser: Client, signed: Convention
) -> None:
    rows = rows_page(adviser, signed)
    assert browse(who.elected).get(address(signed)).status_code == 403
    assert "Importer un tableau" not in words(browse(who.elected).get(address(signed, "journal")))
    assert browse(who.stranger).get(address(signed)).status_code == 404
    assert browse(who.stranger).get(rows).status_code == 404
    # The other party records facts of its own, and does not act on what this house sent.
    assert browse(who.agent).get(rows).status_code == 404
    assert browse(who.agent).get(address(signed)).status_code == 200
