"""What the lines of a text announce, in order: headings, then formulas; headings that a text only quotes left out."""

import re
from dataclasses import replace
from functools import lru_cache

from convenir.reader.outlining.formulas import formula
from convenir.reader.outlining.headings import heading
from convenir.reader.outlining.lines import Line, lines
from convenir.reader.outlining.numbered import numbered
from convenir.reader.outlining.signs import Mark, Sign


# As for the lines: those of most deposits are those of one act.
@lru_cache(maxsize=1)
def marks(text: str) -> tuple[Mark, ...]:
    """What the lines announce, in order; a line that announces nothing gives no mark."""
    every = lines(text)
    quoted = _quoted(every)
    told = (_mark(index, line, quoted=index in quoted) for index, line in enumerate(every))
    found = tuple(mark for mark in told if mark and not (mark.sign is Sign.ARTICLE and _is_announced(every, mark)))
    return numbered(every, _counted_alike(found))


def _counted_alike(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks, where «Article Ier» stands above «Article 2» with the number 1."""
    numbers = {mark.number for mark in found if mark.sign is Sign.ARTICLE}
    if "I" not in numbers or "II" in numbers or "2" not in numbers:
        return found
    first = next(mark for mark in found if mark.sign is Sign.ARTICLE and mark.number == "I")
    return tuple(replace(mark, number="1") if mark is first else mark for mark in found)


def starts_block(line: Line) -> bool:
    """Whether the line, alone, opens a part of the text."""
    mark = _mark(0, line, quoted=False)
    return mark is not None and mark.sign not in (Sign.PREAMBLE, Sign.CONTENTS, Sign.SIGNATURE, Sign.SIGNATORIES)


def _mark(index: int, line: Line, *, quoted: bool) -> Mark | None:
    return formula(index, line) if quoted else heading(index, line) or formula(index, line)


# --- headings that a text quotes ------------------------------------------------------------------------------

# «L'article 10 est remplacé par :», at the end of a line.
_ANNOUNCED = re.compile(r"\b(?:remplac|redig|complet|modifi|inser|ajout|libell|devient)\w*\b[^;]*[:\"]\s*$")
# More lines than that between quotation marks: one of the marks was forgotten.
_LONGEST_QUOTE = 80


def _is_announced(every: tuple[Line, ...], mark: Mark) -> bool:
    """Whether the words right above announce a new wording of the article of that number."""
    above = " ".join(line.flat for line in every[max(mark.line - 3, 0) : mark.line])
    if not above.endswith((":", '"')) or _ANNOUNCED.search(above) is None:
        return False
    return re.search(rf"\barticles?\b[^:]*\b{re.escape(mark.number.casefold())}\b", above) is not None


def _quoted(every: tuple[Line, ...]) -> frozenset[int]:
    """The lines that begin inside quotation marks."""
    quoted: set[int] = set()
    opened = False
    for index, line in enumerate(every):
        if opened:
            quoted.add(index)
        balance = line.words.count("«") - line.words.count("»")
        opened = balance >= 0 if opened else balance > 0 and _closes(every, index)
    return frozenset(quoted)


def _closes(every: tuple[Line, ...], index: int) -> bool:
    """Whether the quotation that a line opens is closed before another one is opened."""
    for line in every[index + 1 : index + _LONGEST_QUOTE]:
        balance = line.words.count("«") - line.words.count("»")
        if balance:
            return balance < 0
    return False
