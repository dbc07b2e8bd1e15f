"""What a text lacked, and that facts recorded since have given."""

from datetime import date

import pytest

from convenir.core.facts import ActAdopted, Event, Fact, Signed
from convenir.core.findings import Finding
from convenir.core.settled import unanswered
from convenir.reader.reading import read_text

TEXT = """Projet de convention territoriale globale
Entre la Caisse d’allocations familiales de la Brenne, représentée par sa directrice, Mme Odile Carvin, « la Caf »,
et la commune de Vaux, représentée par son maire, M. Luc Pin, autorisé par délibération du conseil municipal
en date du ........, « la commune ».
Article 1 - Durée
La présente convention est conclue du 1er janvier 2021 au 31 décembre 2024.
Fait à Vaux, le 3 mai 2021.
"""


def left(*events: Event) -> set[str]:
    """What is left of the two findings on which facts have something to say."""
    reading = read_text(TEXT)
    day = date(2021, 5, 3)
    facts = [Fact(id=str(rank), on=day, recorded_on=day, event=event) for rank, event in enumerate(events)]
    found: tuple[Finding, ...] = unanswered(reading.findings, reading.terms, facts)
    return {one.about for one in found} & {"deliberation-date", "draft"}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), {"deliberation-date", "draft"}),
        ((ActAdopted(party="commune"),), {"draft"}),
        ((ActAdopted(party="caf"),), {"deliberation-date", "draft"}),
        ((ActAdopted(party="commune", amendment="1"),), {"deliberation-date", "draft"}),
        ((Signed(party="caf"),), {"deliberation-date", "draft"}),
        ((Signed(party="caf"), Signed(party="commune")), {"deliberation-date"}),
    ],
)
def test_only_the_fact_that_a_finding_waits_for_answers_it(events: tuple[Event, ...], expected: set[str]) -> None:
    assert left(*events) == expected
