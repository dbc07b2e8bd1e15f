"""The words of the clauses about how the text changes, its annexes, and what stands if a clause falls."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import amendment as t
from convenir.writer.words.names import delay_words, joined
from convenir.writer.words.values import SCOPES


def _amendment(e: t.AmendmentClause) -> str:
    return joined(
        SCOPES[e.scope],
        "liste des changements" if e.lists_changes else "",
        "annexes comprises" if e.covers_annexes else "",
        "facultatif" if e.optional else "",
    )


def _annex(e: t.Annex) -> str:
    state = "promise pour plus tard" if e.deferred else ("" if e.present else "absente du fichier")
    within = f"sous {delay_words(e.within)}" if e.within else ""
    return joined(f"annexe {e.number}".strip() + (f" « {e.title} »" if e.title else ""), state, within)


def _severability(e: t.Severability) -> str:
    return joined(
        "une clause nulle n’emporte pas les autres", "sur jugement ou règle de droit en vigueur" if e.by_law else ""
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.AmendmentClause: ("Avenant", _amendment),
    t.Annex: ("Annexe", _annex),
    t.Severability: ("Divisibilité", _severability),
    t.TitlePrecedence: ("Titre et contenu", lambda e: "le contenu l’emporte sur le titre"),
}
