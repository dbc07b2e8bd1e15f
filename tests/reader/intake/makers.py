"""Files of each format made from one plain text, for tests that compare how they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources


class Kind(StrEnum):
    """What a passage of a plain text is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage of a plain text, without its marker and its indentation.

    `words` of a title may hold line breaks. `marker` is that of an item («-», «1.», «a)») and `level` how deep it is,
    from 0. `cells` are those of a line in columns, as signature blocks have. `gap` is true after a blank line.
    """

    kind: Kind
    words: str
    marker: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    gap: bool = False


_HEADING = re.compile(r"(?:(?:article|art\.|annexe)\s+(?:\d|premier|[ivx]+\b)|pr[ée]ambule$|sommaire$)", re.IGNORECASE)
_ITEM = re.compile(r"(?P<indent> *)(?P<marker>-|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)")


def demonstration_texts() -> dict[str, str]:
    """The demonstration texts by their names."""
    folder = resources.files("convenir.demo") / "texts"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def paragraphs(text: str) -> list[Passage]:
    """The passages of a plain text in which each paragraph is one line; the lines at its head are one title."""
    title, _, rest = text.lstrip("\n").partition("\n\n")
    return [Passage(kind=Kind.TITLE, words=title), *_passages(rest)]


def _passages(text: str) -> Iterator[Passage]:
    gap = True
    for line in text.split("\n"):
        if line.strip():
            yield _passage(line, gap)
        gap = not line.strip()


def _passage(line: str, gap: bool) -> Passage:
    words = line.strip()
    item = _ITEM.match(line)
    if item:
        level = len(item["indent"]) // 3
        return Passage(kind=Kind.ITEM, words=line[item.end() :], marker=item["marker"], level=level, gap=gap)
    if _COLUMNS.search(words):
        return Passage(kind=Kind.COLUMNS, words=words, cells=tuple(_COLUMNS.split(words)), gap=gap)
    heading = _HEADING.match(words) and len(words) < 110 and words[-1] not in ".;,"
    return Passage(kind=Kind.HEADING if heading else Kind.PARAGRAPH, words=words, gap=gap)
