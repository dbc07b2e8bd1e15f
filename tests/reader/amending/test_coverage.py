"""How much of an avenant is understood: what instructs counts where an edit tells it, what it brings for itself."""

from tests.reader.amending.avenants import amended

from convenir.reader.understanding.coverage import Coverage


def quotes(found: Coverage) -> list[str]:
    """The sentences that are not understood."""
    return [one.source.quote for one in found.not_understood]


def test_an_instruction_that_an_edit_tells_is_understood() -> None:
    found = amended("L'article 6 est abrogé.\nLa commune s'engage à repeindre la mairie en bleu.")
    assert "L'article 6 est abrogé." in quotes(found.reading.coverage)
    assert quotes(found.coverage) == ["La commune s'engage à repeindre la mairie en bleu."]
    assert found.coverage.rate > found.reading.coverage.rate


def test_words_that_are_brought_count_for_themselves() -> None:
    found = amended("L'article 6 est remplacé par : « Un avenant est signé de tous. Chacun doit chanter à l'aube. »")
    assert quotes(found.coverage) == ["Chacun doit chanter à l'aube."]
