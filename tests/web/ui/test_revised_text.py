"""Changes tracked in a file are shown in the words, and no word of the text is lost or said twice."""

import pytest

from convenir.reader.intake.manuscript import Mark, Revision
from convenir.web.ui.revised_text import remarks, revised
from convenir.web.ui.shapes import Run

PLAIN = Run(text="conclue pour quatre ans")
MARKED = Run(text=" dès demain", reading="to-read", number="3", id="p23")
RUNS = [(0, PLAIN), (23, MARKED)]
END = 34


def change(mark: Mark, words: str, start: int, end: int) -> Revision:
    return Revision(mark=mark, words=words, start=start, end=end, by="A. Essai")


@pytest.mark.parametrize("start", [0, 7, 13, 23, 30, 34])
def test_deleted_words_stand_where_they_were_struck(start: int) -> None:
    runs = revised(RUNS, [change(Mark.DELETED, "trois", start, start)], END)
    assert [run.text for run in runs if run.change == "del"] == ["trois"]
    assert "".join(run.text for run in runs if not run.change) == PLAIN.text + MARKED.text
    before = "".join(run.text for run in runs[: [run.change for run in runs].index("del")])
    assert len(before) == start


def test_inserted_words_are_told_and_marks_keep_their_number_once() -> None:
    runs = revised(RUNS, [change(Mark.INSERTED, "quatre ans dès", 13, 27)], END)
    assert "".join(run.text for run in runs) == PLAIN.text + MARKED.text
    assert "".join(run.text for run in runs if run.change == "ins") == "quatre ans dès"
    assert [run.number for run in runs if run.number] == ["3"]
    assert [run.id for run in runs if run.id] == ["p23"]


def test_a_text_that_nobody_changed_stays_as_it_is() -> None:
    comment = change(Mark.COMMENT, "à vérifier", 3, 9)
    assert revised(RUNS, [comment], END) == [PLAIN, MARKED]
    assert remarks([comment]) == ["Commentaire de A. Essai : « à vérifier »"]
