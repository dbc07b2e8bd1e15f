"""What is odd in an avenant against its convention: each finding, and the avenants that must not have it."""

import pytest
from tests.reader.amending.avenants import PARTIES, amended, avenant, base

from convenir.core.findings import Finding, Oddity
from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.amending.doubts import untold
from convenir.reader.comparing.comparison import compared
from convenir.reader.reading import read_text

NOTICE = "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois »."


def found(reading: AmendmentReading, about: str) -> Finding:
    """The only finding of that code."""
    (finding,) = [one for one in reading.findings if one.about == about]
    return finding


def against(text: str) -> AmendmentReading:
    """The reading of the text of an avenant."""
    return amendment_of(base(), read_text(text))


def test_a_plain_avenant_has_no_finding() -> None:
    assert amended(NOTICE).findings == ()


@pytest.mark.parametrize(
    ("words", "about", "said"),
    [
        ("L'article 12 est abrogé.", "amended-place", "l’article 12, qui n’existe pas"),
        ("À l'article 12, les mots « a » sont supprimés.", "amended-place", "l’article 12, qui n’existe pas"),
        ("L'annexe 9 est supprimée.", "amended-place", "l’annexe 9, qui n’existe pas"),
        ("Le quatrième alinéa de l'article 5 est supprimé.", "amended-place", "il en compte 2 alinéas"),
        ("À l'article 3, les mots « trois mois » sont supprimés.", "amended-words", "ne sont pas dans l’article 3"),
        ("Un article 5 est ajouté : « Rien de plus. »", "added-place", "l’article 5, que la convention a déjà"),
        ("Il est ajouté un article ainsi rédigé : « Rien de plus. »", "added-place", "sans lui donner de numéro"),
        ("L'annexe 2 est remplacée par l'annexe jointe.", "annex-not-joined", "annexe 2 qui n’est pas jointe"),
        ("L'article 5 est modifié comme suit : « Les animaux sont interdits. »", "article-partly", "en entier"),
        ("La convention, qui devait finir le 31 décembre 2024, est prorogée jusqu'au 31 décembre 2026.",
         "prolonged-from", "31/12/2024"),
        ("La convention est prorogée jusqu'au ..........", "amendment-blank", "un blanc"),
        ("Le comité devra désormais rendre compte aux habitants.", "amendment-not-understood", "n’a pas pu être"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_convention_is_told(words: str, about: str, said: str) -> None:
    finding = found(amended(words), about)
    assert said in finding.sentence
    assert finding.sources
    assert finding.advice


def test_an_annex_that_is_not_joined_is_told_once() -> None:
    words = "Il est ajouté une annexe 3 à la convention.\nLe plan est remplacé par l'annexe 3 jointe à l'avenant."
    reading = amended(words)
    found(reading, "annex-not-joined")
    appeared = compared(base(), reading.consolidated.reading).appeared
    assert "annex" in {one.about for one in appeared}
    assert "annex" not in {one.about for one in untold(appeared, reading.consolidated.troubles)}


def test_words_that_are_elsewhere_are_shown_there() -> None:
    finding = found(amended("À l'article 3, les mots « trois mois » sont supprimés."), "amended-words")
    assert finding.advice == "Ils sont dans l’article 5."


def test_words_met_several_times_are_counted() -> None:
    words = "À l'article 2, les mots « la Caf » sont remplacés par les mots « la caisse »."
    finding = found(amended(words), "amended-words-repeated")
    assert finding.oddity is Oddity.NOTED
    assert "2 fois" in finding.sentence


def test_another_day_is_another_convention() -> None:
    finding = found(against(avenant(NOTICE, day="4 AVRIL 2021")), "other-convention")
    assert "04/04/2021" in finding.sentence
    assert "03/03/2022" in finding.sentence


def test_other_parties_are_told() -> None:
    text = avenant(NOTICE).replace("La commune de Valbourg", "La commune de Montclair")
    first, second = [one for one in against(text).findings if one.about == "amendment-parties"]
    assert "Montclair" in first.sentence
    assert "Valbourg" in second.sentence


def test_a_party_that_does_not_sign_the_avenant_is_told() -> None:
    text = avenant(NOTICE).replace(PARTIES, PARTIES[: PARTIES.index("Et\n")])
    assert "Valbourg" in found(against(text), "amendment-parties").sentence


def test_the_list_of_the_object_is_set_against_what_the_avenant_does() -> None:
    aim = "Le présent avenant a pour objet de modifier les articles 2 et 5 de la convention."
    text = avenant(f"{NOTICE}\nL'article 6 est abrogé.").replace("Le présent avenant modifie la convention.", aim)
    said = " ".join(one.sentence for one in against(text).findings if one.about == "amendment-list")
    assert "change aussi l’article 6" in said
    assert "ne fait pas : l’article 2" in said


@pytest.mark.parametrize(
    ("words", "oddity"),
    [
        ("Le présent avenant prend effet à sa notification aux parties.", Oddity.UNKNOWN),
        ("Le présent avenant est fait en deux exemplaires.", Oddity.NOTED),
    ],
)
def test_an_effect_without_a_day_is_told(words: str, oddity: Oddity) -> None:
    text = avenant(NOTICE).replace("Le présent avenant prend effet le 1er janvier 2024.", words)
    assert found(against(text), "amendment-effect").oddity is oddity


def test_an_effect_at_the_signature_is_not() -> None:
    text = avenant(NOTICE).replace("prend effet le 1er janvier 2024", "prend effet à la date de sa signature")
    reading = against(text)
    assert (reading.effective_on, reading.findings) == (None, ())


def test_a_text_that_is_no_avenant_is_told() -> None:
    assert found(amendment_of(base(), base()), "not-an-amendment").oddity is Oddity.UNKNOWN
