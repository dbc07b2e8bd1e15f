"""Tables of contents and lists of annexes, told from the headings of the body."""

import re
from collections.abc import Iterator

from convenir.reader.outlining.lines import Line
from convenir.reader.outlining.signs import Mark, Sign

HEADED = (Sign.ARTICLE, Sign.ANNEX, Sign.PREAMBLE, Sign.DIVISION)
_LEADER = re.compile(r"(?:\.{3,}|…{2,}|(?:\. ){3,}|\s{3,}|\t)\s*(?:p\.?\s*|page\s*)?\d{1,3}\s*\.*$")


def is_leader(line: Line) -> bool:
    """Whether the line ends with dots and a page number."""
    return bool(_LEADER.search(line.words))


def listed(every: tuple[Line, ...], found: tuple[Mark, ...]) -> frozenset[int]:
    """The lines that belong to a table of contents or a list of annexes."""
    by_line = {mark.line: mark for mark in found}
    known: set[int] = set()
    for mark in found:
        if mark.sign is Sign.CONTENTS and mark.line not in known:
            region = tuple(_region(every, by_line, mark.line))
            known.update(region if len(region) > 1 else ())
    known.update(mark.line for mark in found if mark.sign in HEADED and is_leader(every[mark.line]))
    known.update(_doubles(found, by_line, known, len(every)))
    return frozenset(known)


def _region(every: tuple[Line, ...], by_line: dict[int, Mark], begin: int) -> Iterator[int]:
    """The lines of a table from its heading on: it stops where a heading returns or where sentences begin."""
    yield begin
    seen: set[tuple[Sign, str, str]] = set()
    division = ""
    last = begin
    for index in range(begin + 1, len(every)):
        mark = by_line.get(index)
        if mark is None:
            if _is_text(every[index]):
                return
            continue
        division = mark.number if mark.sign is Sign.DIVISION else division
        key = (mark.sign, division, mark.number)
        if mark.sign not in (*HEADED, Sign.CONTENTS) or (mark.sign in HEADED and key in seen):
            yield from range(last + 1, index)
            return
        following = every[index + 1] if index + 1 < len(every) else None
        if following and index + 1 not in by_line and _is_text(following):
            yield from range(last + 1, index)
            return
        yield from range(last + 1, index + 1)
        seen.add(key)
        last = index


def _is_text(line: Line) -> bool:
    if is_leader(line):
        return False
    return len(line.words) > 160 or (len(line.words) > 60 and line.words.endswith("."))


def _doubles(found: tuple[Mark, ...], by_line: dict[int, Mark], known: set[int], count: int) -> Iterator[int]:
    """Headings without a word under them that return further on."""
    last = {(mark.sign, mark.number): mark.line for mark in found if mark.sign in (Sign.ARTICLE, Sign.ANNEX)}
    for mark in found:
        returns = last.get((mark.sign, mark.number), mark.line) > mark.line
        below = by_line.get(mark.line + 1)
        headed = below is not None and below.sign in (*HEADED, Sign.CONTENTS)
        if returns and mark.line + 1 < count and (headed or mark.line + 1 in known):
            yield mark.line
