"""Words between quotation marks: where they stand, what they say, and the text with each of them masked."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.reader.amending.edits import Excerpt
from convenir.reader.french.words import flat

# In masked words, each character of a quotation is this one, so that places stay the same.
MASK = "\ue000"
# A quotation in a pattern over masked words.
Q = f"(?:{MASK}+)"

_OPENING, _CLOSING = "«“„", "»”"
_MARK = re.compile(r"[«»“”„\"]")
# No article is near that long. A quotation that nothing closes ends with its line.
_LONGEST = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation: `start` and `end` take its marks in."""

    start: int
    end: int


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a text, the outer ones; those that only a line end parts are one.

    >>> found = quotes("les mots « A « b » » et « C ».")
    >>> [(quote.start, quote.end) for quote in found]
    [(9, 20), (24, 29)]
    """
    found: list[Quote] = []
    for quote in _each(text):
        between = text[found[-1].end : quote.start] if found else "-"
        if not between.strip() and "\n" in between:
            found[-1] = Quote(start=found[-1].start, end=quote.end)
        else:
            found.append(quote)
    return tuple(found)


def _each(text: str) -> Iterator[Quote]:
    at = 0
    while opening := _MARK.search(text, at):
        if opening[0] in _CLOSING:
            at = opening.end()
            continue
        end = _end(text, opening.start())
        if end is None:
            line = text.find("\n", opening.end())
            end = len(text) if line < 0 else line
        yield Quote(start=opening.start(), end=end)
        at = end


def _end(text: str, start: int) -> int | None:
    """Where the quotation that opens there closes; an opening mark at the head of a line opens no other."""
    if text[start] == '"':
        closing = text.find('"', start + 1, start + _LONGEST)
        return closing + 1 if closing > 0 else None
    depth = 0
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        if mark[0] in _OPENING:
            depth += mark.start() == start or not _heads_line(text, mark.start())
        elif mark[0] in _CLOSING:
            depth -= 1
        if depth == 0:
            return mark.end()
    return None


def _heads_line(text: str, at: int) -> bool:
    return text[max(0, at - 40) : at].rstrip(" \t").endswith("\n")


def masked(text: str, found: tuple[Quote, ...]) -> str:
    """The flat words of a text, its quotations masked; the same length.

    >>> masked("À l’article 4, « A » part", quotes("À l’article 4, « A » part")).replace(MASK, "q")
    "a l'article 4, qqqqq part"
    """
    plain = flat(text.replace(MASK, " "))
    pieces, at = [], 0
    for quote in found:
        pieces += [plain[at : quote.start], MASK * (quote.end - quote.start)]
        at = quote.end
    return "".join([*pieces, plain[at:]])


def inside(found: tuple[Quote, ...], place: int) -> bool:
    """Whether a place of the text stands within a quotation."""
    index = bisect_right(found, place, key=lambda quote: quote.start) - 1
    return index >= 0 and place < found[index].end


_EDGES = " \t\n\r\f\u00a0\u202f"
_OPENED = re.compile(r"[«“„\"]?[\s\u00a0\u202f]*")
_CLOSED = re.compile(r"[\s\u00a0\u202f]*[»”\"]?$")
_REPEATED = re.compile(r"(?m)^[ \t\u00a0\u202f]*[«“„][ \t\u00a0\u202f]*")
_SHUT = re.compile(r"(?m)[ \t\u00a0\u202f]*[»”]$")


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """The words at that place, without the marks around them and those that repeat at the head of each line.

    >>> excerpt("les mots « six mois »", 9, 21)
    Excerpt(words='six mois', start=11, end=19)
    """
    raw = text[start:end].rstrip(_EDGES)
    opened = _OPENED.match(raw) if raw.lstrip(_EDGES)[:1] in ("«", "“", "„", '"') else None
    begin = opened.end() if opened else len(raw) - len(raw.lstrip(_EDGES))
    closed = _CLOSED.search(raw, begin) if opened else None
    words = raw[begin : closed.start() if closed else len(raw)]
    place = start + begin, start + begin + len(words)
    if "\n" in words:
        words = _REPEATED.sub("", words)
        words = _SHUT.sub("", words) if words.count("»") > words.count("«") else words
    return Excerpt(words=words, start=place[0], end=place[1])
