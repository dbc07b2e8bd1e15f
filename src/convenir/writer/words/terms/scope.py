"""The words of the clauses about the object, what stands above or beside it, and what each party keeps."""

from collections.abc import Callable
from typing import Any

from convenir.core.delays import Between, Day
from convenir.core.terms import scope as t
from convenir.writer.words.names import capital, day_words, delay_words, joined, party_name
from convenir.writer.words.terms.parties import on_words
from convenir.writer.words.values import COMPARATORS, NORM_EFFECTS, RELATIONS, STRENGTHS


def _until(day: Day) -> str:
    return f"en {day_words(day)}" if isinstance(day, Between) else f"au {day_words(day)}"


def _instrument(e: t.RelatedInstrument) -> str:
    return joined(
        e.title,
        RELATIONS[e.relation],
        f"signé {on_words(e.signed_on)}" if e.signed_on else "",
        f"pour {delay_words(e.span)}" if e.span else "",
        f"jusqu’{_until(e.ends_on)}" if e.ends_on else "",
        "à mettre à jour" if e.to_update else "",
    )


def _nature(e: t.Nature) -> str:
    return joined(
        "à titre expérimental" if e.experimental else "",
        "cadre politique" if e.political_framework else "",
        "ne change pas les dispositifs existants" if e.no_new_scheme else "",
    )


def _objectives(e: t.SharedObjectives) -> str:
    holder = f"{capital(party_name(e.holder))} : " if e.holder else ""
    return holder + " ; ".join(e.themes) + (" ; liste fermée" if e.closed else "")


def _autonomy(e: t.Autonomy) -> str:
    return joined(
        "compétences propres intactes" if e.no_impairment else "",
        "liberté de contracter" if e.free_to_contract else "",
        "pas d’exclusivité" if e.no_exclusivity else "",
        "engagements antérieurs maintenus" if e.prior_commitments_prevail else "",
    )


def _target(e: t.OrientationTarget) -> str:
    figure = f"{COMPARATORS[e.comparator]} {str(e.value).replace('.', ',')}"
    return joined(e.indicator, figure, party_name(e.holder) if e.holder else "")


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.Citation: ("Visa", lambda e: e.cited),
    t.RelatedInstrument: ("Autre acte cité", _instrument),
    t.Nature: ("Nature", _nature),
    t.Purpose: ("Objet", lambda e: ""),
    t.SharedObjectives: ("Thèmes", _objectives),
    t.OrientationTarget: ("Cible chiffrée", _target),
    t.UnilateralProgramme: (
        "Programme d’une partie",
        lambda e: joined(f"{capital(party_name(e.party))} : {e.action}", STRENGTHS[e.force]),
    ),
    t.Autonomy: ("Liberté des parties", _autonomy),
    t.HigherNorm: ("Norme supérieure", lambda e: f"{e.norm} : {NORM_EFFECTS[e.effect]}"),
}
