"""Avenants one after the other: each changes the text that those before it leave."""

from datetime import date

from tests.reader.amending.avenants import avenant, base

from convenir.core.terms import Duration, TerminationAtWill
from convenir.reader.amending.amendment import AmendmentReading, amendments_of
from convenir.reader.reading import read_text


def successive(*words: str, numbered: bool = True) -> tuple[AmendmentReading, ...]:
    """The readings of avenants numbered from 1, or without number."""
    heads = [f"AVENANT N° {rank}" if numbered else "AVENANT" for rank in range(1, len(words) + 1)]
    texts = [avenant(said).replace("AVENANT N° 1", head) for said, head in zip(words, heads, strict=True)]
    return amendments_of(base(), [read_text(text) for text in texts])


def test_words_that_the_first_one_writes_are_replaced_by_the_second() -> None:
    first, second = successive(
        "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois ».",
        "Le délai de préavis prévu à l'article 5 est porté à neuf mois.",
    )
    assert not second.consolidated.troubles
    (change,) = second.changes
    clause = getattr(change, "clause", None)
    assert isinstance(clause, TerminationAtWill)
    assert clause.source.text == "avenant-2"
    assert "préavis de neuf mois" in second.consolidated.reading.text
    assert first.name == "avenant-1"


def test_a_convention_is_prolonged_twice() -> None:
    first, second = successive(
        "La convention est prorogée d'un an.",
        "La convention, qui devait prendre fin le 31 décembre 2026, est prorogée jusqu'au 30 juin 2028.",
    )
    ends = [one.consolidated.reading.terms.first(Duration) for one in (first, second)]
    assert [end and end.ends_on for end in ends] == [date(2026, 12, 31), date(2028, 6, 30)]
    assert "prolonged-from" not in {finding.about for finding in second.findings}
    assert len(second.changes) == 1


def test_an_avenant_without_number_is_called_by_its_rank() -> None:
    words = "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois »."
    found = successive(words, "L'article 6 est abrogé.", numbered=False)
    assert [one.name for one in found] == ["avenant", "avenant-2"]


def test_avenants_out_of_order_are_told() -> None:
    texts = [avenant("L'article 6 est abrogé.").replace("N° 1", number) for number in ("N° 2", "N° 1")]
    first, second = amendments_of(base(), [read_text(text) for text in texts])
    assert "amendment-order" not in {finding.about for finding in first.findings}
    assert "amendment-order" in {finding.about for finding in second.findings}
