"""Where, in the text of a convention, the places stand that an avenant names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from convenir.reader.amending.edits import Target
from convenir.reader.french.words import flat, sentences
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.reader.wordings.amendment.annexes import normal

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A place that the text does not have. `paragraphs` counts those of the article that it has."""

    target: Target
    paragraphs: int | None = None


def block_of(outline: Outline, label: str) -> Block | None:
    """The article, annex or preamble of that label, as sources write it."""
    kind, _, number = label.partition(" ")
    if kind == "annexe":
        return next((block for block in outline.annexes() if normal(block.number) == normal(number)), None)
    if label == "préambule":
        return next(outline.of(BlockKind.PREAMBLE), None)
    plain = label.casefold()
    named = [block for block in outline.articles() if block.number.casefold() == plain]
    # Articles that begin again in each title are «titre II, article 2»: a number alone names one where no other has it.
    titled = [block for block in outline.articles() if block.number.casefold().endswith(f", article {plain}")]
    return named[0] if named else (titled[0] if len(titled) == 1 else None)


def content(outline: Outline, block: Block) -> Span:
    """Where the words of a block stand, its heading left out; an empty span after the heading of an empty block."""
    if block.paragraphs:
        return whole(outline, block, block.paragraphs[0])[0], block.paragraphs[-1].end
    end = block.start + len(outline.text[block.start : block.end].rstrip())
    return end, end


def whole(outline: Outline, block: Block, paragraph: Paragraph) -> Span:
    """A paragraph, with the marker of its list item."""
    start = outline.text.rfind(paragraph.marker, block.start, paragraph.start) if paragraph.marker else -1
    near = start >= 0 and not outline.text[start + len(paragraph.marker) : paragraph.start].strip()
    return (start if near else paragraph.start), paragraph.end


def span_of(outline: Outline, target: Target) -> Span | Missing:
    """Where the place that an edit aims at stands in the text."""
    block = block_of(outline, target.article) if target.article else None
    if not target.within:
        return _all(outline, block, target)
    if block is None:
        return Missing(target=target)
    if target.heading:
        return title_span(outline, block)
    found = paragraphs_of(block, target)
    if not found:
        return Missing(target=target, paragraphs=len(block.paragraphs))
    if target.sentence is None:
        return whole(outline, block, found[0])[0], found[-1].end
    named = target.paragraph or target.item
    return _sentences(found[:1] if named else block.paragraphs, target)


def _all(outline: Outline, block: Block | None, target: Target) -> Span | Missing:
    if not target.article:
        return 0, len(outline.words)
    return content(outline, block) if block else _numbered(outline, target)


def title_span(outline: Outline, block: Block) -> Span:
    """Where the title of a block stands; an empty span at the end of its heading where it has none."""
    start = content(outline, block)[0] if block.paragraphs else block.end
    titled = next(occurrences(outline.text, block.title, (block.start, start)), None) if block.title else None
    end = block.start + len(outline.text[block.start : start].rstrip())
    return titled or (end, end)


def number_span(outline: Outline, block: Block) -> Span | Missing:
    """Where the number of an article stands in its heading."""
    number = "premier|1er|unique|1" if block.number == "1" else re.escape(flat(block.number))
    end = title_span(outline, block)[0] if block.title else content(outline, block)[0]
    found = re.compile(rf"\b(?:{number})\b").search(flat(outline.text), block.start, end)
    return found.span() if found else Missing(target=Target(article=block.number))


def paragraphs_of(block: Block, target: Target) -> Sequence[Paragraph]:
    """The paragraphs, or the list items, that a target names; none where the block does not have them all."""
    if target.item is None:
        last = target.through if target.sentence is None else None
        return _run(block.paragraphs, target.paragraph or 1, last)
    above = _run(block.paragraphs, target.paragraph, None) if target.paragraph else ()
    if target.paragraph and not above:
        return ()
    below = block.paragraphs[above[0].number :] if above else block.paragraphs
    return _run(tuple(one for one in below if one.marker), target.item, target.through)


def _run(each: Sequence[Paragraph], first: int, last: int | None) -> Sequence[Paragraph]:
    places = [index(rank, len(each)) for rank in (first, first if last is None else last)]
    return each[places[0] : places[1] + 1] if all(0 <= place < len(each) for place in places) else ()


def index(rank: int, count: int) -> int:
    """The place from 0 of a rank counted from 1, or back from the end."""
    return rank - 1 if rank > 0 else count + rank


def _sentences(paragraphs: Sequence[Paragraph], target: Target) -> Span | Missing:
    """The sentences of the paragraph that is named, or of all those of the article."""
    found = tuple((one.start + each.start, one.start + each.end) for one in paragraphs for each in sentences(one.words))
    first, last = (index(rank or 1, len(found)) for rank in (target.sentence, target.through or target.sentence))
    if not 0 <= first <= last < len(found):
        return Missing(target=target)
    return found[first][0], found[last][1]


def _numbered(outline: Outline, target: Target) -> Span | Missing:
    """«l'article 7.2»: the paragraphs of article 7 that the number 7.2 opens."""
    head = re.split(r"[.-]", target.article)[0]
    block = block_of(outline, head) if head != target.article else None
    if block is None:
        return Missing(target=target)
    opened = [
        rank
        for rank, paragraph in enumerate(block.paragraphs)
        if re.fullmatch(r"\d+(?:\.\d+)+\.?\)?", paragraph.marker)
    ]
    first = next((rank for rank in opened if block.paragraphs[rank].marker.rstrip(".)") == target.article), None)
    if first is None:
        return Missing(target=target)
    last = next((rank - 1 for rank in opened if rank > first), len(block.paragraphs) - 1)
    return whole(outline, block, block.paragraphs[first])[0], block.paragraphs[last].end


def occurrences(text: str, words: str, within: Span) -> Iterator[Span]:
    """Where the words stand in a span of the text, whatever their accents and blanks.

    Whatever their capitals too, unless the text has them with the same ones, the first letter apart: «la Communauté»
    is not in «La communauté de communes».

    >>> list(occurrences("Un préavis de trois  mois.", "Trois mois", (0, 26)))
    [(14, 25)]
    >>> list(occurrences("La Ville de Vaux est une ville. La Ville agit.", "la Ville", (0, 46)))
    [(0, 8), (32, 40)]
    """
    plain = " ".join(flat(words).split()).strip(' .,;:"')
    if not plain:
        return
    shape = r"\s+".join(re.escape(word) for word in plain.split())
    edges = (r"(?<!\w)" if plain[0].isalnum() else "", r"(?!\w)" if plain[-1].isalnum() else "")
    found = [one.span() for one in re.compile(f"{edges[0]}{shape}{edges[1]}").finditer(flat(text), *within)]
    yield from [(start, end) for start, end in found if _capitals(text[start:end]) == _capitals(words)] or found


def _capitals(words: str) -> list[bool]:
    """Which letters are capitals, the first one apart."""
    return [letter.isupper() for letter in words if letter.isalnum()][1:]


def label_words(label: str) -> str:
    """A place of the convention in a sentence.

    >>> label_words("12"), label_words("annexe 2"), label_words("préambule")
    ('l’article 12', 'l’annexe 2', 'le préambule')
    """
    if label == "préambule":
        return "le préambule"
    return f"l’{label}" if label.startswith("annexe") else f"l’article {label}"
