"""The statements of the parts that bind: a sentence together with the list that it introduces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from convenir.core.source import Source
from convenir.reader.outline import Outline
from convenir.reader.passages import Said

# An arrow heads what follows it.
_ARROW = re.compile(r"[→⇒➔➢►▶]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence, and the sentences of the items that it introduces. `words` are those of all of them, marked."""

    sentences: tuple[Said, ...]
    words: str
    source: Source

    @property
    def opening(self) -> Said:
        """The sentence itself, or the one that introduces the items."""
        return self.sentences[0]


def statements(outline: Outline, said: tuple[Said, ...]) -> Iterator[Statement]:
    """The statements that the sentences make, in the order of the text."""
    for _, inside in groupby(said, key=lambda each: each.block.start):
        yield from _of_block(outline, tuple(inside))


def _of_block(outline: Outline, said: tuple[Said, ...]) -> Iterator[Statement]:
    place = 0
    while place < len(said):
        end = _end_of_list(said, place)
        yield _statement(outline, said[place:end])
        place = end


def _end_of_list(said: tuple[Said, ...], place: int) -> int:
    """Where the items end that the sentence of that place introduces; the next place where it introduces none."""
    opening, end = said[place], place + 1
    if not opening.plain.rstrip(' *"').endswith(":"):
        return end
    while end < len(said) and _is_item(opening, said[end]):
        end += 1
    return end


def _is_item(opening: Said, each: Said) -> bool:
    """Whether a sentence stands in the list: under a bullet, further in than an opening that is an item itself."""
    item = each.paragraph
    if not item.marker or _ARROW.match(item.marker):
        return False
    nested = item.marker != opening.paragraph.marker or item.indent > opening.paragraph.indent
    return not opening.paragraph.marker or nested or item is opening.paragraph


def _statement(outline: Outline, sentences: tuple[Said, ...]) -> Statement:
    first, last = sentences[0], sentences[-1]
    if first is last:
        return Statement(sentences=sentences, words=first.words, source=first.source)
    start, end = first.source.start or 0, last.source.end or 0
    return Statement(
        sentences=sentences,
        words=" ".join(each.words for each in sentences),
        source=outline.ground(first.block, start, end, first.paragraph.number),
    )
