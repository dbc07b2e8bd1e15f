"""How an avenant names articles and annexes of the convention, and their order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from convenir.reader.wordings.amendment.annexes import normal

_NUMBER = r"(?:\d+(?:[.-]\d+)*(?:\s?(?:bis|ter|quater)\b)?|premier\b|1\s?er\b|[ivx]+\b|preliminaire\b|unique\b)"
NUMBERS = rf"{_NUMBER}(?:\s*(?:,|et|ou)\s*(?:(?:de\s+)?l'article\s+)?{_NUMBER})*"
# Not the articles of a law, nor those of the avenant itself.
_ELSEWHERE = r"(?:present|avenant|codes?\b|reglement|loi|decret|ordonnance|arrete|rgpd)"
_OWN = rf"(?!\w)(?!\s+(?:du|de|de\s+la|de\s+l'|des)\s*{_ELSEWHERE})"
ARTICLE = rf"\b(?:articles?|art\.)\s+(?:n\s?[°o]\.?\s*)?(?P<articles>{NUMBERS}){_OWN}"
_ARTICLE = re.compile(ARTICLE)
_EACH = re.compile(_NUMBER)
# «annexe 3 a», not «l'annexe 3 à la convention».
ANNEX_NUMBER = r"(?:\d+(?:\s?[a-h]\b(?!(?<=\sa)\s+(?:l[ae]\b|l'|cette\b|ladite\b)))?|[ivx]+\b|[a-h]\b)"
_ANNEX_LIST = rf"{ANNEX_NUMBER}(?:\s*(?:,|et|ou)\s*(?:l'annexe\s+)?{ANNEX_NUMBER})*"
ANNEX = rf"\bannexes?\s+(?:n\s?[°o]s?\.?\s*)?(?P<annexes>{_ANNEX_LIST})"
_ANNEX = re.compile(ANNEX)
_EACH_ANNEX = re.compile(ANNEX_NUMBER)


def article_label(number: str) -> str:
    """The number of an article as a source writes it.

    >>> article_label("premier"), article_label("12 bis"), article_label("iv"), article_label("preliminaire")
    ('1', '12 bis', 'IV', 'préliminaire')
    """
    plain = re.sub(r"\s+", " ", number.strip())
    if re.match(r"1\s?er\b|premier|unique", plain):
        return "1"
    if plain == "preliminaire":
        return "préliminaire"
    return plain if plain.strip("ivx") else plain.upper()


def articles_in(words: str) -> Iterator[str]:
    """The articles of the convention that masked words name.

    >>> list(articles_in("les articles 6, 8 et 12 de la convention et l'article 28 du reglement"))
    ['6', '8', '12']
    """
    for found in _ARTICLE.finditer(words):
        yield from numbers_in(found["articles"])


def numbers_in(listed: str) -> Iterator[str]:
    """The articles that a list of numbers names, as sources write them."""
    yield from (article_label(each[0]) for each in _EACH.finditer(listed))


def annexes_in(words: str) -> Iterator[str]:
    """The annexes that masked words name by their numbers.

    >>> list(annexes_in("les annexes 2 et 3 a, puis l'annexe iv"))
    ['2', '3a', 'IV']
    """
    for found in _ANNEX.finditer(words):
        yield from (normal(each[0]) for each in _EACH_ANNEX.finditer(found["annexes"]))


_ROMAN = {"I": 1, "V": 5, "X": 10}
_REPEATED = ("", "bis", "ter", "quater")


def order(number: str) -> tuple[int, int, int]:
    """The place of an article among those of a text: «12», «12 bis», «12.1», «13».

    >>> sorted(["13", "IV", "12 bis", "12", "preliminaire", "2.10", "2.9"], key=order)
    ['preliminaire', '2.9', '2.10', 'IV', '12', '12 bis', '13']
    """
    found = re.match(r"(\d+)(?:[.-](\d+))?(?:\s?(bis|ter|quater))?", number)
    if found:
        return int(found[1]), int(found[2] or 0), _REPEATED.index(found[3] or "")
    values = [_ROMAN[letter] for letter in number.upper()] if number and not number.upper().strip("IVX") else []
    return sum(-value if value < following else value for value, following in pairwise([*values, 0])), 0, 0
