"""The characters of a page of a PDF, and where each of them stands."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pypdfium2
from pypdfium2 import raw

from convenir.reader.intake.pdf_runs import Run

# Left, bottom, right and top in the space of the file, where heights grow upwards; left, top, right and bottom in that
# of the page as it is read.
Rectangle: TypeAlias = tuple[float, float, float, float]
Turning: TypeAlias = Callable[[float, float, float, float], Rectangle]
# The first character of a stretch of the text, and the one after its last.
Span: TypeAlias = tuple[int, int]

WORD = re.compile(r"\S+")
# The library writes U+FFFE for a hyphen at the end of a line, and no line end after it.
_SEGMENT = re.compile(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
# A number alone, and any that ends a word: one may be set smaller, the other raised, to call a note.
_ALONE = re.compile(r"(?<!\S)\d+(?!\S)")
_AT_END = re.compile(r"\d[.,;:»”)]*(?!\S)")
# Of letters that follow on one line, in sizes of type: the blank before them, and how far they reach past those before.
_BLANK = (-0.25, 0.9)
_HIGHER, _LOWER = 0.1, 0.35
# In more goes than that for each word, a stretch was written letter by letter.
_LETTERS_ALONE = 2


class Characters:
    """The characters of an open page and their places; usable until the page is closed."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> None:
        self._handle = textpage.raw
        self._room = raw.FS_RECTF()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self.text = _characters(textpage)
        spans = [found.span() for found in _SEGMENT.finditer(self.text) if found[0].strip()]
        # Clockwise, in radians.
        angles = [raw.FPDFText_GetCharAngle(self._handle, self.first(start)) for start, _ in spans]
        self.quarter = _quarter(angles, spans)
        self.box = page.get_bbox()
        self.turning = _turning(self.quarter, self.box)
        way = -self.quarter * math.pi / 2
        along = {angle: math.cos(angle - way) > 0.99 for angle in set(angles)}
        # The stretches that are written as most of the page is, and those that stand across: stamps, «PROJET».
        self.upright = [span for span, angle in zip(spans, angles, strict=True) if along[angle]]
        self.slanted = [span for span, angle in zip(spans, angles, strict=True) if not along[angle]]
        # In how many goes the stretches were written that were asked for as runs.
        self.drawings = 0

    def first(self, start: int) -> int:
        """The first character of a stretch that is no blank."""
        while self.text[start].isspace():
            start += 1
        return start

    def room(self, index: int) -> Rectangle:
        """The room of the character of that index in the type in which it is set."""
        room = self._room
        raw.FPDFText_GetLooseCharBox(self._handle, index, room)
        return self.turning(room.left, room.bottom, room.right, room.top)

    def ink(self, index: int) -> Rectangle:
        """What the character of that index covers of its room."""
        left, right, bottom, top = self._edges
        raw.FPDFText_GetCharBox(self._handle, index, left, right, bottom, top)
        return self.turning(left.value, bottom.value, right.value, top.value)

    def line(self, index: int) -> float:
        """How far down the page is the line on which the character of that index is written."""
        left, _, bottom, _ = self._edges
        raw.FPDFText_GetCharOrigin(self._handle, index, left, bottom)
        return self.turning(left.value, bottom.value, left.value, bottom.value)[3]

    def raised(self, index: int, start: int, size: float) -> bool:
        """Whether the character stands above the line on which the word that starts there is written."""
        return self.line(start) - self.ink(index)[3] > 0.2 * size

    def run(self, start: int, end: int) -> Run | None:
        """The stretch as one run, where its words follow one another; None where each of them has to be looked at."""
        drawings = raw.FPDFText_CountRects(self._handle, start, end - start)
        self.drawings += drawings
        if drawings != 1:
            return self._run_of(drawings, start, end)
        left, _, right, _ = self._drawing(0)
        first = self.first(start)
        begins, top, _, bottom = self.room(first)
        # A drawing may begin with blanks, which set its words in.
        left = begins if first > start else left
        return Run(self.text[start:end].strip(), left, top, right, bottom, max(bottom - top, 1.0))

    def _drawing(self, index: int) -> Rectangle:
        """What the letters cover that were written in one go, of those last counted."""
        left, top, right, bottom = self._edges
        raw.FPDFText_GetRect(self._handle, index, left, top, right, bottom)
        return self.turning(left.value, bottom.value, right.value, top.value)

    def _run_of(self, drawings: int, start: int, end: int) -> Run | None:
        """The stretch as one run, where each drawing stands on the line of the first and follows the one before."""
        first = self.first(start)
        left, top, right, bottom = self.room(first)
        size = max(bottom - top, 1.0)
        if any(self._is_small(found.start(), size) for found in _ALONE.finditer(self.text, start, end)):
            return None
        highest, lowest = top - _HIGHER * size, bottom + _LOWER * size
        # Raised digits would stand higher than their line.
        foot = self.line(first) - _HIGHER * size if _AT_END.search(self.text, start, end) else highest
        last = left
        for begins, above, ends, below in self._pieces(drawings, start, end):
            blank = (begins - last) / size
            if not (_BLANK[0] <= blank <= _BLANK[1] and highest <= above and foot <= below <= lowest):
                return None
            last = ends
        words = self.text[start:end].rstrip()
        right = max(right, self.room(start + len(words) - 1)[2])
        return Run(" ".join(words.split()), left, top, right, bottom, size)

    def _pieces(self, drawings: int, start: int, end: int) -> Iterator[Rectangle]:
        """What the drawings of the stretch cover or, where they are letters alone, what its words cover."""
        words = len(self.text[start:end].split())
        if drawings <= _LETTERS_ALONE * words:
            return (self._drawing(index) for index in range(drawings))
        return (self._extent(*found.span()) for found in WORD.finditer(self.text, start, end))

    def _extent(self, start: int, end: int) -> Rectangle:
        """From the first letter of a word to its last."""
        left, above, right, below = self.ink(start)
        if end - start == 1:
            return left, above, right, below
        _, top, right, bottom = self.ink(end - 1)
        return left, min(above, top), right, max(below, bottom)

    def _is_small(self, index: int, size: float) -> bool:
        _, top, _, bottom = self.room(index)
        return bottom - top < 0.8 * size


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The characters of the page, one for each that the library counts; U+FFFD for a glyph that stands for none."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join("\ufffd" if code == 0 or 0xD800 <= code < 0xE000 else chr(code) for code in codes)


def _quarter(angles: list[float], spans: list[Span]) -> int:
    """By how many quarters of a turn most characters are turned, counter-clockwise in the space of the file."""
    quarters = {angle: round(-angle / (math.pi / 2)) % 4 for angle in set(angles)}
    if len(quarters) == 1:
        return quarters[angles[0]]
    counted = Counter[int]()
    for angle, (start, end) in zip(angles, spans, strict=True):
        counted[quarters[angle]] += end - start
    return counted.most_common(1)[0][0] if counted else 0


def _turning(quarter: int, box: Rectangle) -> Turning:
    """From the space of the file to that of the upright page, from its top left."""
    at_left, at_bottom, at_right, at_top = box
    ways: tuple[Turning, ...] = (
        lambda left, bottom, right, top: (left - at_left, at_top - top, right - at_left, at_top - bottom),
        lambda left, bottom, right, top: (bottom - at_bottom, left - at_left, top - at_bottom, right - at_left),
        lambda left, bottom, right, top: (at_right - right, bottom - at_bottom, at_right - left, top - at_bottom),
        lambda left, bottom, right, top: (at_top - top, at_right - right, at_top - bottom, at_right - left),
    )
    return ways[quarter]
