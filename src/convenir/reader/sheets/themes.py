"""When two ways of writing a theme are the same: «Axe 1 – Petite enfance» is «petite enfance»."""

import re

from convenir.reader.sheets.vocabulary import bare

_RANK = re.compile(
    r"^(?:(?:axe|orientation|thematique|theme|volet|champ|enjeu|domaine|priorite)\b\s*)?(?:n\s*)?(?:\d{1,2}|[ivx]{1,4})?\b\s*"
)


def same_theme(one: str, other: str) -> bool:
    """Whether the two are one theme, apart from capitals, accents, plurals and the rank of an axis.

    >>> same_theme("Axe 1 – Petite enfance", "la petite enfance"), same_theme("Jeunesse", "Enfance")
    (True, False)
    """
    return _core(one) == _core(other)


def _core(words: str) -> str:
    plain = bare(words)
    return _RANK.sub("", plain) or plain
