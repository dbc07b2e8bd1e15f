"""Evaluations and bilans in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Delay, Months, Years
from convenir.core.force import Force
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
        (
            "Tous les six mois est tenu un point d'étape, et un bilan final est dressé dans les trois mois de la fin.",
            [("Review", "yearly"), ("Review", "final")],
        ),
        ("Un point d'étape est fait tous les deux ans.", []),
        (
            "Un bilan est dressé chaque année. Un autre bilan est présenté au bout de dix-huit mois.",
            [("Review", "yearly"), ("Review", "mid_term")],
        ),
        (
            "Un bilan annuel est réalisé, ainsi qu'un bilan d'étape à l'issue de la deuxième année.",
            [("Review", "yearly"), ("Review", "mid_term")],
        ),
        ("Un bilan à deux ans est présenté aux élus.", [("Review", "mid_term")]),
        ("Un bilan final est établi au cours de la quatrième année.", [("Review", "final")]),
        ("Un bilan a été fait au bout de dix-huit mois.", []),
        ("Si, au bout de dix-huit mois, le bilan montre un écart, le plan est revu.", []),
        ("Le bilan de chaque action est fait au bout de six mois.", []),
        ("Chaque action donne lieu à un bilan à six mois.", []),
        ("Une évaluation in itinere accompagne le plan.", [("Evaluation", "rolling")]),
        ("Si, avant l'échéance, personne n'a tiré de ces évaluations l'idée de s'arrêter, elle est reconduite.", []),
        ("Le comité évalue chaque année ce qui n'a pas marché.", [("Evaluation", "yearly")]),
        ("Un point d'étape est présenté chaque année aux élus.", [("Review", "yearly")]),
        ("La première évaluation est menée un an après la signature, puis chaque année.", [("Evaluation", "yearly")]),
        (
            "La première évaluation a lieu en 2024. Elle est ensuite renouvelée chaque année.",
            [("Evaluation", "yearly")],
        ),
        ("Une évaluation de clôture est faite dans les derniers mois.", [("Evaluation", "final")]),
        ("Dans l'année qui précède son échéance, la convention est évaluée.", [("Evaluation", "final")]),
        ("Une revue de la convention est conduite à mi-parcours.", [("Review", "mid_term")]),
        ("Un point annuel est fait sur les actions menées.", [("Review", "yearly")]),
        ("Un rapport d'évaluation est établi chaque année et transmis avant la réunion.", [("Evaluation", "yearly")]),
        ("Le comité de suivi se réunit chaque année et participe à l'évaluation.", []),
        ("La somme est évaluée à 3 000 euros chaque année.", []),
        ("Le bilan annuel d'activité est transmis à la Caf.", []),
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


def test_a_delay_in_months_that_come_first() -> None:
    words = "Une première évaluation est réalisée dans les neuf premiers mois, puis une fois par an."
    terms = [term for term in terms_of("Évaluation", words) if isinstance(term, Evaluation)]
    assert [term.first_within for term in terms] == [Months(count=9)]


def test_questions_validation_contacts_and_times() -> None:
    words = (
        "Une évaluation semestrielle est conduite. Elle répond à quatre questions. Le comité de pilotage en valide "
        "chaque étape. Chaque partie désigne un référent."
    )
    (term,) = [term for term in terms_of("Évaluation", words) if isinstance(term, Evaluation)]
    assert (term.per_year, term.questions, term.validator, term.referents) == (2, 4, "copil", True)


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Une évaluation est conduite chaque année.", Force.HARD),
        ("Dans la mesure du possible, une évaluation est conduite chaque année.", Force.QUALIFIED),
        ("Une évaluation peut être conduite chaque année.", Force.SOFT),
    ],
)
def test_force(words: str, force: Force) -> None:
    assert [term.force for term in terms_of("Évaluation", words) if isinstance(term, Evaluation)] == [force]


@pytest.mark.parametrize(
    "words",
    [
        "Une évaluation annuelle répond aux questions suivantes :\n- qu’a-t-on fait ?\n- pour qui ?\n- à quel prix ?",
        "Une évaluation annuelle est menée. Trois questions évaluatives sont posées.",
    ],
)
def test_the_questions_of_an_evaluation(words: str) -> None:
    terms = terms_of("Évaluation", words)
    assert [term.questions for term in terms if isinstance(term, Evaluation)] == [3]


def test_an_evaluation_before_the_end() -> None:
    words = "Dans les six mois précédant le terme de la convention, les parties procèdent à son évaluation."
    assert found(words) == [("Evaluation", "final")]


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Un bilan final est remis dans l’année suivant l’échéance de la convention.", Years(count=1)),
        ("Un bilan final est établi dans le mois qui suit la fin de la convention.", Months(count=1)),
    ],
)
def test_a_delay_without_a_number(words: str, within: Delay) -> None:
    assert [term.within for term in terms_of("Bilan", words) if isinstance(term, Review)] == [within]
