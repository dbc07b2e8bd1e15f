"""Whether a text layer is writing at all: some files give the codes of glyphs, or wrong letters."""

import re
from collections import Counter
from collections.abc import Callable

from convenir.reader.french.words import flat

# As many characters as it takes to tell, and as are looked at.
_LETTERS, _SAMPLE = 100, 1200
_COMMON = re.compile(r"(?:de|la|les?|et|du|des|une?|en|aux?|par|pour|sur|dans|que|qui|est|a|ou|ce|se|son|sa)$")
_WORD = re.compile(r"[^\W\d]+")
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüÿæœ")
_STRANGE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
# How some programs write the number of a glyph that they know no letter for.
_NUMBERED = "(cid:"


def is_garbled(words: str) -> bool:
    """Whether these words are no writing, on a page that has enough of them to tell.

    >>> is_garbled("La convention est conclue pour une durée de cinq ans. " * 4)
    False
    >>> is_garbled("/D FRQYHQWLRQ HVW FRQFOXH SRXU XQH GXUpH GH FLQT DQV " * 4)
    True
    >>> is_garbled("\\ufffd" * 200), is_garbled("12 450 €   1 200 €\\n" * 20)
    (True, False)
    """
    sample = words[:_SAMPLE]
    counted = Counter(sample.lower())
    solid = len(sample) - _of(counted, str.isspace)
    if solid < _LETTERS:
        return False
    if len(_STRANGE.findall(sample)) + sample.count(_NUMBERED) > 0.15 * solid:
        return True
    letters = _of(counted, str.isalpha)
    if letters < 0.3 * solid:
        # Tables of figures have few letters, and are no less writing.
        return _of(counted, str.isdigit) < 0.3 * solid
    if 0.3 < _of(counted, _VOWELS.__contains__) / letters < 0.6:
        return False
    found = _WORD.findall(flat(sample))
    return sum(_COMMON.match(word) is not None for word in found) < 0.02 * len(found)


def _of(counted: Counter[str], kind: Callable[[str], bool]) -> int:
    """How many characters are of that kind."""
    return sum([count for letter, count in counted.items() if kind(letter)])
