"""How the outline of a text is found: headings, tables of contents, formulas that open and close its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from convenir.reader.lines import Line, Mark, Sign, end_of_reading, is_leader, lines, marks, paragraphs, title_of
from convenir.reader.numbered import numbered
from convenir.reader.outline import Block, BlockKind, Entry, Outline

_HEADED = {Sign.ARTICLE: BlockKind.ARTICLE, Sign.ANNEX: BlockKind.ANNEX, Sign.PREAMBLE: BlockKind.PREAMBLE}
# Blocks whose lines are each a paragraph.
_LINE_BY_LINE = (BlockKind.CLOSING, BlockKind.TITLE)
_OPENING = (BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CITATIONS, BlockKind.CONTENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """Where a block begins: index of its first line, what it is, index of its first line of content."""

    line: int
    kind: BlockKind
    number: str = ""
    title: str = ""
    content: int
    content_at: int | None = None


def outline(text: str) -> Outline:
    """The outline of a text; of the first convention only, where another one follows in the same text.

    >>> found = outline("CONVENTION\\n\\nArticle 1er : Objet\\nLes parties agissent.\\n\\nFait à Auch, le 3 mai 2021")
    >>> [(block.kind.value, block.number, block.title) for block in found.blocks]
    [('title', '', ''), ('article', '1', 'Objet'), ('closing', '', '')]
    """
    read_to = end_of_reading(text)
    every = lines(text[:read_to])
    found = tuple(marks(every))
    if not any(mark.sign is Sign.ARTICLE for mark in found):
        found = tuple(numbered(every, found))
    listed = _listed(every, found)
    second = _second(found, listed)
    kept = every if second is None else every[:second]
    found = tuple(mark for mark in found if second is None or mark.line < second)
    openings = tuple(_as_body(tuple(_openings(kept, found, listed))))
    end = read_to if second is None else every[second].start
    return Outline(
        text=text,
        blocks=tuple(_blocks(text, kept, openings, end)),
        contents=tuple(_entry(every, mark) for mark in found if mark.line in listed and mark.sign in _HEADED),
        second_at=None if second is None else every[second].start,
        read_to=read_to,
    )


# --- tables of contents ------------------------------------------------------------------------------------


def _listed(every: tuple[Line, ...], found: tuple[Mark, ...]) -> frozenset[int]:
    """The lines that belong to a table of contents or a list of annexes."""
    by_line = {mark.line: mark for mark in found}
    listed: set[int] = set()
    for mark in found:
        if mark.sign is Sign.CONTENTS and mark.line not in listed:
            region = tuple(_region(every, by_line, mark.line))
            listed.update(region if len(region) > 1 else ())
    listed.update(mark.line for mark in found if mark.sign in _HEADED and is_leader(every[mark.line]))
    listed.update(_doubles(found, by_line, listed, len(every)))
    return frozenset(listed)


def _region(every: tuple[Line, ...], by_line: dict[int, Mark], begin: int) -> Iterator[int]:
    """The lines of a table from its heading on: it stops where a heading returns or where sentences begin."""
    yield begin
    seen: set[tuple[Sign, str]] = set()
    last = begin
    for index in range(begin + 1, len(every)):
        mark = by_line.get(index)
        if mark is None:
            if _is_text(every[index]):
                return
            continue
        key = (mark.sign, mark.number)
        if mark.sign not in (*_HEADED, Sign.CONTENTS) or (mark.sign in _HEADED and key in seen):
            yield from range(last + 1, index)
            return
        following = every[index + 1] if index + 1 < len(every) else None
        if following and index + 1 not in by_line and _is_text(following):
            yield from range(last + 1, index)
            return
        seen.add(key)
        yield from range(last + 1, index + 1)
        last = index


def _is_text(line: Line) -> bool:
    if is_leader(line):
        return False
    return len(line.words) > 160 or (len(line.words) > 60 and line.words.endswith("."))


def _doubles(found: tuple[Mark, ...], by_line: dict[int, Mark], listed: set[int], count: int) -> Iterator[int]:
    """Headings without a word under them that return further on."""
    last = {(mark.sign, mark.number): mark.line for mark in found if mark.sign in (Sign.ARTICLE, Sign.ANNEX)}
    for mark in found:
        returns = last.get((mark.sign, mark.number), mark.line) > mark.line
        following = mark.line + 1
        if returns and following < count and (following in by_line or following in listed):
            yield mark.line


def _entry(every: tuple[Line, ...], mark: Mark) -> Entry:
    line = every[mark.line]
    title = line.words[mark.title_at :] if mark.title_at is not None else line.words
    return Entry(kind=_HEADED[mark.sign], number=mark.number, title=title_of(title), start=line.start, end=line.end)


# --- another convention in the same text -------------------------------------------------------------------


def _second(found: tuple[Mark, ...], listed: frozenset[int]) -> int | None:
    """The line at which another convention begins: articles start again from 1 outside any annex."""
    highest, closed, annexed, parties = 0, False, False, None
    for mark in found:
        if mark.line in listed:
            continue
        closed = closed or (mark.sign is Sign.CLOSING and highest > 0)
        annexed = annexed or (mark.sign is Sign.ANNEX and closed)
        if mark.sign in (Sign.PARTIES, Sign.CITATION) and highest > 0 and parties is None:
            parties = mark.line
        if mark.sign is not Sign.ARTICLE or not mark.number.isdigit():
            continue
        if mark.number == "1" and highest >= 2 and closed and (parties is not None or not annexed):
            return mark.line if parties is None else parties
        highest = max(highest, int(mark.number))
    return None


# --- blocks ------------------------------------------------------------------------------------------------


def _openings(every: tuple[Line, ...], found: tuple[Mark, ...], listed: frozenset[int]) -> Iterator[_Opening]:
    by_line = {mark.line: mark for mark in found}
    closing = _closing(found, listed)
    appended = _appended(every, found, listed, closing)
    bounds = _Bounds(by_line, listed, closing, appended, _late_parties(found, by_line))
    state = BlockKind.TITLE
    if every:
        yield _Opening(line=0, kind=state, content=0)
    skip = -1
    for index in range(len(every)):
        if index <= skip:
            continue
        opening = _opening(every, index, state, bounds)
        if opening is None and state in _OPENING and _leaves(state, every, index, listed):
            opening = _Opening(line=index, kind=_after(state), content=index)
        if opening is None or (opening.kind is state and state not in _HEADED.values()):
            continue
        state, skip = opening.kind, opening.content - 1
        yield opening


def _late_parties(found: tuple[Mark, ...], by_line: dict[int, Mark]) -> int | None:
    """The first line that names a party, where a preamble stands above and the next line names another."""
    first = next((mark.line for mark in found if mark.sign is Sign.PARTIES), None)
    following = by_line.get(first + 1) if first is not None else None
    return first if following and following.sign is Sign.PARTIES else None


def _as_body(openings: tuple[_Opening, ...]) -> Iterator[_Opening]:
    """A text without parties has no preamble: what follows its visas is its body."""
    parties = any(opening.kind is BlockKind.PARTIES for opening in openings)
    for opening in openings:
        headed = opening.content > opening.line
        bodily = opening.kind is BlockKind.PREAMBLE and not parties and not headed
        yield replace(opening, kind=BlockKind.BODY) if bodily else opening


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is known of the whole text before its blocks are opened one by one."""

    by_line: dict[int, Mark]
    listed: frozenset[int]
    closing: int | None
    appended: int
    parties: int | None


def _closing(found: tuple[Mark, ...], listed: frozenset[int]) -> int | None:
    """The line of the closing formula: the first after an article, else the last of a text without articles."""
    articles = [mark.line for mark in found if mark.sign is Sign.ARTICLE and mark.line not in listed]
    formulas = [mark.line for mark in found if mark.sign is Sign.CLOSING]
    if articles:
        return next((line for line in formulas if line > articles[0]), None)
    return formulas[-1] if formulas else None


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


def _opening(every: tuple[Line, ...], index: int, state: BlockKind, bounds: _Bounds) -> _Opening | None:
    if index in bounds.listed:
        return None if state is BlockKind.CONTENTS else _Opening(line=index, kind=BlockKind.CONTENTS, content=index)
    mark = bounds.by_line.get(index)
    if mark is None:
        return None
    if index == bounds.closing:
        return _Opening(line=index, kind=BlockKind.CLOSING, content=index)
    if mark.sign is Sign.ANNEX and index >= bounds.appended:
        return _headed(every, mark, BlockKind.ANNEX)
    if state in (BlockKind.CLOSING, BlockKind.ANNEX):
        return None
    return _inside(every, mark, state, bounds)


def _inside(every: tuple[Line, ...], mark: Mark, state: BlockKind, bounds: _Bounds) -> _Opening | None:
    """What a mark opens before the signatures."""
    if mark.sign is Sign.ARTICLE:
        return _headed(every, mark, BlockKind.ARTICLE)
    if state is BlockKind.ARTICLE or (state is BlockKind.BODY and _in_passing(every, mark)):
        return None
    if mark.line == bounds.parties:
        return _Opening(line=mark.line, kind=BlockKind.PARTIES, content=mark.line)
    return _before_articles(mark.line, mark, state)


def _in_passing(every: tuple[Line, ...], mark: Mark) -> bool:
    """Whether a line of running text only seems to name parties: it does not begin with «Entre»."""
    return mark.sign is Sign.PARTIES and not every[mark.line].flat.lstrip(" #").startswith("entre")


def _before_articles(index: int, mark: Mark, state: BlockKind) -> _Opening | None:
    match mark.sign:
        case Sign.PREAMBLE:
            return _Opening(line=index, kind=BlockKind.PREAMBLE, content=index + 1)
        case Sign.CITATION:
            return _Opening(line=index, kind=BlockKind.CITATIONS, content=index)
        case Sign.PARTIES if state is not BlockKind.PREAMBLE:
            return _Opening(line=index, kind=BlockKind.PARTIES, content=index)
        case Sign.AGREED if state is not BlockKind.TITLE:
            return _Opening(line=index, kind=_after(state), content=index + 1)
        case _:
            return None


def _after(state: BlockKind) -> BlockKind:
    return BlockKind.PREAMBLE if state in (BlockKind.PARTIES, BlockKind.CITATIONS) else BlockKind.BODY


# The minutes of a sitting begin with its day, in letters.
_SITTING = re.compile(r"l'an (?:deux mille|20\d\d)\b")


def _leaves(state: BlockKind, every: tuple[Line, ...], index: int, listed: frozenset[int]) -> bool:
    """Whether a line without mark is already the text that follows the opening of the act."""
    line = every[index]
    if state is BlockKind.CONTENTS:
        return index not in listed
    if state is BlockKind.TITLE:
        return len(line.words) > 200 or _SITTING.match(line.flat) is not None or _is_prose(every, index)
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


def _headed(every: tuple[Line, ...], mark: Mark, kind: BlockKind) -> _Opening:
    """A block with a number and a title, on one line or on two; what follows the title on its line is content."""
    line = every[mark.line]
    title_at = mark.title_at if mark.title_at is not None else len(line.words)
    rest = line.words[title_at:].strip(" *")
    if not rest:
        return _title_below(every, mark, kind)
    title, content_at = _split_title(line.words, title_at)
    if rest[:1].islower() and mark.line + 1 < len(every) and _runs_on(every[mark.line + 1]):
        title, content_at = "", title_at
    content = mark.line + 1
    if content_at is None:
        while content < len(every) and _title_goes_on(every[content - 1], every[content]):
            title = f"{title} {every[content].words}"
            content += 1
    else:
        content = mark.line
    return _Opening(
        line=mark.line, kind=kind, number=mark.number, title=title_of(title), content=content,
        content_at=None if content_at is None else line.start + content_at,
    )  # fmt: skip


def _split_title(words: str, at: int) -> tuple[str, int | None]:
    """The title that begins there, and where content begins on the same line."""
    rest = words[at:]
    stop = re.search(r"(?<=[^\W\d]{2})\.\s+(?=[A-ZÀÉÈL])", rest)
    if stop and stop.start() <= 90:
        return rest[: stop.start()], at + stop.end()
    sentence = len(rest) > 80 and rest[:1].islower()
    ended = re.search(r";$|(?:(?<!\.)\.|r[ée]dig[ée]e?s?\s?:)$", rest) and (rest.endswith(";") or len(rest) > 40)
    if sentence or ended or len(rest) > 180:
        return "", at
    return rest.rstrip(".;"), None


def _runs_on(line: Line) -> bool:
    return not line.gap and line.words[:1].islower()


# «4.1 – COMITÉ»: a title of its own, under that of the article.
_SUBTITLE = re.compile(r"\d{1,2}(?:\.\d{1,2})+[\s.):–-]+\D")


def _title_goes_on(above: Line, line: Line) -> bool:
    if line.gap or len(line.words) > 90 or line.words.endswith((".", ";", ":")):
        return False
    if _SUBTITLE.match(line.words) or _starts_block(line):
        return False
    cut = len(above.words) >= 60 and _runs_on(line)
    return cut or (line.words.isupper() and above.words.isupper())


def _title_below(every: tuple[Line, ...], mark: Mark, kind: BlockKind) -> _Opening:
    below = mark.line + 1
    title = ""
    if below < len(every) and _is_title(every[below]):
        title = every[below].words
        below += 1
        while below < len(every) and _title_goes_on(every[below - 1], every[below]):
            title = f"{title} {every[below].words}"
            below += 1
    return _Opening(line=mark.line, kind=kind, number=mark.number, title=title_of(title), content=below)


def _is_title(line: Line) -> bool:
    words = line.words.strip(" *")
    return words[:1].isupper() and len(words) <= 140 and words[-1:] not in ".;,:" and not _starts_block(line)


def _starts_block(line: Line) -> bool:
    return any(mark.sign not in (Sign.PREAMBLE, Sign.CONTENTS) for mark in marks((line,)))


def _blocks(text: str, every: tuple[Line, ...], openings: tuple[_Opening, ...], end: int) -> Iterator[Block]:
    for number, opening in enumerate(openings):
        following = openings[number + 1] if number + 1 < len(openings) else None
        last = following.line if following else len(every)
        stop = every[following.line].start if following else end
        content = list(every[opening.content : last])
        if opening.content_at is not None and content:
            head = content[0]
            cut = opening.content_at - head.start
            content[0] = Line(
                words=head.words[cut:], flat=head.flat[cut:], start=opening.content_at, end=head.end,
                indent=head.indent, gap=head.gap,
            )  # fmt: skip
        if not content and opening.kind not in (BlockKind.ARTICLE, BlockKind.ANNEX):
            continue
        yield Block(
            kind=opening.kind, number=opening.number, title=opening.title,
            start=every[opening.line].start, end=stop,
            paragraphs=paragraphs(text, tuple(content), joined=opening.kind not in _LINE_BY_LINE),
        )  # fmt: skip
