"""How much of an avenant is understood: what instructs counts where an edit tells it, what it brings for itself."""

import pytest
from tests.reader.amending.avenants import amended

from convenir.reader.amending.instructing import with_instructions
from convenir.reader.understanding.coverage import Coverage


def quotes(found: Coverage) -> list[str]:
    """The sentences that are not understood."""
    return [one.source.quote for one in found.not_understood]


def test_an_instruction_that_an_edit_tells_is_understood() -> None:
    found = amended("L'article 6 est abrogé.\nLa commune s'engage à repeindre la mairie en bleu.")
    assert quotes(found.coverage) == ["La commune s'engage à repeindre la mairie en bleu."]
    assert any(one.source.quote == "L'article 6 est abrogé." for one in found.coverage.sentences)


def test_words_that_are_brought_count_for_themselves() -> None:
    found = amended("L'article 6 est remplacé par : « Un avenant est signé de tous. Chacun doit chanter à l'aube. »")
    assert quotes(found.coverage) == ["Chacun doit chanter à l'aube."]


@pytest.mark.parametrize(
    "words",
    [
        "Toutes les autres stipulations de la convention demeurent inchangées.",
        "Les clauses de la convention qui ne sont pas modifiées ci-dessus conservent leur plein effet.",
        "Tout ce que le présent avenant ne modifie pas reste en vigueur.",
        "Les autres annexes ne sont pas modifiées.",
        "Le présent avenant prend effet à la date de sa signature.",
    ],
)
def test_what_says_how_the_avenant_stands_leaves_nothing_to_class(words: str) -> None:
    found = amended(f"L'article 6 est abrogé.\n{words}")
    assert quotes(found.coverage) == []
    assert quotes(with_instructions(found.reading)) == []


def test_a_clause_that_only_stays_with_a_duty_is_still_to_be_classed() -> None:
    duty = "La commune conserve les archives de la maison des familles."
    assert quotes(amended(f"L'article 6 est abrogé.\n{duty}").coverage) == [duty]
