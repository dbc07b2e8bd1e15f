"""Data and secrecy in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.force import Force
from convenir.core.terms import T
from convenir.core.terms.exchanges import (
    DataOwnership,
    DataRequestGate,
    DataSharing,
    DisclosureRule,
    DpoOpinion,
    LegalCompliance,
    PeriodicDelivery,
    ProcessingRegister,
    Study,
)
from convenir.core.terms.governance import Per


def every(kind: type[T], words: str) -> list[T]:
    return [term for term in terms_of("Échanges de données", words) if isinstance(term, kind)]


@pytest.mark.parametrize(
    ("words", "count", "cell", "population"),
    [
        ("La Caf ne transmet aucune donnée portant sur moins de 11 allocataires.", 11, None, None),
        ("Aucun effectif inférieur à cinq n'est communiqué.", 5, None, None),
        ("Un quartier n'est étudié que s'il compte au moins cent foyers.", None, None, 100),
        ("Aucune sous-population de moins de 50 allocataires ne fait l'objet de statistiques.", None, None, 50),
        ("Les cases des tableaux dont l'effectif est inférieur à 5 sont masquées.", None, 5, None),
        ("Ne sont transmises que les données portant sur plus de 10 allocataires.", 11, None, None),
    ],
)
def test_thresholds(words: str, count: int | None, cell: int | None, population: int | None) -> None:
    found = every(DisclosureRule, words)
    assert [(rule.min_count, rule.min_cell, rule.min_population) for rule in found] == [(count, cell, population)]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Aucune information transmise ne permet d'identifier un allocataire.", True),
        ("Les données transmises sont anonymisées.", True),
        ("Les besoins sont identifiés à partir des données.", False),
    ],
)
def test_no_identification(words: str, holds: bool) -> None:
    assert [rule.no_identification for rule in every(DisclosureRule, words)] == ([True] if holds else [])


@pytest.mark.parametrize(
    ("words", "studies", "personal"),
    [
        (
            "Toute demande de données fait l'objet d'une étude d'opportunité et de faisabilité.",
            {Study.OPPORTUNITY, Study.FEASIBILITY},
            False,
        ),
        (
            "Les demandes de données à caractère personnel sont soumises à une étude d'opportunité, de "
            "faisabilité et de conformité au RGPD.",
            set(Study),
            True,
        ),
        (
            "Toute demande d'échange de données fait l'objet d'une étude préalable de faisabilité.",
            {Study.FEASIBILITY},
            False,
        ),
    ],
)
def test_gate(words: str, studies: set[Study], personal: bool) -> None:
    assert [(set(gate.studies), gate.personal_only) for gate in every(DataRequestGate, words)] == [(studies, personal)]


@pytest.mark.parametrize(
    ("words", "giver", "count", "per"),
    [
        ("La Caf transmet chaque année à la commune un portrait statistique.", "caf", 1, Per.CIVIL_YEAR),
        (
            "La Caf met à disposition de la commune, deux fois par an, les données des allocataires (annexe 4).",
            "caf",
            2,
            Per.CIVIL_YEAR,
        ),
        ("Chaque semestre, la commune communique à la Caf ses données de fréquentation.", "commune", 1, Per.SEMESTER),
    ],
)
def test_delivery(words: str, giver: str, count: int, per: Per) -> None:
    found = every(PeriodicDelivery, words)
    assert [(rule.giver, rule.count, rule.per) for rule in found] == [(giver, count, per)]


@pytest.mark.parametrize(
    "words", ["La Caf verse chaque année une subvention.", "Les gestionnaires transmettent chaque année leurs données."]
)
def test_what_is_no_delivery(words: str) -> None:
    assert every(PeriodicDelivery, words) == []


def test_owner_consent_opinion_register_and_texts() -> None:
    words = (
        "Chaque partie reste propriétaire des données qu'elle communique. Leur transmission à un tiers est soumise à "
        "son accord préalable.\nLe délégué à la protection des données est consulté avant tout échange. Les parties "
        "inscrivent le traitement au registre prévu par l'article 30 du RGPD et respectent la loi n° 78-17 "
        "du 6 janvier "
        "1978 ainsi que le règlement (UE) 2016/679.\nElles s'engagent à partager, dans la mesure du possible, les "
        "résultats de leurs études."
    )
    assert [rule.consent for rule in every(DataOwnership, words)] == [True]
    assert len(every(DpoOpinion, words)) == len(every(ProcessingRegister, words)) == 1
    assert [rule.force for rule in every(DataSharing, words)] == [Force.QUALIFIED]
    assert [(rule.texts, rule.gdpr) for rule in every(LegalCompliance, words)] == [
        (("RGPD", "loi n° 78-17 du 6 janvier 1978"), True)
    ]
