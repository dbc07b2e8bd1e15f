"""The text layer of a page of a PDF, as runs of words where they stand."""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from convenir.reader.intake.pdf_characters import WORD, Characters, Turning
from convenir.reader.intake.pdf_runs import Leaf, Ruling, Run
from convenir.reader.intake.pdf_struck import struck, struck_words

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


def leaf(page: pypdfium2.PdfPage, number: int) -> Leaf:
    """The page as its text layer, its form fields and its typed notes give it."""
    textpage = page.get_textpage()
    try:
        characters = Characters(page, textpage)
        runs, rulings, crossed = _drawn(page, characters)
        slanted = _told(characters.text[start:end] for start, end in characters.slanted)
        crossed_out = _told(struck_words(characters, crossed))
    finally:
        textpage.close()
    left, bottom, right, top = characters.box
    width, height = (right - left, top - bottom) if characters.quarter % 2 == 0 else (top - bottom, right - left)
    return Leaf(
        number=number,
        width=width,
        height=height,
        runs=tuple(run for run in map(_cleaned, runs) if run.words and math.isfinite(sum(run[1:6]))),
        slanted=slanted,
        struck=crossed_out,
        rulings=rulings,
        turn=(characters.quarter - page.get_rotation() // 90) % 4,
    )


def _drawn(page: pypdfium2.PdfPage, characters: Characters) -> tuple[list[Run], tuple[Ruling, ...], frozenset[int]]:
    """The words that are left on the page, the lines drawn on it, and the characters that these cross out."""
    runs = [*_runs(characters), *_fields(page, characters.turning)]
    if raw.FPDFPage_CountObjects(page.raw) == characters.drawings and not _has_tables_or_notes(runs):
        # As many objects as words were written in: nothing else is drawn.
        return runs, (), frozenset()
    rulings = tuple(_rulings(page, characters.turning))
    crossed = struck(characters, rulings)
    if crossed:
        runs = [*_runs(characters, crossed), *_fields(page, characters.turning)]
    return runs, rulings, crossed


def _told(words: Iterable[str]) -> tuple[str, ...]:
    """Stretches of words to be told apart from the text."""
    return tuple(told for told in (one.translate(_CLEAN).strip() for one in words) if told)


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


def _runs(characters: Characters, crossed: frozenset[int] = frozenset()) -> Iterator[Run]:
    """The words that are not crossed out."""
    for start, end in characters.upright:
        run = None if crossed and not crossed.isdisjoint(range(start, end)) else characters.run(start, end)
        if run is None:
            yield from _word_by_word(characters, start, end, crossed)
        else:
            yield run


def _word_by_word(characters: Characters, start: int, end: int, crossed: frozenset[int]) -> Iterator[Run]:
    """Runs of words that stand beside one another: a wide blank, another line or a step back begin the next one."""
    first: Run | None = None
    words, right = "", 0.0
    for found in WORD.finditer(characters.text, start, end):
        word = _word(characters, *found.span())
        if crossed:
            word = _kept(word, found.start(), crossed)
        joint = None if first is None else _joint(first, right, word)
        if joint is not None:
            words, right = f"{words}{joint if words and word.words else ''}{word.words}", max(right, word.right)
            continue
        if first is not None:
            yield first._replace(words=words, right=right)
        first, words, right = word, word.words, word.right
    if first is not None:
        yield first._replace(words=words, right=right)


def _kept(word: Run, start: int, crossed: frozenset[int]) -> Run:
    """The word that starts there without what is crossed out of it; its room stays, so that no blank parts a line."""
    return word._replace(words="".join(one for index, one in enumerate(word.words, start) if index not in crossed))


def _word(characters: Characters, start: int, end: int) -> Run:
    words = characters.text[start:end]
    left, top, right, bottom = characters.room(start)
    if end - start > 1:
        right = max(characters.room(end - 1)[2], right)
    size = bottom - top
    called = _CALL.search(words)
    if called and characters.raised(start + called.end() - 1, start, size):
        words = _with_call(characters, words, start, called.end(), size)
    return Run(words, left, top, right, bottom, max(size, 1.0))


def _with_call(characters: Characters, words: str, start: int, end: int, size: float) -> str:
    """The word with the raised digits that end there written as such."""
    cut = end - 1
    while cut > 1 and words[cut - 1].isdigit() and characters.raised(start + cut - 1, start, size):
        cut -= 1
    return words[:cut] + words[cut:end].translate(_RAISED) + words[end:]


def _joint(first: Run, right: float, word: Run) -> str | None:
    """What stands between a run and the next word of its line; None where the word begins another run.

    The run began with the word `first`, and goes as far as `right`.
    """
    gap = word.left - right
    lower = word.middle - first.middle
    if word.words.isdigit() and word.size < 0.8 * first.size and abs(gap) < 0.3 * first.size:
        return "" if lower > 0 else " "
    size = max(first.size, word.size)
    return None if abs(lower) > 0.5 * size or gap < -0.5 * size or gap > 0.9 * size else " "


# --- what else is on the page ------------------------------------------------------------------------------


def _has_tables_or_notes(runs: list[Run]) -> bool:
    """Whether lines drawn on the page may tell something of its words: cells, or notes that raised numbers call."""
    return _side_by_side(runs) or _CALLS_NOTE.search(" ".join(run.words for run in runs)) is not None


def _side_by_side(runs: list[Run]) -> bool:
    """Whether runs stand beside others, as the cells of a table do: the end of one may be a single line of a page."""
    ordered = sorted((run.middle, run.size) for run in runs)
    return any(below - middle < 0.3 * size for (middle, size), (below, _) in pairwise(ordered))


def _rulings(page: pypdfium2.PdfPage, turning: Turning) -> Iterator[Ruling]:
    """The lines drawn on the page: strokes, and the edges of rectangles."""
    edges = tuple(ctypes.c_float() for _ in range(4))
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, _MOST_STROKES)):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield from _edges(*turning(left, bottom, right, top))


def _edges(left: float, top: float, right: float, bottom: float) -> Iterator[Ruling]:
    if right - left < 3 or bottom - top < 3:
        if max(right - left, bottom - top) >= 4:
            yield Ruling(left, top, right, bottom)
        return
    yield Ruling(left, top, right, top)
    yield Ruling(left, bottom, right, bottom)
    yield Ruling(left, top, left, bottom)
    yield Ruling(right, top, right, bottom)


def _fields(page: pypdfium2.PdfPage, turning: Turning) -> Iterator[Run]:
    """What was typed into the fields of a form and in notes on the page, which no text layer holds."""
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        key = _FIELDS.get(raw.FPDFAnnot_GetSubtype(note))
        words = _value(note, key) if key and _value(note, b"FT") != "Btn" else ""
        room = raw.FS_RECTF()
        if words.strip() and raw.FPDFAnnot_GetRect(note, room):
            left, top, right, bottom = turning(room.left, room.bottom, room.right, room.top)
            yield Run(" ".join(words.split()), left, top, right, bottom, max(min(bottom - top, 14.0), 1.0))
        raw.FPDFPage_CloseAnnot(note)


def _value(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    room = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw[: max(length - 2, 0)].decode("utf-16-le", errors="ignore")
