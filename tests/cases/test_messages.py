"""What the reader of case files says, in French, of a name, a shape or a clause that it does not know."""

from pathlib import Path

import pytest

from convenir.cases.checks import differences
from convenir.cases.reading import CaseUnreadable, read_cases

LINE = 'story = "Un essai."\nthen = [{ on = 2022-01-01, %s }]\n'
CLAUSE = 'story = "Un essai."\nthen = [{ on = 2022-01-01 }]\n[[clauses]]\n%s\n'


def said(folder: Path, text: str) -> list[str]:
    """The differences of a case with that text."""
    path = folder / "essai.toml"
    path.write_text(text, encoding="utf-8")
    return [str(one) for case in read_cases(path) for one in differences(case)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LINE % "refuse_renewal = 2014-06-30", "{ caf = 2014-06-30 }"),
        (LINE % 'flags = ["late"]', "« late » n’est pas un drapeau ; noms admis : authority_incomplete"),
        (LINE % 'flags = "run_off"', 'entre crochets, par exemple ["run_off"]'),
        (LINE % 'assumptions = ["late"]', "n’est pas une hypothèse ; noms admis"),
        (LINE % 'status = "late"', "n’est pas un statut ; noms admis : draft"),
        (LINE % 'obligations = { duty = "meeting" }', "il faut une liste de tables"),
        (LINE % 'obligations = [{ duty = "meeting", state = "zz", count = 0 }]', "n’est pas un état"),
        (LINE % 'obligations = [{ assumptions = ["zz"], count = 0 }]', "n’est pas une hypothèse"),
        (LINE % 'findings = [{ abuot = "draft" }]', "clé inconnue : abuot ; clés admises : about"),
        (
            'story = "Un essai."\nthen = []\nfacts = [{ cancelled = "lettre", on = 2022-01-01 }]',
            "Aucun fait de ce dossier ne s’appelle « lettre »",
        ),
        (CLAUSE % 'type = "Durée"', "type inconnu « Durée » ; types admis : ActionPlan"),
        (CLAUSE % 'type = "Duration"\nduree = 3', "« duree » n’est pas un champ de Duration ; champs admis : start"),
        (CLAUSE % 'type = "Duration"', "il manque « start » dans Duration"),
        (CLAUSE % 'type = "Duration"\nstart = "fixed"\nstarts_on = "demain"', "« demain » n’est pas un jour"),
        (
            'story = "Un essai."\n[[dates]]\nfn = "lune"\nanchor = 2020-01-01\nn = 1\nunit = "day"\n',
            "noms admis : notice",
        ),
    ],
)
def test_an_unknown_name_is_told_with_those_admitted(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(CaseUnreadable) as refused:
        said(tmp_path, text)
    assert words in str(refused.value)


def test_what_was_found_is_told_plainly(tmp_path: Path) -> None:
    [duties] = said(tmp_path, LINE % "dated_duties = 3")
    assert duties.endswith("attendu 3, trouvé 0")
    [ground] = said(tmp_path, LINE % 'because = "article 99"')
    assert ground.endswith("trouvé [article titre]")
