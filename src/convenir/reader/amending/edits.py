"""The edits that an avenant may tell, each with the words that tell it and the place that it aims at."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from convenir.core.delays import Delay
from convenir.core.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of the avenant that enter the convention; they stand at `start` to `end` of its text.

    The marks that repeat there at the head of each quoted line are left out of `words`.
    """

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place of the convention.

    `article` is written as in a `Source` («10», «annexe 2», «préambule»); empty is the whole convention. `paragraph`
    and `sentence` count from 1, or back from the end: -1 is the last one; None is all of them.
    """

    article: str = ""
    paragraph: int | None = None
    sentence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReplaced:
    """The words of an article give way to `new`; without `whole`, maybe only those that `new` writes anew.

    `title` is the new title, empty where the avenant leaves the old one.
    """

    target: Target
    title: str = ""
    new: Excerpt
    whole: bool = True
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAdded:
    """A new article; `after` is the number of the one that it follows, empty where the avenant does not say."""

    number: str
    title: str = ""
    after: str = ""
    new: Excerpt
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRemoved:
    """An article is struck."""

    target: Target
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphReplaced:
    """A paragraph of an article, or a sentence of it, gives way to `new`."""

    target: Target
    new: Excerpt
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphAdded:
    """New paragraphs after, or `before`, the one aimed at; at the end of the article where none is."""

    target: Target
    new: Excerpt
    before: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRemoved:
    """A paragraph of an article, or a sentence of it, is struck."""

    target: Target
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsReplaced:
    """Words give way to others, wherever the place aimed at holds them."""

    target: Target
    old: str
    new: Excerpt
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAdded:
    """New words after, or `before`, those of `beside`; at the end of the place aimed at where `beside` is empty."""

    target: Target
    beside: str
    new: Excerpt
    before: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRemoved:
    """Words are struck, wherever the place aimed at holds them."""

    target: Target
    old: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexReplaced:
    """An annex gives way to the one joined to the avenant; `new` is None where the avenant has no such annex."""

    number: str
    title: str = ""
    new: Excerpt | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexAdded:
    """A new annex; `new` is None where the avenant announces it without its words."""

    number: str
    title: str = ""
    new: Excerpt | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexRemoved:
    """An annex is struck."""

    number: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyJoined:
    """Somebody becomes a party; `name` is how the avenant calls it there."""

    name: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonged:
    """The convention lives longer: `until` that last day, `by` that much more, or `lasting` so long in all.

    `instead_of` is the last day that the avenant says the convention had.
    """

    until: date | None = None
    by: Delay | None = None
    lasting: Delay | None = None
    instead_of: date | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """Words of the avenant that change something, or stipulate of themselves, and that no edit tells."""

    source: Source


Edit: TypeAlias = (
    ArticleReplaced
    | ArticleAdded
    | ArticleRemoved
    | ParagraphReplaced
    | ParagraphAdded
    | ParagraphRemoved
    | WordsReplaced
    | WordsAdded
    | WordsRemoved
    | AnnexReplaced
    | AnnexAdded
    | AnnexRemoved
    | PartyJoined
    | Prolonged
    | NotUnderstood
)
