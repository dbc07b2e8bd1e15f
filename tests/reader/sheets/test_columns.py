"""Columns by their usual names, by likeness and by contents; what is ambiguous is left to the person."""

import pytest
from tests.reader.sheets.files import Rows, csv, xlsx

from convenir.reader.sheets.columns import Recognised, Surety, recognised
from convenir.reader.sheets.vocabulary import Field, Kind
from convenir.reader.sheets.workbook import workbook


def columns(data: bytes, kind: Kind | None = None) -> Recognised:
    return recognised(workbook(data).sheets[0], kind)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("N° de la fiche", Field.NUMBER),
        ("INTITULÉ DES ACTIONS", Field.TITLE),
        ("Intitullé de l'action", Field.TITLE),
        ("Orientations stratégiques", Field.THEME),
        ("Objectifs opérationnels", Field.OBJECTIVE),
        ("Constats partagés", Field.NEED),
        ("Publics visés", Field.AUDIENCE),
        ("Maître d’ouvrage", Field.LEAD),
        ("Co-pilotes et partenaires", Field.PARTNERS),
        ("Moyens humains (ETP)", Field.HUMAN_MEANS),
        ("Coût prévisionnel TTC", Field.BUDGET),
        ("Co-financeurs", Field.FUNDERS),
        ("Date de démarrage prévue", Field.START),
        ("Date butoir", Field.END),
        ("Indicateurs de réussite", Field.INDICATORS),
        ("Résultats attendus", Field.EXPECTED),
        ("État d’avancement au 1er juin", Field.STATE),
        ("Action nouvelle ou reconduite", Field.ORIGIN),
    ],
)
def test_usual_names_of_the_columns_of_a_plan(label: str, field: Field) -> None:
    other = "Échéance" if field is Field.TITLE else "Intitulé de l’action"
    second = "Pilote" if field is not Field.LEAD else "Budget"
    found = columns(csv([[label, other, second], ["x", "y", "z"]]), Kind.ACTIONS)
    assert found.columns[0].field is field


def test_what_the_rows_are_follows_from_the_names_of_columns() -> None:
    kinds = [
        columns(csv([names, ["x"] * len(names)])).kind
        for names in (
            ["Axe", "Action", "Pilote", "Calendrier"],
            ["Type de structure", "Nom", "Gestionnaire", "Capacité"],
            ["Indicateur", "Unité", "2023", "2024", "Cible"],
        )
    ]
    assert kinds == [Kind.ACTIONS, Kind.FACILITIES, Kind.INDICATORS]


def test_titles_above_and_names_on_two_lines() -> None:
    rows: Rows = [
        ["Plan d’actions de la vallée"],
        [],
        ["Action", "Calendrier", None, "Moyens", None],
        [None, "Début", "Fin", "Humains", "Financiers"],
        ["Ouvrir un accueil", "2025", "2026", "1 ETP", "3 000 €"],
    ]
    found = columns(xlsx(rows, merged=["A1:E1", "B3:C3", "D3:E3", "A3:A4"]))
    assert found.body == 4
    assert [column.field for column in found.columns] == [
        Field.TITLE,
        Field.START,
        Field.END,
        Field.HUMAN_MEANS,
        Field.BUDGET,
    ]


def test_a_name_whose_second_line_says_more_than_the_first() -> None:
    rows: Rows = [
        ["N°", "Action", None, "Calendrier", None, "Budget"],
        [None, "Intitulé", "Pilote", "Début", "Fin", "Prévisionnel"],
        [1, "Ouvrir un accueil", "Caf", "2025", "2026", "3 000 €"],
    ]
    found = columns(xlsx(rows, merged=["A1:A2", "B1:C1", "D1:E1"]))
    assert found.body == 2
    assert [(column.label, column.field) for column in found.columns] == [
        ("N°", Field.NUMBER),
        ("Action Intitulé", Field.TITLE),
        ("Action Pilote", Field.LEAD),
        ("Calendrier Début", Field.START),
        ("Calendrier Fin", Field.END),
        ("Budget Prévisionnel", Field.BUDGET),
    ]


def test_two_columns_that_say_the_same_are_left_to_the_person() -> None:
    found = columns(csv([["Action", "Échéance", "Échéance", "Pilote"], ["a", "2025", "2026", "b"]]))
    assert [column.field for column in found.columns] == [Field.TITLE, None, None, Field.LEAD]
    assert found.columns[1].doubt == "« Échéance » semble dire la même chose : choisissez."


def test_columns_of_several_may_be_read_together() -> None:
    found = columns(csv([["Action", "Indicateur 1", "Indicateur 2"], ["a", "b", "c"]]))
    assert [column.field for column in found.columns] == [Field.TITLE, Field.INDICATORS, Field.INDICATORS]


def test_contents_tell_what_a_name_does_not() -> None:
    rows = [["Action", "Pilote", "Colonne 1", "Colonne 2"], ["a", "Ville", "Axe 1", "31/12/2025"]]
    found = columns(csv([*rows, ["b", "Caf", "Axe 2", "juin 2026"]]))
    assert [column.field for column in found.columns[2:]] == [Field.THEME, Field.END]
    assert {column.surety for column in found.columns[2:]} == {Surety.CONTENTS}


def test_an_unknown_table_is_said_to_be_so() -> None:
    found = columns(csv([["a", "b"], ["c", "d"]]))
    assert not found.certain
    assert {column.field for column in found.columns} == {None}


def test_files_of_one_model_have_one_shape() -> None:
    first = columns(csv([["Actions", "Échéance", "Pilote"], ["a", "2025", "b"]]))
    second = columns(xlsx([["Plan d’actions"], [], ["ACTION", "echeance", "Pilotes"], ["c", "2026", "d"]]))
    assert first.mapping.shape == second.mapping.shape
