"""Lines of a text: those that say something, each with its place."""

import re
from dataclasses import dataclass
from functools import lru_cache

from convenir.reader.french.words import flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank. `start` and `end` leave out the blanks around it; `gap` is true after a blank line."""

    words: str
    flat: str
    start: int
    end: int
    indent: int
    gap: bool

    def after(self, place: int) -> "Line":
        """What remains of the line from that place on, counted from its first word."""
        return Line(
            words=self.words[place:], flat=self.flat[place:], start=self.start + place, end=self.end,
            indent=self.indent, gap=self.gap,
        )  # fmt: skip


_PAGE = re.compile(r"(?:page\s*)?[-–—~.|]?\s*\d{1,3}\s*(?:(?:/|sur)\s*\d{1,3})?\s*[-–—~.|]?$", re.IGNORECASE)
# Under a title, or between two parts.
_RULE = re.compile(r"[-=~_*–—]{3,}$")

# A line that ends so goes on below.
_CUT = re.compile(r"\b(?:[dl][aeu]s?|et|ou|une?|aux?|en|par|pour|dans|avec|s(?:a|on|es)|à)$|[«(]$")


def is_cut(words: str) -> bool:
    """Whether the words end on one that calls for another, as a line does that an editor cut.

    >>> is_cut("présidé par le maire de la"), is_cut("Le président de la Communauté")
    (True, False)
    """
    return _CUT.search(words) is not None


# Some twenty times the longest conventions. Reading takes time with each character and each line: what is longer is no
# convention, and must not hold up whoever waits for theirs.
MOST_CHARACTERS = 500_000
MOST_LINES = 20_000


def end_of_reading(text: str) -> int:
    """Where reading stops: at the end of the text, or between two words or lines of one too long to be read whole.

    >>> end_of_reading("Article 1\\nObjet"), end_of_reading("Objet\\n" * 30_000)
    (15, 120000)
    """
    kept = text
    if len(text) > MOST_CHARACTERS:
        blank = max(text.rfind(" ", 0, MOST_CHARACTERS), text.rfind("\n", 0, MOST_CHARACTERS))
        kept = text[: blank if blank > 0 else MOST_CHARACTERS]
    return sum(map(len, kept.splitlines(keepends=True)[:MOST_LINES]))


# Most deposits are one act, cut into lines to find its bounds and again for its outline.
@lru_cache(maxsize=1)
def lines(text: str) -> tuple[Line, ...]:
    """The lines that say something: blank lines, page numbers and rules under titles are left out."""
    found: list[Line] = []
    start, gap = 0, False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if not words or _RULE.match(words):
            gap = True
        elif not _PAGE.match(words):
            margin = raw[: raw.index(words[0])]
            at, indent = start + len(margin), len(margin.expandtabs(4))
            found.append(Line(words=words, flat=flat(words), start=at, end=at + len(words), indent=indent, gap=gap))
            gap = False
        start += len(raw)
    return tuple(found)
