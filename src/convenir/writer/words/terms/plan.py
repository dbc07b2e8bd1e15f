"""The words of the clauses about the diagnosis, the plan of actions, its means and its indicators."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import plan as t
from convenir.writer.words.names import body_name, day_words, joined, listed, the
from convenir.writer.words.values import STRENGTHS


def _diagnosis(e: t.SharedDiagnosis) -> str:
    return joined(
        f"annexe {e.annex}" if e.annex else "",
        "à compléter plus tard" if e.deferred else "",
        f"avec {listed(list(e.participants))}" if e.participants else "",
    )


def _plan(e: t.ActionPlan) -> str:
    return joined(
        "chaque année" if e.yearly else "pour la durée de la convention",
        f"annexe {e.annex}" if e.annex else "",
        "par fiches" if e.by_sheets else "",
        f"{len(e.themes)} thèmes" if e.themes else "",
        "liste fermée" if e.closed else "",
        f"complétée par {the(body_name(e.extended_by))}" if e.extended_by else "",
        STRENGTHS[e.force],
    )


def _means(e: t.Means) -> str:
    return joined("humains" if e.human else "", "matériels" if e.material else "", STRENGTHS[e.force])


def _indicators(e: t.IndicatorRule) -> str:
    return joined(
        e.place,
        f"au moins {e.minimum} par fiche" if e.minimum > 1 else "",
        "avec unité et cible" if e.quality else "",
    )


def _network(e: t.ReceptionNetwork) -> str:
    return joined(e.sites, "adapté aux plus fragiles" if e.adapted else "", STRENGTHS[e.force])


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.SharedDiagnosis: ("Diagnostic partagé", _diagnosis),
    t.ActionPlan: ("Plan d’actions", _plan),
    t.Means: ("Moyens", _means),
    t.CaseCircuit: ("Circuit des situations complexes", lambda e: joined(e.cases, STRENGTHS[e.force])),
    t.ReceptionNetwork: ("Réseau d’accueil", _network),
    t.IndicatorRule: ("Indicateurs", _indicators),
    t.Milestone: (
        "Étape",
        lambda e: joined(e.label, day_words(e.planned) if e.planned else e.words or "date à fixer"),
    ),
}
