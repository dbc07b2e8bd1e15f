"""`convenir amend`: what it prints for people and for programs."""

import json
from pathlib import Path

import pytest
from tests.reader.amending.avenants import CONVENTION, avenant

from convenir.cli.main import main
from convenir.core.changes import Change
from convenir.core.codec import decode

WORDS = """À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois ».
L'article 12 est abrogé."""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A convention and its avenant."""
    first, second = tmp_path / "convention.txt", tmp_path / "avenant.txt"
    first.write_text(CONVENTION, encoding="utf-8")
    second.write_text(avenant(WORDS), encoding="utf-8")
    return str(first), str(second)


def test_people_read_the_edits_the_difference_the_clauses_and_the_findings(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["Avenant n° 1", "Convention du 3 mars 2022", "Prend effet le 1er janvier 2024"]
    assert "Modifications (2)" in lines
    assert "  mots remplacés : article 5" in lines
    assert "    - trois mois" in lines
    assert "    + six mois" in lines
    assert any(line.startswith("  résiliation sans motif") and "6 mois" in line for line in lines)
    assert any("l’article 12, qui n’existe pas" in line for line in lines)
    assert max(map(len, lines)) <= 120


def test_programs_get_the_changes_as_facts_store_them(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files, "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["amendment"], told["effective_on"]) == ("avenant-1", "2024-01-01")
    assert [edit["type"] for edit in told["edits"]] == ["WordsReplaced", "ArticleRemoved"]
    changes = decode(tuple[Change, ...], told["changes"])
    assert [type(change).__name__ for change in changes] == ["ClauseReplaced"]
    assert "préavis de six mois" in told["text"]


SECOND = """À l'article 5, les mots « six mois » sont remplacés par les mots « un an »."""


def test_a_second_avenant_changes_the_text_that_the_first_one_leaves(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second.txt"
    second.write_text(avenant(SECOND).replace("AVENANT N° 1", "AVENANT N° 2"), encoding="utf-8")
    assert main(["amend", *files, str(second)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("Avenant n°")] == ["Avenant n° 1", "Avenant n° 2"]
    assert lines.index("    + six mois") < lines.index("    - de six mois") < lines.index("    + un an")


def test_a_file_that_is_not_there_is_said(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["amend", files[0], f"{files[1]}.absent"]) == 2
    assert "n’existe pas" in capsys.readouterr().err
