"""The passages of a text that hold certain words, as grounds of findings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.source import Source
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import BlockKind, Outline, Passage

BINDING = (BlockKind.ARTICLE, BlockKind.ANNEX, BlockKind.BODY)
# All that the parties sign, without the table of contents.
SIGNED = (
    BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CITATIONS, BlockKind.PREAMBLE, BlockKind.ARTICLE, BlockKind.BODY,
    BlockKind.CLOSING, BlockKind.ANNEX,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A sentence that holds the words looked for: `found` is the match in its flat words."""

    passage: Passage
    found: re.Match[str]
    source: Source

    @property
    def words(self) -> str:
        """What was matched, as the text prints it, on one line."""
        return " ".join(self.passage.sentence.words[self.found.start() : self.found.end()].split())


def hits(outline: Outline, shape: Shape | re.Pattern[str], *kinds: BlockKind) -> Iterator[Hit]:
    """The first match of a shape in each sentence of the blocks of these kinds (those that bind, unless told)."""
    for passage in outline.passages(*(kinds or BINDING)):
        found = shape.search(passage.sentence.flat)
        if found is not None:
            yield Hit(passage=passage, found=found, source=outline.quote(passage))
