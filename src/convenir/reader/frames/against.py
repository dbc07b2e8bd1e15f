"""A convention against a frame: the articles that it lacks, adds, moves, joins, and the clauses that it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenir.core.terms import Terms
from convenir.reader.comparing.order import in_order
from convenir.reader.frames.frame import NAMES, Frame, FrameArticle, frame
from convenir.reader.french.words import flat
from convenir.reader.outline import Block, BlockKind
from convenir.reader.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An article of the frame, and those of the convention that hold it, by their titles else by their clauses.

    `by_clauses`: no title names it, its clauses stand in an article of another title. `lacking` are the types of
    clause that the frame has there and the convention nowhere. `moved`: it does not stand in the order of the frame.
    """

    article: FrameArticle
    blocks: tuple[Block, ...] = ()
    by_clauses: bool = False
    lacking: tuple[str, ...] = ()
    moved: bool = False

    @property
    def missing(self) -> bool:
        """Whether the convention has no such article, which the frame requires."""
        return not self.blocks and self.article.required


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstFrame:
    """A convention against a frame. `added` are its articles and annexes that the frame does not have.

    `nearness`, from 0 to 1, is the share of articles, of the frame and of the convention, that the other one has.
    """

    frame: Frame
    met: tuple[Met, ...]
    added: tuple[Block, ...]
    nearness: float

    @property
    def joined(self) -> tuple[tuple[Block, tuple[Met, ...]], ...]:
        """The articles of the convention that hold several of the frame."""
        holders: dict[int, tuple[Block, list[Met]]] = {}
        for met in self.met:
            for block in met.blocks:
                holders.setdefault(block.start, (block, []))[1].append(met)
        return tuple((block, tuple(held)) for block, held in holders.values() if len(held) > 1)


def against(reading: Reading, name: str) -> AgainstFrame:
    """The convention against the frame of that name."""
    chosen = frame(name)
    articles, annexes = tuple(reading.outline.articles()), tuple(reading.outline.annexes())
    # A preamble is a part of the frame, and no article of the convention.
    body = (*reading.outline.of(BlockKind.PREAMBLE), *articles)
    met = (*_met(chosen.articles, body, reading.terms), *_met(chosen.annexes, annexes, reading.terms))
    held = {block.start for one in met for block in one.blocks}
    added = tuple(block for block in (*articles, *annexes) if block.start not in held)
    return AgainstFrame(frame=chosen, met=met, added=added, nearness=_nearness(met, articles, held))


def nearest(reading: Reading) -> AgainstFrame:
    """The convention against the frame that it is nearest to; of two as near, the one made for its kind."""
    found = [against(reading, name) for name in NAMES]
    return max(found, key=lambda one: (round(one.nearness, 1), one.frame.kind is reading.terms.kind, one.nearness))


def _nearness(met: Sequence[Met], articles: Sequence[Block], held: set[int]) -> float:
    """An article found by its clauses alone counts for half; annexes, which files often leave out, do not count."""
    body = {block.start for block in articles}
    wanted = [one for one in met if one.article.required]
    found = sum(0.5 if one.by_clauses else 1.0 for one in wanted if one.blocks and one.blocks[0].start in body)
    own = sum(1 for block in articles if block.start in held)
    expected = sum(1 for one in wanted if not one.article.topic.startswith("annexe"))
    total = expected + len(articles)
    return (found + own) / total if total else 0.0


# --- articles ----------------------------------------------------------------------------------------------


def _met(expected: Sequence[FrameArticle], blocks: Sequence[Block], terms: Terms) -> tuple[Met, ...]:
    titled = {article.topic: tuple(_titled(article, expected, blocks)) for article in expected}
    order = in_order([titled[article.topic][0].start for article in expected if titled[article.topic]])
    found = []
    for article in expected:
        named = titled[article.topic]
        holders = named or _holders(article, blocks, terms)
        found.append(
            Met(
                article=article,
                blocks=holders,
                by_clauses=bool(holders) and not named,
                lacking=tuple(kind for kind in article.clauses if not _has(terms, kind)),
                moved=bool(named) and named[0].start not in order,
            )
        )
    return tuple(found)


def _titled(article: FrameArticle, expected: Sequence[FrameArticle], blocks: Sequence[Block]) -> list[Block]:
    """The blocks whose titles name the article; words that another article's longer title holds are its own."""
    return [block for block in blocks if article in _named(flat(block.title or block.label), expected)]


def _named(title: str, expected: Sequence[FrameArticle]) -> list[FrameArticle]:
    """The articles that a title names: the longest words first, each word of the title once."""
    calls = sorted(((call, article) for article in expected for call in article.called), key=lambda c: -len(c[0]))
    left, named = f" {' '.join(title.replace(chr(39), ' ').split())} ", []
    for call, article in calls:
        if f" {call} " in left.replace(",", " "):
            left = left.replace(",", " ").replace(f" {call} ", " / ")
            named.append(article)
    return named


def _holders(article: FrameArticle, blocks: Sequence[Block], terms: Terms) -> tuple[Block, ...]:
    """The blocks that hold the clauses of the article, where no title names it."""
    labels = {clause.source.article for clause in terms.clauses if type(clause).__name__ in article.clauses}
    return tuple(block for block in blocks if block.label in labels)


def _has(terms: Terms, kind: str) -> bool:
    return any(type(clause).__name__ == kind for clause in terms.clauses)
