"""The headings of articles inside the words that an avenant brings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.reader.amending.edits import Excerpt
from convenir.reader.amending.targets import article_label
from convenir.reader.french.words import flat
from convenir.reader.outlining.headed import title_of

_HEADING = re.compile(
    r"^[ \t#*«\"]*(?:article|art\.)\s+(?:n\s?[°o]\s*)?"
    r"(?P<number>\d+(?:[.-]\d+)*(?:\s?(?:bis|ter|quater)\b)?|premier\b|1er\b|[ivx]+\b)"
    r"(?P<joint>[ \t:.)/|-]*)(?P<title>[^\n]*)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """An article that the avenant writes out: number and title are empty where it has no heading."""

    number: str
    title: str
    words: Excerpt


def brought_articles(new: Excerpt) -> Iterator[Brought]:
    """The articles that words of the avenant write out: one without heading, or one for each heading.

    >>> [(one.number, one.title, one.words.words) for one in brought_articles(Excerpt(
    ...     words="Article 12 bis – Recours\\nLe tribunal est celui de Rennes.", start=0, end=60))]
    [('12 bis', 'Recours', 'Le tribunal est celui de Rennes.')]
    """
    plain = "\n".join(flat(line) for line in new.words.split("\n"))
    found = [each for each in _HEADING.finditer(plain) if _is_title(each)]
    if not found or new.words[: found[0].start()].strip():
        yield Brought(number="", title="", words=new)
        return
    for rank, each in enumerate(found):
        end = found[rank + 1].start() if rank + 1 < len(found) else len(new.words)
        yield Brought(
            number=article_label(each["number"]),
            title=title_of(new.words[each.start("title") : each.end("title")]),
            words=_part(new, each.end(), end),
        )


def _is_title(found: re.Match[str]) -> bool:
    """Whether the line is a heading, not a sentence that begins with «Article 6»."""
    return len(found["title"]) < 140 and not found["title"].rstrip().endswith((".", ";", ","))


def _part(new: Excerpt, start: int, end: int) -> Excerpt:
    """Some of the words brought: places count in the words as brought, whose marks are few."""
    words = new.words[start:end]
    begin = new.start + start + len(words) - len(words.lstrip())
    return Excerpt(words=words.strip(), start=min(begin, new.end), end=min(new.start + end, new.end))
