"""The bench of the reader, as a person runs it on her own folder."""

import json
import shutil
from pathlib import Path

import pytest

from convenir.cli.main import main

GROUND = Path(__file__).parents[1] / "corpus" / "ground"
NAME = "13-avenant-prorogation"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(GROUND / "texts" / f"{NAME}.txt", tmp_path)
    shutil.copy(GROUND / "references" / f"{NAME}.json", tmp_path)
    return tmp_path


def test_texts_and_references_side_by_side_are_scored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench-reader", str(folder)]) == 0
    told = capsys.readouterr().out
    assert NAME in told
    assert "Tout (ALL)" in told
    assert "Droit (LAW)" in told


def test_a_fact_that_the_text_does_not_state_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reference = folder / f"{NAME}.json"
    stated = json.loads(reference.read_text(encoding="utf-8")) | {"pages": 77}
    reference.write_text(json.dumps(stated), encoding="utf-8")
    assert main(["bench-reader", str(folder), "--verbose"]) == 0
    assert f"manqué   {NAME}  pages : 77" in capsys.readouterr().out


def test_programs_get_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench-reader", str(folder), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["texts"][NAME]["all"]["right"] == told["all"]["right"] > 10


def test_a_file_that_is_no_text_counts_for_nothing_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"{NAME}.txt").write_bytes(b"")
    assert main(["bench-reader", str(folder), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert "vide" in told.err
    assert json.loads(told.out)["all"]["read"] == 0


def test_an_empty_folder_and_a_broken_reference_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench-reader", str(folder / "nowhere")]) == 2
    assert "Aucun texte accompagné de sa référence" in capsys.readouterr().err
    (folder / f"{NAME}.json").write_text("[1]", encoding="utf-8")
    assert main(["bench-reader", str(folder)]) == 2
    assert "n’est pas un résumé JSON lisible" in capsys.readouterr().err
