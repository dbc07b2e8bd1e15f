"""Stretches of words on the pages of a PDF, whatever gave them: its text layer or a recognition of its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from convenir.reader.intake.manuscript import Box


class Run(NamedTuple):
    """Words that follow one another on one line. Lengths are in points, from the top left of the page as it is read.

    `size` is the height of its type, from the deepest to the highest letter. A named tuple, since pages have hundreds.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    doubt: float = 0.0

    @property
    def middle(self) -> float:
        """How far down the page the middle of the words is."""
        return (self.top + self.bottom) / 2


class Ruling(NamedTuple):
    """A line drawn on the page, across or down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def across(self) -> bool:
        """Whether it goes from left to right."""
        return self.right - self.left > self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page: its number from 1, what is written on it, what stands across it (a stamp, «PROJET»), what is struck.

    `turn` is by how many quarters of a turn the page is turned, clockwise, for its words to be upright. Width and
    height are those of the page so turned. `recognised` is true where the words come from its picture.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...] = ()
    slanted: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    turn: int = 0
    recognised: bool = False

    def letters(self) -> int:
        """How many letters are written on it."""
        return sum(letter.isalpha() for run in self.runs for letter in run.words)

    def packed(self) -> list[Any]:
        """The same as lists, texts and numbers, to be stored; a recognition tells nothing that is struck."""
        return [self.number, self.width, self.height, self.turn, self.runs, self.slanted, self.rulings]

    @staticmethod
    def unpacked(packed: Sequence[Any]) -> "Leaf":
        """The page that was packed."""
        number, width, height, turn, runs, slanted, rulings = packed
        return Leaf(
            number=number,
            width=width,
            height=height,
            turn=turn,
            runs=tuple(Run(*run) for run in runs),
            slanted=tuple(slanted),
            rulings=tuple(Ruling(*ruling) for ruling in rulings),
        )

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The same rectangle in fractions of the page as it is shown, before it is turned to be read."""
        width, height = self.width, self.height
        if not self.turn and 0 <= left <= right <= width and 0 <= top <= bottom <= height:
            return (round(left / width, 4), round(top / height, 4), round(right / width, 4), round(bottom / height, 4))
        left, right = _shares(left, right, self.width)
        top, bottom = _shares(top, bottom, self.height)
        for _ in range(self.turn):
            left, top, right, bottom = top, 1 - right, bottom, 1 - left
        return (round(left, 4), round(top, 4), round(right, 4), round(bottom, 4))


def _shares(start: float, end: float, whole: float) -> tuple[float, float]:
    """From where to where it goes, as shares of the whole; what stands out of the page stands at its edge."""
    if end < start:
        start, end = end, start
    if start >= 0 and end <= whole and whole > 0:
        return start / whole, end / whole
    return _share(start, whole), _share(end, whole)


def _share(length: float, whole: float) -> float:
    return 0.0 if whole <= 0 or length < 0 else min(length / whole, 1.0)
