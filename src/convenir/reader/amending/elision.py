"""How new words join those before them: «d’un mois» becomes «de quinze jours», «de trois mois» «d’un an»."""

import re

from convenir.reader.amending.edits import Excerpt
from convenir.reader.amending.places import Span
from convenir.reader.amending.splice import Splice
from convenir.reader.french.words import flat

_ELIDED, _FULL = re.compile(r"\bd['’]$"), re.compile(r"\bde\s$")
# What is counted so calls for «d'»; «de» stands before «onze», which begins with a vowel all the same.
_ONE, _CONSONANT = re.compile(r"une?\b"), re.compile(r"onze\b|huit\b|\d|[^\W\daeiouyh]")


def over(text: str, span: Span, new: Excerpt, *, anywhere: bool = False) -> Splice:
    """The new words over the old ones, with the «de» or «d’» that stands before them as they ask for it."""
    start, end = span
    before, plain = text[max(0, start - 3) : start], flat(new.words)
    if _ELIDED.search(before) and _CONSONANT.match(plain):
        return Splice(start=start - 2, end=end, pieces=("de ", new), anywhere=anywhere)
    if _FULL.search(before) and _ONE.match(plain):
        return Splice(start=start - 3, end=end, pieces=("d’", new), anywhere=anywhere)
    return Splice(start=start, end=end, pieces=(new,), anywhere=anywhere)
