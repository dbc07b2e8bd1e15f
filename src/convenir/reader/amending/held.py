"""Whether the convention already holds what an edit writes: the avenant was read, and bound, before."""

from collections.abc import Iterator

from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexReplaced,
    ArticleAdded,
    ArticleRenumbered,
    ArticleReplaced,
    Edit,
    Excerpt,
    ParagraphAdded,
    ParagraphReplaced,
    Target,
    WordsAdded,
    WordsReplaced,
)
from convenir.reader.amending.places import Missing, Span, block_of, occurrences, span_of, title_span
from convenir.reader.outline import Outline


def holds(laid: Outline, edit: Edit) -> bool:
    """Whether the place aimed at already reads as the edit makes it; an edit of all the text never says so."""
    match edit:
        case WordsReplaced() | WordsAdded():
            return any(_holds_words(laid, edit, place) for place in _places(laid, edit.target))
        case ArticleRenumbered(target=target, number=number):
            return block_of(laid, target.article) is None and block_of(laid, number) is not None
        case ParagraphAdded(target=target, new=new):
            return _has(laid, _place(laid, Target(article=target.article)), new.words)
        case _:
            return _holds_whole(laid, edit)


def _holds_words(laid: Outline, edit: WordsReplaced | WordsAdded, place: Span) -> bool:
    if isinstance(edit, WordsReplaced):
        return _gone(laid, place, edit.old, edit.new)
    pair = (edit.new.words, edit.beside) if edit.before else (edit.beside, edit.new.words)
    return _has(laid, place, " ".join(filter(None, pair)))


def _holds_whole(laid: Outline, edit: Edit) -> bool:
    """Whether an article, a part of it or an annex has the words that the edit gives it, and no others."""
    match edit:
        case ArticleReplaced(target=target, new=new) | ParagraphReplaced(target=target, new=new):
            return _reads(laid, _place(laid, target), new)
        case ArticleAdded(number=number, new=new):
            return _reads(laid, _place(laid, Target(article=number)), new)
        case AnnexAdded(number=number, new=Excerpt() as new) | AnnexReplaced(number=number, new=Excerpt() as new):
            return _reads(laid, _place(laid, Target(article=f"annexe {number}")), new)
        case _:
            return False


def _places(laid: Outline, target: Target) -> Iterator[Span]:
    """The place aimed at; for a whole article, its title too."""
    place, block = _place(laid, target), block_of(laid, target.article)
    yield from (place,) if place else ()
    yield from (title_span(laid, block),) if block and not target.within else ()


def _place(laid: Outline, target: Target) -> Span | None:
    found = span_of(laid, target) if target.article else None
    return None if isinstance(found, Missing) else found


def _has(laid: Outline, place: Span | None, words: str) -> bool:
    return place is not None and next(occurrences(laid.text, words, place), None) is not None


def _gone(laid: Outline, place: Span, old: str, new: Excerpt) -> bool:
    """Whether the new words are there, and the old ones nowhere but inside them."""
    there = list(occurrences(laid.text, new.words, place))
    left = occurrences(laid.text, old, place)
    return bool(there) and all(any(first <= at and end <= last for first, last in there) for at, end in left)


def _reads(laid: Outline, place: Span | None, new: Excerpt) -> bool:
    """Whether those words, and no others, stand there."""
    found = next(occurrences(laid.text, new.words, place), None) if place else None
    if place is None or found is None:
        return False
    around = laid.text[place[0] : found[0]] + laid.text[found[1] : place[1]]
    return not any(letter.isalnum() for letter in around)
