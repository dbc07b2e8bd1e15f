"""Runs of words that a text keeps, gains or loses: what a page shows of a difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of words from one text to another."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words with one fate. Kept and deleted words stand at `start` to `end` of the first text, inserted ones in those
    of the text that brings them; None where no text has them (the blank between two paragraphs).
    """

    fate: Fate
    words: str
    start: int | None = None
    end: int | None = None


def after(runs: Iterable[Run]) -> str:
    """The words of the second text.

    >>> runs = [Run(fate=Fate.DELETED, words="un"), Run(fate=Fate.INSERTED, words="six")]
    >>> after(runs), before(runs)
    ('six', 'un')
    """
    return "".join(run.words for run in runs if run.fate is not Fate.DELETED)


def before(runs: Iterable[Run]) -> str:
    """The words of the first text."""
    return "".join(run.words for run in runs if run.fate is not Fate.INSERTED)
