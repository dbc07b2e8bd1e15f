"""Numbers in letters, in figures, in both: above a hundred too, and where the two disagree."""

import pytest

from convenir.core.delays import Days, Delay, Months, Years
from convenir.core.findings import Oddity
from convenir.reader.french.numbers import number
from convenir.reader.french.words import delay, delays, flat
from convenir.reader.reading import read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("une", 1),
        ("dix-sept", 17),
        ("dix huit", 18),
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("trente six", 36),
        ("soixante et onze", 71),
        ("soixante-dix-huit", 78),
        ("quatre-vingts", 80),
        ("quatre vingt onze", 91),
        ("quatre-vingt-dix-neuf", 99),
        ("cent", 100),
        ("cent un", 101),
        ("cent vingt", 120),
        ("cent quatre-vingt-deux", 182),
        ("deux cents", 200),
        ("trois cent soixante-cinq", 365),
        ("neuf cent quatre-vingt-dix-neuf", 999),
        ("mille", 1000),
        ("mille deux cents", 1200),
        ("deux mille vingt-cinq", 2025),
        ("cent (100)", 100),
        ("cent vingt (120)", 120),
        ("1 500", 1500),
        ("12 (douze)", 12),
        ("dix pour cent", 10),
        ("aucun", None),
        ("centre", None),
        ("milliers", None),
    ],
)
def test_a_number(words: str, expected: int | None) -> None:
    assert number(words) == expected


@pytest.mark.parametrize(
    "words", ["trois (4) mois", "6 (cinq) mois", "cent vingt (20) jours", "vingt et un (22) jours"]
)
def test_letters_and_figures_that_disagree_give_no_number(words: str) -> None:
    assert number(words) is None
    assert delay(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("un préavis de cent vingt jours", Days(count=120)),
        ("cent vingt (120) jours", Days(count=120)),
        ("trois cent soixante-cinq jours", Days(count=365)),
        ("dix-huit mois", Months(count=18)),
        ("un an et demi", Months(count=18)),
        ("deux ans et demi", Months(count=30)),
        ("un semestre et demi", Months(count=9)),
        ("deux ans et six mois", Months(count=30)),
        ("un mois et demi", Days(count=45)),
        ("six semaines", Days(count=42)),
        ("une quinzaine", Days(count=15)),
        ("une quinzaine de jours", Days(count=15)),
        ("sous huitaine", Days(count=8)),
        ("dans la quinzaine qui suit", Days(count=15)),
        ("deux trimestres", Months(count=6)),
        ("un an et, trois mois avant, une lettre", Years(count=1)),
        ("un an et trois mois avant son terme", Years(count=1)),
        ("une quinzaine d’enfants", None),
        ("la semaine qui suit", None),
        ("le premier trimestre", None),
    ],
)
def test_a_length(words: str, expected: Delay | None) -> None:
    assert delay(words) == expected


def test_a_length_holds_its_half() -> None:
    words = "pour un an et demi à compter de sa signature"
    (found,) = delays(words, flat(words))
    assert words[found.start : found.end] == "un an et demi"


CONVENTION = """CONVENTION

Entre la Caf du Val, représentée par son directeur, M. Luc Pin, ci-après « la Caf »,
et la commune de Vaux, représentée par son maire, Mme Ève Roux, ci-après « la Commune »,

Article 1 : Durée
La convention est conclue pour une durée de trois (4) ans à compter de sa signature.

Article 2 : Résiliation
Chaque partie peut la résilier, par lettre recommandée, avec un préavis de cent vingt (120) jours.

Fait à Vaux, le 3 mai 2021
"""


def test_a_number_that_disagrees_is_told_and_not_read() -> None:
    reading = read(CONVENTION.encode())
    (found,) = (finding for finding in reading.findings if finding.about == "number")
    assert found.oddity is Oddity.AMBIGUOUS
    assert "« trois (4) »" in found.sentence
    assert [source.article for source in found.sources] == ["1"]
    spans = [getattr(term, "span", None) for term in reading.terms.clauses]
    assert Years(count=3) not in spans
    assert Years(count=4) not in spans
    assert Days(count=120) in [getattr(term, "notice", None) for term in reading.terms.clauses]
