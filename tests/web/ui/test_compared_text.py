"""The difference of two texts, as the site cuts it into paragraphs."""

from convenir.reader.comparing.comparison import compared
from convenir.reader.reading import read_text
from convenir.web.ui.compared_text import groups

ROWS = [f"Jeunesse | Action {number} conduite avec les associations du territoire | 2027" for number in range(1, 6)]
TEXT = (
    "Convention territoriale globale\nArticle 1 - Objet\nLa convention a pour objet un projet.\nAnnexe 1 - Plan\n{}\n"
)


def test_each_row_of_a_table_is_a_paragraph_and_those_that_did_not_change_are_folded() -> None:
    before = TEXT.format("\n".join(ROWS))
    after = before.replace("Action 3", "Action 3 bis")
    found = groups(compared(read_text(before), read_text(after)).passages)
    (annex,) = (passage for group in found if not group.folded for passage in group.passages)
    assert [(part.folded, len(part.paragraphs)) for part in annex.parts] == [(True, 2), (False, 1), (True, 2)]
    (row,) = annex.parts[1].paragraphs
    assert [run.text for run in row if run.change] == ["bis"]
