"""The days and delays that a text defines once («« Préavis » s'entend d'un délai de quatre mois») and uses by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from convenir.reader.french.marking import marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, delays, flat
from convenir.reader.passages import Said

_NAME = r'"\s*(?:l[ea]s?\s|l\'\s?)?(?P<name>[^"]{3,40}?)\s*"'
_MEANS = r"(?:s'entend(?:ent|ra)?|designe(?:nt|ra)?|signifie(?:nt|ra)?|correspond(?:ent)?|renvoie(?:nt)?)"
_DEFINED = (
    # «« Terme » s'entend du 30 novembre 2024», «on entend par « Terme » le 30 novembre 2024»
    Shape(rf"{_NAME}\s*:?\s*{_MEANS}\s+(?P<meaning>[^;]+)"),
    Shape(rf"\bpar\s+{_NAME}\s*,?(?:\s+on\s+entend)?\s*:?\s+(?P<meaning>[^;]+)"),
)
# «un délai de quatre mois (ci-après « le Préavis »)»: what stands before a bracket is only read where a name is in it.
_BRACKET = rf"\(\s*(?:ci-apres\s*,?\s*)?(?:denommee?s?\s+)?(?:l[ea]s?\s+|l')?{_NAME}\s*\)"
_IN_BRACKET = Shape(_BRACKET)
_BEFORE_BRACKET = Shape(rf"(?P<meaning>[^.;()]{{4,120}}){_BRACKET}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Definition:
    """A name with capitals, as printed, and the words that stand for it."""

    name: str
    words: str


def spelled_out(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """The sentences, with the days and delays in the place of the names that the text gives them."""
    found = tuple(definition for each in said for definition in _definitions(each))
    return tuple(_spelled_out(each, found) for each in said) if found else said


def _definitions(each: Said) -> Iterator[_Definition]:
    if '"' not in each.plain:
        return
    for found in (found for shape in _shapes(each.plain) for found in shape.finditer(each.plain)):
        name = each.line[found.start("name") : found.end("name")]
        words = _words(each.line[found.start("meaning") : found.end("meaning")].strip(), name)
        # Without a capital, nothing tells the name from the common word.
        if words and name != name.lower():
            yield _Definition(name=name, words=words)


def _shapes(plain: str) -> tuple[Shape, ...]:
    """The ways of defining that the words may use."""
    return (*_DEFINED, _BEFORE_BRACKET) if _IN_BRACKET.search(plain) else _DEFINED


def _words(meaning: str, name: str) -> str:
    """What to write for the name: the day alone, or the name with the delay and all that is said of it."""
    day = next((found for found in days(meaning) if found.day), None)
    if day:
        return day.words
    delay = next(delays(meaning), None)
    return f"{name} de {meaning[delay.start :]}" if delay else ""


def _spelled_out(each: Said, definitions: tuple[_Definition, ...]) -> Said:
    named = [one for one in definitions if one.name in each.line]
    if not named or any(shape.search(each.plain) for shape in _shapes(each.plain)):
        return each
    line = each.line
    for one in named:
        line = one.words.join(re.split(rf"\b{re.escape(one.name)}\b", line))
    found = marked(line)
    return replace(each, raw=line, line=line, plain=flat(line), marked=found, words=found.words)
