"""Numbers as texts write them: in figures, in letters, or both, which may disagree."""

import re
from collections.abc import Iterator

_ATOMS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip

_S = r"(?:\s+|\s?-\s?)"
_DIGIT = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_TEENS = rf"(?:dix(?:{_S}(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)"
_UNDER_20 = rf"(?:{_TEENS}|{_DIGIT})\b"
_UNDER_100 = (
    rf"(?:quatre{_S}vingts?\b(?:{_S}{_UNDER_20})?|soixante\b(?:{_S}(?:et{_S}(?:onze|une?)\b|{_UNDER_20}))?"
    rf"|(?:vingt|trente|quarante|cinquante)\b(?:{_S}(?:et{_S}une?\b|{_DIGIT}\b))?|{_UNDER_20}|zero\b)"
)
# A percentage is no count: «dix pour cent».
_HUNDRED = rf"(?<!pour\s)cents?\b(?:{_S}{_UNDER_100})?"
_UNDER_1000 = rf"(?:{_UNDER_100}(?:{_S}{_HUNDRED})?|{_HUNDRED})"
# How a number in letters begins: most words fail there at once, which is three times faster than to try each number.
_BEGINS = rf"(?={'|'.join((*_ATOMS, 'cent', 'mille'))})"
_LETTERS = rf"(?:{_BEGINS}(?:mille\b(?:{_S}{_UNDER_1000})?|{_UNDER_1000}(?:{_S}mille\b(?:{_S}{_UNDER_1000})?)?))"
_FIGURES = r"\d{1,3}(?:\s\d{3})+\b|\d+"

# A number in figures, in letters, or both («trois (3)»), over flat words.
NUMBER = rf"\b(?:{_LETTERS}(?:\s*\(\s*(?:{_FIGURES})\s*\))?|(?:{_FIGURES})(?:\s*\(\s*{_LETTERS}\s*\))?)"
_NUMBER = re.compile(NUMBER)
_IN_FIGURES = re.compile(_FIGURES)
_IN_LETTERS = re.compile(rf"\b{_LETTERS}")


def number(words: str) -> int | None:
    """The first number of flat words; None where there is none, or where its letters and figures disagree.

    >>> number("six mois"), number("trois (3) mois"), number("24 (vingt-quatre) mois"), number("vingt et un jours")
    (6, 3, 24, 21)
    >>> number("trois cent soixante-cinq jours"), number("mille deux cents habitants"), number("1 500 habitants")
    (365, 1200, 1500)
    >>> number("plusieurs mois"), number("trois (4) mois")
    (None, None)
    """
    found = _NUMBER.search(words)
    if found is None or disagrees(found[0]):
        return None
    figures = _IN_FIGURES.search(found[0])
    return _of_figures(figures[0]) if figures else _of_letters(found[0])


def disagrees(written: str) -> bool:
    """Whether a number says one thing in letters and another in figures.

    >>> disagrees("trois (3)"), disagrees("trois (4)"), disagrees("4 (quatre-vingts)"), disagrees("trois")
    (False, True, True, False)
    """
    figures, letters = _IN_FIGURES.search(written), _IN_LETTERS.search(written)
    return figures is not None and letters is not None and _of_figures(figures[0]) != _of_letters(letters[0])


def disagreements(words: str) -> Iterator[re.Match[str]]:
    """The numbers of flat words that say one thing in letters and another in figures."""
    if "(" in words:
        yield from (found for found in _NUMBER.finditer(words) if disagrees(found[0]))


def _of_figures(words: str) -> int:
    return int("".join(words.split()))


def _of_letters(words: str) -> int:
    """
    >>> [_of_letters(words) for words in ("cent quatre-vingt-dix-sept", "deux cents", "trois mille deux cent dix")]
    [197, 200, 3210]
    """
    thousands, below = 0, 0
    for word in re.split(r"[\s-]+", words.strip()):
        if word == "mille":
            thousands, below = max(below, 1) * 1000, 0
        elif word in ("cent", "cents"):
            below = max(below, 1) * 100
        elif word in ("vingt", "vingts") and below % 100 == 4:
            # «quatre-vingt»
            below += 76
        elif word != "et":
            below += _ATOMS[word]
    return thousands + below
