"""Avenants, void clauses and titles, in many writings."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.terms.amendment import AmendmentClause, AmendmentScope, Severability, TitlePrecedence


def clause(words: str) -> AmendmentClause | None:
    found = [term for term in terms_of("Modification", words) if isinstance(term, AmendmentClause)]
    assert len(found) <= 1, found
    return found[0] if found else None


@pytest.mark.parametrize(
    "words",
    [
        "Toute modification de la convention donne lieu à un avenant.",
        "La convention et son annexe se modifient par avenant.",
        "Si l'on veut changer quelque chose à la convention, on fait un avenant.",
        "Il n'est dérogé à la convention que par avenant signé des parties.",
        "Nulle modification ne peut être apportée à la convention autrement que par avenant.",
        "Aucune modification ne pourra être apportée à la convention sans un avenant écrit.",
        "Un avenant est nécessaire pour modifier la convention.",
        "Toute révision suppose un avenant.",
    ],
)
def test_a_change_needs_an_avenant(words: str) -> None:
    found = clause(words)
    assert found and not found.optional


@pytest.mark.parametrize(
    "words",
    [
        "Les fiches sont mises à jour chaque année sans qu'il soit besoin d'un avenant.",
        "La modification du calendrier ne nécessite pas d'avenant.",
        "Les parties se concertent avant toute évolution de la convention.",
        "La Caf résilie la convention si elle est modifiée sans avenant.",
    ],
)
def test_a_change_without_avenant(words: str) -> None:
    assert clause(words) is None


def test_what_the_avenant_is_about() -> None:
    found = clause("Toute modification substantielle de la convention ou de ses annexes fait l'objet d'un avenant.")
    assert found and (found.scope, found.covers_annexes, found.lists_changes) == (
        AmendmentScope.SUBSTANTIAL, True, False,
    )  # fmt: skip
    listing = clause("Toute modification fait l'objet d'un avenant précisant les dispositions modifiées.")
    assert listing and listing.lists_changes


@pytest.mark.parametrize(
    ("words", "by_law"),
    [
        (
            "Si une disposition est jugée illégale, elle est écartée et le reste de la convention demeure applicable.",
            False,
        ),
        ("La nullité d'une clause n'emporte pas celle de la convention.", False),
        ("Si l'une des stipulations se révélait nulle, la validité des autres n'en serait pas altérée.", False),
        ("Une clause contraire à une règle de droit en vigueur est réputée non écrite, les autres subsistent.", True),
        ("L'annulation d'un article par le juge est sans effet sur les autres.", False),
    ],
)
def test_a_void_clause_and_the_others(words: str, by_law: bool) -> None:
    found = [term for term in terms_of("Nullité partielle", words) if isinstance(term, Severability)]
    assert [term.by_law for term in found] == [by_law]


@pytest.mark.parametrize(
    "words",
    [
        "Les autres clauses de la convention demeurent inchangées.",
        "L'inscription est nulle si les autres membres ne sont pas présents.",
        "La commission annule les aides sans effet et informe les autres partenaires.",
    ],
)
def test_no_clause_is_void(words: str) -> None:
    assert [term for term in terms_of("Aides", words) if isinstance(term, Severability)] == []


def test_the_content_wins_over_the_title() -> None:
    words = "Lorsque le titre d'un article et son contenu divergent, le contenu l'emporte."
    assert any(isinstance(term, TitlePrecedence) for term in terms_of("Lecture", words))


@pytest.mark.parametrize(
    "words",
    [
        "La convention est modifiée par avenant. Celui-ci énumère l’ensemble des modifications.",
        "Toute modification donne lieu à un avenant. L’avenant indique les articles modifiés.",
    ],
)
def test_what_the_avenant_must_list(words: str) -> None:
    found = clause(words)
    assert found and found.lists_changes


def test_an_important_change() -> None:
    found = clause("Un avenant est nécessaire pour tout changement important.")
    assert found and found.scope is AmendmentScope.SUBSTANTIAL


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Les titres des articles n’ont qu’une valeur indicative.", True),
        ("Les intitulés sont donnés à titre indicatif.", True),
        ("Le calendrier est donné à titre indicatif.", False),
        ("Les titres de transport ont une valeur indicative.", False),
    ],
)
def test_titles_that_only_indicate(words: str, holds: bool) -> None:
    assert any(isinstance(term, TitlePrecedence) for term in terms_of("Interprétation", words)) == holds
