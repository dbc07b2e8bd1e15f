"""The words of facts about money."""

from collections.abc import Callable

from convenir.core.facts import funding as f
from convenir.core.terms import Terms
from convenir.writer.words.names import euros, of, party_name


def _contract_ended(e: f.SectoralContractEnded, t: Terms) -> str:
    said = f"Fin du contrat sectoriel {of(party_name(e.payer, t))}"
    if e.booked is None:
        return said
    return f"{said} : {euros(e.booked)} comptabilisés" + (f" en {e.year}" if e.year else "")


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.SectoralContractEnded: ("Fin du contrat sectoriel", _contract_ended),
    f.FundingAllocated: (
        "Financement attribué",
        lambda e, t: f"{euros(e.amount)} attribués par {party_name(e.payer, t)} pour {e.year} : {e.facility}",
    ),
    f.ContributionPaid: (
        "Contribution versée",
        lambda e, t: f"{euros(e.amount)} versés par {party_name(e.payer, t)} pour {e.year} : {e.facility}",
    ),
}
