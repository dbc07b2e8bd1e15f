"""How the articles of a convention are found that does not call them so: chapters, numbers, letters, mere titles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.shapes import Shape
from convenir.reader.outlining.contents import is_leader
from convenir.reader.outlining.lines import Line
from convenir.reader.outlining.signs import Mark, Sign

_NUMBER = re.compile(
    r"[#\s]*(?P<sign>§\s*)?\(?(?P<number>(?:\d{1,2}|[ivx]{1,5}|[a-z])(?:\.\d{1,2})?)"
    r"(?:\s*(?P<joint>[.):°/]|-)-?\s*|\s+)(?=[^\W\d]|[\"'])"
)
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX",
)  # fmt: skip
_FIGURES = tuple(str(number) for number in range(1, 60))
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
# Fewer titles than that may be those of a list, or of the parts of a preamble.
_LEAST = 4
# What the titles of a convention speak of, at their beginning.
_SUBJECT = Shape(
    r"^(?:(?:la|le|les|l'|de|du|des|nos|notre|-)\s*)?"
    r"(?:objet|duree|date d'effet|entree en vigueur|prise d'effet|resiliation|denonciation|fin d[eu]?|engagements?|"
    r"obligations|modification|avenants?|evaluation|bilan|suivi|pilotage|gouvernance|instances?|comites?|litiges?|"
    r"differends?|contentieux|recours|reglement d[eu]?s?|confidentialite|secret|communication|echanges? de?|donnees|"
    r"protection de?s?|champs? de?|thematiques|domaines|modalites|dispositions|moyens|financement|plan d'action|"
    r"annexes|renouvellement|reconduction|revision|nullite|execution)\b"
)
# Titles that ask: «Qui fait quoi ?», «Jusqu'à quand ?»
_ASKED = Shape(
    r"^(?:(?:a|de|par|pour|avec|sur)\s+)?(?:qui|que|quoi|quel\w*|comment|combien|pourquoi|quand|ou|jusqu'a|depuis|est-ce|"
    r"qu'\w+|et\s+(?:si|apres|quand)|peut-on)\b[^.;:]{2,80}\?$"
)
_ITEM = re.compile(rf"[{BULLETS}*o]\s|\d{{1,2}}\s?[.)°]|[a-z]\s?[.)]")


def numbered(every: tuple[Line, ...], found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks, with those of the articles that the text does not call so.

    Only after parties named as such, for at least four titles that count from the first without a hole.
    """
    parties = next((mark.line for mark in found if mark.sign in (Sign.PARTIES, Sign.SIGNATORIES)), None)
    articles = [mark for mark in found if mark.sign is Sign.ARTICLE]
    if parties is None or len(articles) >= _LEAST or any(mark.number in ("1", "I", "A") for mark in articles):
        return found
    counted = (_worded(every, parties), _chapters(every, found), _run(every, found, parties))
    chosen = max(counted, key=len) or _titles(every, found, parties)
    if not chosen:
        return found
    # An article of a law, cited at the beginning of a line, heads nothing here.
    lines = {mark.line for mark in (*chosen, *articles)}
    kept = (mark for mark in found if mark.line not in lines)
    return tuple(sorted((*kept, *chosen), key=lambda mark: mark.line))


# --- chapters -------------------------------------------------------------------------------------------------


def _chapters(every: tuple[Line, ...], found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """«Chapitre 1», «Section 2», that hold sentences, not smaller titles with a number."""
    divisions = [mark for mark in found if mark.sign is Sign.DIVISION and not mark.number.endswith("partie")]
    texts = [mark for mark in divisions if not is_leader(every[mark.line])]
    smaller = {mark.line for mark in _candidates(every)}
    if len(texts) < _LEAST or 2 * sum(mark.line + 1 in smaller for mark in texts) >= len(texts):
        return ()
    return tuple(replace(mark, sign=Sign.ARTICLE, number=mark.number.split()[-1]) for mark in divisions)


# --- another word than «article» ------------------------------------------------------------------------------

_WORDED = re.compile(
    r"[#\s]*(?P<word>principe|engagement|regle|point|stipulation|disposition|paragraphe|valeur|condition)\s+"
    r"(?:n\s?[°o]\s*)?(?P<number>\d{1,2}|[ivx]{1,5}|[a-h])(?![a-z'])(?P<joint>[\s:.)/-]*)"
)
# A word and a number leave less doubt than a number.
_LEAST_WORDED = 3


def _worded(every: tuple[Line, ...], parties: int) -> tuple[Mark, ...]:
    """«Principe 1 – Accueillir», «Engagement n° 2 : Écouter», that count from the first."""
    told: dict[str, list[Mark]] = {}
    for index, line in enumerate(every):
        found = _WORDED.match(line.flat) if index > parties else None
        if found is None or not line.words[0].isupper() or len(line.words) > 110 or line.words[-1] in ".;,":
            continue
        number = line.words[found.start("number") : found.end("number")].upper()
        mark = Mark(sign=Sign.ARTICLE, line=index, number=number, title_at=found.end())
        told.setdefault(found["word"], []).append(mark)
    runs = [_counted(titles, [], follows) for titles in told.values() for follows in _SCALES]
    best = max(runs, key=len, default=[])
    return tuple(best) if len(best) >= _LEAST_WORDED else ()


# --- numbers and letters --------------------------------------------------------------------------------------


def _run(every: tuple[Line, ...], found: tuple[Mark, ...], parties: int) -> tuple[Mark, ...]:
    """Titles «1. Objet», «II – Durée», «A. L'ambition», «1.1 Contexte» of the longest count."""
    taken = {mark.line for mark in found if mark.sign is not Sign.PREAMBLE}
    divisions = [mark.line for mark in found if mark.sign is Sign.DIVISION]
    titles = [mark for mark in _candidates(every) if mark.line > parties and mark.line not in taken]
    runs = [_counted(titles, divisions, follows) for follows in (*_SCALES, _decimal)]
    best = max(runs, key=len)
    return tuple(best) if len(best) >= _LEAST else ()


def _candidates(every: tuple[Line, ...]) -> Iterator[Mark]:
    dense = _is_dense(every)
    for index, line in enumerate(every):
        apart = line.gap or (dense and not _in_list(every, index))
        if not apart or len(line.words) > 110 or line.words[-1] in ".;,:" or is_leader(line):
            continue
        found = _NUMBER.match(line.flat)
        if found is None or not line.words[found.end() :].lstrip("«\"' ")[:1].isupper():
            continue
        printed = line.words[found.start("number") : found.end("number")]
        bare = not found["joint"] and not found["sign"]
        if (bare and not printed[-1].isdigit()) or printed.islower():
            continue
        yield Mark(sign=Sign.ARTICLE, line=index, number=printed.lstrip("0"), title_at=found.end())


def _in_list(every: tuple[Line, ...], index: int) -> bool:
    """Whether a numbered line stands beside another one, as the items of a list do, and not under a whole sentence."""
    beside = (*every[max(index - 1, 0) : index], *every[index + 1 : index + 2])
    whole = index > 0 and every[index - 1].words[-1] in ".,;:"
    return not whole and any(_NUMBER.match(line.flat) for line in beside)


def _is_dense(every: tuple[Line, ...]) -> bool:
    """Whether the file kept no blank line between its paragraphs."""
    return sum(line.gap for line in every) * 15 < len(every)


_Follows = Callable[[str, str], bool]


def _in(scale: tuple[str, ...]) -> _Follows:
    """Whether a number comes right after another one on a scale; after none, whether it is the first."""
    following = dict(zip(("", *scale), scale, strict=False))
    return lambda before, number: following.get(before) == number


_SCALES = (_in(_FIGURES), _in(_ROMAN), _in(_LETTERS))


def _decimal(before: str, number: str) -> bool:
    """
    >>> _decimal("", "1.1"), _decimal("1.3", "1.4"), _decimal("1.3", "2.1"), _decimal("1.3", "3.1")
    (True, True, True, False)
    >>> _decimal("", "I.1"), _decimal("II.3", "III.1"), _decimal("A.2", "A.3")
    (True, True, True)
    """
    first, _, second = number.partition(".")
    last, _, latest = before.partition(".")
    if not second:
        return False
    if before and first == last:
        return int(second) == int(latest) + 1
    return second == "1" and any(follows(last, first) for follows in _SCALES)


def _counted(titles: list[Mark], divisions: list[int], follows: _Follows) -> list[Mark]:
    """The titles that count from the first; in another division, a count may start again."""
    run: list[Mark] = []
    for mark in titles:
        before = run[-1].number if run else ""
        divided = run and any(run[-1].line < line < mark.line for line in divisions)
        if follows(before, mark.number) or (divided and follows("", mark.number)):
            run.append(mark)
    return run


# --- titles without any number --------------------------------------------------------------------------------


def _titles(every: tuple[Line, ...], found: tuple[Mark, ...], parties: int) -> tuple[Mark, ...]:
    """«OBJET», «DURÉE», «RÉSILIATION», alone on their lines between the parties and the signatures."""
    taken = {mark.line for mark in found}
    ends = (mark.line for mark in found if mark.line > parties and mark.sign is Sign.CLOSING)
    end = next(ends, len(every))
    alone = [index for index in range(parties + 1, end) if index not in taken and _is_alone(every, index)]
    capitals = [index for index in alone if every[index].words.isupper()]
    for chosen in (capitals, alone):
        subjects = sum(_is_subject(every[index].flat.strip(" *#_")) for index in chosen)
        if len(chosen) >= _LEAST and subjects >= max(_LEAST // 2, len(chosen) // 3):
            return tuple(Mark(sign=Sign.ARTICLE, line=index, title_at=0) for index in chosen)
    return ()


def _is_subject(words: str) -> bool:
    return _SUBJECT.search(words) is not None or _ASKED.search(words) is not None


def _is_alone(every: tuple[Line, ...], index: int) -> bool:
    """Whether the line stands as a title between two blank lines, or in capitals above its text."""
    line = every[index]
    words = line.words.strip("*#_: ")
    short = 4 <= len(words) <= 80 and words[:1].isupper() and words[-1:] not in ".;,!»"
    if not (short and line.gap) or index + 1 == len(every) or re.search(r"\d{3}|\s{3,}|\bpage \d", words):
        return False
    below = every[index + 1]
    # A colon may announce a list.
    colon = line.words.rstrip("* ").endswith(":")
    if colon and _ITEM.match(below.words):
        return False
    return words.isupper() or below.gap or (colon and _is_subject(line.flat.strip(" *#_")))
