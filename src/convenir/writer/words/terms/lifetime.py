"""The words of the clauses about how long the convention lives."""

from collections.abc import Callable
from typing import Any

from convenir.core.delays import Between, Day
from convenir.core.terms import lifetime as t
from convenir.writer.words.names import day_words, delay_words, joined
from convenir.writer.words.values import MODES, STARTS


def _from(day: Day) -> str:
    """«du 4 juin 2003», «de mars 2008», «d’avril 2008»."""
    words = day_words(day)
    if not isinstance(day, Between):
        return f"du {words}"
    return f"d’{words}" if words[0] in "ao" else f"de {words}"


def _start(e: t.Duration) -> str:
    if e.starts_on:
        return f"à compter {_from(e.starts_on)}"
    return "début en blanc" if e.start is t.Start.FIXED else STARTS[e.start]


def _duration(e: t.Duration) -> str:
    if e.ends_on:
        return f"{_start(e)}, jusqu’au {day_words(e.ends_on)}" + (" inclus" if e.inclusive else "")
    if e.span:
        return joined(_start(e), f"pour {delay_words(e.span)}")
    return joined(_start(e), "fin en blanc" if e.left_blank else "fin non écrite")


def _renewal(e: t.Renewal) -> str:
    return joined(
        MODES[e.mode],
        f"par période de {delay_words(e.step)}" if e.step else "",
        f"{delay_words(e.ceiling)} au plus" if e.ceiling else "",
        f"dénonciation {delay_words(e.denunciation)} avant" if e.denunciation else "",
        "clause incomplète" if e.obscure else "",
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.Duration: ("Durée", _duration),
    t.Renewal: ("Reconduction", _renewal),
}
