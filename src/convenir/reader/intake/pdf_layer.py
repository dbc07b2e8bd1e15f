"""The text layer of a page of a PDF, as runs of words where they stand."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import pypdfium2
from pypdfium2 import raw

from convenir.reader.intake.pdf_runs import Leaf, Ruling, Run

# Left, bottom, right and top in the space of the file, where heights grow upwards.
_Rectangle: TypeAlias = tuple[float, float, float, float]
_Turning: TypeAlias = Callable[[_Rectangle], _Rectangle]

# The library writes U+FFFE for a hyphen at the end of a line, and no line end after it.
_SEGMENT = re.compile(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
_WORD = re.compile(r"\S+")
_ODD = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u017f\u2013\u2014\u2018-\u201d\u20ac…•]")
_CLEAN = str.maketrans({
    **dict.fromkeys([*range(32), 0x7F, 0xFEFF, 0x200B, 0x200C, 0x200D], None),
    **dict.fromkeys([0xFFFE, 0xAD, 0x2010, 0x2011], "-"),
    **dict.fromkeys([0x9, *range(0x2000, 0x200B), 0x202F, 0x205F], "\N{NO-BREAK SPACE}"),
    **dict.fromkeys([0x25CF, 0x25AA, 0x25A0], "•"),
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
})  # fmt: skip
# A sign of a symbol font, alone before words: the mark of an item.
_SIGN = re.compile(r"[\ue000-\uf8ff](?=\s|$)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CALLS_NOTE = re.compile(r"[⁰¹²³⁴-⁹]")
# Digits at the end of a word, which call a note where they are raised.
_CALL = re.compile(r"(?<=.)\d(?=[.,;:»”)]*$)")
# A drawing of more strokes than that is no table.
_MOST_STROKES = 4_000
# A page with fewer letters and a picture over most of it is a picture with a stamp or a number on it.
_FEW_LETTERS = 300
_MOST_OF_IT = 0.5
# Letters drawn as shapes: no word, and that many strokes.
_MANY_STROKES = 200
_FIELDS = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_FREETEXT: b"Contents"}


class _Glyph(NamedTuple):
    """The room of one character of the type in which it is set."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class _Layer:
    """The characters of an open page and their places; usable until the page is closed."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> None:
        self._handle = textpage.raw
        self._room = raw.FS_RECTF()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self.text = _characters(textpage)
        self.segments = tuple(found.span() for found in _SEGMENT.finditer(self.text) if found[0].strip())
        # Clockwise, in radians.
        self._angles = [raw.FPDFText_GetCharAngle(self._handle, self._first(start)) for start, _ in self.segments]
        self.quarter = _quarter(self._angles, self.segments)
        self.box = page.get_bbox()
        self.turning = _turning(self.quarter, self.box)

    def _first(self, start: int) -> int:
        """The first character of a segment that is no blank."""
        while self.text[start].isspace():
            start += 1
        return start

    def upright(self) -> Iterator[tuple[int, int]]:
        """The segments that are written as most of the page is."""
        way = -self.quarter * math.pi / 2
        for span, angle in zip(self.segments, self._angles, strict=True):
            if math.cos(angle - way) > 0.99:
                yield span

    def slanted(self) -> Iterator[str]:
        """The words that stand across the page: stamps, «PROJET»."""
        kept = set(self.upright())
        yield from (self.text[slice(*span)].translate(_CLEAN).strip() for span in self.segments if span not in kept)

    def glyph(self, index: int) -> _Glyph:
        """The room of the character of that index."""
        room = self._room
        raw.FPDFText_GetLooseCharBox(self._handle, index, room)
        return _Glyph(*self.turning((room.left, room.bottom, room.right, room.top)))

    def raised(self, index: int, start: int, size: float) -> bool:
        """Whether the character stands above the line on which the word that starts there is written."""
        left, right, bottom, top = self._edges
        raw.FPDFText_GetCharBox(self._handle, index, left, right, bottom, top)
        foot = self.turning((left.value, bottom.value, right.value, top.value))[3]
        raw.FPDFText_GetCharOrigin(self._handle, start, left, bottom)
        line = self.turning((left.value, bottom.value, left.value, bottom.value))[3]
        return line - foot > 0.2 * size

    def run(self, start: int, end: int) -> Run | None:
        """The segment as one run, where it was written in one go; None where it has to be looked at word by word."""
        if raw.FPDFText_CountRects(self._handle, start, end - start) != 1:
            return None
        left, top, right, bottom = self._edges
        raw.FPDFText_GetRect(self._handle, 0, left, top, right, bottom)
        edges = self.turning((left.value, bottom.value, right.value, top.value))
        glyph = self.glyph(self._first(start))
        return Run(
            self.text[start:end].strip(), edges[0], glyph.top, edges[2], glyph.bottom, max(glyph.size, 1.0)
        )  # fmt: skip


def leaf(page: pypdfium2.PdfPage, number: int) -> Leaf:
    """The page as its text layer, its form fields and its typed notes give it."""
    textpage = page.get_textpage()
    try:
        layer = _Layer(page, textpage)
        runs = [*_runs(layer), *_fields(page, layer.turning)]
        slanted = tuple(layer.slanted())
    finally:
        textpage.close()
    left, bottom, right, top = layer.box
    width, height = (right - left, top - bottom) if layer.quarter % 2 == 0 else (top - bottom, right - left)
    return Leaf(
        number=number,
        width=width,
        height=height,
        runs=tuple(run for run in map(_cleaned, runs) if run.words and all(map(math.isfinite, run[1:6]))),
        slanted=slanted,
        rulings=tuple(_rulings(page, layer.turning)) if _has_tables_or_notes(runs) else (),
        turn=(layer.quarter - page.get_rotation() // 90) % 4,
    )


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The characters of the page, one for each that the library counts; U+FFFD for a glyph that stands for none."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join("\ufffd" if code == 0 or 0xD800 <= code < 0xE000 else chr(code) for code in codes)


def _quarter(angles: list[float], segments: tuple[tuple[int, int], ...]) -> int:
    """By how many quarters of a turn most characters are turned, counter-clockwise in the space of the file."""
    counted = Counter[int]()
    for angle, (start, end) in zip(angles, segments, strict=True):
        counted[round(-angle / (math.pi / 2)) % 4] += end - start
    return counted.most_common(1)[0][0] if counted else 0


def _turning(quarter: int, box: _Rectangle) -> _Turning:
    """From the space of the file to that of the upright page, from its top left: left, top, right, bottom."""
    left, bottom, right, top = box
    ways: tuple[_Turning, ...] = (
        lambda at: (at[0] - left, top - at[3], at[2] - left, top - at[1]),
        lambda at: (at[1] - bottom, at[0] - left, at[3] - bottom, at[2] - left),
        lambda at: (right - at[2], at[1] - bottom, right - at[0], at[3] - bottom),
        lambda at: (top - at[3], right - at[2], top - at[1], right - at[0]),
    )
    return ways[quarter]


def _cleaned(run: Run) -> Run:
    """Ligatures taken apart, bullets of symbol fonts made bullets, soft hyphens kept at the end of a line only."""
    words = run.words
    if _ODD.search(words) is None:
        return run
    if "\xad" in words[:-1]:
        words = words[:-1].replace("\xad", "") + words[-1]
    return run._replace(words=_SIGN.sub("•", words.translate(_CLEAN).strip()))


def is_pictured(page: pypdfium2.PdfPage, found: Leaf) -> bool:
    """Whether words may stand in a picture over most of the page, or in strokes drawn in the place of letters."""
    if sum(len(run.words) for run in found.runs) >= 2 * _FEW_LETTERS:
        return False
    letters = found.letters()
    if letters >= _FEW_LETTERS:
        return False
    strokes = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE and (drawn.level or _covers(drawn, page)):
            return True
        strokes += 1
    return letters == 0 and strokes >= _MANY_STROKES


def _covers(drawn: pypdfium2.PdfObject, page: pypdfium2.PdfPage) -> bool:
    try:
        left, bottom, right, top = drawn.get_bounds()
    except pypdfium2.PdfiumError:
        return False
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) >= _MOST_OF_IT * width * height)


# --- words -------------------------------------------------------------------------------------------------


def _runs(layer: _Layer) -> Iterator[Run]:
    for start, end in layer.upright():
        run = layer.run(start, end)
        if run is None:
            yield from _word_by_word(layer, start, end)
        else:
            yield run


def _word_by_word(layer: _Layer, start: int, end: int) -> Iterator[Run]:
    """Runs of words that stand beside one another: a wide blank, another line or a step back begin the next one."""
    run: Run | None = None
    for found in _WORD.finditer(layer.text, start, end):
        word = _word(layer, *found.span())
        joint = _joint(run, word) if run else None
        if run is None or joint is None:
            if run is not None:
                yield run
            run = word
            continue
        run = run._replace(words=f"{run.words}{joint}{word.words}", right=max(run.right, word.right))
    if run is not None:
        yield run


def _word(layer: _Layer, start: int, end: int) -> Run:
    words = layer.text[start:end]
    first, last = layer.glyph(start), layer.glyph(end - 1)
    called = _CALL.search(words)
    if called and layer.raised(start + called.end() - 1, start, first.size):
        words = _with_call(layer, words, start, called.end(), first.size)
    return Run(words, first.left, first.top, max(last.right, first.right), first.bottom, max(first.size, 1.0))


def _with_call(layer: _Layer, words: str, start: int, end: int, size: float) -> str:
    """The word with the raised digits that end there written as such."""
    cut = end - 1
    while cut > 1 and words[cut - 1].isdigit() and layer.raised(start + cut - 1, start, size):
        cut -= 1
    return words[:cut] + words[cut:end].translate(_RAISED) + words[end:]


def _joint(run: Run, word: Run) -> str | None:
    """What stands between a run and the next word of its line; None where the word begins another run."""
    gap = word.left - run.right
    if word.words.isdigit() and word.size < 0.8 * run.size and -0.3 * run.size < gap < 0.3 * run.size:
        return "" if word.middle > run.middle else " "
    size = max(run.size, word.size)
    if abs(word.middle - run.middle) > 0.5 * size or gap < -0.5 * size or gap > 0.9 * size:
        return None
    return " "


# --- what else is on the page ------------------------------------------------------------------------------


def _has_tables_or_notes(runs: list[Run]) -> bool:
    """Whether lines drawn on the page may tell something of its words: cells, or notes that raised numbers call."""
    return _side_by_side(runs) or any(_CALLS_NOTE.search(run.words) for run in runs)


def _side_by_side(runs: list[Run]) -> bool:
    """Whether runs stand beside others, as the cells of a table do: the end of one may be a single line of a page."""
    ordered = sorted(runs, key=lambda run: run.middle)
    return any(two.middle - one.middle < 0.3 * one.size for one, two in pairwise(ordered))


def _rulings(page: pypdfium2.PdfPage, turning: _Turning) -> Iterator[Ruling]:
    """The lines drawn on the page: strokes, and the edges of rectangles."""
    edges = tuple(ctypes.c_float() for _ in range(4))
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, _MOST_STROKES)):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield from _edges(*turning((left, bottom, right, top)))


def _edges(left: float, top: float, right: float, bottom: float) -> Iterator[Ruling]:
    if right - left < 3 or bottom - top < 3:
        if max(right - left, bottom - top) >= 4:
            yield Ruling(left, top, right, bottom)
        return
    yield Ruling(left, top, right, top)
    yield Ruling(left, bottom, right, bottom)
    yield Ruling(left, top, left, bottom)
    yield Ruling(right, top, right, bottom)


def _fields(page: pypdfium2.PdfPage, turning: _Turning) -> Iterator[Run]:
    """What was typed into the fields of a form and in notes on the page, which no text layer holds."""
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        key = _FIELDS.get(raw.FPDFAnnot_GetSubtype(note))
        words = _value(note, key) if key and _value(note, b"FT") != "Btn" else ""
        room = raw.FS_RECTF()
        if words.strip() and raw.FPDFAnnot_GetRect(note, room):
            left, top, right, bottom = turning((room.left, room.bottom, room.right, room.top))
            yield Run(" ".join(words.split()), left, top, right, bottom, max(min(bottom - top, 14.0), 1.0))
        raw.FPDFPage_CloseAnnot(note)


def _value(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    room = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw[: max(length - 2, 0)].decode("utf-16-le", errors="ignore")
