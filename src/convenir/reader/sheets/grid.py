"""A sheet as it is before anything is understood of it: rows of contents, merged cells, and how a cell is called."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from convenir.reader.intake.limits import MOST_CELLS, MOST_SHEET_COLUMNS
from convenir.reader.sheets.refusals import TooManyCells

# What a cell holds. Programs write days either as days or as words, and numbers likewise.
Content: TypeAlias = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Cells that were made one, from `top` and `left` to `bottom` and `right`, both included and counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook, a delimited text, or a table of a document (`of_document`); rows have the same length."""

    name: str
    rows: tuple[tuple[Content, ...], ...]
    merges: tuple[Merge, ...] = ()
    of_document: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def at(self, row: int, column: int) -> Content:
        """What a cell holds; nothing outside the sheet."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else None

    def place(self, row: int, column: int | None = None) -> str:
        """How a person finds a cell, or a row.

        >>> Sheet(name="Plan", rows=()).place(11, 2), Sheet(name="Plan", rows=()).place(11)
        ('Feuille « Plan », cellule C12', 'Feuille « Plan », ligne 12')
        >>> Sheet(name="Tableau 2", rows=(), of_document=True).place(2, 1)
        'Tableau 2, ligne 3, colonne 2'
        """
        if self.of_document:
            return f"{self.name}, ligne {row + 1}" + (f", colonne {column + 1}" if column is not None else "")
        where = f"ligne {row + 1}" if column is None else f"cellule {letters(column)}{row + 1}"
        return f"Feuille « {self.name} », {where}" if self.name else where[:1].upper() + where[1:]

    def covering(self, row: int, column: int) -> Merge | None:
        """The merged cell of which that one is a part, and not the head."""
        found = (one for one in self.merges if one.top <= row <= one.bottom and one.left <= column <= one.right)
        return next((one for one in found if (one.top, one.left) != (row, column)), None)


def letters(column: int) -> str:
    """The name of a column counted from 0.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def words_of(content: Content) -> str:
    """A content as one reads it on a line.

    >>> words_of(" Petite\\n enfance "), words_of(3.0), words_of(date(2025, 12, 31)), words_of(None), words_of(True)
    ('Petite enfance', '3', '31/12/2025', '', 'oui')
    """
    match content:
        case None:
            return ""
        case bool():
            return "oui" if content else "non"
        case float() if content.is_integer():
            return str(int(content))
        case float():
            return str(content).replace(".", ",")
        case date():
            return f"{content.day:02}/{content.month:02}/{content.year}"
        case _:
            return " ".join(str(content).split())


def is_blank(content: Content) -> bool:
    """Whether there is nothing to read in a cell."""
    return content is None or (isinstance(content, str) and not content.strip())


def squared(rows: list[list[Content]]) -> tuple[tuple[Content, ...], ...]:
    """Rows of the same length, without the blank ones at the end and at the right; refuses too many."""
    used = [(row, column) for row, cells in enumerate(rows) for column, one in enumerate(cells) if not is_blank(one)]
    height, width = (max(found) + 1 for found in zip(*used, strict=True)) if used else (0, 0)
    # Rows are made as long as the longest: one very long row would multiply all the others.
    if width > MOST_SHEET_COLUMNS or height * width > 4 * MOST_CELLS:
        raise TooManyCells(most=MOST_CELLS)
    return tuple(tuple((cells + [None] * width)[:width]) for cells in rows[:height])
