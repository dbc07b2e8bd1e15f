"""How annexes are cited, listed, headed, promised for later."""

import re
from collections.abc import Iterator

from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, pattern

# Over the words as printed: «annexé à» is no annex A.
_NUMBER = r"(?:\d+[a-hA-H]?(?!\w)|[IVX]+(?!\w|['’])|[A-H](?!\w|['’]))"
_CITED = Shape(
    rf"\b(?:[Aa]nnexes?|ANNEXES?)\s+(?:[nN]\s?[°o]s?\.?\s*)?(?P<numbers>{_NUMBER}(?:\s*(?:,|et|ou|à|-|/)\s*{_NUMBER})*)"
)
_PROMISED = pattern(
    r"\bulterieurement\b|\bintegration ulterieure\b|\ba venir\b|\ben cours d'(?:achevement|elaboration|ecriture)\b|"
    r"\bsera (?:\w+ )?(?:annexee?|jointe?|completee?|approfondie?)\b|\bseront (?:\w+ )?(?:annexee?s|jointe?s|"
    r"integree?s)\b|"
    r"\ba completer\b|\bapres (?:la )?signature\b"
)
_HOLLOW = pattern(
    r"^\W*(?:(?:copie|document|piece|voir|confere|cf|non publiee?|a venir|jointe?|ci[- ]jointe?|en piece jointe|"
    r"integration)\b[^.]{0,80})?\W*$"
)
_STATE = Shape(
    r"\s*[-–—(\[]*\s*(?:\b(?:à venir|jointe?|ci[- ]jointe?|non publiée?|à compléter|en cours)\b)\s*[)\]]*\s*$",
    re.IGNORECASE,
)


def cited_in(words: str) -> Iterator[str]:
    """The numbers of the annexes that the words cite.

    >>> list(cited_in("les annexes 2 et 3, et l'annexe n° 1 (annexe 2a)"))
    ['2', '3', '1', '2a']
    """
    for found in _CITED.finditer(words):
        for number in re.findall(_NUMBER, found["numbers"]):
            yield normal(number)


def normal(number: str) -> str:
    """A number of annex as it is compared: «2 A» and «2a» are one."""
    plain = re.sub(r"\s+", "", number)
    return plain.upper() if re.fullmatch(r"[ivxa-h]+", plain, re.IGNORECASE) else plain.lower()


def is_promised(words: str) -> bool:
    """Whether the words put something off until after the signature.

    >>> is_promised("Le portrait sera annexé ultérieurement."), is_promised("Le portrait figure en annexe.")
    (True, False)
    """
    return bool(_PROMISED.search(flat(words)))


def is_hollow(words: str) -> bool:
    """Whether the words of an annex hold nothing but a mention of state: «(copie jointe à l'original)».

    >>> is_hollow("(copie jointe à l'original)"), is_hollow(""), is_hollow("Les foyers sont au nombre de 300.")
    (True, True, False)
    """
    return bool(_HOLLOW.match(flat(words)))


def bare_title(title: str) -> str:
    """A title without its mention of state.

    >>> bare_title("Plan d'actions (à venir)")
    "Plan d'actions"
    """
    return _STATE.sub("", title).strip(" .:-–—")
