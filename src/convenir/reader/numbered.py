"""How the articles of a convention are found that numbers them without the word «article»."""

import re
from collections.abc import Iterator

from convenir.reader.lines import Line, Mark, Sign

_TITLE = re.compile(r"[#*\s]*(?P<number>\d{1,2}|[ivx]{1,4})\s*(?:[.):]|-)\s*(?=[^\d\s])")


def numbered(every: tuple[Line, ...], found: tuple[Mark, ...]) -> Iterator[Mark]:
    """Titles «1. Objet», «II – Durée» of a convention that numbers its articles without the word.

    Only after parties named as such, for at least four titles that count from 1 without a hole.
    """
    parties = next((mark.line for mark in found if mark.sign is Sign.PARTIES), None)
    yield from found
    if parties is None:
        return
    taken = {mark.line for mark in found}
    titles = [mark for mark in _numbered_titles(every) if mark.line > parties and mark.line not in taken]
    run = _run(titles)
    if len(run) >= 4:
        yield from run


def _numbered_titles(every: tuple[Line, ...]) -> Iterator[Mark]:
    for index, line in enumerate(every):
        found = _TITLE.match(line.flat)
        if found and line.gap and len(line.words) <= 110 and line.words[-1] not in ".;,:":
            title = line.words[found.end() :]
            if title[:1].isupper():
                yield Mark(sign=Sign.ARTICLE, line=index, number=found["number"].upper(), title_at=found.end())


def _run(titles: list[Mark]) -> list[Mark]:
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
    best: list[Mark] = []
    for scale in (tuple(str(n) for n in range(1, 40)), roman):
        run: list[Mark] = []
        for mark in titles:
            if len(run) < len(scale) and mark.number == scale[len(run)]:
                run.append(mark)
        best = max(best, run, key=len)
    return best
