"""Characters of a convention that give way to others, and what may stand in the way of that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from convenir.reader.amending.edits import Excerpt, Measure, Target
from convenir.reader.amending.places import Missing

# A piece of new words: those of the avenant, or a blank or a heading of ours.
Piece: TypeAlias = Excerpt | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """Characters from `start` to `end` of the convention give way to the pieces.

    `anywhere`: the edit aims at no article, and gives way itself where another one rewrites the place.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchWords:
    """Words that the place aimed at does not hold."""

    words: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """A new article whose number the convention has; an empty number is one that the avenant does not give."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyHeld:
    """What an edit writes is what the convention says: nothing is made twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotJoined:
    """An annex that the avenant announces without its words."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partly:
    """New words for an article that may replace all of it, or only what they write anew: all of it was replaced."""

    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchValue:
    """A value that no clause states there, or that several do."""

    measure: Measure
    target: Target


Doubt: TypeAlias = Missing | NoSuchWords | NoSuchValue | AlreadyThere | AlreadyHeld | NotJoined | Partly
Done: TypeAlias = Iterator[Splice | Doubt]
