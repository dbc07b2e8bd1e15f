"""The words of the clauses about how the convention ends early, and what then becomes of commitments."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import termination as t
from convenir.writer.words.names import delay_words, joined, parties_name
from convenir.writer.words.values import AFTER_ENDS, CLOCKS, FORMS, GROUNDS


def _by(keys: tuple[str, ...]) -> str:
    return parties_name(keys) or "chaque partie"


def _at_will(e: t.TerminationAtWill) -> str:
    return joined(
        _by(e.by),
        f"préavis de {delay_words(e.notice)}" if e.notice else "sans préavis stipulé",
        FORMS[e.form] if e.form else "forme libre",
        CLOCKS[e.clock] if e.clock else "",
        "à l’échéance seulement" if e.at_term else "",
        f"sous un titre qui annonce « {GROUNDS[e.title_ground]} »" if e.title_ground else "",
    )


def _cured(e: t.TerminationForDefault | t.TerminationForIllegality) -> str:
    return joined(
        _by(e.by),
        "après mise en demeure" if e.formal_notice else "",
        f"restée sans effet {delay_words(e.cure)}" if e.cure else "",
        CLOCKS[e.clock] if e.clock else "",
        FORMS[e.form] if e.form else "",
    )


def _on_ground(e: t.TerminationOnGround) -> str:
    return joined(
        GROUNDS[e.ground],
        f"préavis de {delay_words(e.notice)}" if e.notice else "",
        parties_name(e.by),
        FORMS[e.form] if e.form else "",
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.TerminationAtWill: ("Résiliation sans motif", _at_will),
    t.TerminationForDefault: ("Résiliation pour faute", _cured),
    t.TerminationForIllegality: ("Résiliation pour illégalité", _cured),
    t.AutomaticTermination: (
        "Résiliation sans mise en demeure",
        lambda e: f"{_by(e.by)}, en cas de changement sans avenant",
    ),
    t.TerminationOnGround: ("Autre cause de fin", _on_ground),
    t.TerminationEffects: (
        "Effets de la résiliation",
        lambda e: joined(AFTER_ENDS[e.after], "dommages et intérêts réservés" if e.damages else ""),
    ),
}
