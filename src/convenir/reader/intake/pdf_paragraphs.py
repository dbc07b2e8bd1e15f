"""Lines of pages to paragraphs: where a sentence goes on, also on the next page, and where another begins."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from convenir.reader.french.bullets import BULLETS
from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf_rows import Line

_BULLET = re.compile(rf"[{BULLETS}*>]\s*\S|o\s+\S")
# These open a line also where a sentence only mentions them: «l’article|12. Le comité», «(formulaire 2,|annexe 3)».
_OPENING = re.compile(
    r"(?:\d{1,2}\.)*\d{1,2}\s?[.)°]\s|\d{1,2}(?:\.\d{1,2})+\s|[a-zA-Z][.)]\s|\(?[a-z\d]{1,2}\)\s|[ivxIVX]{1,5}\s?[.)–-]\s|"
    r"(?:article|art\.|annexe)\s+(?:\d|[ivx]+\b|premier|unique)|vu\s|consid[ée]rant\s",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:article|art\.|titre|chapitre|annexe)\s", re.IGNORECASE)
# A line that is nothing else heads what comes below, wherever the line above ends.
_HEADING_ALONE = re.compile(r"(?:Article|ARTICLE|Annexe|ANNEXE|Titre|TITRE|Chapitre|CHAPITRE)\s+\w{1,4}\s*[:–-]?$")
# A word or a span of years goes on in the next line.
_CUT = re.compile(r"\w-$")
_ENDED = tuple(".;:!?…»")
# French puts an unbreakable blank before them.
_BOUND = (":", ";", "!", "?", "»")
# Lines farther apart than the usual by that share begin another paragraph; those of one heading may be set wider.
_APART, _WIDER = 1.18, 1.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that go on from one to the next. `apart` is true where a blank stands above it."""

    lines: tuple[Line, ...]
    apart: bool

    @property
    def part(self) -> Part:
        """In which part of the page its words stand."""
        return self.lines[0].part

    @property
    def is_item(self) -> bool:
        """Whether a bullet stands before its words."""
        return _BULLET.match(self.lines[0].words) is not None


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of the text, in order; each row of a table is one."""
    turns = [_turn(last, line) for last, line in pairwise(lines)]
    usual = _usual_pitches(turns)
    made = list(lines[:1])
    apart = True
    for turn in turns:
        if _goes_on(made, turn, usual):
            made.append(turn.line)
            continue
        yield Paragraph(lines=tuple(made), apart=apart)
        apart = _is_apart(turn, usual) or bool(turn.last.cells) != bool(turn.line.cells)
        made = [turn.line]
    if made:
        yield Paragraph(lines=tuple(made), apart=apart)


class _Turn(NamedTuple):
    """From one line to the next: how far below it stands in the same column, None elsewhere.

    `full` is true where the first word of the next line had no room at the end of the last one, `ended` where the last
    one ends as a sentence does.
    """

    last: Line
    line: Line
    pitch: float | None
    full: bool
    ended: bool


def _turn(last: Line, line: Line) -> _Turn:
    below = last.page == line.page and last.column == line.column and line.bottom > last.bottom
    pitch = line.bottom - last.bottom if below else None
    return _Turn(last, line, pitch, _is_full(last, line), last.words.endswith(_ENDED))


def _usual_pitches(turns: Sequence[_Turn]) -> dict[int, float]:
    """The distance from one line to the next within paragraphs, for each size of type."""
    counted: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for _, line, pitch, full, _ in turns:
        if full and pitch is not None and pitch < 3 * line.size:
            counted[round(line.size)][round(pitch * 2) / 2] += 1
    return {size: min(pitches, key=lambda pitch: (-pitches[pitch], pitch)) for size, pitches in counted.items()}


def _is_apart(turn: _Turn, usual: dict[int, float]) -> bool:
    """Whether more than the usual blank stands between two lines."""
    last, line, pitch, full, ended = turn
    if pitch is None:
        return ended or not full
    near = usual.get(round(line.size), 1.3 * line.size)
    if pitch <= _APART * near:
        return False
    heading = not ended and line.words[0].islower() and _HEADING.match(last.words)
    return not heading or pitch > _WIDER * near


def _goes_on(made: Sequence[Line], turn: _Turn, usual: dict[int, float]) -> bool:
    """Whether the line goes on with the paragraph."""
    last, line, pitch, full, _ = turn
    if line.cells or last.cells or line.part is not last.part:
        return False
    if last.words[-1] == "-" and _CUT.match(last.words[-2:]) and line.words[0].isalnum():
        return True
    if not full or _opens(turn) or _differs(last, line):
        return False
    if pitch is None:
        return _crosses(turn)
    return not _is_apart(turn, usual) and (len(made) == 1 or _is_marked(made[0]) or not _is_indented(last, line))


def _differs(last: Line, line: Line) -> bool:
    """Whether the lines are set in another way: side by side with other words, or in type of another size."""
    return "\t" in line.words or "\t" in last.words or not 0.88 < line.size / last.size < 1.14


def _is_marked(line: Line) -> bool:
    return (_BULLET.match(line.words) or _OPENING.match(line.words)) is not None


def _opens(turn: _Turn) -> bool:
    """Whether the line opens an item, a visa or a heading, where the last one is full."""
    words = turn.line.words
    if _BULLET.match(words) or _HEADING_ALONE.match(words):
        return True
    return turn.ended and _OPENING.match(words) is not None


def _crosses(turn: _Turn) -> bool:
    """Whether a sentence goes on over the end of a page or of a column, where the last line is full."""
    return not turn.ended and (turn.line.words[:1].islower() or turn.last.words.endswith(("-", ",")))


def _is_indented(last: Line, line: Line) -> bool:
    return line.left - last.left > 0.8 * line.size and abs(line.left - line.column[0]) < 0.2 * _width(line)


def _width(line: Line) -> float:
    return line.column[1] - line.column[0]


def _first_word(words: str) -> str:
    """What stands before the first blank at which a line may end: none before «:» and «;».

    >>> _first_word("professionnelle : un lieu"), _first_word("la Caf")
    ('professionnelle :', 'la')
    """
    word, _, after = words.partition(" ")
    return f"{word} {after[0]}" if after[:1] in _BOUND and after[1:2] in ("", " ") else word


def _is_full(line: Line, below: Line) -> bool:
    """Whether the first word of the line below had no room at the end of this one."""
    left, right = line.column
    free = right - line.right
    if line.left - left > 1.5 * line.size and abs(free - (line.left - left)) < 1.5 * line.size:
        # A line in the middle: it could have grown on both sides.
        free += line.left - left
    if free < 0.2 * line.size:
        # Not even for a letter.
        return True
    word = _first_word(below.words)
    # Dots and digits are narrow, capitals are wide.
    letter = max((below.right - below.left) / len(below.words), (0.55 if word.isupper() else 0.35) * line.size)
    return free < (len(word) + 1) * letter + 0.2 * line.size
