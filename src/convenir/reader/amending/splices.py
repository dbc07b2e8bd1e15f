"""What each edit does to the characters of the convention."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from convenir.core.terms import Annex
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    ArticleRemoved,
    ArticleReplaced,
    Edit,
    Excerpt,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReplaced,
    Target,
    WordsAdded,
    WordsRemoved,
    WordsReplaced,
)
from convenir.reader.amending.places import (
    Missing,
    Span,
    block_of,
    content,
    occurrences,
    paragraph_of,
    span_of,
    whole,
)
from convenir.reader.amending.targets import order
from convenir.reader.french.words import flat, sentences
from convenir.reader.outline import Block, Outline
from convenir.reader.reading import Reading
from convenir.reader.wordings.amendment.annexes import normal

# A piece of new words: those of the avenant, or a blank or a heading of ours.
Piece: TypeAlias = Excerpt | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """Characters from `start` to `end` of the convention give way to the pieces.

    `anywhere`: the edit aims at no article, and gives way itself where another one rewrites the place.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchWords:
    """Words that the place aimed at does not hold."""

    words: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """A new article whose number the convention has; an empty number is one that the avenant does not give."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotJoined:
    """An annex that the avenant announces without its words."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partly:
    """New words for an article that may replace all of it, or only what they write anew: all of it was replaced."""

    target: Target


Doubt: TypeAlias = Missing | NoSuchWords | AlreadyThere | NotJoined | Partly
Done: TypeAlias = Iterator[Splice | Doubt]


def splices(base: Reading, edit: Edit) -> Done:
    """What an edit does to the text of the convention, and what stands in its way."""
    match edit:
        case ArticleReplaced() | ArticleAdded() | ArticleRemoved():
            yield from _articles(base.outline, edit)
        case ParagraphReplaced() | ParagraphAdded() | ParagraphRemoved():
            yield from _paragraphs(base.outline, edit)
        case WordsReplaced() | WordsAdded() | WordsRemoved():
            yield from _words(base.outline, edit)
        case AnnexReplaced() | AnnexAdded() | AnnexRemoved():
            yield from _annexes(base, edit)
        case _:
            return


def _articles(laid: Outline, edit: ArticleReplaced | ArticleAdded | ArticleRemoved) -> Done:
    match edit:
        case ArticleReplaced():
            yield from _article_replaced(laid, edit)
        case ArticleAdded():
            yield from _article_added(laid, edit)
        case ArticleRemoved(target=target):
            yield from _article_removed(laid, target)


def _paragraphs(laid: Outline, edit: ParagraphReplaced | ParagraphAdded | ParagraphRemoved) -> Done:
    match edit:
        case ParagraphReplaced(target=target, new=new):
            yield from _over(span_of(laid, target), new)
        case ParagraphAdded():
            yield from _paragraph_added(laid, edit)
        case ParagraphRemoved(target=target):
            yield from _removed(laid, span_of(laid, target))


def _over(span: Span | Missing, *pieces: Piece) -> Done:
    if isinstance(span, Missing):
        yield span
        return
    yield Splice(start=span[0], end=span[1], pieces=pieces)


def _removed(laid: Outline, span: Span | Missing) -> Done:
    """The words and the blank before them."""
    if isinstance(span, Missing):
        yield span
        return
    start = len(laid.text[: span[0]].rstrip())
    yield Splice(start=start, end=span[1])


# --- articles ----------------------------------------------------------------------------------------------


def _article_replaced(laid: Outline, edit: ArticleReplaced) -> Done:
    span = span_of(laid, edit.target)
    block = block_of(laid, edit.target.article)
    if isinstance(span, Missing) or block is None:
        yield from _over(span, edit.new)
        return
    if edit.title and flat(edit.title) != flat(block.title):
        yield from (Splice(start=a, end=b, pieces=(edit.title,)) for a, b in _title(laid, block))
    part = None if edit.whole else _part(block, edit.new.words)
    if part is None and not edit.whole and _longer(block, edit.new.words):
        yield Partly(target=edit.target)
    if part is not None:
        span = part
    lead = ("\n",) if not block.paragraphs else ()
    yield Splice(start=span[0], end=span[1], pieces=(*lead, edit.new))


def _title(laid: Outline, block: Block) -> list[Span]:
    start = content(laid, block)[0] if block.paragraphs else block.end
    return list(occurrences(laid.text, block.title, (block.start, start)))[:1] if block.title else []


# Below that likeness, a sentence is no new version of another.
_ALIKE = 0.55
# No sentence is that long.
_MOST_WORDS = 300


def _part(block: Block, new: str) -> Span | None:
    """The sentence of the article that new words write anew, where it has others."""
    words = flat(new).split()
    if len(words) > _MOST_WORDS or not _longer(block, new):
        return None
    each = [(paragraph, one) for paragraph in block.paragraphs for one in sentences(paragraph.words)]
    alike = [(SequenceMatcher(None, one.flat.split(), words, autojunk=False).ratio(), p, one) for p, one in each]
    best = max(alike, key=lambda found: found[0], default=None)
    if best is None or best[0] < _ALIKE:
        return None
    return best[1].start + best[2].start, best[1].start + best[2].end


def _longer(block: Block, new: str) -> bool:
    """Whether the article has more sentences than the new words."""
    return sum(1 for p in block.paragraphs for _ in sentences(p.words)) > sum(1 for _ in sentences(new))


def _article_added(laid: Outline, edit: ArticleAdded) -> Done:
    if not edit.number or block_of(laid, edit.number):
        yield AlreadyThere(number=edit.number)
        return
    above = _above(laid, edit)
    if above is None:
        yield Missing(target=Target(article=edit.after))
        return
    place = content(laid, above)[1]
    heading = f"Article {edit.number}" + (f" – {edit.title}" if edit.title else "")
    yield Splice(start=place, end=place, pieces=(f"\n\n{heading}\n", edit.new))


def _above(laid: Outline, edit: ArticleAdded) -> Block | None:
    """The article under which the new one stands: the one that the avenant names, else by its number."""
    if edit.after:
        return block_of(laid, edit.after)
    before = [block for block in laid.articles() if order(block.number) < order(edit.number)]
    return before[-1] if before else None


def _article_removed(laid: Outline, target: Target) -> Done:
    block = block_of(laid, target.article)
    if block is None:
        yield from _removed(laid, span_of(laid, target))
        return
    yield from _removed(laid, (block.start, content(laid, block)[1]))


# --- paragraphs --------------------------------------------------------------------------------------------


def _paragraph_added(laid: Outline, edit: ParagraphAdded) -> Done:
    block = block_of(laid, edit.target.article)
    if block is None or edit.target.paragraph is None:
        span = span_of(laid, edit.target)
        yield from (span,) if isinstance(span, Missing) else _at(span[1], "\n", edit.new)
        return
    paragraph = paragraph_of(block, edit.target.paragraph)
    if paragraph is None:
        yield Missing(target=edit.target, paragraphs=len(block.paragraphs))
        return
    start, end = whole(laid, block, paragraph)
    yield from _at(start, edit.new, "\n") if edit.before else _at(end, "\n", edit.new)


def _at(place: int, *pieces: Piece) -> Done:
    yield Splice(start=place, end=place, pieces=pieces)


# --- words -------------------------------------------------------------------------------------------------


def _words(laid: Outline, edit: WordsReplaced | WordsAdded | WordsRemoved) -> Done:
    span = span_of(laid, edit.target)
    if isinstance(span, Missing):
        yield span
        return
    if isinstance(edit, WordsAdded) and not edit.beside:
        yield from _at_end(laid, span, edit.new)
        return
    old = edit.beside if isinstance(edit, WordsAdded) else edit.old
    found = tuple(occurrences(laid.text, old, span))
    if not found:
        yield NoSuchWords(words=old, target=edit.target)
    for place in found:
        yield _words_at(laid, edit, place)


def _words_at(laid: Outline, edit: WordsReplaced | WordsAdded | WordsRemoved, place: Span) -> Splice:
    start, end = place
    anywhere = not edit.target.article
    match edit:
        case WordsReplaced(new=new):
            return Splice(start=start, end=end, pieces=(new,), anywhere=anywhere)
        case WordsAdded(new=new, before=True):
            return Splice(start=start, end=start, pieces=(new, " "), anywhere=anywhere)
        case WordsAdded(new=new):
            lead = () if new.words[:1] in ",.;" else (" ",)
            return Splice(start=end, end=end, pieces=(*lead, new), anywhere=anywhere)
        case WordsRemoved():
            return Splice(start=len(laid.text[:start].rstrip()), end=end, anywhere=anywhere)


def _at_end(laid: Outline, span: Span, new: Excerpt) -> Done:
    """At the end of a paragraph: a sentence after its full stop, words before it."""
    end = span[1]
    if new.words[:1].islower() or new.words[:1] in ",;(":
        end = span[0] + len(laid.text[span[0] : end].rstrip(" .;"))
    lead = () if new.words[:1] in ",;" else (" ",)
    yield Splice(start=end, end=end, pieces=(*lead, new))


# --- annexes -----------------------------------------------------------------------------------------------


def _annexes(base: Reading, edit: AnnexReplaced | AnnexAdded | AnnexRemoved) -> Done:
    label = f"annexe {edit.number}".strip()
    block = block_of(base.outline, label)
    if not isinstance(edit, AnnexAdded) and block is None and not _announced(base, edit.number):
        yield Missing(target=Target(article=label))
        return
    match edit:
        case AnnexRemoved():
            yield from _article_removed(base.outline, Target(article=label)) if block else ()
        case AnnexReplaced(new=None) | AnnexAdded(new=None):
            yield NotJoined(number=edit.number)
            yield from () if isinstance(edit, AnnexReplaced) or block else _appended(base.outline, edit)
        case AnnexReplaced() | AnnexAdded():
            yield from _annex_over(base.outline, block, edit) if block else _appended(base.outline, edit)


def _announced(base: Reading, number: str) -> bool:
    return any(normal(annex.number) == normal(number) for annex in base.terms.every(Annex))


def _annex_over(laid: Outline, block: Block, edit: AnnexReplaced | AnnexAdded) -> Done:
    if isinstance(edit, AnnexAdded):
        yield AlreadyThere(number=f"annexe {edit.number}")
        return
    if edit.title and flat(edit.title) != flat(block.title):
        yield from (Splice(start=a, end=b, pieces=(edit.title,)) for a, b in _title(laid, block))
    start, end = content(laid, block)
    lead = ("\n",) if not block.paragraphs else ()
    yield Splice(start=start, end=end, pieces=(*lead, *((edit.new,) if edit.new else ())))


def _appended(laid: Outline, edit: AnnexReplaced | AnnexAdded) -> Done:
    """An annex after all that the text holds."""
    end = len(laid.words.rstrip())
    heading = f"Annexe {edit.number}".strip() + (f" – {edit.title}" if edit.title else "")
    yield Splice(start=end, end=end, pieces=(f"\n\n{heading}\n", *((edit.new,) if edit.new else ())))
