"""What each party may lawfully do on a day, in which form, until when, with which effect."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from convenir.core.conclusion import parties
from convenir.core.delays import latest
from convenir.core.ending.breaches import breaches
from convenir.core.facts import Fact, known_on
from convenir.core.life import Life, life
from convenir.core.moves.agreements import agreeing_on_the_end, amending, concluding_again, following, renewing, signing
from convenir.core.moves.faults import curing, declaring, giving_formal_notice
from convenir.core.moves.letters import (
    denunciations,
    last_useful_reception,
    leaving,
    refusing,
    serving_again,
    withdrawing,
)
from convenir.core.moves.move import Move, MoveKind, Scene
from convenir.core.periods import duration_of
from convenir.core.source import Source
from convenir.core.terms import PartyClause, Terms
from convenir.core.workdays import FRENCH, Calendar

__all__ = ["Move", "MoveKind", "denunciations", "last_useful_reception", "moves"]

Mover: TypeAlias = Callable[[Scene, str], Iterator[Move]]

BEFORE: tuple[Mover, ...] = (signing,)
DURING: tuple[Mover, ...] = (
    leaving,
    serving_again,
    withdrawing,
    refusing,
    giving_formal_notice,
    curing,
    declaring,
    agreeing_on_the_end,
    amending,
    renewing,
    following,
)
AFTER: tuple[Mover, ...] = (concluding_again,)


def moves(
    terms: Terms, facts: Sequence[Fact], *, on: date, known: date, calendar: Calendar = FRENCH
) -> tuple[Move, ...]:
    """The possibilities of every party on that day, useful or not, in the order of the parties.

    Before the conclusion there is only to sign, after the end only to conclude another convention.
    """
    told = known_on(facts, known)
    lived = life(terms, told, calendar)
    text = lived.texts.on(on)
    scene = Scene(
        original=terms,
        text=text,
        facts=told,
        lived=lived,
        parties=tuple(parties(text, told)),
        breaches=breaches(lived.texts, told),
        on=on,
        calendar=calendar,
    )
    return tuple(
        move if move.because else replace(move, because=_life_words(scene))
        for party in scene.parties
        for mover in _open_to_all(lived, on)
        for move in mover(scene, party)
    )


def _life_words(scene: Scene) -> tuple[Source, ...]:
    """The words on which a move rests that no clause opens: those on the life, else on the parties, else the text."""
    duration = duration_of(scene.text)
    if duration is not None:
        return (duration.source,)
    named = (*scene.text.every(PartyClause), *scene.text.clauses)
    return (named[0].source if named else Source(text=scene.text.document.value, article="titre"),)


def _open_to_all(lived: Life, on: date) -> tuple[Mover, ...]:
    """The kinds of moves that the time of the life leaves."""
    if lived.concluded_on is None:
        return BEFORE
    if on < latest(lived.concluded_on):
        return ()
    last = lived.last_day or (lived.range[1] if lived.range else date.max)
    return DURING if on <= last else AFTER
