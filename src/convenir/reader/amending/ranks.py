"""How an avenant counts alinéas, tirets and sentences: «le second alinéa», «les trois derniers tirets»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from convenir.reader.french.numbers import NUMBER, number

_RANKS = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "second": 2, "seconde": 2, "deuxieme": 2, "troisieme": 3,
    "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10,
    "dernier": -1, "derniere": -1, "avant-dernier": -2, "avant-derniere": -2, "penultieme": -2,
}  # fmt: skip
_RANK = rf"(?<![\w-])(?:(?:{'|'.join(sorted(_RANKS, key=len, reverse=True))})s?\b|\d+\s?e(?:me)?\b)"
_UNIT = r"(?:alineas?|paragraphes?|tirets?|puces?|phrases?)\b"
_JOINT = r"\s*(?:,\s*(?:et\b)?|et\b|aux?\b|a\b)\s*(?:l[ea]s?\s+|du\s+|de\s+la\s+|au\s+)*"
_RANKED = rf"(?P<ranks>{_RANK}(?:{_JOINT}{_RANK})*)\s+(?P<ranked>{_UNIT})"
_COUNTED = rf"\b(?P<count>{NUMBER})\s+(?P<side>premier|dernier)(?:s|es)\s+(?P<counted>{_UNIT})"
# «alinéas 2 à 4»; «paragraphe 9.1» is a numbered point, not the ninth alinéa.
_ONE = r"(?:premier\b|\d+\b(?![.-]\d))"
_NUMBERED = rf"\b(?P<numbered>{_UNIT})\s+(?:n\s?[°o]s?\s*)?(?P<numbers>{_ONE}(?:\s*(?:,|et|a|au)\s*{_ONE})*)"
_NAMED = re.compile(rf"{_COUNTED}|{_RANKED}|{_NUMBERED}")
_EACH = re.compile(rf"(?P<joint>\b(?:aux?|a)\s+)?(?:le\s+)?(?P<rank>{_RANK}|{_ONE})")
# «un nouveau second alinéa» is one that the avenant brings.
_NEW = re.compile(r"\b(?:une?|nouveau|nouvel|nouvelle)\s+$")
_WITHIN = 30
# Without names, to stand in longer patterns.
RANKED = re.sub(r"\?P<\w+>", "?:", f"(?:{_COUNTED}|{_RANKED}|{_NUMBERED})")


class Unit(StrEnum):
    """What is counted."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Alinéas, items or sentences named at `start` to `end` of the words, in runs from a first to a last one."""

    unit: Unit
    runs: tuple[tuple[int, int], ...]
    start: int
    end: int


def counted_in(words: str) -> Iterator[Counted]:
    """The alinéas, items and sentences that masked words name; not those that they bring («un second alinéa»).

    >>> [(one.unit.value, one.runs) for one in counted_in("les deuxieme et troisieme alineas, le dernier tiret")]
    [('paragraph', ((2, 3),)), ('item', ((-1, -1),))]
    >>> [one.runs for one in counted_in("les alineas 2 a 4, la premiere et la derniere phrase, un cinquieme tiret")]
    [((2, 4),), ((1, 1), (-1, -1))]
    """
    for found in _NAMED.finditer(words):
        if _NEW.search(words[max(0, found.start() - _WITHIN) : found.start()]):
            continue
        named = found["counted"] or found["ranked"] or found["numbered"]
        yield Counted(unit=_unit(named), runs=_runs(found), start=found.start(), end=found.end())


def _unit(named: str) -> Unit:
    if named.startswith("phrase"):
        return Unit.SENTENCE
    return Unit.ITEM if named.startswith(("tiret", "puce")) else Unit.PARAGRAPH


def _runs(found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    if found["counted"]:
        count = number(found["count"]) or 1
        return ((1, count),) if found["side"] == "premier" else ((-count, -1),)
    ranks: list[tuple[int, int]] = []
    for each in _EACH.finditer(found["ranks"] or found["numbers"]):
        rank = _rank(each["rank"])
        if each["joint"] and ranks:
            ranks[-1] = ranks[-1][0], rank
        else:
            ranks.append((rank, rank))
    return tuple(_joined(ranks))


def _joined(ranks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranks, those that follow each other as one run."""
    starts = [0, *(at + 1 for at, (one, other) in enumerate(pairwise(ranks)) if one[1] + 1 != other[0])]
    for start, end in pairwise([*starts, len(ranks)]):
        yield ranks[start][0], ranks[end - 1][1]


def _rank(words: str) -> int:
    plain = words.strip()
    if plain in _RANKS:
        return _RANKS[plain]
    if plain.removesuffix("s") in _RANKS:
        return _RANKS[plain.removesuffix("s")]
    return int(re.sub(r"\D", "", plain))
