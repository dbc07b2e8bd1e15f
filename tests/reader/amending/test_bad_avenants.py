"""Avenants cut, repeated or out of order: read within a time that grows with their length, and never a crash."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reader.amending.avenants import CONVENTION, avenant, base

from convenir.core.text.amend import fold
from convenir.reader.amending.amendment import amendment_of
from convenir.reader.comparing.runs import after, before
from convenir.reader.reading import read_text

PIECES = (
    "L'article 5", "les articles 2 et 5", "à l'article 12", "au second alinéa", "l'annexe 2", "de l'article 4",
    "article 7", "est remplacé par", "sont supprimés", "est complété par", "il est ajouté", "est abrogé",
    "est ainsi rédigé :", "après", "les mots", "«", "»", "« trois mois »", "« Article 5 : Fin\nRien. »", "une phrase",
    "un alinéa", "jusqu'au 31 décembre 2026", "La convention est prorogée", "devient partie à la convention", ".", ";",
    "\n", ":", "1°", "\"", "le présent avenant",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_avenant_says_the_convention_is_kept_beside_it(words: str) -> None:
    convention = base()
    found = amendment_of(convention, read_text(avenant(words)))
    assert before(found.consolidated.runs) == CONVENTION
    assert after(found.consolidated.runs) == found.consolidated.reading.text
    fold(convention.terms, found.changes, found.name)


@pytest.mark.parametrize("words", ["", "« ", "»", "L'article 5 est remplacé par :", "Article 5 – Rien\n", "\n\n\n"])
def test_an_avenant_cut_short_is_read(words: str) -> None:
    found = amendment_of(base(), read_text(avenant(words)))
    assert before(found.consolidated.runs) == CONVENTION


def test_an_empty_convention_has_none_of_the_places() -> None:
    found = amendment_of(read_text("Rien."), read_text(avenant("L'article 5 est abrogé.")))
    assert found.changes == ()
    assert {"amended-place"} <= {finding.about for finding in found.findings}
