"""Whole avenants of the corpus: their edits, in order, and what each says of itself."""

from datetime import date
from pathlib import Path

import pytest

from convenir.reader.amending.instructions import edits
from convenir.reader.amending.particulars import particulars
from convenir.reader.amending.provisions import avenant
from convenir.reader.outlining.blocks import outline

CORPUS = Path(__file__).parents[2] / "corpus"
REPLACED = ("ArticleReplaced", "ArticleReplaced", "ArticleReplaced")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("avenant-bessan", ("WordsReplaced",)),
        ("ground/texts/13-avenant-prorogation", ("Prolonged", "WordsReplaced")),
        ("ground/texts/14-avenant-articles", ("ArticleReplaced", "ParagraphAdded", "AnnexReplaced")),
        ("ground/texts/37-avenant-prorogation-coursac", ("Prolonged", "NotUnderstood", "NotUnderstood")),
        ("ground/texts/38-avenant-articles-remplaces", REPLACED),
        (
            "ground/texts/39-avenant-mots-remplaces",
            (
                "WordsReplaced", "WordsReplaced", "WordsReplaced", "WordsAdded", "WordsReplaced", "Prolonged",
                "NotUnderstood", "WordsReplaced", "ParagraphRemoved", "WordsReplaced", "AnnexReplaced", "NotUnderstood",
            ),
        ),
        (
            "ground/texts/40-avenant-nouvelle-partie",
            ("PartyJoined", "NotUnderstood", "NotUnderstood", "NotUnderstood", "AnnexAdded", "NotUnderstood"),
        ),
    ],
)  # fmt: skip
def test_every_edit_of_an_avenant_is_told(name: str, told: tuple[str, ...]) -> None:
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    assert tuple(type(edit).__name__ for edit in edits(avenant(outline(text)))) == told


@pytest.mark.parametrize(
    ("name", "number", "signed", "effective"),
    [
        ("avenant-bessan", 2, date(2019, 12, 18), None),
        ("ground/texts/13-avenant-prorogation", 1, date(2018, 12, 18), date(2022, 1, 1)),
        ("ground/texts/14-avenant-articles", 3, date(2020, 1, 30), None),
        ("ground/texts/37-avenant-prorogation-coursac", None, date(2021, 5, 11), date(2025, 1, 1)),
        ("ground/texts/38-avenant-articles-remplaces", 1, date(2022, 10, 28), date(2025, 3, 1)),
        ("ground/texts/39-avenant-mots-remplaces", 3, date(2021, 2, 2), date(2025, 1, 1)),
        ("ground/texts/40-avenant-nouvelle-partie", 2, date(2022, 9, 6), None),
    ],
)
def test_an_avenant_says_its_number_its_convention_and_its_day(
    name: str, number: int | None, signed: date, effective: date | None
) -> None:
    told = particulars(avenant(outline((CORPUS / f"{name}.txt").read_text(encoding="utf-8"))))
    assert (told.number, told.convention_signed_on, told.effect.on) == (number, signed, effective)
