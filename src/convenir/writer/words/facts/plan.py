"""The words of facts about the diagnosis, the plan, its fiches actions, indicators and steps."""

from collections.abc import Callable

from convenir.core.facts import plan as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.names import figure, joined, listed


def _committed(e: f.CommitmentMade, t: Terms) -> str:
    kind = "Fiche action adoptée" if e.sheet else "Engagement pris"
    return joined(f"{kind} : {e.label}", e.theme, f"jusqu’au {day(e.until)}" if e.until else "")


def _diagnosis(e: f.DiagnosisShared, t: Terms) -> str:
    return joined(
        "Diagnostic partagé établi",
        f"annexe {e.annex}" if e.annex else "",
        f"avec {listed(list(e.participants))}" if e.participants else "",
    )


def _valued(e: f.IndicatorValued, t: Terms) -> str:
    return f"Indicateur « {e.indicator} »" + (f" pour {e.year}" if e.year else "") + f" : {figure(e.value)}"


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.PlanAdopted: (
        "Plan d’actions adopté",
        lambda e, t: f"Plan d’actions {e.year} adopté" if e.year else "Plan d’actions de l’année adopté",
    ),
    f.CommitmentMade: ("Engagement pris, ou fiche action", _committed),
    f.CommitmentClosed: ("Engagement soldé, tenu ou abandonné", lambda e, t: f"Engagement soldé : {e.commitment}"),
    f.DiagnosisShared: ("Diagnostic partagé établi", _diagnosis),
    f.ReceptionOrganised: (
        "Accueil du public organisé",
        lambda e, t: "Accueil du public organisé ensemble" + (f" : {e.sites}" if e.sites else ""),
    ),
    f.CircuitDefined: (
        "Circuit des situations complexes défini",
        lambda e, t: "Circuit des situations complexes défini" + (f" : {e.cases}" if e.cases else ""),
    ),
    f.MilestoneReached: ("Étape franchie", lambda e, t: f"Étape franchie : {e.label}"),
    f.IndicatorValued: ("Valeur d’un indicateur", _valued),
}
