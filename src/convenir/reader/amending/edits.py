"""The edits that an avenant may tell, each with the words that tell it and the place that it aims at."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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

    `article` is written as in a `Source` («10», «annexe 2», «préambule»); empty is the whole convention. `paragraph`,
    `item` (of a list) and `sentence` count from 1, or back from the end: -1 is the last one; None is all of them.
    `through` is the last one of several, where the place is a run of alinéas, items or sentences. `heading`: the title.
    """

    article: str = ""
    paragraph: int | None = None
    item: int | None = None
    sentence: int | None = None
    through: int | None = None
    heading: bool = False

    @property
    def within(self) -> bool:
        """Whether it is a part of the article, not all of it."""
        return self.heading or (self.paragraph, self.item, self.sentence) != (None, None, None)


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
class ArticleRenumbered:
    """An article bears another number; its words stay."""

    target: Target
    number: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleReplaced:
    """The title of an article or annex gives way to `new`, or it gets one."""

    target: Target
    new: Excerpt
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphReplaced:
    """Paragraphs, list items or sentences of an article give way to `new`."""

    target: Target
    new: Excerpt
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphAdded:
    """New paragraphs or items after, or `before`, the one aimed at; at the end of the article where none is."""

    target: Target
    new: Excerpt
    before: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRemoved:
    """Paragraphs, list items or sentences of an article are struck."""

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


class Measure(StrEnum):
    """What a value counts, where an avenant changes it without saying which words it replaces."""

    NOTICE = "notice"
    CURE = "cure"
    THRESHOLD = "threshold"
    MEETINGS = "meetings"
    CADENCE = "cadence"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueReplaced:
    """The value of a measure, wherever the place aimed at states it, gives way to `new`; `old` where it is told."""

    target: Target
    measure: Measure
    old: str = ""
    new: Excerpt
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
    """Somebody becomes a party; `name` is how the avenant calls it there, `new` how its comparution presents it."""

    name: str
    new: Excerpt | None = None
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
    | ArticleRenumbered
    | TitleReplaced
    | ParagraphReplaced
    | ParagraphAdded
    | ParagraphRemoved
    | WordsReplaced
    | WordsAdded
    | WordsRemoved
    | ValueReplaced
    | AnnexReplaced
    | AnnexAdded
    | AnnexRemoved
    | PartyJoined
    | Prolonged
    | NotUnderstood
)
