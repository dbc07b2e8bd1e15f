"""`convenir compare`: two versions, or a convention and a frame."""

import json
import re
from pathlib import Path

import pytest
from tests.reader.amending.avenants import CONVENTION

from convenir.cli.main import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two versions of a convention."""
    first, second = tmp_path / "v1.txt", tmp_path / "v2.txt"
    first.write_text(CONVENTION, encoding="utf-8")
    second.write_text(CONVENTION.replace("trois mois", "six mois"), encoding="utf-8")
    return str(first), str(second)


def test_people_read_what_changed_and_what_it_changes_in_law(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Passages changés (1)"
    assert "  article 5 « Résiliation » : modifié" in lines
    assert "    - trois" in lines
    assert "    + six" in lines
    told = " ".join(line.strip() for line in lines)
    assert re.search(r"Résiliation sans motif : [^→]*préavis de 3 mois[^→]* → [^→]*préavis de 6 mois", told)


def test_a_difference_of_same_short_words_names_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for name in ("Paul Aubin", "Luc Morel"):
        path = tmp_path / f"{name}.txt"
        signed = f"exemplaires originaux.\n\nPour la Caf,\nLe directeur,\n{name}\n"
        path.write_text(CONVENTION.replace("exemplaires originaux.\n", signed), encoding="utf-8")
        paths.append(str(path))
    assert main(["compare", *paths]) == 1
    told = " ".join(line.strip() for line in capsys.readouterr().out.splitlines())
    assert re.search(r"Formules finales : [^→]*\(ce qui diffère : blocs de signature\)", told)


def test_a_text_and_itself_do_not_differ(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", files[0], files[0]]) == 0
    assert capsys.readouterr().out.startswith("Aucun passage changé")


def test_programs_get_the_passages_and_the_differences(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [each["after"] for each in told["passages"] if each["became"] == "reworded"] == ["5"]
    assert len(told["differences"]) == 1


def test_a_convention_is_set_against_a_frame(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--frame", "ctg-2020", files[0]]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Convention territoriale globale, trame de 2020"
    assert any(line.startswith("  Communication ") and line.endswith("absent") for line in lines)
    assert main(["compare", "--frame", "proche", files[0], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["frame"].startswith("ctg-")


def test_one_text_without_a_frame_is_refused(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", files[0]]) == 2
    assert "--frame" in capsys.readouterr().err
