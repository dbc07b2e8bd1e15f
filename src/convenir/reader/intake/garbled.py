"""Whether a text layer is writing at all: some files give the codes of glyphs, or wrong letters."""

import re

from convenir.reader.french.words import flat

# As many characters as it takes to tell, and as are looked at.
_LETTERS, _SAMPLE = 100, 1200
_COMMON = re.compile(r"(?:de|la|les?|et|du|des|une?|en|aux?|par|pour|sur|dans|que|qui|est|a|ou|ce|se|son|sa)$")
_LETTER, _DIGIT, _WORD = re.compile("[a-z]"), re.compile(r"\d"), re.compile(r"[^\W\d]+")
_STRANGE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\(cid:\d+\)")


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
    solid = len("".join(sample.split()))
    if solid < _LETTERS:
        return False
    if len(_STRANGE.findall(sample)) > 0.15 * solid:
        return True
    plain = flat(sample)
    letters = len(_LETTER.findall(plain))
    if letters < 0.3 * solid:
        # Tables of figures have few letters, and are no less writing.
        return len(_DIGIT.findall(plain)) < 0.3 * solid
    if 0.3 < sum(map(plain.count, "aeiouy")) / letters < 0.6:
        return False
    found = _WORD.findall(plain)
    return sum(_COMMON.match(word) is not None for word in found) < 0.02 * len(found)
