"""`convenir sheet`: what a table would bring, said to persons and to programs."""

import json
from pathlib import Path

import pytest

from convenir.cli.main import main

PLAN = "N°;Action;Pilote;Fin\n1;Ouvrir un accueil;Ville;31/12/2026\n2;Former;Caf;un jour\nTotal;;;\n"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def test_rows_and_errors_are_said_by_cell(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", plan]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "Tableau : plan d’actions" in said
    assert "2 fiches, dont 1 à corriger." in said
    assert "Ouvrir un accueil (jusqu’au 31/12/2026) lue" in said
    assert "À corriger. Cellule D3 : « un jour » n’est pas une date ; écrivez-la comme 31/12/2025." in said
    assert "Ligne 4 : ligne de total" in said


def test_programs_get_the_same(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", plan, "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert told["kind"] == "actions"
    assert [column["field"] for column in told["columns"]] == ["number", "title", "lead", "end"]
    assert [row["wrong"] for row in told["rows"]] == [False, True]
    assert told["rows"][0]["value"]["ends_on"] == "2026-12-31"


def test_a_kind_may_be_chosen_and_a_sheet_must_exist(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", plan, "--kind", "indicateurs"]) == 0
    assert "colonnes non reconnues" in capsys.readouterr().out
    assert main(["sheet", plan, "--sheet", "7"]) == 2
    assert "n’a pas de feuille « 7 »" in capsys.readouterr().err
