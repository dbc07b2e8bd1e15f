"""Lines of pages to paragraphs: where a sentence goes on, also on the next page, and where another begins."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf_rows import Line

_BULLET = re.compile(r"[-–—•◦·*➢✓❖>]\s*\S|o\s+\S")
# These open a line also where a sentence only mentions them: «l’article|12. Le comité», «(formulaire 2,|annexe 3)».
_OPENING = re.compile(
    r"(?:\d{1,2}\.)*\d{1,2}\s?[.)°]\s|\d{1,2}(?:\.\d{1,2})+\s|[a-zA-Z][.)]\s|\(?[a-z\d]{1,2}\)\s|[ivxIVX]{1,5}\s?[.)–-]\s|"
    r"(?:article|art\.|annexe)\s+(?:\d|[ivx]+\b|premier|unique)|vu\s|consid[ée]rant\s",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:article|art\.|titre|chapitre|annexe)\s", re.IGNORECASE)
# A word or a span of years goes on in the next line.
_CUT = re.compile(r"\w-$")
_ENDED = tuple(".;:!?…»")
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


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of the text, in order; each row of a table is one."""
    usual = _usual_pitches(lines)
    made: list[Line] = []
    apart = True
    for line in lines:
        if made and _goes_on(made, line, usual):
            made.append(line)
            continue
        if made:
            yield Paragraph(lines=tuple(made), apart=apart)
            apart = _is_apart(made[-1], line, usual) or bool(made[-1].cells) != bool(line.cells)
        made = [line]
    if made:
        yield Paragraph(lines=tuple(made), apart=apart)


def _usual_pitches(lines: Sequence[Line]) -> dict[int, float]:
    """The distance from one line to the next within paragraphs, for each size of type."""
    counted: dict[int, Counter[float]] = {}
    for above, below in zip(lines, lines[1:], strict=False):
        pitch = below.bottom - above.bottom
        if _same_column(above, below) and _is_full(above, below) and 0 < pitch < 3 * below.size:
            counted.setdefault(round(below.size), Counter())[round(pitch * 2) / 2] += 1
    return {size: min(pitches, key=lambda pitch: (-pitches[pitch], pitch)) for size, pitches in counted.items()}


def _same_column(above: Line, below: Line) -> bool:
    return above.page == below.page and above.column == below.column and below.bottom > above.bottom


def _pitch(line: Line, usual: dict[int, float]) -> float:
    return usual.get(round(line.size), 1.3 * line.size)


def _is_apart(above: Line, below: Line, usual: dict[int, float]) -> bool:
    """Whether more than the usual blank stands between two lines."""
    if not _same_column(above, below):
        return above.words.endswith(_ENDED) or not _is_full(above, below)
    heading = _HEADING.match(above.words) and not above.words.endswith(_ENDED) and below.words[0].islower()
    return below.bottom - above.bottom > (_WIDER if heading else _APART) * _pitch(below, usual)


def _goes_on(made: Sequence[Line], line: Line, usual: dict[int, float]) -> bool:
    """Whether the line goes on with the paragraph."""
    last = made[-1]
    if line.cells or last.cells or line.part is not last.part:
        return False
    if _CUT.search(last.words) and line.words[0].isalnum():
        return True
    if _opens(last, line) or _differs(last, line):
        return False
    if not _same_column(last, line):
        return _crosses(last, line)
    near = _is_full(last, line) and not _is_apart(last, line, usual)
    return near and (len(made) == 1 or _is_marked(made[0]) or not _is_indented(last, line))


def _differs(last: Line, line: Line) -> bool:
    """Whether the lines are set in another way: side by side with other words, or in type of another size."""
    return "\t" in line.words or "\t" in last.words or not 0.88 < line.size / last.size < 1.14


def _is_marked(line: Line) -> bool:
    return (_BULLET.match(line.words) or _OPENING.match(line.words)) is not None


def _opens(last: Line, line: Line) -> bool:
    """Whether the line opens an item, a visa or a heading."""
    if _BULLET.match(line.words):
        return True
    return _OPENING.match(line.words) is not None and (last.words.endswith(_ENDED) or not _is_full(last, line))


def _crosses(last: Line, line: Line) -> bool:
    """Whether a sentence goes on over the end of a page or of a column."""
    ended = last.words.endswith(_ENDED)
    return not ended and _is_full(last, line) and (line.words[:1].islower() or last.words.endswith(("-", ",")))


def _is_indented(last: Line, line: Line) -> bool:
    return line.left - last.left > 0.8 * line.size and abs(line.left - line.column[0]) < 0.2 * _width(line)


def _width(line: Line) -> float:
    return line.column[1] - line.column[0]


def _is_full(line: Line, below: Line) -> bool:
    """Whether the first word of the line below had no room at the end of this one."""
    left, right = line.column
    free = right - line.right
    if line.left - left > 1.5 * line.size and abs(free - (line.left - left)) < 1.5 * line.size:
        # A line in the middle: it could have grown on both sides.
        free += line.left - left
    word = below.words.split(" ", 1)[0]
    # Dots and digits are narrow, capitals are wide.
    letter = max((below.right - below.left) / len(below.words), (0.55 if word.isupper() else 0.35) * line.size)
    return free < (len(word) + 1) * letter + 0.2 * line.size
