"""Lists in a text: the items that follow a sentence ending with a colon, first level only."""

import re
from dataclasses import dataclass

from convenir.reader.french import flat, tidy
from convenir.reader.outline import Block, Paragraph

_OF = re.compile(r"(?:de\s+(?!la\b|l'|quoi)|d'(?=[aeiouyh])|du\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """The first-level items of a list, cleaned, and the place where the list ends."""

    items: tuple[str, ...]
    end: int


def list_after(block: Block, intro: Paragraph) -> FoundList | None:
    """The list that a paragraph announces, under it or on its own line after the colon; None where there is none."""
    if intro.number >= len(_under(block.paragraphs, intro)) or not block.paragraphs[intro.number].marker:
        return _inline(intro)
    chosen = _first_level(_under(block.paragraphs, intro), intro.number)
    items = tuple(cleaned(item.words) for item in chosen)
    items = tuple(item for item in items if item)
    return FoundList(items=items, end=chosen[-1].end) if len(items) > 1 else None


def _under(paragraphs: tuple[Paragraph, ...], intro: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraphs up to the next item of the list of which the intro is itself an item."""
    if not intro.marker:
        return paragraphs
    after = paragraphs[intro.number :]
    peers = (item.number - 1 for item in after if item.marker == intro.marker and item.indent <= intro.indent)
    return paragraphs[: next(peers, len(paragraphs))]


def _inline(intro: Paragraph) -> FoundList | None:
    """«… les domaines suivants : la petite enfance, la jeunesse et le logement.»"""
    _, _, tail = tidy(intro.words).rpartition(" :")
    parts = [part for part in re.split(r"\s*[,;]\s*(?:et\s+)?|\s+et\s+", tail.strip(" .")) if part]
    if len(parts) < 3 or max(map(len, parts)) > 70:
        return None
    return FoundList(items=tuple(cleaned(part) for part in parts), end=intro.end)


def _first_level(paragraphs: tuple[Paragraph, ...], begin: int) -> list[Paragraph]:
    first = paragraphs[begin]
    numbered = _scale(first.marker) == "1"
    chosen: list[Paragraph] = []
    for item in (paragraphs[place] for place in range(begin, len(paragraphs))):
        if not item.marker and not numbered:
            break
        if _scale(item.marker) != _scale(first.marker) or item.indent > first.indent:
            continue
        if numbered and _value(item.marker) != _value(first.marker) + len(chosen):
            break
        chosen.append(item)
    return _with_of(chosen)


def _with_of(chosen: list[Paragraph]) -> list[Paragraph]:
    """Where only some items begin with «de», these are the first level and the others explain them."""
    begun = [item for item in chosen if _OF.match(flat(item.words))]
    nested = chosen and begun and len(begun) < len(chosen) and begun[0] is chosen[0]
    return begun if nested and len(begun) > 1 else chosen


def _scale(marker: str) -> str:
    """
    >>> _scale("3."), _scale("b)"), _scale("IV –"), _scale("•"), _scale("")
    ('1', 'a', 'I', '-', '')
    """
    if not marker:
        return ""
    if marker[:1].isdigit():
        return "1"
    if re.match(r"[IVX]+\\b|[IVX]+\s?[.)–-]", marker):
        return "I"
    return "a" if marker[:1].isalpha() and marker != "o" else "-"


def _value(marker: str) -> int:
    found = re.match(r"\d+", marker)
    return int(found[0]) if found else 0


def cleaned(words: str) -> str:
    """An item as a theme: no «de» before, no colon nor what it introduces, no punctuation at the end.

    >>> cleaned("de soutenir les parents ;"), cleaned("Jeunesse : ouvrir un local"), cleaned("l'enfance,")
    ('soutenir les parents', 'Jeunesse', "l'enfance")
    """
    plain = tidy(words).strip(" *.;,:")
    head, colon, _ = plain.partition(" :")
    plain = head if colon and len(head) <= 90 else plain
    begin = _OF.match(flat(plain))
    return plain[begin.end() if begin else 0 :].strip(" *.;,:")
