"""Articles that an avenant numbers anew: the edit, the text that it leaves, and where their terms then stand."""

import pytest
from tests.reader.amending.avenants import CONVENTION, amended, told

from convenir.core.changes import ClauseReplaced
from convenir.core.text.amend import fold
from convenir.reader.amending.edits import ArticleRenumbered
from convenir.reader.reading import read_text


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("L'article 6 devient l'article 7.", [("6", "7")]),
        ("Les articles 5 et 6 deviennent respectivement les articles 6 et 7.", [("5", "6"), ("6", "7")]),
        ("Les articles 4 à 6 sont renumérotés 5 à 7.", [("4", "5"), ("5", "6"), ("6", "7")]),
        ("L'article premier devient l'article 1 bis.", [("1", "1 bis")]),
    ],
)
def test_articles_bear_other_numbers(words: str, pairs: list[tuple[str, str]]) -> None:
    found = told(words)
    assert [(e.target.article, e.number) for e in found if isinstance(e, ArticleRenumbered)] == pairs
    assert len(found) == len(pairs)


def test_as_many_numbers_are_needed_on_both_sides() -> None:
    assert not any(isinstance(edit, ArticleRenumbered) for edit in told("Les articles 4 à 6 deviennent l'article 4."))


def test_a_new_article_takes_the_number_that_another_leaves() -> None:
    words = "Il est inséré un article 6 ainsi rédigé : « Le tribunal de Rennes juge. » L'article 6 devient l'article 7."
    found = amended(words)
    assert found.consolidated.troubles == ()
    numbers = [block.number for block in found.consolidated.reading.outline.articles()]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_terms_of_an_article_follow_it() -> None:
    found = amended("Les articles 5 et 6 deviennent les articles 6 et 7.")
    assert all(isinstance(change, ClauseReplaced) for change in found.changes)
    before = read_text(CONVENTION).terms
    places = {type(one).__name__: one.source.article for one in before.clauses}
    after = {type(one).__name__: one.source.article for one in fold(before, found.changes, "avenant-1").clauses}
    assert (places["TerminationAtWill"], after["TerminationAtWill"]) == ("5", "6")
    assert (places["AmendmentClause"], after["AmendmentClause"]) == ("6", "7")
    assert after.keys() == places.keys()
