"""How an avenant says that articles bear other numbers: «les articles 10 et 11 deviennent les articles 11 et 12»."""

import re
from collections.abc import Iterator

from convenir.reader.amending.edits import ArticleRenumbered, Edit, Target
from convenir.reader.amending.statements import Told
from convenir.reader.amending.targets import NUMBERS, numbers_in

_RANGE = r"\d+\s+a\s+\d+"
_LISTED = rf"(?:{_RANGE}|{NUMBERS})"
_RENUMBERED = re.compile(
    rf"\barticles?\s+(?P<old>{_LISTED})(?:\s+(?:actuels?|de\s+la\s+(?:presente\s+)?convention))?,?\s+"
    r"(?:devien(?:t|nent|dra|dront)|devenant|(?:est|sont|sera|seront)\s+renumerotes?)\s+"
    rf"(?:respectivement\s+)?(?:en\s+)?(?:(?:l'|les\s+)?articles?\s+)?(?P<new>{_LISTED})(?!\s*%)"
)


def renumberings(told: Told) -> Iterator[Edit]:
    """The articles that a statement numbers anew; what it says of their words is left to be read."""
    for found in told.every(_RENUMBERED):
        old, new = _each(found["old"]), _each(found["new"])
        if len(old) != len(new) or not old:
            continue
        told.strike(found.span())
        for before, number in zip(old, new, strict=True):
            yield ArticleRenumbered(target=Target(article=before), number=number, source=told.source)


def _each(words: str) -> list[str]:
    """
    >>> _each("10 a 12"), _each("premier et 4 bis")
    (['10', '11', '12'], ['1', '4 bis'])
    """
    if re.fullmatch(_RANGE, words):
        first, last = (int(number) for number in re.findall(r"\d+", words))
        return [str(number) for number in range(first, last + 1)]
    return list(numbers_in(words))
