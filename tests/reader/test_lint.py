"""What is blank, silent, contradictory or absent in a text is found, and nothing else."""

import pytest
from tests.reader.clauses import CONVENTION

from convenir.core.findings import Finding, Oddity, Severity
from convenir.reader.reading import read_text

SOUND = (
    "Elle est conclue du 1er janvier 2023 au 31 décembre 2026. Elle ne peut être reconduite que par avenant.\n"
    "Chaque partie peut la résilier par lettre recommandée ; la résiliation prend effet trois mois après "
    "la réception de "
    "cette lettre."
)


def findings(words: str, title: str = "Durée et fin") -> dict[str, Finding]:
    found = read_text(CONVENTION.format(title=title, words=words)).findings
    return {finding.about: finding for finding in found}


def test_a_sound_text_has_no_finding() -> None:
    assert findings(SOUND) == {}


@pytest.mark.parametrize(
    ("words", "about", "oddity", "severity"),
    [
        ("Elle est conclue pour trois ans à compter de sa signature.", "renewal", Oddity.SILENT, Severity.WARNING),
        (
            "Elle est conclue pour un an, renouvelable par tacite reconduction.",
            "denunciation",
            Oddity.SILENT,
            Severity.WARNING,
        ),
        (
            "Elle est renouvelable chaque année par tacite reconduction dans la limite de trois ans.",
            "renewal-ceiling",
            Oddity.AMBIGUOUS,
            Severity.WARNING,
        ),
        (
            "Elle est conclue jusqu'au 31 décembre 2025, par expresse reconduction.",
            "renewal-mode",
            Oddity.AMBIGUOUS,
            Severity.WARNING,
        ),
        ("Elle court de sa signature au ............", "term", Oddity.BLANK, Severity.WARNING),
        (
            "Elle court du 1er janvier 2026 au 31 décembre 2023.",
            "end-before-start",
            Oddity.CONTRADICTORY,
            Severity.BLOCKING,
        ),
        (
            "Elle est conclue pour trois ans, du 1er janvier 2023 au 31 décembre 2026.",
            "term",
            Oddity.CONTRADICTORY,
            Severity.WARNING,
        ),
        (
            "Chaque partie peut la dénoncer avec un préavis de trois mois.",
            "notice-form",
            Oddity.SILENT,
            Severity.WARNING,
        ),
        (
            "Chaque partie peut la dénoncer par LRAR avec un préavis de trois mois.",
            "notice-clock",
            Oddity.SILENT,
            Severity.WARNING,
        ),
        (
            "Résiliation amiable\nChaque partie peut la dénoncer par LRAR avec un préavis de trois mois.",
            "termination-title",
            Oddity.CONTRADICTORY,
            Severity.WARNING,
        ),
        (
            "Un comité de suivi est créé. La Caf en assure le secrétariat. Le secrétariat est tenu par la commune.",
            "secretariat",
            Oddity.CONTRADICTORY,
            Severity.BLOCKING,
        ),
        (
            "Un comité de suivi est créé. Son secrétariat est assuré par le syndicat mixte.",
            "secretariat",
            Oddity.AMBIGUOUS,
            Severity.WARNING,
        ),
    ],
)
def test_each_finding_cites_its_words(words: str, about: str, oddity: Oddity, severity: Severity) -> None:
    found = findings(words)[about]
    assert (found.oddity, found.severity) == (oddity, severity)
    assert found.sentence and found.advice and found.sources and all(source.quote for source in found.sources)


def test_a_contradiction_cites_both_passages() -> None:
    words = "Résiliation d'un commun accord\nChaque partie peut la dénoncer avec un préavis de trois mois."
    title, clause = findings(words)["termination-title"].sources
    assert title.quote == "Résiliation d'un commun accord"
    assert clause.quote.startswith("Chaque partie")


def test_of_a_report_everything_else_is_unknown() -> None:
    report = (
        "Rapport n° 12 au conseil municipal de Valbourg\nObjet : convention avec la Caisse d'allocations familiales\n\n"
        "La convention est conclue pour un an à compter de sa signature.\n\nJe vous propose d'adopter ce projet."
    )
    found = read_text(report).findings
    assert [(one.about, one.oddity, one.severity) for one in found] == [
        ("not-supplied", Oddity.UNKNOWN, Severity.BLOCKING)
    ]


def test_how_to_prevent_a_tacit_renewal_that_is_only_told_is_unknown_not_unstated() -> None:
    report = (
        "Rapport n° 12 au conseil municipal de Valbourg\nObjet : convention avec la Caisse d'allocations familiales\n\n"
        "La convention est renouvelable chaque année par tacite reconduction, pendant quatre ans au plus.\n\n"
        "Je vous propose d'adopter ce projet."
    )
    found = read_text(report).findings
    assert ("denunciation", Oddity.UNKNOWN) in [(one.about, one.oddity) for one in found]


@pytest.mark.parametrize(
    ("about", "fires", "nearly"),
    [
        (
            "same-powers",
            "Les parties créent un comité de pilotage et un comité de suivi.\nLe comité de pilotage :\n"
            "- assure le suivi des objectifs de la convention ;\n- valide les projets présentés.\n"
            "Le comité de suivi :\n- assure le suivi des objectifs de la convention ;\n- prépare les réunions.",
            "Les parties créent un comité de pilotage et un comité de suivi.\nLe comité de pilotage :\n"
            "- assure le suivi des objectifs de la convention ;\n- valide les projets présentés.\n"
            "Le comité de suivi :\n- rédige les comptes rendus ;\n- prépare les réunions.",
        ),
        (
            "evaluation-conditions",
            "Une évaluation sera réalisée selon des conditions restant à définir.",
            "Une évaluation sera réalisée chaque année.",
        ),
        (
            "final-review",
            "Il est créé un comité de pilotage. Un bilan est réalisé à l'issue de la convention. "
            "Ce bilan est examiné par le comité de pilotage.",
            "Il est créé un comité de pilotage. Un bilan est réalisé chaque année. "
            "Ce bilan est examiné par le comité de pilotage.",
        ),
    ],
)
def test_a_check_of_bodies_and_evaluation(about: str, fires: str, nearly: str) -> None:
    assert about in findings(fires, "Gouvernance et évaluation")
    assert about not in findings(nearly, "Gouvernance et évaluation")


REPORT = """Rapport n° 12 au conseil municipal de Valbourg
Objet : renouvellement de la convention avec la Caisse d'allocations familiales

Exposé des motifs
En mars {year}, la commune et la Caisse d'allocations familiales ont signé une convention, conclue pour une durée de \
4 ans. Le présent rapport porte sur le renouvellement de cette convention.

Elle repose sur ces principes :
- s'informer mutuellement des projets engagés sur le territoire de la commune ;
- se concerter.

Je vous propose d'adopter le projet de délibération suivant :

Le conseil municipal décide de suivre ces principes :
- s'informer mutuellement des projets {engaged} sur le territoire de la commune ;
- se concerter.

Valbourg, le 3 juin 2013
"""


def about_report(year: int, engaged: str) -> set[str]:
    return {finding.about for finding in read_text(REPORT.format(year=year, engaged=engaged)).findings}


def test_a_renewal_decided_after_the_end_is_told() -> None:
    assert "late-renewal" in about_report(2008, "engagés")
    assert "late-renewal" not in about_report(2010, "engagés")


def test_a_principle_worded_otherwise_in_the_draft_is_told() -> None:
    assert "reworded" in about_report(2010, "lancés ou engagés")
    assert "reworded" not in about_report(2010, "engagés")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Elle est conclue pour trois ans à compter de sa signature ; elle prend effet rétroactivement au "
         "1er janvier 2022.", True),
        ("Elle est conclue pour trois ans à compter du 1er janvier 2022.", False),
        ("Elle est conclue pour trois ans à compter de sa signature.", False),
    ],
)  # fmt: skip
def test_a_length_counted_from_another_day_than_the_effect(words: str, told: bool) -> None:
    assert ("length-start" in findings(words)) == told
