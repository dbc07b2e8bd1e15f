"""The articles of an avenant, and their statements: sentences in which quotations count as one word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.source import Source
from convenir.reader.amending.quotes import MASK, Q, Quote, inside, masked, quotes
from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.words import ends_short
from convenir.reader.outline import Block, BlockKind, Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of an avenant. `words` are masked; they stand at `start` to `end` of the text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article of an avenant, its heading included: what it says stands at `start` to `end` of the text."""

    block: Block
    start: int
    end: int
    statements: tuple[Statement, ...]

    @property
    def title(self) -> str:
        """Its heading, masked and flat."""
        return self.statements[0].words if self.block.title and self.statements else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Avenant:
    """An avenant as its edits are read from it."""

    outline: Outline
    quotes: tuple[Quote, ...]
    masked: str
    provisions: tuple[Provision, ...]

    def source(self, provision: Provision, start: int, end: int) -> Source:
        """The ground made of words of a provision."""
        return self.outline.ground(provision.block, start, end)


# «ci-après « la convention initiale »»: a name that the avenant gives, no words that it changes.
_DEFINED = re.compile(rf"\b(?:ci-apres\b(?!\s*:)|denommee?|designee?|appelee?)\b[^.;]{{0,40}}?{Q}")


def avenant(outline: Outline) -> Avenant:
    """The avenant of that outline: its articles, or its body where it has none."""
    text = outline.words
    found = quotes(text)
    plain = _DEFINED.sub(lambda name: " " * len(name[0]), masked(text, found))
    groups = _groups(outline, found, plain)
    provisions = tuple(_provision(group, text, found, plain) for group in groups)
    return Avenant(outline=outline, quotes=found, masked=plain, provisions=provisions)


# --- articles ----------------------------------------------------------------------------------------------


def _groups(outline: Outline, found: tuple[Quote, ...], plain: str) -> list[list[Block]]:
    """The articles of the avenant, each with the headings that stand in the words that it brings."""
    groups: list[list[Block]] = []
    for block in _binding(outline):
        if groups and (inside(found, block.start) or _brought(groups[-1], block, plain)):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _binding(outline: Outline) -> Iterator[Block]:
    articles = tuple(outline.articles())
    yield from articles or outline.of(BlockKind.BODY, BlockKind.PREAMBLE)


# «L'article 6 est remplacé par ce qui suit :», then the new article 6 without quotation marks.
_ANNOUNCES = re.compile(
    r"(?:suivantee?s?|suit|redigee?s?|articles?|libellee?s?|(?:remplace|complete|modifie|ajoute|insere)\w*)\s*:?\s*$"
)


def _brought(group: list[Block], block: Block, plain: str) -> bool:
    """Whether a heading belongs to the article that stands above: it breaks the count of the avenant's own."""
    own = group[0].number
    if not own.isdigit() or block.number == str(int(own) + 1):
        return False
    before = plain[max(group[-1].start, block.start - 200) : block.start].rstrip()
    return len(group) > 1 or bool(_ANNOUNCES.search(before[-80:]))


_HEADING = re.compile(
    r"[#*\s]*(?:(?:article|art\.?|clause)\s*)?(?:n\s?[°o]\.?\s*)?(?:premier|unique|1\s?er|\d+(?:[.-]\d+)*|[ivx]+)\b\s*[\s:.)/|-]*"
)


def _provision(group: list[Block], text: str, found: tuple[Quote, ...], plain: str) -> Provision:
    first = group[0]
    end = first.start + len(text[first.start : group[-1].end].rstrip())
    heading = _HEADING.match(plain, first.start, end) if first.kind is BlockKind.ARTICLE else None
    start = heading.end() if heading else first.start
    starts = sorted(paragraph.start for block in group for paragraph in block.paragraphs)
    cuts = [place for place in starts if place > start and not inside(found, place) and _opens(plain, place)]
    statements = tuple(_statements(text, plain, [start, *cuts, end]))
    return Provision(block=first, start=start, end=end, statements=statements)


def _opens(plain: str, place: int) -> bool:
    """Whether a paragraph opens a statement: a quotation goes on with the one that announces it."""
    return plain[place] != MASK or plain[max(0, place - 200) : place].rstrip()[-1:] in (".", ";", "!", "?", "")


# --- statements --------------------------------------------------------------------------------------------

_END = re.compile(rf"[.;!?](?=\s)|(?<={MASK})(?=\s+(?!{MASK})\S)")


def _statements(text: str, plain: str, cuts: list[int]) -> Iterator[Statement]:
    for begin, end in zip(cuts, cuts[1:], strict=False):
        start = begin
        for stop in _END.finditer(plain, begin, end):
            if _ends(text, plain, stop):
                yield from _statement(plain, start, stop.end())
                start = stop.end()
        yield from _statement(plain, start, end)


def _ends(text: str, plain: str, stop: re.Match[str]) -> bool:
    """Whether a statement ends there; after a quotation, only where its last sentence ends and another begins."""
    if stop[0]:
        return not (stop[0] == "." and ends_short(plain[max(0, stop.start() - 8) : stop.end()]))
    quoted = text[max(0, stop.start() - 12) : stop.start()].rstrip(' »”"\u00a0\u202f')
    following = text[stop.end() : stop.end() + 40].lstrip()
    return quoted.endswith((".", ";")) and following[:1].isupper()


# The marker of a list item stands before its paragraph: at the end of the statement above.
_MARKER = re.compile(rf"(?:(?<=[:;.,])|^)\s*(?:\d{{1,2}}\s?[°.)]|[a-z]\s?[.)]|[{BULLETS}]+)\s*$")


def _statement(plain: str, start: int, end: int) -> Iterator[Statement]:
    words = _MARKER.sub("", plain[start:end]).rstrip()
    stripped = words.lstrip(" \t\r\n\f" + BULLETS)
    begin = start + len(words) - len(stripped)
    if stripped:
        yield Statement(words=stripped, start=begin, end=begin + len(stripped))
