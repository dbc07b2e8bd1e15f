"""Where a block of the text begins, and its title: on the line of its number, on the next ones, or none."""

import re
from dataclasses import dataclass

from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import BlockKind
from convenir.reader.outlining.lines import Line, is_cut
from convenir.reader.outlining.marks import starts_block
from convenir.reader.outlining.signs import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where a block begins: index of its first line, what it is, index of its first line of content."""

    line: int
    kind: BlockKind
    number: str = ""
    title: str = ""
    content: int
    content_at: int | None = None


def title_of(words: str) -> str:
    """A title as one prints it: one line, no bold, no leader, no colon at the end.

    >>> title_of("**Objet de la convention :**"), title_of("Durée........... 12")
    ('Objet de la convention', 'Durée')
    """
    return tidy(re.sub(r"(?:\.{3,}|…{2,}|\s{3,}|\t)\s*\d{0,3}\s*\.*$", "", words)).strip(" #_").rstrip(" :-–—")


def headed(every: tuple[Line, ...], mark: Mark, kind: BlockKind) -> Opening:
    """A block with a number and a title, on one line or on two; what follows the title on its line is content."""
    line = every[mark.line]
    title_at = mark.title_at if mark.title_at is not None else len(line.words)
    rest = line.words[title_at:].strip(" *_")
    if not rest:
        return _title_below(every, mark, kind)
    title, content_at = _split_title(line.words, title_at)
    if _is_sentence(every, mark.line, rest):
        return _opening(mark, kind, "", mark.line, line.start + title_at)
    if rest[:1].islower() and mark.line + 1 < len(every) and _runs_on(every[mark.line + 1]):
        title, content_at = "", title_at
    if content_at is not None:
        at = line.start + content_at
        return _opening(mark, kind, title, mark.line, at)
    return _opening(mark, kind, *_whole_title(every, title, mark.line + 1))


# «Il est formé», «Sont retenus», «Les présentes prendront effet»: what begins so is no title.
_STATED = re.compile(
    r"(?:(?:il|elles?|ils|les\s+(?:parties|presentes|signataires|partenaires)|l'une|chacune?|toutes?|tous|aucune?|faute|rien|"
    r"la\s+(?:presente\s+)?(?:convention|charte)|le\s+present\s+\w+)\b[^.;:]{0,60}?\b|)"
    r"(?:est|sont|ser(?:a|ont)|etait|fut|peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|prendr(?:a|ont)|prend|"
    r"prennent|entre(?:nt)?\s+en|s'engage(?:nt)?|convien(?:t|nent)|se\s+reuni\w+|s'oblige(?:nt)?|a\s+pour|ont\s+pour)\b"
)
# A wrapped line is nearly as long as the page is wide.
_FULL = 60
# A title that a page cuts takes three lines at the most.
_MOST_LINES = 3


def _is_sentence(every: tuple[Line, ...], index: int, rest: str) -> bool:
    """Whether what stands beside the number is no title but a first sentence: it states, or goes on to a stop."""
    if rest.endswith("?"):
        return False
    return _STATED.match(flat(rest)) is not None or _reaches_stop(every, index)


def _reaches_stop(every: tuple[Line, ...], index: int) -> bool:
    """Whether the line is cut by the edge of the page and the sentence ends further down with a full stop."""
    for at in range(index + 1, min(index + 1 + _MOST_LINES, len(every))):
        above, line = every[at - 1], every[at]
        if line.gap or len(above.words) < _FULL or not line.words[:1].islower():
            return False
        if re.search(r"[.;:]$|(?<=[^\W\d]{3})[.;]\s", line.words):
            return True
    return index + _MOST_LINES < len(every)


def _title_below(every: tuple[Line, ...], mark: Mark, kind: BlockKind) -> Opening:
    below = mark.line + 1
    if below == len(every) or not _is_title(every[below]):
        return _opening(mark, kind, "", below)
    title, following = _whole_title(every, every[below].words, below + 1)
    # The first lines of a sentence look like a title, until one goes on below.
    text = following < len(every) and _is_text_below(every[following - 1], every[following])
    return _opening(mark, kind, *(("", below) if text else (title, following)))


def _is_text_below(above: Line, line: Line) -> bool:
    """Whether a line goes on with a sentence that began above it."""
    if line.gap or above.words.isupper():
        return False
    full = len(above.words) >= 60 and re.match(r"[\d«\"(]", line.words) is not None
    return line.words[:1].islower() or full or is_cut(above.words)


def _whole_title(every: tuple[Line, ...], title: str, following: int) -> tuple[str, int]:
    """The title with the lines that go on with it, and the first line after it."""
    while following < len(every) and _goes_on(every[following - 1], every[following]):
        title = f"{title} {every[following].words}"
        following += 1
    return title, following


def _opening(mark: Mark, kind: BlockKind, title: str, content: int, content_at: int | None = None) -> Opening:
    return Opening(
        line=mark.line, kind=kind, number=mark.number, title=title_of(title), content=content, content_at=content_at
    )


def _split_title(words: str, at: int) -> tuple[str, int | None]:
    """The title that begins there, and where content begins on the same line."""
    rest = words[at:]
    stop = re.search(r"(?<=[^\W\d]{2})\.\s+(?:[–—-]\s+)?(?=[A-ZÀÉÈL])", rest)
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
_SUBTITLE = re.compile(r"(?:\d{1,2}|[IVX]+)(?:\.\d{1,2})+[\s.):–-]+\D")


def _goes_on(above: Line, line: Line) -> bool:
    if line.gap or len(line.words) > 90 or line.words.endswith((".", ";", ":")):
        return False
    if _SUBTITLE.match(line.words) or starts_block(line):
        return False
    cut = len(above.words) >= 60 and _runs_on(line)
    return cut or (line.words.isupper() and above.words.isupper())


def _is_title(line: Line) -> bool:
    words = line.words.strip(" *_")
    short = words[:1].isupper() and len(words) <= 140 and words[-1:] not in ".;,:"
    return short and not _SUBTITLE.match(words) and not starts_block(line)
