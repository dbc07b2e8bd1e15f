"""An avenant read against the text that it already made: nothing is made twice, and it is said."""

import pytest
from tests.reader.amending.avenants import amended, avenant, base

from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.amending.splice import AlreadyHeld, NoSuchWords
from convenir.reader.reading import read_text


def again(words: str, joined: str = "") -> AmendmentReading:
    """The avenant of those words, read against the text that it leaves."""
    read = read_text(avenant(words, joined=joined))
    return amendment_of(amendment_of(base(), read).consolidated.reading, read)


@pytest.mark.parametrize(
    "words",
    [
        "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois ».",
        "À l'article 5, les mots « trois mois » sont remplacés par les mots « trois mois révolus ».",
        "À l'article 5, le mot « Résiliation » est remplacé par le mot « Dénonciation ».",
        "À l'article 2, après les mots « une fois par an », sont insérés les mots « à Valbourg ».",
        "L'article 5 est complété par un alinéa ainsi rédigé : « Les actions en cours vont à leur terme. »",
        "L'article 6 est remplacé par : « Un avenant signé de tous modifie la convention. »",
        "Il est inséré un article 7 ainsi rédigé : « Le tribunal administratif de Rennes juge les litiges. »",
        "L'article 6 devient l'article 7.",
    ],
)
def test_what_the_convention_already_holds_is_said_and_not_made_twice(words: str) -> None:
    found = again(words)
    assert [trouble.doubt for trouble in found.consolidated.troubles] == [AlreadyHeld()]
    assert found.changes == ()
    (finding,) = [one for one in found.findings if one.about == "already-held"]
    assert "déjà" in finding.sentence


def test_words_that_are_nowhere_are_still_told() -> None:
    found = amended("À l'article 5, les mots « deux semaines » sont remplacés par les mots « huit mois ».")
    assert [type(trouble.doubt) for trouble in found.consolidated.troubles] == [NoSuchWords]


def test_a_prolongation_that_was_made_is_not_told_to_start_from_another_end() -> None:
    words = "La convention, qui devait finir le 31 décembre 2025, est prorogée jusqu'au 31 décembre 2027."
    found = again(words)
    assert found.changes == ()
    assert "prolonged-from" not in {one.about for one in found.findings}
