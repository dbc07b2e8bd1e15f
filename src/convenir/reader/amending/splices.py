"""What each edit does to the characters of the convention."""

import re
from collections.abc import Collection
from dataclasses import replace
from difflib import SequenceMatcher

from convenir.core.terms import Annex
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    ArticleRemoved,
    ArticleRenumbered,
    ArticleReplaced,
    Edit,
    Excerpt,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReplaced,
    PartyJoined,
    Prolonged,
    Target,
    TitleReplaced,
    ValueReplaced,
    WordsAdded,
    WordsRemoved,
    WordsReplaced,
)
from convenir.reader.amending.elision import over
from convenir.reader.amending.held import holds
from convenir.reader.amending.life_splices import of_party, of_value
from convenir.reader.amending.places import (
    Missing,
    Span,
    block_of,
    content,
    number_span,
    occurrences,
    paragraphs_of,
    span_of,
    title_span,
)
from convenir.reader.amending.splice import (
    AlreadyHeld,
    AlreadyThere,
    Done,
    NoSuchWords,
    NotJoined,
    Partly,
    Piece,
    Splice,
)
from convenir.reader.amending.targets import order
from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.words import flat, sentences
from convenir.reader.outline import Block, Outline
from convenir.reader.reading import Reading
from convenir.reader.wordings.amendment.annexes import normal


def splices(base: Reading, edit: Edit, freed: Collection[str] = ()) -> Done:
    """What an edit does to the text of the convention, and what stands in its way.

    `freed` are the numbers that articles leave to others: by other edits, they are struck or bear another one.
    """
    if holds(base.outline, edit):
        yield AlreadyHeld()
        return
    match edit:
        case ArticleReplaced() | ArticleAdded() | ArticleRemoved() | ArticleRenumbered() | TitleReplaced():
            yield from _articles(base.outline, edit, freed)
        case ParagraphReplaced() | ParagraphAdded() | ParagraphRemoved():
            yield from _paragraphs(base.outline, edit)
        case WordsReplaced() | WordsAdded() | WordsRemoved():
            yield from _words(base.outline, edit)
        case ValueReplaced() | Prolonged():
            yield from of_value(base, edit)
        case PartyJoined():
            yield from of_party(base, edit)
        case AnnexReplaced() | AnnexAdded() | AnnexRemoved():
            yield from _annexes(base, edit)
        case _:
            return


def _articles(
    laid: Outline,
    edit: ArticleReplaced | ArticleAdded | ArticleRemoved | ArticleRenumbered | TitleReplaced,
    freed: Collection[str],
) -> Done:
    match edit:
        case ArticleRenumbered(target=target, number=number):
            block = block_of(laid, target.article)
            yield from _over(number_span(laid, block) if block else Missing(target=target), number)
        case TitleReplaced(target=target, new=new):
            block = block_of(laid, target.article)
            yield from _retitled(laid, block, new) if block else (Missing(target=target),)
        case ArticleReplaced():
            yield from _article_replaced(laid, edit)
        case ArticleAdded():
            yield from _article_added(laid, edit, freed)
        case ArticleRemoved(target=target):
            yield from _article_removed(laid, target)


def _paragraphs(laid: Outline, edit: ParagraphReplaced | ParagraphAdded | ParagraphRemoved) -> Done:
    match edit:
        case ParagraphReplaced(target=target, new=new):
            yield from _over(_after_marker(laid, target, new), new)
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
    yield from _retitled(laid, block, edit.title)
    part = None if edit.whole else _part(block, edit.new.words)
    if part is None and not edit.whole and _longer(block, edit.new.words):
        yield Partly(target=edit.target)
    if part is not None:
        span = part
    lead = ("\n",) if not block.paragraphs else ()
    yield Splice(start=span[0], end=span[1], pieces=(*lead, edit.new))


def _retitled(laid: Outline, block: Block, title: Piece) -> tuple[Splice, ...]:
    """The new title over the old one; nothing where there is no new one, or where it is the same."""
    words = title if isinstance(title, str) else title.words
    if not words or flat(words) == flat(block.title):
        return ()
    start, end = title_span(laid, block)
    return (Splice(start=start, end=end, pieces=(title,) if block.title else (" – ", title)),)


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


def _article_added(laid: Outline, edit: ArticleAdded, freed: Collection[str]) -> Done:
    if not edit.number or (edit.number not in freed and block_of(laid, edit.number)):
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


# What opens a list item, or a numbered paragraph, in the words that an avenant brings.
_OPENS = re.compile(rf"[{BULLETS}]|\d+(?:\.\d+)*\s?[.)°]|\d+(?:\.\d+)+\s|[a-z]\)")


def _after_marker(laid: Outline, target: Target, new: Excerpt) -> Span | Missing:
    """The place to write over; the marker of its first item stands where the new words have none."""
    span, block = span_of(laid, target), block_of(laid, target.article)
    found = paragraphs_of(block, target) if block and target.sentence is None and not target.heading else ()
    if isinstance(span, Missing) or not found or _OPENS.match(new.words):
        return span
    return found[0].start, span[1]


def _paragraph_added(laid: Outline, edit: ParagraphAdded) -> Done:
    block = block_of(laid, edit.target.article)
    target = edit.target
    # A first list in an article that had none.
    if block and target.item == -1 and not any(paragraph.marker for paragraph in block.paragraphs):
        target = replace(target, item=None)
    span = span_of(laid, target)
    if isinstance(span, Missing):
        yield span
        return
    found = paragraphs_of(block, target) if block and target.item else ()
    lead = (f"{found[-1].marker} ",) if found and not _OPENS.match(edit.new.words) else ()
    yield from _at(span[0], *lead, edit.new, "\n") if edit.before else _at(span[1], "\n", *lead, edit.new)


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
    found = tuple(occurrences(laid.text, old, span)) or _in_title(laid, edit.target, old)
    if not found:
        yield NoSuchWords(words=old, target=edit.target)
    for place in found:
        yield _words_at(laid, edit, place)


def _in_title(laid: Outline, target: Target, words: str) -> tuple[Span, ...]:
    """Where the title of the article aimed at holds the words that its paragraphs do not."""
    block = None if target.within else block_of(laid, target.article)
    return tuple(occurrences(laid.text, words, title_span(laid, block))) if block else ()


def _words_at(laid: Outline, edit: WordsReplaced | WordsAdded | WordsRemoved, place: Span) -> Splice:
    start, end = place
    anywhere = not edit.target.article
    match edit:
        case WordsReplaced(new=new):
            return over(laid.text, place, new, anywhere=anywhere)
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
    yield from _retitled(laid, block, edit.title)
    start, end = content(laid, block)
    lead = ("\n",) if not block.paragraphs else ()
    yield Splice(start=start, end=end, pieces=(*lead, *((edit.new,) if edit.new else ())))


def _appended(laid: Outline, edit: AnnexReplaced | AnnexAdded) -> Done:
    """An annex after all that the text holds."""
    end = len(laid.words.rstrip())
    heading = f"Annexe {edit.number}".strip() + (f" – {edit.title}" if edit.title else "")
    yield Splice(start=end, end=end, pieces=(f"\n\n{heading}\n", *((edit.new,) if edit.new else ())))
