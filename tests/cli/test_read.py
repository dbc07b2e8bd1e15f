"""`convenir read`: what it prints for people and for programs, where it writes, what it refuses."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from convenir.core.codec import decode_terms
from convenir.reader.reading import read

CONVENIR = Path(sys.executable).parent / "convenir"
TEXT = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts" / "montreval.txt"


def convenir(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CONVENIR, "read", *words], capture_output=True, text=True, check=False)


def test_people_read_the_nature_the_plan_the_terms_with_their_words_and_the_findings() -> None:
    done = convenir(TEXT)
    assert done.returncode == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "CONVENTION TERRITORIALE GLOBALE 2024 – 2028"
    assert lines[1] == "Nature : convention territoriale globale"
    assert "  article 10  Durée, dénonciation" in lines
    assert "  Article 10" in lines
    assert any(line.startswith("    Résiliation sans motif : chaque partie, préavis de 3 mois") for line in lines)
    assert any(line.startswith("Constats (") for line in lines)
    assert "\x1b" not in done.stdout
    assert max(map(len, lines)) <= 120


def test_articles_that_restart_in_each_title_are_told_with_it(tmp_path: Path) -> None:
    file = tmp_path / "titres.txt"
    parties = "La Caf du Val, représentée par Mme Lorme, directrice,\net la commune de Plessac, par M. Tarde, maire.\n"
    first = (
        "TITRE I – CADRE\n\nARTICLE 1. – DURÉE\nLa convention est conclue pour trois ans à compter de sa signature.\n"
    )
    second = "TITRE II – FIN\n\nARTICLE 1. – LITIGES\nTout litige relève du tribunal administratif de Caen.\n"
    file.write_text(f"CONVENTION DE PARTENARIAT\n\nENTRE\n{parties}\n{first}\n{second}", encoding="utf-8")
    lines = convenir(file).stdout.splitlines()
    assert "  Titre I, article 1" in lines
    assert "  Titre II, article 1" in lines


def test_programs_get_everything() -> None:
    told = json.loads(convenir(TEXT, "--format", "json").stdout)
    reading = read(TEXT.read_bytes())
    assert told.keys() == {
        *("version", "terms", "outline", "contents", "findings", "coverage", "text", "start", "file", "others")
    }
    assert decode_terms(told) == reading.terms
    assert told["text"] == reading.text
    article = next(block for block in told["outline"] if block["number"] == "10")
    assert told["text"][slice(*article["paragraphs"][0])].startswith("La présente convention prend effet")


def test_the_sentences_that_bind_are_counted_and_those_to_class_are_shown() -> None:
    coverage = read(TEXT.read_bytes()).coverage
    lines = convenir(TEXT).stdout.splitlines()
    assert f"Phrases qui obligent : {coverage.understood} comprises sur {len(coverage.sentences)}" in lines
    assert f"À classer ({len(coverage.not_understood)})" in lines


def test_every_act_of_a_file_is_told(tmp_path: Path) -> None:
    vote = TEXT.parent / "sorne-rapport.txt"
    file = tmp_path / "dossier.zip"
    with ZipFile(file, "w") as archive:
        archive.write(TEXT, "convention.txt")
        archive.write(vote, "rapport.txt")
    assert "Acte 2 sur 2" in convenir(file).stdout.splitlines()
    told = json.loads(convenir(file, "--format", "json").stdout)
    assert told["terms"]["title"] == "CONVENTION TERRITORIALE GLOBALE 2024 – 2028"
    assert [other["terms"]["document"] for other in told["others"]] == ["deliberation"]


def test_the_summary_goes_to_a_file(tmp_path: Path) -> None:
    done = convenir(TEXT, "--format", "summary", "--output", tmp_path / "montreval.json")
    assert (done.returncode, done.stdout) == (0, "")
    told = json.loads((tmp_path / "montreval.json").read_text(encoding="utf-8"))
    assert told["kind"] == "ctg"
    assert told["ends_on"] == "2028-12-31"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vide.txt", b"", "vide"),
        ("image.png", b"\x89PNG\r\n\x1a\n\x00\x00", "Ce fichier est une image"),
        ("absent.txt", None, "n’existe pas"),
    ],
)
def test_what_cannot_be_read_is_said_on_stderr_with_code_2(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = convenir(tmp_path / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_is_no_text_and_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    assert "répertoire" in convenir(tmp_path).stderr
    done = convenir(TEXT, "--output", tmp_path / "absent" / "lecture.txt")
    assert done.returncode == 2
    assert "écriture impossible" in done.stderr
