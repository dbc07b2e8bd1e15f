"""What a case file is told when a door, or a table under secrecy, is not as it says."""

from pathlib import Path

import pytest

from convenir.cases.checks import differences
from convenir.cases.reading import CaseUnreadable, read_cases

DOOR = (
    'story = "Un essai."\nterms = "sceaux-2021"\nfacts_from = "sceaux-signee"\n'
    'facts = [{ data_requested = "carte", party = "commune", smallest = 3, on = 2022-05-02 }]\n'
    'then = [{ on = 2022-05-02, gates = [{ request = "carte", %s }] }]\n'
)
TABLE = 'story = "Un essai."\n[[tables]]\n%s\n'
FOLDER = Path(__file__).parent


def said(folder: Path, text: str) -> list[str]:
    """The differences of a case with that text, which finds the shared terms beside it."""
    for shared in ("terms", "facts"):
        (folder / shared).symlink_to(FOLDER / shared)
    path = folder / "essai.toml"
    path.write_text(text, encoding="utf-8")
    return [str(one) for case in read_cases(path) for one in differences(case)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DOOR % "allowed = true", "attendu true, trouvé false : [opportunity missing (caf)"),
        (DOOR % "conditions = []", "0 condition(s)"),
        (DOOR % 'conditions = [{ need = "letter" }]', "attendu {need = letter}"),
        (DOOR % "assumptions = []", "trouvé [small_cell_is_personal]"),
        (DOOR % "alternatives = { small_cell_is_personal = { x = 1 } }", "counts_are_not_personal = none"),
        (TABLE % "counts = 4\nallowed = true", "attendu true, trouvé false (min_count)"),
        (TABLE % 'counts = 4\nrefused_by = "zero"', "attendu zero, trouvé min_count"),
        (TABLE % "counts = 4\nhidden = []", "trouvé [ligne 1]"),
        (TABLE % "counts = [4, 50]\nprimary = {}", "ligne 1 : min_count"),
        (TABLE % "counts = [4, 50]\nhidden = 1", "trouvé [ligne 1, ligne 2]"),
        (
            TABLE % 'counts = [4, 50]\nbetween = { "ligne 1" = [0, 1] }',
            "attendu ligne 1 = [0, 1], trouvé ligne 1 = [0, 54]",
        ),
        (TABLE % "counts = 9\nlearned = [3]", "attendu [3], trouvé []"),
        (TABLE % 'counts = 9\nnotes = ["rounded"]', "attendu [rounded], trouvé []"),
        (TABLE % 'counts = 9\nbecause = "article 7"', "attendu article 7, trouvé []"),
    ],
)
def test_a_difference_is_told_with_what_was_found(tmp_path: Path, text: str, words: str) -> None:
    (told,) = said(tmp_path, text)
    assert words in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DOOR % "open = true", "clé inconnue : open"),
        (DOOR % 'conditions = [{ need = "lettre" }]', "« lettre » n’est pas une condition"),
        (DOOR % 'conditions = [{ state = "ok" }]', "n’est pas un état de condition"),
        (TABLE % "counts = 4\nsize = 3", "clé inconnue : size"),
        (TABLE % 'counts = 4\nzone = "ville"', "« zone » ne connaît pas « ville »"),
        (TABLE % "allowed = true", "valeur incomprise"),
    ],
)
def test_an_unknown_name_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(CaseUnreadable) as refused:
        said(tmp_path, text)
    assert words in str(refused.value)
