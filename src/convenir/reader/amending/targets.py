"""How an avenant names the places of the convention: articles, alinéas, sentences, annexes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from convenir.reader.amending.edits import Target
from convenir.reader.wordings.amendment.annexes import normal

_NUMBER = r"(?:\d+(?:[.-]\d+)*(?:\s?(?:bis|ter|quater)\b)?|premier\b|1\s?er\b|[ivx]+\b|preliminaire\b|unique\b)"
_LIST = rf"{_NUMBER}(?:\s*(?:,|et|ou)\s*(?:(?:de\s+)?l'article\s+)?{_NUMBER})*"
# Not the articles of a law, nor those of the avenant itself.
_ELSEWHERE = r"(?:present|avenant|codes?\b|reglement|loi|decret|ordonnance|arrete|rgpd)"
_OWN = rf"(?!\w)(?!\s+(?:du|de|de\s+la|de\s+l'|des)\s*{_ELSEWHERE})"
ARTICLE = rf"\b(?:articles?|art\.)\s+(?:n\s?[°o]\.?\s*)?(?P<articles>{_LIST}){_OWN}"
_ARTICLE = re.compile(ARTICLE)
_EACH = re.compile(_NUMBER)
_ANNEX_NUMBER = r"(?:\d+(?:\s?[a-h]\b)?|[ivx]+\b|[a-h]\b)"
_ANNEX_LIST = rf"{_ANNEX_NUMBER}(?:\s*(?:,|et|ou)\s*(?:l'annexe\s+)?{_ANNEX_NUMBER})*"
ANNEX = rf"\bannexes?\s+(?:n\s?[°o]s?\.?\s*)?(?P<annexes>{_ANNEX_LIST})"
_ANNEX = re.compile(ANNEX)
_EACH_ANNEX = re.compile(_ANNEX_NUMBER)
_PREAMBLE = re.compile(r"\b(?:au|du|le)\s+preambule\b")

_RANKS = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "second": 2, "seconde": 2, "deuxieme": 2, "troisieme": 3,
    "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10,
    "dernier": -1, "derniere": -1, "avant-dernier": -2, "avant-derniere": -2, "penultieme": -2,
}  # fmt: skip
_RANK = "|".join(sorted(_RANKS, key=len, reverse=True)) + r"|\d+\s?e(?:me)?"
ALINEA = rf"(?:(?P<rank>{_RANK})\s+(?:alinea|paragraphe)|(?:alinea|paragraphe)\s+(?:n\s?°\s*)?(?P<count>\d+|premier)\b)"
_ALINEA = re.compile(rf"\b{ALINEA}")
_SENTENCE = re.compile(rf"\b(?P<rank>{_RANK})\s+phrase\b")
# «du même article», «dudit article», «cet article»
_SAME = re.compile(r"\b(?:meme|dit|dudit|audit|cet|susvise)\s+article\b|\barticle\s+(?:precite|susvise)\b")


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
        yield from (article_label(each[0]) for each in _EACH.finditer(found["articles"]))


def annexes_in(words: str) -> Iterator[str]:
    """The annexes that masked words name by their numbers.

    >>> list(annexes_in("les annexes 2 et 3 a, puis l'annexe iv"))
    ['2', '3a', 'IV']
    """
    for found in _ANNEX.finditer(words):
        yield from (normal(each[0]) for each in _EACH_ANNEX.finditer(found["annexes"]))


def target_in(words: str, known: Target) -> Target:
    """The place that masked words name; what they leave out is that of the statement above, `known`.

    >>> target_in("au second alinea de l'article 5, les mots", Target())
    Target(article='5', paragraph=2, sentence=None)
    >>> target_in("la derniere phrase du premier alinea est supprimee", Target(article="7"))
    Target(article='7', paragraph=1, sentence=-1)
    """
    article = next(articles_in(words), None)
    if article is None:
        annex = next(annexes_in(words), None)
        article = f"annexe {annex}" if annex else None
    if article is None and _PREAMBLE.search(words):
        article = "préambule"
    alinea, sentence = _ALINEA.search(words), _SENTENCE.search(words)
    here = article is None or bool(_SAME.search(words))
    paragraph = _rank(alinea[0]) if alinea else (known.paragraph if here and sentence else None)
    return Target(
        article=known.article if article is None else article,
        paragraph=paragraph,
        sentence=_rank(sentence[0]) if sentence else None,
    )


def _rank(words: str) -> int:
    named = next((rank for word, rank in _BY_LENGTH if re.search(rf"(?<![\w-]){word}\b", words)), None)
    if named is not None:
        return named
    digits = re.search(r"\d+", words)
    return int(digits[0]) if digits else 1


_BY_LENGTH = sorted(_RANKS.items(), key=lambda pair: -len(pair[0]))


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
