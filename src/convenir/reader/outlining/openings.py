"""Where the blocks of an act begin: what each line opens, given what the lines above have opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from convenir.reader.outline import BlockKind
from convenir.reader.outlining.headed import Opening, headed
from convenir.reader.outlining.lines import Line
from convenir.reader.outlining.signs import Mark, Sign

# Parts of which several may follow one another.
_REPEATED = (BlockKind.ARTICLE, BlockKind.ANNEX, BlockKind.PREAMBLE)
_OPENING = (BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CITATIONS, BlockKind.CONTENTS)


def openings(every: tuple[Line, ...], found: tuple[Mark, ...], listed: frozenset[int]) -> tuple[Opening, ...]:
    """Where each block begins, in the order of the text; `listed` are the lines of tables of contents."""
    return tuple(_as_body(tuple(_in_order(every, found, listed))))


def _in_order(every: tuple[Line, ...], found: tuple[Mark, ...], listed: frozenset[int]) -> Iterator[Opening]:
    by_line = {mark.line: mark for mark in found}
    closing = _closing(found, listed)
    appended = _appended(every, found, listed, closing)
    bounds = _Bounds(
        by_line=by_line,
        listed=listed,
        closing=closing,
        appended=appended,
        parties=_late_parties(found, by_line),
        divided=any(mark.sign is Sign.ARTICLE and mark.line not in listed for mark in found),
    )
    state = BlockKind.TITLE
    if every:
        yield Opening(line=0, kind=state, content=0)
    skip = -1
    for index in range(len(every)):
        if index <= skip:
            continue
        opening = _opening(every, index, state, bounds)
        if opening is None and state in _OPENING and _leaves(state, every, index, bounds):
            opening = Opening(line=index, kind=_after(state, bounds), content=index)
        if opening is None or (opening.kind is state and state not in _REPEATED and not opening.number):
            continue
        state, skip = opening.kind, opening.content - 1
        yield opening


def _late_parties(found: tuple[Mark, ...], by_line: dict[int, Mark]) -> int | None:
    """The first line that names a party, where a preamble stands above and the next line names another."""
    first = next((mark.line for mark in found if mark.sign is Sign.PARTIES), None)
    following = by_line.get(first + 1) if first is not None else None
    return first if following and following.sign is Sign.PARTIES else None


def _as_body(openings: tuple[Opening, ...]) -> Iterator[Opening]:
    """A text without parties has no preamble: what follows its visas is its body.

    Nor is all of a text its preamble: without article, what follows that heading is the body too.
    """
    parties = any(opening.kind is BlockKind.PARTIES for opening in openings)
    clauses = any(_holds_clauses(opening, following) for opening, following in pairwise(openings))
    for opening in openings:
        headed = opening.content > opening.line
        bodily = opening.kind is BlockKind.PREAMBLE and (not clauses if parties else not headed)
        yield replace(opening, kind=BlockKind.BODY) if bodily else opening


def _holds_clauses(opening: Opening, following: Opening) -> bool:
    """Whether an article begins there, or a body of one line at least: «Il est convenu :» may stand above a heading."""
    held = opening.kind is BlockKind.BODY and opening.content < following.line
    return held or BlockKind.ARTICLE in (opening.kind, following.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """What is known of the whole text before its blocks are opened one by one."""

    by_line: dict[int, Mark]
    listed: frozenset[int]
    closing: int | None
    appended: int
    parties: int | None
    divided: bool


def _closing(found: tuple[Mark, ...], listed: frozenset[int]) -> int | None:
    """The line of the closing formula: the first after an article, else the last of a text without articles.

    Without such a formula, the first line of the signatures after the last article.
    """
    articles = [mark.line for mark in found if mark.sign is Sign.ARTICLE and mark.line not in listed]
    formulas = [mark.line for mark in found if mark.sign is Sign.CLOSING]
    if not articles:
        return formulas[-1] if formulas else None
    signs = (Sign.SIGNATURE, Sign.SIGNATORIES)
    signatures = (mark.line for mark in found if mark.sign in signs and mark.line > articles[-1])
    return next((line for line in formulas if line > articles[0]), next(signatures, None))


def _appended(every: tuple[Line, ...], found: tuple[Mark, ...], listed: frozenset[int], closing: int | None) -> int:
    """The line from which a heading «Annexe» opens an annex: after the signatures, else after the last article."""
    articles = [mark.line for mark in found if mark.sign is Sign.ARTICLE and mark.line not in listed]
    annexes = [mark.line for mark in found if mark.sign is Sign.ANNEX and mark.line not in listed]
    if closing is None:
        first = next((line for line in annexes if articles and line > articles[0]), len(every))
        return first if articles else len(every)
    before = [line for line in annexes if articles and articles[-1] < line < closing]
    words = sum(len(line.words) for line in every[before[0] : closing]) if before else 0
    return before[0] if words > 400 + 120 * len(before) else closing


def _opening(every: tuple[Line, ...], index: int, state: BlockKind, bounds: _Bounds) -> Opening | None:
    mark = bounds.by_line.get(index)
    if index in bounds.listed:
        return None if _holds_list(state, mark) else Opening(line=index, kind=BlockKind.CONTENTS, content=index)
    if mark is None:
        return None
    if index == bounds.closing:
        return Opening(line=index, kind=BlockKind.CLOSING, content=index)
    if mark.sign is Sign.ANNEX and index >= bounds.appended:
        return headed(every, mark, BlockKind.ANNEX)
    if state in (BlockKind.CLOSING, BlockKind.ANNEX):
        return None
    return _inside(every, mark, state, bounds)


def _holds_list(state: BlockKind, mark: Mark | None) -> bool:
    """Whether a listed line stays in its block: an article may list annexes without a heading above them."""
    annex = mark is not None and mark.sign is Sign.ANNEX
    return state is BlockKind.CONTENTS or (state is BlockKind.ARTICLE and annex)


def _inside(every: tuple[Line, ...], mark: Mark, state: BlockKind, bounds: _Bounds) -> Opening | None:
    """What a mark opens before the signatures."""
    if mark.sign is Sign.ARTICLE:
        return headed(every, mark, BlockKind.ARTICLE)
    if mark.sign is Sign.DIVISION:
        return headed(every, mark, BlockKind.BODY) if bounds.divided and every[mark.line].gap else None
    if state is BlockKind.ARTICLE or (state is BlockKind.BODY and _in_passing(every, mark)):
        return None
    if mark.line == bounds.parties:
        return Opening(line=mark.line, kind=BlockKind.PARTIES, content=mark.line)
    return _before_articles(mark, state, bounds)


def _in_passing(every: tuple[Line, ...], mark: Mark) -> bool:
    """Whether a line of running text only seems to name parties: it does not begin with «Entre»."""
    return mark.sign is Sign.PARTIES and not every[mark.line].flat.lstrip(" #").startswith("entre")


def _before_articles(mark: Mark, state: BlockKind, bounds: _Bounds) -> Opening | None:
    index = mark.line
    match mark.sign:
        case Sign.PREAMBLE:
            return Opening(line=index, kind=BlockKind.PREAMBLE, content=index + 1)
        case Sign.CITATION:
            return Opening(line=index, kind=BlockKind.CITATIONS, content=index)
        case Sign.PARTIES if state is not BlockKind.PREAMBLE:
            return Opening(line=index, kind=BlockKind.PARTIES, content=index)
        case Sign.SIGNATORIES if state in _OPENING:
            return Opening(line=index, kind=BlockKind.PARTIES, content=index)
        case Sign.AGREED if state is not BlockKind.TITLE:
            return Opening(line=index, kind=_after(state, bounds), content=index + 1)
        case _:
            return None


def _after(state: BlockKind, bounds: _Bounds) -> BlockKind:
    """A preamble after the parties; the text itself where no heading divides it."""
    undivided = state is BlockKind.PARTIES and not bounds.divided
    return BlockKind.BODY if state not in (BlockKind.PARTIES, BlockKind.CITATIONS) or undivided else BlockKind.PREAMBLE


# The minutes of a sitting begin with its day, in letters.
_SITTING = re.compile(r"l'an (?:deux mille|20\d\d)\b")


# A note of an office file, laid out under the paragraph that calls it.
_NOTE = re.compile(r"note \d+ : ")


def _leaves(state: BlockKind, every: tuple[Line, ...], index: int, bounds: _Bounds) -> bool:
    """Whether a line without mark is already the text that follows the opening of the act."""
    line = every[index]
    if _NOTE.match(line.flat):
        return False
    if state is BlockKind.CONTENTS:
        return index not in bounds.listed
    if state is BlockKind.TITLE:
        return len(line.words) > 200 or _SITTING.match(line.flat) is not None or _is_prose(every, index)
    if state is BlockKind.PARTIES:
        return not bounds.divided and every[index - 1].words.endswith(".") and _is_prose(every, index)
    if state is BlockKind.CITATIONS:
        ended = index > 0 and every[index - 1].words.endswith((".", ";", ",", ":"))
        return line.gap and ended and line.words[:1].isupper() and len(line.words) > 40
    return False


def _is_prose(every: tuple[Line, ...], index: int) -> bool:
    """Whether soft-wrapped lines that begin there make a long sentence."""
    words = every[index].words
    for line in every[index + 1 : index + 8]:
        if line.gap or len(words) > 240:
            break
        words = f"{words} {line.words}"
    return every[index].gap and len(words) > 240 and not words.isupper() and "." in words
