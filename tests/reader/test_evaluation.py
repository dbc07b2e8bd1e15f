"""Evaluations and bilans in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Months
from convenir.core.terms.evaluation import BodyRole, Evaluation, Moment, Review


def found(words: str) -> list[tuple[str, str]]:
    terms = terms_of("Suivi et évaluation", words)
    return [(type(term).__name__, term.moment.value) for term in terms if isinstance(term, Evaluation | Review)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Une évaluation de la convention est réalisée annuellement.", [("Evaluation", "yearly")]),
        (
            "Les parties procèdent à une évaluation à mi-parcours et à une évaluation finale.",
            [("Evaluation", "mid_term"), ("Evaluation", "final")],
        ),
        (
            "Le plan est évalué chaque année et un bilan est dressé au terme de la convention.",
            [("Evaluation", "yearly"), ("Review", "final")],
        ),
        (
            "Un bilan d'étape est dressé chaque année et une évaluation est menée la dernière année de la convention.",
            [("Review", "yearly"), ("Evaluation", "final")],
        ),
        ("L'évaluation est conduite tout au long de la convention.", [("Evaluation", "rolling")]),
        ("Les modalités de l'évaluation seront définies ultérieurement.", []),
        ("L'évaluation est menée selon des modalités restant à définir.", [("Evaluation", "open")]),
        ("Les indicateurs d'évaluation sont revus chaque année.", []),
        ("Le bilan financier annuel est transmis à la Caf.", []),
        ("Un bilan de la convention précédente a été réalisé chaque année.", []),
        ("Le comité assure le suivi et l'évaluation de la convention.", []),
    ],
)
def test_moments(words: str, expected: list[tuple[str, str]]) -> None:
    assert found(words) == expected


def test_the_body_and_what_it_does() -> None:
    words = "Une évaluation est conduite chaque année. Cette évaluation est présentée au comité de pilotage."
    terms = [term for term in terms_of("Évaluation", words) if isinstance(term, Evaluation)]
    assert [(term.body, term.role) for term in terms] == [("copil", BodyRole.RECEIVES)]


def test_delays() -> None:
    words = (
        "Dans les six mois suivant la fin de la convention, un bilan final de ses effets est établi.\n"
        "Une première évaluation a lieu dans les dix-huit mois suivant la signature."
    )
    terms = terms_of("Évaluation", words)
    reviews = [(term.moment, term.within, term.effects) for term in terms if isinstance(term, Review)]
    assert reviews == [(Moment.FINAL, Months(count=6), True)]
    assert [term.first_within for term in terms if isinstance(term, Evaluation)] == [Months(count=18)]
