"""The command that runs case files: what it prints and the code it gives back."""

from pathlib import Path

import pytest

from convenir.cli.main import main

HOLDS = 'story = "Un essai."\nthen = [{ on = 2020-01-01, obligations = [] }]\n'
DIFFERS = 'story = "Un essai."\nthen = [{ on = 2020-01-01, period = 7 }]\n'
UNREADABLE = 'story = "Un essai."\nthen = [{ on = 2020-01-01, perode = 7 }]\n'


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [(HOLDS, 0, "1 cas sans différence, 0 avec"), (DIFFERS, 1, "attendu : 7"), (UNREADABLE, 2, "« perode »")],
)
def test_it_says_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, said: str
) -> None:
    (tmp_path / "essai.toml").write_text(text, encoding="utf-8")
    assert main(["cases", str(tmp_path)]) == code
    out, err = capsys.readouterr()
    assert said in out + err


def test_a_folder_without_cases_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", str(tmp_path)]) == 2
    assert "Aucun fichier de cas" in capsys.readouterr().err
