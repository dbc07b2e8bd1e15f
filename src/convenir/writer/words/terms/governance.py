"""The words of the clauses about bodies: who sits, how often, who chairs, who writes, what each does."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import governance as t
from convenir.writer.words.names import body_name, delay_words, joined, parties_name, the
from convenir.writer.words.values import PERS, TURNS


def _committee(e: t.Committee) -> str:
    return joined(
        e.name,
        "une par thème" if e.by_theme else "",
        "à parité" if e.parity else "",
        f"{e.seats} membres par partie" if e.seats else "",
        "membres désignés par leur fonction" if e.by_office else "",
        "peut être créé" if e.optional else "",
    )


def _cadence(e: t.MeetingCadence) -> str:
    least = "au moins " if e.bound is t.Bound.MINIMUM else ""
    return f"{body_name(e.body)} : {least}{e.count} fois par {PERS[e.per]}"


def _turn(e: t.ChairRule | t.SecretariatRule) -> str:
    holder = parties_name(e.holders) or e.words
    may = "" if getattr(e, "binding", True) else "peut être assuré par"
    how = "" if e.turn is t.Turn.HELD else TURNS[e.turn]
    who = " ".join(part for part in (may, holder, how) if part)
    return f"{body_name(e.body)} : {who}"


def _sequence(e: t.MeetingSequence) -> str:
    gap = delay_words(e.delay) if e.delay else ""
    return f"{body_name(e.first)} {gap + ' ' if gap else ''}avant chaque {body_name(e.then)}"


def _advisory(e: t.AdvisoryMembers) -> str:
    return joined(body_name(e.body), "d’un commun accord" if e.common_accord else "")


def _circulation(e: t.DocumentCirculation) -> str:
    return f"{delay_words(e.delay)} avant {the(body_name(e.body))}" + (f", par {e.sender}" if e.sender else "")


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.Committee: ("Instance", _committee),
    t.AdvisoryMembers: ("Voix consultatives", _advisory),
    t.MeetingCadence: ("Rythme", _cadence),
    t.ChairRule: ("Présidence", _turn),
    t.SecretariatRule: ("Secrétariat", _turn),
    t.MeetingSequence: ("Ordre des séances", _sequence),
    t.DocumentCirculation: ("Envoi des documents", _circulation),
    t.CommitteePowers: ("Rôle de l’instance", lambda e: f"{body_name(e.body)} : {' ; '.join(e.powers)}"),
    t.Referents: ("Référents", lambda e: e.purpose),
}
