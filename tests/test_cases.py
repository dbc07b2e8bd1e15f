"""Every case file holds: one test for each line that it asserts nothing less, nothing more."""

import re
from pathlib import Path

import pytest

from convenir.cases.checks import CHECKS, LINE_KEYS, differences
from convenir.cases.dates import DATE_KEYS
from convenir.cases.gates import CONDITION, GATE_KEYS
from convenir.cases.lines import DUTY, FINDING
from convenir.cases.reading import FILE_KEYS, Case, CaseUnreadable, case_files, read_cases
from convenir.cases.tables import GIVEN, TABLE_CHECKS
from convenir.core.transfers.releases import Met, Need
from convenir.secrecy.differencing import Note
from convenir.secrecy.primary import Rule
from convenir.secrecy.table import Zone

ROOT = Path(__file__).parent
FOLDER = ROOT / "cases"
FILES = list(case_files([FOLDER]))
CASES = [(path, number) for path in FILES for number in range(len(read_cases(path)))]


@pytest.mark.parametrize(("path", "number"), CASES, ids=[f"{p.relative_to(FOLDER)}-{n + 1}" for p, n in CASES])
def test_the_case_holds(path: Path, number: int) -> None:
    assert [str(difference) for difference in differences(read_cases(path)[number])] == []


def case(folder: Path, text: str) -> Case:
    path = folder / "essai.toml"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)[0]


LINE = 'story = "Un essai."\nfacts = [{ signed = "caf", on = 2020-01-01 }]\nthen = [{ %s }]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LINE % "on = 2022-02-31", "date impossible"),
        (LINE % 'on = "hier"', "doit être un jour"),
        (LINE % 'status = "draft"', "il manque « on »"),
        (LINE % 'on = 2022-01-01, statut = "draft"', "clé inconnue « statut »"),
        (LINE % 'on = 2022-01-01, status = "brouillon"', "brouillon"),
        (LINE % 'on = 2022-01-01, flags = ["late"]', "late"),
        (LINE % 'on = 2022-01-01, obligations = [{ duty = "meeting", etat = "due" }]', "clé inconnue : etat"),
        ('story = "Un essai."\n', "rien n’est demandé"),
        ("then = []\n", "il manque « story »"),
        ('story = "Un essai."\nthen = []\nfact = []\n', "clé inconnue du fichier : « fact »"),
        ('story = "Un essai."\nthen = []\nterms = "nulle-part"\n', "introuvable"),
        ('story = "Un essai."\nthen = []\nzone = "XX"\n', "zone"),
        ('story = "Un essai."\nthen = []\nfacts = [{ danced = "caf", on = 2020-01-01 }]\n', "danced"),
        ('story = "Un essai."\n[[dates]]\nfn = "lune"\nanchor = 2020-01-01\nn = 1\nunit = "day"\n', "lune"),
    ],
)
def test_what_cannot_be_read_is_said_in_french(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CaseUnreadable, match="essai.toml") as refused:
        list(differences(case(tmp_path, text)))
    assert said in str(refused.value)


def test_what_is_not_named_is_not_asserted_and_what_is_named_is(tmp_path: Path) -> None:
    assert list(differences(case(tmp_path, LINE % "on = 2022-01-01"))) == []
    told = [str(d) for d in differences(case(tmp_path, LINE % 'on = 2022-01-01, status = "in_force"'))]
    assert len(told) == 1
    assert "ligne 1 de « then »" in told[0]
    assert "attendu in_force, trouvé" in told[0]


def test_a_variant_adds_to_the_story_and_the_facts(tmp_path: Path) -> None:
    path = tmp_path / "essai.toml"
    path.write_text(
        'story = "Une histoire."\nfacts = [{ signed = "caf", on = 2020-01-01 }]\n'
        '[[variants]]\nstory = "Une suite."\nfacts = [{ signed = "commune", on = 2020-01-02 }]\n'
        "then = [{ on = 2020-01-03 }]\n",
        encoding="utf-8",
    )
    (only,) = read_cases(path)
    assert only.story == "Une histoire. Une suite."
    assert len(only.facts) == 2


def test_the_page_of_the_format_names_every_key() -> None:
    page = (ROOT.parent / "docs" / "cases.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml(.*?)```", page, re.S)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.S))
    named = set(re.findall(r"[a-z_]+", " ".join([*blocks, *spans])))
    doors = GATE_KEYS | CONDITION.keys() | set(Need) | set(Met)
    tables = GIVEN | TABLE_CHECKS.keys() | set(Rule) | set(Zone) | set(Note)
    keys = FILE_KEYS | LINE_KEYS | CHECKS.keys() | DATE_KEYS | DUTY.keys() | FINDING.keys()
    assert (keys | doors | tables) - named == set()
