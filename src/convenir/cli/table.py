"""Aligned, and on a terminal coloured, lines for people."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from convenir.core.obligation import State
from convenir.core.standing import Status
from convenir.writer.french_dates import NARROW
from convenir.writer.french_typography import WIDE, unbroken

RED, AMBER, GREEN, DIM, BOLD = "31", "33", "32", "2", "1"
OF_STATE = {State.LATE: RED, State.MISSED: RED, State.DUE: AMBER, State.DONE: DIM, State.OPEN: DIM}
OF_STATUS = {Status.IN_FORCE: GREEN, Status.IN_FORCE_RENEWED: GREEN, Status.IN_FORCE_UNDER_NOTICE: AMBER}
CODE = re.compile(r"\x1b\[\d+m")


def painted(words: str, colour: str | None) -> str:
    """The words in that colour, when a person looks at a terminal that wants colours (NO_COLOR is respected)."""
    if colour is None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return words
    return f"\x1b[{colour}m{words}\x1b[0m"


def width() -> int:
    """How many characters a line may have."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def paragraph(words: str, indent: str = "") -> str:
    """The words cut into lines of the terminal's width, never inside «31 décembre» or before «;»."""
    return _plain(textwrap.fill(unbroken(words), width(), initial_indent=indent, subsequent_indent=indent))


def _plain(words: str) -> str:
    """No-break spaces have done their work once lines are cut: others may search what is printed."""
    return words.replace(WIDE, " ").replace(NARROW, " ")


def aligned(rows: Sequence[Sequence[str]], *, most: Mapping[int, int] | None = None) -> list[str]:
    """Rows whose columns are aligned; the last one is not padded. Colours do not count in the width.

    `most` gives the greatest width of some columns (by place, from 0): what is longer goes on below.

    >>> aligned([("a", "bc"), ("long", "d")])
    ['a     bc', 'long  d']
    >>> aligned([("a", "words that go on", "z")], most={1: 10})
    ['a  words that  z', '   go on']
    """
    if not rows:
        return []
    limits = most or {}
    cut = [[_cut(cell, limits.get(place)) for place, cell in enumerate(row)] for row in rows]
    sizes = [max(_length(line) for cell in column for line in cell) for column in zip(*cut, strict=True)]
    return [
        "  ".join(line + " " * (size - _length(line)) for line, size in zip(lines, sizes, strict=True)).rstrip()
        for row in cut
        for lines in zip_longest(*row, fillvalue="")
    ]


def _cut(cell: str, limit: int | None) -> list[str]:
    return [_plain(line) for line in textwrap.wrap(unbroken(cell), limit)] or [""] if limit else [cell]


def _length(line: str) -> int:
    return len(CODE.sub("", line))
