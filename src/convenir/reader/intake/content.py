"""What an office file holds in the order of its pages, and the one way in which it is laid out as text.

Each paragraph is followed by a blank line, as the outline expects; the rows of a table are lines, their cells parted
by « | »; a row whose cells hold prose is laid out cell after cell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from typing import ClassVar, TypeAlias

from convenir.core.findings import Finding
from convenir.core.refusals import Refusal
from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.limits import MOST_PLACES, MOST_TEXT_BYTES
from convenir.reader.intake.manuscript import Manuscript, Mark, Part, Piece, Place, Revision, Table
from convenir.reader.intake.markup import Element
from convenir.reader.intake.plain import TextTooLong
from convenir.reader.intake.remarks import revised


class NoWords(Refusal):
    """An office file without words: empty, or made of pictures of pages."""

    code: ClassVar[str] = "no-words"
    sentence: ClassVar[str] = (
        "Ce document ne contient aucun mot : il est vide, ou ses pages sont des images. "
        "Déposez le document d’origine, ou les pages numérisées dans un fichier PDF."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph; one without words is a blank of the page. `revisions`, and `turns`, where a new page begins, count
    characters of its words.
    """

    words: str
    part: Part = Part.BODY
    page: int | None = None
    turns: tuple[int, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; `across` is the number of columns that it takes; `repeats` the one above, merged with it."""

    blocks: "tuple[Block, ...]" = ()
    across: int = 1
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Passage | Grid


@dataclass(slots=True)
class Writing:
    """A paragraph that is being written, piece by piece."""

    sieve: Sieve
    length: int = field(default=0, init=False)
    _pieces: list[str] = field(default_factory=list, init=False)
    _turns: list[int] = field(default_factory=list, init=False)
    _revisions: list[Revision] = field(default_factory=list, init=False)

    def add(self, words: str) -> None:
        """Words that follow, as they are in the file."""
        seen = self.sieve.through(words)
        self._pieces.append(seen)
        self.length += len(seen)

    def turn(self) -> None:
        """A new page begins here."""
        self._turns.append(self.length)

    def inserted(self, start: int, by: str, on: str) -> None:
        """The words from `start` on were added by someone."""
        if start < self.length:
            change = Revision(mark=Mark.INSERTED, words="", start=start, end=self.length, by=by, on=on)
            self._revisions.append(change)

    def deleted(self, words: str, by: str, on: str) -> None:
        """Words that stood here were struck out by someone."""
        if words:
            change = Revision(mark=Mark.DELETED, words=words, start=self.length, end=self.length, by=by, on=on)
            self._revisions.append(change)

    def commented(self, comment: Revision, start: int) -> None:
        """Somebody said something of the words from `start` on."""
        self._revisions.append(replace(comment, start=start, end=self.length))

    def words(self) -> str:
        """What is written up to here."""
        return "".join(self._pieces)

    def passage(self, part: Part, page: int | None) -> Passage:
        """The paragraph, now that it is whole; `page` is where it begins."""
        words = self.words()
        return Passage(
            words=words, part=part, page=page, turns=tuple(self._turns), revisions=tuple(_whole(self._revisions, words))
        )


def _whole(revisions: list[Revision], words: str) -> Iterator[Revision]:
    """The changes with their words: those that go on with one another, by the same hand at the same time, are one."""
    runs: list[list[Revision]] = []
    for one in revisions:
        if runs and one.mark is not Mark.COMMENT and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    for first, *others in runs:
        end = others[-1].end if others else first.end
        struck = "".join(one.words for one in (first, *others))
        yield replace(first, words=words[first.start : end] if first.mark is Mark.INSERTED else struck, end=end)


def _follows(last: Revision, one: Revision) -> bool:
    return (last.mark, last.by, last.on, last.end) == (one.mark, one.by, one.on, one.start)


@dataclass(slots=True)
class Line:
    """A paragraph that is being read; `after` are the notes and text boxes that it calls, which follow it."""

    writing: Writing
    after: list[Element] = field(default_factory=list)


# What a field that nobody filled in shows in a printed form.
BLANK = "………"
# How far an item of a list stands from those of the level above.
STEP = "   "


def opening(label: str, level: int) -> str:
    """What stands before the words of a numbered paragraph; `level` counts from 0, and titles stand at 0."""
    return f"{STEP * level}{label} " if label else ""


# --- laying out --------------------------------------------------------------------------------------------

# Cells with more characters than that are prose, read one after the other rather than side by side.
_PROSE = 160
# Lines of a cell that stand beside those of another, as in signature blocks, are no longer than that.
_SHORT = 90
_BETWEEN_CELLS = " | "


@dataclass(slots=True)
class _Sheet:
    """The text that is being laid out."""

    words: list[str] = field(default_factory=list)
    at: int = 0
    numbered: int = 0
    gap: str = ""
    places: list[Place] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.words.append(words)
        self.at += len(words)
        if self.at > MOST_TEXT_BYTES:
            raise TextTooLong

    def part(self, gap: str) -> None:
        """What comes next stands after that, if anything was written."""
        self.gap = gap if self.at else ""

    def passage(self, passage: Passage, part: Part) -> None:
        """Write a paragraph; one without words only leaves its changes."""
        said = bool(passage.words.strip())
        if said:
            self.add(self.gap)
            self.gap = ""
            self.numbered += 1
            self.places += _places(passage, self.at, self.numbered, part if passage.part is Part.BODY else passage.part)
        self.revisions += (
            replace(one, start=self.at + (one.start if said else 0), end=self.at + (one.end if said else 0))
            for one in passage.revisions
        )
        if said:
            self.add(passage.words)


def _places(passage: Passage, at: int, number: int, part: Part) -> Iterator[Place]:
    """One place, or one for each page on which the paragraph stands."""
    if not passage.turns:
        yield Place(start=at, end=at + len(passage.words), page=passage.page, paragraph=number, part=part)
        return
    turns = sorted({turn for turn in passage.turns if 0 < turn < len(passage.words)})
    before = sum(turn <= 0 for turn in passage.turns)
    for index, (start, end) in enumerate(pairwise((0, *turns, len(passage.words)))):
        page = None if passage.page is None else passage.page + before + index
        yield Place(start=at + start, end=at + end, page=page, paragraph=number, part=part)


def written(
    blocks: tuple[Block, ...], piece: Piece, margins: tuple[str, ...], findings: tuple[Finding, ...]
) -> Manuscript:
    """The text of these blocks, and the places of its words; `piece` tells the name and the format of the file."""
    sheet = _Sheet()
    _lay(sheet, blocks, Part.BODY, _tight(blocks))
    text = "".join(sheet.words)
    if not text.strip():
        raise NoWords
    revisions = tuple(sheet.revisions)
    return Manuscript(
        text=text,
        pieces=(replace(piece, start=0, end=len(text)),),
        places=_adjoining(sheet.places, len(text)),
        revisions=revisions,
        tables=tuple(sorted(sheet.tables, key=lambda table: table.start)),
        margins=margins,
        findings=(*revised(revisions), *findings),
    )


def _adjoining(places: list[Place], end: int) -> tuple[Place, ...]:
    """The blanks between two paragraphs stand with the first, so that each character has its place; so does what
    stands beyond as many places as are told.
    """
    told = places[:MOST_PLACES]
    ends = [place.start for place in told[1:]] + [end]
    return tuple(place._replace(end=end) for place, end in zip(told, ends, strict=True))


# The head of an act has no more paragraphs than that, none of them longer than this.
_HEAD_BLOCKS = 20
_HEAD_LINE = 120


def _tight(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The lines of a title in several paragraphs: those of the head that follow one another without a blank between
    them, where the file leaves such blanks.
    """
    head: list[Passage] = []
    for block in blocks[:_HEAD_BLOCKS]:
        if not isinstance(block, Passage) or len(block.words) > _HEAD_LINE:
            break
        head.append(block)
    said = [bool(passage.words.strip()) for passage in head]
    if False not in said[1:-1]:
        return frozenset()
    return frozenset(index for index in range(1, len(said)) if said[index - 1] and said[index])


def _lay(sheet: _Sheet, blocks: tuple[Block, ...], part: Part, tight: frozenset[int] = frozenset()) -> None:
    for index, block in enumerate(blocks):
        sheet.part("\n" if index in tight else "\n\n")
        match block:
            case Passage():
                sheet.passage(block, part)
            case Grid():
                _table(sheet, block)


def _table(sheet: _Sheet, grid: Grid) -> None:
    start = sheet.at + len(sheet.gap)
    for row in grid.rows:
        _row(sheet, row)
    # A table that holds others lays out a page: what it parts is no list.
    holds_others = any(isinstance(block, Grid) for row in grid.rows for cell in row for block in cell.blocks)
    if start < sheet.at and not holds_others:
        sheet.tables.append(Table(rows=tuple(_values(grid)), start=start, end=sheet.at))


def _row(sheet: _Sheet, row: tuple[Cell, ...]) -> None:
    columns = [_lines(cell) for cell in row]
    if not _side_by_side(row, columns):
        for cell in row:
            _lay(sheet, cell.blocks, Part.TABLE)
        sheet.part("\n\n")
        return
    for line in zip_longest(*columns):
        _line(sheet, line)
        sheet.part("\n")


def _line(sheet: _Sheet, line: tuple[Passage | None, ...]) -> None:
    """Cells side by side; those without words at the end of the line are left out."""
    said = [place for place, passage in enumerate(line) if passage and passage.words.strip()]
    last = said[-1] if said else -1
    for place, passage in enumerate(line):
        if 0 < place <= last:
            sheet.add(sheet.gap + (_BETWEEN_CELLS if sheet.gap == "" else _BETWEEN_CELLS.lstrip()))
            sheet.gap = ""
        if passage:
            sheet.passage(passage, Part.TABLE)


def _lines(cell: Cell) -> list[Passage]:
    return [block for block in cell.blocks if isinstance(block, Passage) and (block.words.strip() or block.revisions)]


def _side_by_side(row: tuple[Cell, ...], columns: list[list[Passage]]) -> bool:
    """Whether the cells of a row are read across, not one after the other."""
    if any(isinstance(block, Grid) for cell in row for block in cell.blocks) or sum(map(bool, columns)) < 2:
        return False
    if sum(sum(len(line.words) for line in lines) > _PROSE for lines in columns) > 1:
        return False
    return max(map(len, columns)) == 1 or all(len(line.words) <= _SHORT for lines in columns for line in lines)


def _values(grid: Grid) -> Iterator[tuple[str, ...]]:
    """The words of each cell; those of a cell merged downwards stand in each row, across in the first column."""
    above: tuple[str, ...] = ()
    for row in grid.rows:
        values: list[str] = []
        for cell in row:
            at = len(values)
            repeated = above[at] if cell.repeats and at < len(above) else ""
            values += [repeated or "\n".join(line.words.strip() for line in _lines(cell)), *[""] * (cell.across - 1)]
        above = tuple(values)
        yield above


def said(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """The paragraphs of these blocks, those of tables included."""
    for block in blocks:
        match block:
            case Passage():
                yield block
            case Grid():
                yield from said(tuple(inner for row in block.rows for cell in row for inner in cell.blocks))


# Three letters in a row that are not those of «page 3 sur 12».
_SAYS = re.compile(r"(?!page|sur)(?<![^\W\d_])[^\W\d_]{3}", re.IGNORECASE)


def running(lines: Iterable[str]) -> tuple[str, ...]:
    """The running heads and feet, each once; a page number is none.

    >>> running(["Page 1 sur 3", "PROJET", "Convention\\n2024", "PROJET"])
    ('PROJET', 'Convention 2024')
    """
    return tuple(dict.fromkeys(" ".join(line.split()) for line in lines if _SAYS.search(line)))
