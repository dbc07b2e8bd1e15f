"""What is blank, silent, contradictory or absent in a text is found, and nothing else."""

from pathlib import Path

import pytest
from tests.reader.clauses import CONVENTION

from convenir.core.findings import Finding, Oddity, Severity
from convenir.reader.reading import read, read_text

TEXTS = Path(__file__).parents[3] / "shared" / "conventions"
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
        "Rapport n° 12\nObjet : convention avec la Caisse d'allocations familiales\n\n"
        "La convention est conclue pour un an à compter de sa signature.\n\nJe vous propose d'adopter ce projet."
    )
    found = read_text(report).findings
    assert [(one.about, one.oddity, one.severity) for one in found] == [
        ("not-supplied", Oddity.UNKNOWN, Severity.BLOCKING)
    ]


def test_how_to_prevent_a_tacit_renewal_that_is_only_told_is_unknown_not_unstated() -> None:
    report = (
        "Rapport n° 12\nObjet : convention avec la Caisse d'allocations familiales\n\n"
        "La convention est renouvelable chaque année par tacite reconduction, pendant quatre ans au plus.\n\n"
        "Je vous propose d'adopter ce projet."
    )
    found = read_text(report).findings
    assert ("denunciation", Oddity.UNKNOWN) in [(one.about, one.oddity) for one in found]


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the real texts are not beside this repository (../shared)")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bas-rhin-2013", {"not-supplied", "denunciation"}),
        ("finistere-2016", {"renewal", "notice-clock", "annex"}),
        (
            "rouen-2019",
            {"draft", "board-decision", "signature-date", "title-years", "renewal", "notice-clock", "annex"},
        ),
        (
            "saves-2015",
            {
                "signature-date",
                "renewal-mode",
                "notice-clock",
                "secretariat",
                "committee",
                "annex-deferred",
                "annex",
                "annex-count",
            },
        ),
        (
            "sceaux-2021",
            {
                "deliberation-date",
                "board-decision",
                "signature-date",
                "notice-form",
                "notice-clock",
                "termination-title",
                "annex-deferred",
                "annex",
            },
        ),
    ],
)
def test_the_real_texts(name: str, expected: set[str]) -> None:
    found = read((TEXTS / f"{name}.txt").read_bytes()).findings
    assert sorted(finding.about for finding in found) == sorted(expected)
