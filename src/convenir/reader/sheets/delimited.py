"""Delimited texts (CSV, TSV) to rows, whatever their encoding and their separator."""

import csv
import sys
from collections.abc import Iterator
from io import StringIO

from convenir.reader.intake.limits import MOST_CELLS
from convenir.reader.intake.plain import text
from convenir.reader.sheets.grid import Content, Sheet, squared
from convenir.reader.sheets.refusals import TooManyCells

# In the order in which they are preferred where two of them cut the lines equally well.
SEPARATORS = (";", "\t", "|", ",")
# The lines on which the separator is chosen.
_SAMPLE = 60


def sheet_of(data: bytes, name: str) -> Sheet:
    """The rows of a delimited text; refuses what is empty, too long or no text."""
    words = text(data)
    declared, words = _declared(words)
    return Sheet(name=name, rows=squared(list(_rows(words, declared or separator(words)))))


def _declared(words: str) -> tuple[str, str]:
    """The separator that Excel reads in a first line «sep=;», and the rest."""
    first, _, rest = words.partition("\n")
    told = first.strip().strip('"')
    return (told[4:], rest) if told.lower().startswith("sep=") and told[4:] in SEPARATORS else ("", words)


def separator(words: str) -> str:
    """What cuts most lines in the same number of cells.

    >>> separator("nom;montant\\nA;1,5\\nB;2,5"), separator("a,b\\n1,2"), separator("une seule colonne")
    (';', ',', ';')
    """
    sample = "\n".join(words.split("\n", _SAMPLE)[:_SAMPLE])
    return max(SEPARATORS, key=lambda one: (_regularity(sample, one), -SEPARATORS.index(one)))


def _regularity(sample: str, separator: str) -> int:
    """How many lines have the most usual number of cells, where this number is more than one."""
    counts = [len(row) for row in _cut(sample, separator) if row]
    several = [count for count in counts if count > 1]
    return max((several.count(count) for count in set(several)), default=0)


def _rows(words: str, separator: str) -> Iterator[list[Content]]:
    left = MOST_CELLS
    for row in _cut(words, separator):
        left -= len(row)
        if left < 0:
            raise TooManyCells(most=MOST_CELLS)
        yield [cell if cell.strip() else None for cell in row]


def _cut(words: str, separator: str) -> Iterator[list[str]]:
    # One cell may hold a whole description; the text itself is bounded.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    return csv.reader(StringIO(words, newline=""), delimiter=separator)
