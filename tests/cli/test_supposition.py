"""`--suppose`, `--why` and `convenir moves`: what would change, why, and what each party may do."""

import json
from pathlib import Path

import pytest

from convenir.cli import main

DOSSIER = """
title = "CTG d’essai"
facts = [
  { signed = "caf", on = 2020-01-06 },
  { signed = "commune", on = 2020-01-06 },
]

[[clauses]]
type = "Duration"
start = "signature"
ends_on = 2022-12-31
inclusive = true
article = "10"

[[clauses]]
type = "TerminationAtWill"
notice = { months = 3 }
form = "registered_letter"
article = "11"

[[clauses]]
type = "MeetingCadence"
body = "copil"
count = 1
article = "6"
"""
LETTER = 'facts = [{ notice_received = "commune", on = 2021-05-03, form = "registered_letter" }]'
AVENANT = """
facts = [
  { amendment_proposed = "avenant-1", on = 2021-05-03, changes = [
      { type = "ClauseReplaced", clause = { type = "Duration", start = "signature", ends_on = 2023-12-31 } },
  ] },
  { signed = "caf", on = 2021-05-10, amendment = "avenant-1" },
  { signed = "commune", on = 2021-05-10, amendment = "avenant-1" },
]
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.toml"
    path.write_text(DOSSIER, encoding="utf-8")
    return path


def supposed(tmp_path: Path, words: str) -> str:
    path = tmp_path / "suppose.toml"
    path.write_text(words, encoding="utf-8")
    return str(path)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main.main(words) == main.OK
    return " ".join(capsys.readouterr().out.split())


def test_a_letter_is_supposed(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "standing", str(dossier), "--on", "2021-05-03", "--suppose", supposed(tmp_path, LETTER))
    assert "Sans cela : Signée le 6 janvier 2020, s’applique jusqu’au 31 décembre 2022." in told
    assert "Avec cela : Dénoncée, reste en vigueur jusqu’au 3 août 2021 inclus." in told
    assert "~ 31/12/2021 → 03/08/2021" in told
    assert "− 31/12/2022" in told


def test_a_letter_shows_what_each_party_could_do(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "moves", str(dossier), "--on", "2021-05-03", "--suppose", supposed(tmp_path, LETTER))
    changed = told.partition("Ce que chaque partie pourrait faire :")[2]
    assert changed.startswith(
        " La Caf ~ Une lettre de résiliation ne finirait plus la convention avant son dernier jour. "
        "Sans cela : Pour sortir au 31 décembre 2022, votre lettre recommandée doit être reçue"
    )
    assert "+ Vous pouvez renoncer à votre lettre jusqu’au 3 août 2021, avec l’accord écrit de la Caf." in changed


def test_what_is_no_longer_possible_is_said(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("moves", str(dossier), "--on", "2021-08-04", "--suppose", supposed(tmp_path, LETTER))
    assert "− Résilier par lettre. Ce n’est plus possible." in said(capsys, *words)


def test_a_meeting_changes_no_possibility(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = supposed(tmp_path, 'facts = [{ meeting_held = "copil", on = 2021-05-03 }]')
    told = said(capsys, "standing", str(dossier), "--on", "2021-05-03", "--suppose", held)
    assert told.endswith("Ce que chaque partie pourrait faire : Aucune possibilité ne change.")


def test_a_draft_avenant_adds_the_duties_of_its_years(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "calendar", str(dossier), "--on", "2021-05-03", "--suppose", supposed(tmp_path, AVENANT))
    assert "Avec cela : Signée le 6 janvier 2020, s’applique jusqu’au 31 décembre 2023." in told
    assert "+ 31/12/2023" in told


def test_programs_read_the_same_difference(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("standing", str(dossier), "--on", "2021-05-03", "--format", "json", "--why")
    assert main.main([*words, "--suppose", supposed(tmp_path, LETTER)]) == main.OK
    told = json.loads(capsys.readouterr().out)
    assert told["suppose"]["after"]["last_day"] == "2021-08-03"
    assert {change["party"] for change in told["suppose"]["moves"]} == {"caf", "commune"}
    assert {"clauses", "facts", "laws", "assumptions"} <= told["why"].keys()


def test_why_gives_the_chain(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "standing", str(dossier), "--on", "2021-05-03", "--why")
    assert "Cette réponse repose sur l’article 10" in told
    assert "Droit commun" in told
    assert "une pièce à l’appui du fait « Signature de la Caf »" in told


def test_moves_say_the_last_useful_day(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "moves", str(dossier), "--on", "2021-05-03")
    assert "votre lettre recommandée doit être reçue le 30 septembre 2022 au plus tard" in told
    assert "Fait ce jour : la convention finit le 3 août 2021." in told


def test_moves_after_the_end_say_that_nothing_is_left(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Résilier par lettre" not in said(capsys, "moves", str(dossier), "--on", "2023-05-03")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("facts = []", "il n’y a pas de faits"),
        ("facts = [", "il n’est pas écrit en TOML"),
        (None, "ne peut pas être"),
        ('facts = [{ cancelled = "lettre", on = 2021-05-03 }]', "ne s’appelle « lettre »"),
    ],
)
def test_a_supposition_that_cannot_be_read_is_refused_in_words(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str | None, why: str
) -> None:
    path = supposed(tmp_path, words) if words is not None else str(tmp_path / "absent.toml")
    assert main.main(["standing", str(dossier), "--suppose", path]) == main.MISUSED
    assert why in capsys.readouterr().err
