"""How the outline of a text is found: where each of its parts begins, and what its paragraphs are."""

from collections import Counter
from collections.abc import Iterator

from convenir.reader.outline import Block, BlockKind, Entry, Outline
from convenir.reader.outlining.contents import HEADED, listed
from convenir.reader.outlining.headed import Opening, title_of
from convenir.reader.outlining.lines import Line, end_of_reading, lines
from convenir.reader.outlining.marks import marks
from convenir.reader.outlining.openings import openings
from convenir.reader.outlining.paragraphs import paragraphs
from convenir.reader.outlining.signs import Mark, Sign

_HEADED = {
    Sign.ARTICLE: BlockKind.ARTICLE,
    Sign.ANNEX: BlockKind.ANNEX,
    Sign.PREAMBLE: BlockKind.PREAMBLE,
    Sign.DIVISION: BlockKind.BODY,
}
# Blocks whose lines are each a paragraph.
_LINE_BY_LINE = (BlockKind.CLOSING, BlockKind.TITLE)


def outline(text: str) -> Outline:
    """The outline of the text of one act.

    >>> found = outline("CONVENTION\\n\\nArticle 1er : Objet\\nLes parties agissent.\\n\\nFait à Auch, le 3 mai 2021")
    >>> [(block.kind.value, block.number, block.title) for block in found.blocks]
    [('title', '', ''), ('article', '1', 'Objet'), ('closing', '', '')]
    """
    read_to = end_of_reading(text)
    every = lines(text[:read_to])
    found = marks(text[:read_to])
    apart = listed(every, found)
    opened = openings(every, found, apart)
    return Outline(
        text=text,
        blocks=tuple(_blocks(text, every, opened, read_to)),
        contents=tuple(_entries(every, found, apart, opened)),
        read_to=read_to,
    )


def _entries(
    every: tuple[Line, ...], found: tuple[Mark, ...], apart: frozenset[int], opened: tuple[Opening, ...]
) -> Iterator[Entry]:
    """The headings of tables of contents, and annexes that a line of an article lists."""
    blocks = {opening.line for opening in opened}
    annexes = {mark.line for mark in found if mark.sign is Sign.ANNEX and mark.line not in blocks}
    for mark in found:
        line = every[mark.line]
        item = line.gap or mark.line - 1 in annexes | blocks or every[mark.line - 1].words.endswith(":")
        if (mark.line in apart and mark.sign in HEADED) or (mark.line in annexes and item):
            yield _entry(line, mark)


def _entry(line: Line, mark: Mark) -> Entry:
    title = line.words[mark.title_at :] if mark.title_at is not None else line.words
    return Entry(kind=_HEADED[mark.sign], number=mark.number, title=title_of(title), start=line.start, end=line.end)


def _blocks(text: str, every: tuple[Line, ...], found: tuple[Opening, ...], end: int) -> Iterator[Block]:
    counts = Counter(opening.number for opening in found if opening.kind is BlockKind.ARTICLE)
    division = ""
    for index, opening in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        division = opening.number if opening.kind is BlockKind.BODY else division
        content = list(every[opening.content : following.line if following else len(every)])
        if opening.content_at is not None and content:
            content[0] = content[0].after(opening.content_at - content[0].start)
        if not content and opening.kind not in (BlockKind.ARTICLE, BlockKind.ANNEX):
            continue
        yield Block(
            kind=opening.kind, number=opening.number, title=opening.title,
            start=every[opening.line].start, end=every[following.line].start if following else end,
            division=division if counts[opening.number] > 1 else "",
            paragraphs=paragraphs(text, tuple(content), joined=opening.kind not in _LINE_BY_LINE),
        )  # fmt: skip
