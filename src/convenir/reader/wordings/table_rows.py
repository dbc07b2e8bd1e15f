"""Rows of tables that stand in a text as lines, their cells parted by bars, tabulations or wide blanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.reader.french.words import tidy
from convenir.reader.outline import Block

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"\s{3,}|\t+|\s*\|\s*")
# Some blank or bar parts the cells of every row that has two.
_MARKS = ("|", "\t", "   ")
# Under the head of a table: «|---|---|».
_RULE = re.compile(r"[|: -]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the text with its cells, and its place; a line of running text is a row of one cell."""

    cells: tuple[str, ...]
    start: int
    end: int
    paragraph: int


def has_cells(block: Block) -> bool:
    """Whether some line of the block may have two cells."""
    return any(mark in paragraph.words for paragraph in block.paragraphs for mark in _MARKS)


def rows(block: Block) -> Iterator[Row]:
    """The lines of a block, in order; rules between them are left out."""
    for paragraph in block.paragraphs:
        for line in _LINE.finditer(paragraph.words):
            words = line[0].strip()
            if not words or _RULE.match(words):
                continue
            at = paragraph.start + line.start() + line[0].index(words[0])
            yield Row(cells=_cells(words), start=at, end=at + len(words), paragraph=paragraph.number)


def _cells(words: str) -> tuple[str, ...]:
    """The cells of a line; most lines are running text, and cost nothing more."""
    if not any(mark in words for mark in _MARKS):
        return (words,)
    return tuple(tidy(cell).strip(" *") for cell in _CELL.split(words.strip("| ")))
