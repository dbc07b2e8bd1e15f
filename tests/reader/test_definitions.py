"""Days and delays that a text names once, then uses by name."""

from tests.reader.clauses import CONVENTION

from convenir.reader.reading import read_text
from convenir.reader.summary_law import law

DEFINED = """Au sens de la convention :
« Date d'Effet » s'entend du 1er février 2021 ;
« Terme » désigne le 31 janvier 2025 ;
« Préavis » s'entend d'un délai de cinq mois qui court à partir de la réception d'une lettre recommandée.

Article 4 : Durée
La convention produit effet de la Date d'Effet jusqu'au Terme.

Article 5 : Fin
Chacune des parties peut dénoncer la convention en respectant le Préavis."""

IN_BRACKETS = """Chacune des parties peut dénoncer la convention dans un délai de deux mois (ci-après le « Préavis »).

Article 4 : Manquement
En cas de manquement, la convention est résiliée à l'issue du Préavis."""


def test_a_defined_day_or_delay_stands_for_its_name() -> None:
    told = law(read_text(CONVENTION.format(title="Définitions", words=DEFINED)).terms)
    assert (told["effective_from"], told["ends_on"]) == ("2021-02-01", "2025-01-31")
    assert told["termination"] == [{"ground": "unilateral", "form": "LRAR", "notice_months": 5, "by": "any"}]


def test_a_delay_may_be_named_in_brackets() -> None:
    told = law(read_text(CONVENTION.format(title="Fin", words=IN_BRACKETS)).terms)
    assert told["termination"] == [
        {"ground": "unilateral", "notice_months": 2, "by": "any"},
        {"ground": "breach", "notice_months": 2, "by": "any"},
    ]


def test_a_common_word_is_no_name() -> None:
    words = (
        "Le mot « terme » désigne le 31 janvier 2025.\n\nArticle 4 : Durée\nElle est conclue jusqu'au terme du mandat."
    )
    assert "ends_on" not in law(read_text(CONVENTION.format(title="Définitions", words=words)).terms)
