"""The outline of a text: its blocks in order, their paragraphs, and the way to quote them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from convenir.core.source import Source
from convenir.reader.french.words import Sentence, sentences


class BlockKind(StrEnum):
    """What a block of the text is for."""

    TITLE = "title"
    PARTIES = "parties"
    CONTENTS = "contents"
    CITATIONS = "citations"
    PREAMBLE = "preamble"
    ARTICLE = "article"
    CLOSING = "closing"
    ANNEX = "annex"
    BODY = "body"


# How a block that has no number is named in a source.
_PLACES = {
    BlockKind.TITLE: "titre",
    BlockKind.PARTIES: "parties",
    BlockKind.CONTENTS: "sommaire",
    BlockKind.CITATIONS: "visas",
    BlockKind.PREAMBLE: "préambule",
    BlockKind.CLOSING: "signatures",
    BlockKind.BODY: "texte",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line, list item or run of joined lines: `text[start:end] == words`. `number` counts in the block.

    `marker` is the bullet or number of a list item («-», «a)», «7.1»), `indent` how far it stands from the margin.
    """

    words: str
    start: int
    end: int
    number: int
    marker: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the text.

    `number`: «1», «préliminaire» for an article, «1», «2a» for an annex, «titre II» for the words under the heading of
    a division, else empty. `division` is that of an article whose number another division uses too.
    """

    kind: BlockKind
    number: str = ""
    division: str = ""
    title: str = ""
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def label(self) -> str:
        """The name of this place in a source: «10», «titre II, article 1», «partie « Durée »», «annexe 3», «visas»…"""
        if self.kind is BlockKind.ARTICLE:
            return self._article()
        if self.kind is BlockKind.ANNEX:
            return f"annexe {self.number}".strip()
        return self.number or _PLACES[self.kind]

    @property
    def name(self) -> str:
        """This place in a sentence: «article 10», «titre II, article 1», «annexe 3», «préambule»…"""
        numbered = self.kind is BlockKind.ARTICLE and self.number and not self.division
        return f"article {self.number}" if numbered else self.label

    @property
    def heading(self) -> str:
        """Its name and title: «article 10 « Résiliation »», «annexe 3 « Plan d’actions »»."""
        titled = self.title and self.number and self.kind in {BlockKind.ARTICLE, BlockKind.ANNEX}
        return f"{self.name} « {self.title} »" if titled else self.name

    def _article(self) -> str:
        if not self.number:
            return f"partie « {self.title} »"
        return f"{self.division}, article {self.number}" if self.division else self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a table of contents or of a list of annexes."""

    kind: BlockKind
    number: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence at its place in the text."""

    block: Block
    paragraph: Paragraph
    sentence: Sentence

    @property
    def flat(self) -> str:
        """The words of the sentence, flat."""
        return self.sentence.flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A text and its blocks. `name` is how sources call the text.

    `read_to` is where reading stopped: before the end of a text too long to be read whole.
    """

    text: str
    blocks: tuple[Block, ...]
    contents: tuple[Entry, ...] = ()
    name: str = "convention"
    read_to: int | None = None
    margins: tuple[str, ...] = ()
    # The sentences of each block, by where it begins, and those of some kinds of blocks: all chapters ask for them.
    _inside: dict[int, tuple[Passage, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _of_kinds: dict[tuple[BlockKind, ...], tuple[Passage, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __hash__(self) -> int:
        # Equal outlines have the same text: to go through all their paragraphs would cost more than what is kept.
        return hash((self.text, self.name))

    @property
    def whole(self) -> bool:
        """Whether all of the text was read."""
        return self.read_to is None or self.read_to == len(self.text)

    @property
    def words(self) -> str:
        """The text, as far as it was read."""
        return self.text[: self.read_to]

    def of(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (block for block in self.blocks if block.kind in kinds)

    def articles(self) -> Iterator[Block]:
        """The articles of the body."""
        return self.of(BlockKind.ARTICLE)

    def annexes(self) -> Iterator[Block]:
        """The annexes that have a heading of their own in the text."""
        return self.of(BlockKind.ANNEX)

    def clauses(self) -> Iterator[Block]:
        """The blocks that bind: articles and annexes, or the body of a text without articles."""
        return self.of(BlockKind.ARTICLE, BlockKind.ANNEX, BlockKind.BODY)

    def passages(self, *kinds: BlockKind) -> Iterator[Passage]:
        """The sentences of the blocks of these kinds, in the order of the text."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = tuple(passage for block in self.of(*kinds) for passage in self.inside(block))
        return iter(self._of_kinds[kinds])

    def inside(self, block: Block) -> tuple[Passage, ...]:
        """The sentences of a block of this outline, in order."""
        if block.start not in self._inside:
            self._inside[block.start] = tuple(_passages(block))
        return self._inside[block.start]

    def source(self, block: Block, paragraph: Paragraph, span: tuple[int, int] | None = None) -> Source:
        """The ground made of the sentences of the paragraph that `span` touches; the whole paragraph without span.

        `span` counts from the beginning of the paragraph's words, as the span of a match does.
        """
        start, end = 0, len(paragraph.words)
        if span is not None:
            touched = [s for s in sentences(paragraph.words) if s.start < max(span[1], span[0] + 1) and span[0] < s.end]
            if touched:
                start, end = touched[0].start, touched[-1].end
        return self.ground(block, paragraph.start + start, paragraph.start + end, paragraph.number)

    def quote(self, passage: Passage) -> Source:
        """The ground made of one sentence."""
        begin = passage.paragraph.start
        place = (begin + passage.sentence.start, begin + passage.sentence.end)
        return self.ground(passage.block, *place, passage.paragraph.number)

    def ground(self, block: Block, start: int, end: int, paragraph: int | None = None) -> Source:
        """The ground made of the words between two places of the text."""
        return Source(
            text=self.name,
            article=block.label,
            paragraph=paragraph,
            quote=self.text[start:end],
            start=start,
            end=end,
        )

    def heading(self, block: Block) -> Source:
        """The ground made of a block's heading: its first line."""
        line = self.text[block.start : block.end].split("\n", 1)[0]
        return self.ground(block, block.start, block.start + len(line.rstrip()))


def _passages(block: Block) -> Iterator[Passage]:
    for paragraph in block.paragraphs:
        for sentence in sentences(paragraph.words):
            yield Passage(block=block, paragraph=paragraph, sentence=sentence)
