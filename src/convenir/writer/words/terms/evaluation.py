"""The words of the clauses about evaluations and bilans."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import evaluation as t
from convenir.writer.words.names import body_name, delay_words, joined, the, to_the
from convenir.writer.words.values import MOMENTS, ROLES, STRENGTHS


def _body(e: t.Evaluation | t.Review) -> str:
    """«examinée par le comité de pilotage», «présenté au comité de suivi»."""
    if not (e.role and e.body):
        return ""
    name, gender = body_name(e.body), "e" if isinstance(e, t.Evaluation) else ""
    before = to_the(name) if e.role is t.BodyRole.RECEIVES else f"par {the(name)}"
    return f"{ROLES[e.role]}{gender} {before}"


def _questions(e: t.Evaluation | t.Review) -> str:
    return f"{e.questions} questions" if e.questions else ""


def _evaluation(e: t.Evaluation) -> str:
    return joined(
        MOMENTS[e.moment],
        _body(e),
        f"étapes validées par {the(body_name(e.validator))}" if e.validator else "",
        f"la première sous {delay_words(e.first_within)}" if e.first_within else "",
        _questions(e),
        "référents désignés d’abord" if e.referents else "",
        STRENGTHS[e.force],
    )


def _review(e: t.Review) -> str:
    return joined(
        MOMENTS[e.moment],
        _body(e),
        f"sous {delay_words(e.within)}" if e.within else "",
        "avec une évaluation des effets" if e.effects else "",
        _questions(e),
        STRENGTHS[e.force],
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.Evaluation: ("Évaluation", _evaluation),
    t.Review: ("Bilan", _review),
}
