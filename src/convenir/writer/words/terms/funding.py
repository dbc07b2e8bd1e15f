"""The words of the clauses about money."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import funding as t
from convenir.writer.words.names import capital, joined, party_name


def _facilities(e: t.FundingMaintenance | t.FundingContribution) -> str:
    return " ; ".join(e.facilities) or (f"annexe {e.annex}" if e.annex else "")


def _contribution(e: t.FundingContribution) -> str:
    return joined(
        capital(party_name(e.payer)), _facilities(e), "peut évoluer avec les compétences" if e.adjustable else ""
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.FundingMaintenance: (
        "Maintien des financements",
        lambda e: joined(capital(party_name(e.payer)), e.channel, _facilities(e)),
    ),
    t.FundingContribution: ("Soutien de la collectivité", _contribution),
}
