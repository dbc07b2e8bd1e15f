"""The words of facts about renewals, performance after the end, and the act that follows."""

from collections.abc import Callable

from convenir.core.facts import lifetime as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.names import party_name


def _renewed(e: f.RenewalSigned, t: Terms) -> str:
    return f"Reconduction signée par {party_name(e.party, t)}" + (f", jusqu’au {day(e.until)}" if e.until else "")


def _succeeded(e: f.SuccessorConcluded, t: Terms) -> str:
    effect = f", qui prend effet le {day(e.starts_on)}" if e.starts_on else ""
    return f"Nouvelle convention conclue : {e.title}{effect}"


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.RenewalSigned: ("Reconduction signée", _renewed),
    f.Performed: (
        "Exécution poursuivie",
        lambda e, t: f"Exécution poursuivie par {party_name(e.party, t)}" + (f" : {e.what}" if e.what else ""),
    ),
    f.SuccessorConcluded: ("Nouvelle convention conclue", _succeeded),
}
