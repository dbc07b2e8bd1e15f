"""Rows of plans, of facilities and of indicators: what each says, and each error by its cell."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from tests.reader.sheets.files import Content, Rows, csv, ods, read, told, xlsx

from convenir.reader.sheets.actions import ActionSheet, Bounds
from convenir.reader.sheets.columns import recognised
from convenir.reader.sheets.draft import Draft, draft
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.indicators import Indicator, Valued
from convenir.reader.sheets.states import State
from convenir.reader.sheets.structures import Structure
from convenir.reader.sheets.workbook import workbook

PLAN = ("Axe", "Action", "Début", "Fin", "Budget", "Indicateurs", "Avancement")


def actions(rows: Rows) -> Draft:
    return read(xlsx([PLAN, *rows]))


def only(found: Draft) -> ActionSheet:
    (line,) = found.lines
    assert isinstance(line.value, ActionSheet)
    return line.value


def test_numbers_dates_and_lists_in_the_forms_that_people_give_them() -> None:
    row = ("Enfance", "Ouvrir", "janv. 2025", date(2026, 8, 31), "1 200,50 €", "- Enfants\n- Parents", "En cours")
    one = only(actions([row]))
    assert (one.starts_on, one.ends_on) == (date(2025, 1, 1), date(2026, 8, 31))
    assert one.budget == Decimal("1200.50")
    assert one.indicators == ("Enfants", "Parents")
    assert one.state is State.UNDER_WAY
    assert one.means is True


def test_an_imprecise_date_is_taken_and_told() -> None:
    found = actions([("Enfance", "Ouvrir", 2025, "fin 2026")])
    assert (only(found).starts_on, only(found).ends_on) == (date(2025, 1, 1), date(2026, 12, 31))
    assert told(found) == [
        "Feuille « Plan », cellule C2 : « 2025 » est lu comme le 01/01/2025.",
        "Feuille « Plan », cellule D2 : « fin 2026 » est lu comme le 31/12/2026.",
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ("Enfance", "Ouvrir", None, "fin 2O25"),
            "cellule D2 : « fin 2O25 » n’est pas une date ; écrivez-la comme 31/12/2025.",
        ),
        (("Enfance", "Ouvrir", None, "31/02/2025"), "cellule D2 : « 31/02/2025 » n’est pas une date"),
        (("Enfance", None, "2025", "2026"), "ligne 2 : l’intitulé de l’action manque"),
        (
            ("Enfance", "Ouvrir", "01/01/2026", "31/12/2025"),
            "cellule D2 : l’action finirait le 31/12/2025, avant son début le 01/01/2026",
        ),
        (("Enfance", "Ouvrir", None, "31/12/1899"), "a une année peu vraisemblable"),
        (("Enfance", "Ouvrir", None, None, "-5"), "cellule E2 : « -5 » est négatif ; écrivez un nombre positif"),
        (("Enfance", "Ouvrir", None, None, -1200.5), "cellule E2 : « -1200,5 » est négatif"),
    ],
)
def test_errors_are_told_by_cell_and_stop_the_row(row: tuple[Content, ...], said: str) -> None:
    found = actions([row])
    assert any(said in one for one in told(found)), told(found)
    assert len(found.wrong) == 1


def test_a_title_given_twice_stops_the_second_row() -> None:
    found = actions([("Enfance", "Ouvrir"), ("Jeunesse", "OUVRIR")])
    assert [line.number for line in found.wrong] == [3]
    assert "figure déjà ligne 2" in told(found)[-1]


def test_totals_blank_rows_and_repeated_names_are_left_out_and_told() -> None:
    rows = [
        ("Enfance", "Ouvrir"),
        (),
        PLAN,
        ("Jeunesse", "Former"),
        ("TOTAL", None, None, None, 3000),
        (None, "* à revoir"),
    ]
    found = actions(rows)
    assert [line.number for line in found.lines] == [2, 5, 7]
    assert [str(one) for one in found.skipped] == [
        "Feuille « Plan », ligne 4 : les noms des colonnes sont répétés : ligne non importée.",
        "Feuille « Plan », ligne 6 : ligne de total (« TOTAL »), non importée.",
    ]


@pytest.mark.parametrize("made", [xlsx, ods])
def test_merged_cells_give_their_axis_to_each_row_and_join_the_rows_of_one_title(made: Callable[..., bytes]) -> None:
    rows = [
        ("Enfance", "Ouvrir", None, "31/12/2025", None, "Enfants"),
        (None, "Former", None, "31/12/2026"),
        (None, None, None, "30/06/2027", None, "Stagiaires"),
    ]
    found = read(made([PLAN, *rows], merged=("A2:A4", "B3:B4")))
    values = [line.value for line in found.lines if isinstance(line.value, ActionSheet)]
    assert [(one.theme, one.title, one.ends_on) for one in values] == [
        ("Enfance", "Ouvrir", date(2025, 12, 31)),
        ("Enfance", "Former", date(2027, 6, 30)),
    ]
    assert values[1].indicators == ("Stagiaires",)


def test_headings_between_rows_are_the_axis_of_those_that_follow() -> None:
    found = read(
        csv([["Action", "Pilote"], ["Axe 1 – Enfance"], ["Ouvrir", "Ville"], ["Axe 2 – Jeunesse"], ["Former", "Caf"]])
    )
    assert [getattr(line.value, "theme", "") for line in found.lines] == ["Axe 1 – Enfance", "Axe 2 – Jeunesse"]


def test_a_column_that_is_not_there_is_not_an_empty_one() -> None:
    one = only(read(csv([["Action", "Pilote"], ["Ouvrir", "Ville"]])))
    assert (one.indicators, one.means) == (None, None)
    empty = only(read(csv([["Action", "Pilote", "Indicateurs", "Moyens"], ["Ouvrir", "Ville", "néant", ""]])))
    assert (empty.indicators, empty.means) == ((), False)


def test_a_theme_is_that_of_the_text_or_is_remarked() -> None:
    sheet = workbook(csv([["Axe", "Action"], ["Axe 1 : petite enfance", "Ouvrir"], ["Voirie", "Réparer"]])).sheets[0]
    bounds = Bounds(themes=("Petite enfance", "Jeunesse"), closed=True, required=frozenset({"indicators"}))
    found = draft(sheet, recognised(sheet).mapping, bounds)
    assert getattr(found.lines[0].value, "theme", "") == "Petite enfance"
    said = told(found)
    assert any("« Voirie » n’est pas un thème du texte (Petite enfance, Jeunesse)" in one for one in said)
    assert any("le texte demande que chaque fiche dise ses indicateurs" in one for one in said)
    assert not found.wrong


def test_facilities_their_types_and_what_is_doubtful() -> None:
    rows = [
        ("Type", "Nom de la structure", "Gestionnaire", "Commune", "Capacité", "Signataire"),
        ("Multi-accueil", "Les Lilas", "CCAS", "Bourg", "24 places", "Ville"),
        ("R.A.M.", "Relais du Val", "Ville", "Bourg", None, "Ville"),
        ("Piscine", "Nautilia", "Ville", None, "douze", None),
        ("Multi-accueil", "Les Lilas", "Mutualité", "Bourg", None, "Ville"),
    ]
    found = read(csv(rows))
    values = [line.value for line in found.lines if isinstance(line.value, Facility)]
    assert [one.type for one in values] == [Structure.EAJE, Structure.RPE, None, Structure.EAJE]
    assert values[0].capacity == 24
    assert [line.number for line in found.wrong] == [5]
    assert told(found) == [
        "Cellule A4 : « Piscine » n’est pas un type de structure connu ; écrivez par exemple EAJE, ALSH, RPE ou LAEP.",
        "Cellule E4 : « douze » n’est pas un nombre ; écrivez-le en chiffres, comme 1200,50.",
        "Ligne 5 : « Multi-accueil Les Lilas » figure déjà ligne 2 ; retirez l’une des deux lignes.",
    ]


def test_indicators_by_columns_of_years_or_by_rows() -> None:
    wide = read(
        csv([["Indicateur", "Unité", "2023", "Réalisé 2024", "Cible 2027"], ["Places", "places", "40", "n.c.", "60"]])
    )
    assert [line.value for line in wide.lines] == [
        Indicator(name="Places", unit="places", target=Decimal(60), values=(Valued(value=Decimal(40), year=2023),))
    ]
    long = read(
        csv(
            [
                ["Indicateur", "Année", "Valeur", "Source"],
                ["Places", "2023", "40", "Caf"],
                ["Places", "2024", "44", "Caf"],
            ]
        )
    )
    assert [getattr(line.value, "values", ()) for line in long.lines] == [
        (Valued(value=Decimal(40), year=2023),),
        (Valued(value=Decimal(44), year=2024),),
    ]
    assert not long.wrong


def test_a_share_that_a_spreadsheet_keeps_as_a_fraction_is_told_in_points() -> None:
    found = read(xlsx([["Indicateur", "Unité", 2023], ["Couverture", "%", 0.455]], "Indicateurs"))
    (line,) = found.lines
    assert isinstance(line.value, Indicator)
    assert line.value.values == (Valued(value=Decimal("45.5"), year=2023),)
    assert "0,455 est lu comme 45,5 %" in told(found)[0]


def test_a_value_that_is_no_number_stops_the_row() -> None:
    found = read(csv([["Indicateur", "Unité", "2023"], ["Places", "places", "environ 40"]]))
    assert told(found) == ["Cellule C2 : « environ 40 » n’est pas un nombre ; écrivez-le en chiffres, comme 1200,50."]
    assert len(found.wrong) == 1


def test_what_no_dossier_keeps_of_an_indicator_is_said_once_a_column() -> None:
    rows: Rows = [["Indicateur", "Cible 2027", "2024"], ["Places", "60", "45"], ["Lieux", "3", None]]
    found = read(xlsx(rows))
    assert told(found) == [
        "Feuille « Plan », ligne 3 : aucune valeur atteinte n’est donnée : cette ligne n’enregistrera rien.",
        "Feuille « Plan », cellule B1 : colonne « Cible 2027 » lue mais pas enregistrée : le dossier ne garde que les "
        "valeurs atteintes, année par année.",
    ]
    assert not found.wrong
