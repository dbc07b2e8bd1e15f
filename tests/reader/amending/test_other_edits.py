"""How avenants tell annexes, a longer life, a new party; what changes nothing, and what is not understood."""

from datetime import date

import pytest
from tests.reader.amending.avenants import only, told

from convenir.core.delays import Months, Years
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleRemoved,
    NotUnderstood,
    PartyJoined,
    Prolonged,
    WordsRemoved,
)

ANNEX = "\nAnnexe 2 : Équipements\nMulti-accueil Les Lutins et ludothèque.\n"


@pytest.mark.parametrize(
    "words",
    [
        "L'annexe 2 est remplacée par l'annexe jointe au présent avenant.",
        "L'annexe n° 2 de la convention est annulée et remplacée par celle qui figure à la suite du présent avenant.",
        "L'annexe 2 (liste des équipements) est modifiée ; sa nouvelle rédaction est jointe.",
        "L'annexe 2 « Équipements » est mise à jour.",
    ],
)
def test_an_annex_is_replaced_by_the_one_that_is_joined(words: str) -> None:
    edit = only(words, joined=ANNEX)
    assert isinstance(edit, AnnexReplaced)
    assert edit.number == "2"
    assert edit.new is not None
    assert edit.new.words == "Multi-accueil Les Lutins et ludothèque."


@pytest.mark.parametrize(
    "words",
    [
        "Il est ajouté une annexe 3 intitulée « Évaluation ».",
        "Une annexe 3 est ajoutée à la convention.",
        "La convention est complétée par une annexe 3 relative à l'évaluation.",
        "L'annexe 3 jointe au présent avenant est ajoutée à la convention.",
    ],
)
def test_an_annex_is_added(words: str) -> None:
    edit = only(words)
    assert isinstance(edit, AnnexAdded)
    assert (edit.number, edit.new) == ("3", None)


def test_an_annex_is_struck() -> None:
    edit = only("L'annexe 2 est supprimée.")
    assert isinstance(edit, AnnexRemoved)
    assert edit.number == "2"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("La communauté de communes du Val devient partie à la convention.", "La communauté de communes du Val"),
        ("À compter du 1er janvier 2024, la MSA de la Sorne adhère à la convention.", "la MSA de la Sorne"),
        ("L'association Horizons rejoint la convention.", "L'association Horizons"),
    ],
)
def test_somebody_joins(words: str, name: str) -> None:
    edit = only(words)
    assert isinstance(edit, PartyJoined)
    assert edit.name == name


END = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("words", "until", "by", "lasting"),
    [
        ("La convention est prorogée jusqu'au 31 décembre 2026.", END, None, None),
        ("La durée de la convention est prolongée jusqu'au 31 décembre 2026.", END, None, None),
        ("La convention est prolongée d'un an.", None, Years(count=1), None),
        ("La convention est reconduite pour une durée d'un an.", None, Years(count=1), None),
        ("La convention est prorogée pour une durée de six mois.", None, Months(count=6), None),
        ("La convention est prolongée d'un an, soit jusqu'au 31 décembre 2026.", END, Years(count=1), None),
        ("La durée de la convention est portée à cinq ans.", None, None, Years(count=5)),
        ("Le terme de la convention est reporté au 31 décembre 2026.", END, None, None),
        ("L'échéance de la convention, initialement fixée au 31 décembre 2025, est reportée au 31 décembre 2026.",
         END, None, None),
        ("La convention prendra fin le 31 décembre 2026.", END, None, None),
        ("Le présent avenant a pour objet de proroger la convention jusqu'au 31 décembre 2026.", END, None, None),
    ],
)  # fmt: skip
def test_the_convention_lives_longer(
    words: str, until: date | None, by: Months | Years | None, lasting: Years | None
) -> None:
    edit = only(words)
    assert isinstance(edit, Prolonged)
    assert (edit.until, edit.by, edit.lasting) == (until, by, lasting)


def test_the_end_that_the_avenant_gives_up_is_told() -> None:
    edit = only("La convention, qui devait prendre fin le 31 décembre 2025, est prorogée jusqu'au 31 décembre 2026.")
    assert isinstance(edit, Prolonged)
    assert (edit.instead_of, edit.until) == (date(2025, 12, 31), END)


@pytest.mark.parametrize(
    "words",
    [
        "Les autres dispositions de la convention restent inchangées.",
        "Toutes les clauses non modifiées par le présent avenant demeurent applicables.",
        "Le présent avenant entre en vigueur à sa signature.",
        "Le présent avenant est établi en deux exemplaires originaux.",
        "L'article 5 n'est pas modifié.",
        "Le présent avenant fait partie intégrante de la convention.",
        "Le reste est sans changement.",
    ],
)
def test_what_changes_nothing_is_no_edit(words: str) -> None:
    assert told(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Le comité de pilotage comprend désormais un représentant de la jeunesse.",
        "Le premier alinéa de l'article 2 est supprimé et le second alinéa de l'article 5 est remplacé par : « Rien. »",
        "La commune s'engage à recruter un chargé de coopération.",
        "Le premier tiret est supprimé.",
        "La convention est reconduite tacitement pour une durée d'un an.",
        "Le nombre de réunions prévu à l'article 2 est modifié.",
        "L'annexe 2 est modifiée.",
    ],
)
def test_what_is_not_understood_is_told(words: str) -> None:
    assert isinstance(only(words), NotUnderstood)


def test_what_is_left_of_a_sentence_half_understood_is_told() -> None:
    found = told("À l'article 5, les mots « trois mois » sont supprimés et le troisième tiret est supprimé.")
    assert [type(edit) for edit in found] == [WordsRemoved, NotUnderstood]


def test_a_list_that_no_edit_places_is_told_whole() -> None:
    found = told("L'article 6 est abrogé.\nLe comité réunit désormais :\n- deux élus ;\n- deux agents.")
    assert [type(edit) for edit in found] == [ArticleRemoved, NotUnderstood]
    assert found[1].source.quote.endswith("deux agents.")


@pytest.mark.parametrize(
    "words",
    [
        "Vu l'article 28 du règlement, qui est modifié.",
        "L'article 5 du présent avenant est remplacé par : « Rien. »",
    ],
)
def test_articles_of_another_text_are_no_target(words: str) -> None:
    assert all(isinstance(edit, NotUnderstood) for edit in told(words))
