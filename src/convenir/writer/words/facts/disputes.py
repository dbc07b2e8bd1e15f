"""The words of facts about disputes, judgments and norms that stand above the convention."""

from collections.abc import Callable

from convenir.core.facts import disputes as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.names import joined, party_name, to
from convenir.writer.words.terms import clause_label


def _clause(name: str, article: str) -> str:
    return f"« {clause_label(name)} »" + (f" (article {article})" if article else "")


def _judged(e: f.JudgmentGiven, t: Terms) -> str:
    return joined(f"Jugement « {e.judgment} » : clause {_clause(e.clause, e.article)} nulle", e.court)


def _contradicted(e: f.ClauseContradicted, t: Terms) -> str:
    end = f", jusqu’au {day(e.until)}" if e.until else ""
    return f"Clause {_clause(e.clause, e.article)} contredite par : {e.norm}{end}"


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.DisputeArisen: (
        "Litige",
        lambda e, t: joined(f"Litige : {e.subject}", "accord amiable tenté" if e.amicable_attempt else ""),
    ),
    f.JudgmentGiven: ("Jugement rendu", _judged),
    f.JudgmentNotified: (
        "Jugement notifié",
        lambda e, t: f"Jugement « {e.judgment} » notifié {to(party_name(e.party, t))}",
    ),
    f.AppealLodged: (
        "Appel formé",
        lambda e, t: f"Appel du jugement « {e.judgment} » formé par {party_name(e.party, t)}",
    ),
    f.AppealDecided: (
        "Appel jugé",
        lambda e, t: f"Appel jugé : jugement « {e.judgment} » {'confirmé' if e.upheld else 'annulé'}",
    ),
    f.ClauseContradicted: ("Clause contredite par une norme", _contradicted),
}
