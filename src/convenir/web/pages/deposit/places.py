"""The review goes one place of the text after another: which place is open, what is read in it, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenir.access.deposited import DepositedText, Point, ReadTerm, place
from convenir.core.source import Source
from convenir.reader.outline import Block, BlockKind
from convenir.web.pages.deposit.asked import Asked
from convenir.web.pages.deposit.words import titled
from convenir.web.ui.marked_text import HEADINGS
from convenir.writer.words import article_words
from convenir.writer.words.names import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A block of the text with the terms read in it, and the findings whose first passage it holds."""

    index: int
    name: str
    title: str
    items: Sequence[ReadTerm]
    first_of: Sequence[Point]
    url: str
    current: bool

    @property
    def progress(self) -> str:
        """«4/7», nothing where no term was read."""
        return f"{self.ruled}/{len(self.items)}" if self.items else ""

    @property
    def said(self) -> str:
        """«4 sur 7»."""
        return f"{self.ruled} sur {len(self.items)}" if self.items else ""

    @property
    def ruled(self) -> int:
        """How many of its terms were decided upon."""
        return sum(1 for item in self.items if item.ruled)

    @property
    def hinders(self) -> bool:
        """Whether a contradiction of which it holds the first passage waits for a decision."""
        return any(point.hinders for point in self.first_of)


def places(found: DepositedText, asked: Asked, index: int) -> list[Place]:
    """Every place of the text, the one at `index` open."""
    terms: dict[int, list[ReadTerm]] = {}
    for item in sorted(found.items, key=lambda item: place(item.source)):
        terms.setdefault(at(found, item.source), []).append(item)
    points: dict[int, list[Point]] = {}
    for point in found.points:
        points.setdefault(of_point(found, point), []).append(point)
    return [
        Place(
            index=number,
            name=_name(block),
            title=_title(found, block),
            items=terms.get(number, []),
            first_of=points.get(number, []),
            url=asked.at_place(number),
            current=number == index,
        )
        for number, block in enumerate(found.outline.blocks)
    ]


def at(found: DepositedText, source: Source) -> int:
    """The number of the block that holds these words; the first one when nobody knows."""
    blocks = list(enumerate(found.outline.blocks))
    if source.start is not None:
        within = (n for n, block in blocks if block.start <= source.start < block.end)
    else:
        within = (n for n, block in blocks if block.label == source.article)
    return next(within, 0)


def of_point(found: DepositedText, point: Point) -> int:
    """The first place that a finding quotes."""
    return next((at(found, source) for source in point.finding.sources), 0)


def opened(found: DepositedText, index: int) -> list[Block]:
    """The block at `index`, and the one that follows it, so that reading goes on."""
    return list(found.outline.blocks[index : index + 2])


def _name(block: Block) -> str:
    """How the outline calls a block: «6. Instances», «Article 6» where it has no title, «Annexe 3», «Préambule»."""
    if block.kind is BlockKind.ARTICLE:
        title = titled(block.title)
        number = block.number if title and block.number.isdecimal() else capital(f"article {block.number}")
        return f"{number}. {title}" if title else number
    if block.kind is BlockKind.ANNEX:
        return ". ".join(part for part in (f"Annexe {block.number}".strip(), titled(block.title)) if part)
    return HEADINGS.get(block.kind) or titled(block.title) or "Titre"


def _title(found: DepositedText, block: Block) -> str:
    """The title of the cards: «Article 6»."""
    return capital(article_words(Source(text=found.outline.name, article=block.label)))
