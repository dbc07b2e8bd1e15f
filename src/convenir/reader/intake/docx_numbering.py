"""Automatic numbering of a docx file: the number or bullet that Word shows before each paragraph of a list."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from convenir.reader.intake import numerals
from convenir.reader.intake.docx_parts import is_on, margin_of, value, w, whole
from convenir.reader.intake.docx_styles import Styles
from convenir.reader.intake.limits import MOST_LABEL
from convenir.reader.intake.markup import Element

BULLET = "-"
_NO_LIST = "0"
_LEVELS = 9
_WRITTEN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": numerals.roman,
    "lowerRoman": lambda number: numerals.roman(number).lower(),
    "upperLetter": lambda number: numerals.letters(number).upper(),
    "lowerLetter": numerals.letters,
    "ordinal": numerals.ordinal,
    "ordinalText": numerals.ordinal_words,
    "cardinalText": numerals.cardinal_words,
    "none": lambda _: "",
}
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered. `text` holds «%1» for the number of the first level; `restarts` is the
    level whose numbers make this one start again, None for every level above.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restarts: int | None = None
    digits: bool = False
    style: str = ""
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before a paragraph of a list, empty where nothing does; `margin` is where its words begin, in points
    from the edge of the text.
    """

    words: str = ""
    margin: float = 0.0


_NO_LABEL = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list of the file: `shared` names the numbering that it shares with others; `starts` are its own starts."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Counts:
    """How far the lists that share a numbering have come, level by level."""

    at: dict[int, int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """The lists of a file, counted in the order in which their paragraphs come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {one.get(w("abstractNumId"), ""): one for one in abstract}
        found = [] if root is None else root.findall(w("num"))
        self._numbers = {one.get(w("numId"), ""): one for one in found}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, _Counts] = {}

    def label(self, list_id: str | None, level: int | None, style: str) -> Label:
        """The number or bullet of the next paragraph of that list and level.

        `style` is the style of the paragraph, which tells the level where the paragraph does not.
        """
        found = self._list(list_id) if list_id not in (None, _NO_LIST) else None
        if list_id is None or found is None:
            return _NO_LABEL
        if level is None:
            level = next((depth for depth, one in found.levels.items() if one.style and one.style == style), 0)
        shape = found.levels.get(level)
        if shape is None:
            return _NO_LABEL
        counts = self._counts.setdefault(found.shared, _Counts())
        _count(counts, found, level, list_id)
        words = BULLET if shape.format == "bullet" else _shown(found, level, counts)
        return Label(words=words, margin=shape.margin)

    def _list(self, list_id: str | None) -> _List | None:
        if list_id is None:
            return None
        if list_id not in self._lists:
            self._lists[list_id] = self._made(list_id)
        return self._lists[list_id]

    def _made(self, list_id: str) -> _List | None:
        number = self._numbers.get(list_id)
        shared = value(number.find(w("abstractNumId"))) if number is not None else None
        abstract = self._abstract.get(shared or "")
        if number is None or shared is None or abstract is None:
            return None
        linked = value(abstract.find(w("numStyleLink")))
        if linked:
            # The levels are those of the list of that style, which itself is never a link.
            other = self._numbers.get(self._styles.of_paragraph(linked).list_id or "")
            target = self._abstract.get(value(other.find(w("abstractNumId"))) or "") if other is not None else None
            abstract = abstract if target is None else target
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in number.findall(w("lvlOverride")):
            depth = whole(override.get(w("ilvl")), 0)
            levels.update(_levels(override))
            start = value(override.find(w("startOverride")))
            if start is not None:
                starts[depth] = whole(start, 1)
        return _List(shared=shared, levels=levels, starts=starts)


def _levels(element: Element) -> dict[int, Level]:
    found = ((whole(level.get(w("ilvl")), 0), level) for level in element.findall(w("lvl")))
    return {depth: _level(level) for depth, level in found if 0 <= depth < _LEVELS}


def _level(element: Element) -> Level:
    restarts = value(element.find(w("lvlRestart")))
    return Level(
        start=whole(value(element.find(w("start"))), 0),
        format=value(element.find(w("numFmt"))) or "decimal",
        text=(value(element.find(w("lvlText"))) or "")[:MOST_LABEL],
        restarts=None if restarts is None else whole(restarts, 0),
        digits=is_on(element.find(w("isLgl"))),
        style=value(element.find(w("pStyle"))) or "",
        margin=margin_of(element.find(w("pPr"))) or 0.0,
    )


def _count(counts: _Counts, found: _List, level: int, list_id: str) -> None:
    """One more at that level: those below start again, those above that were not met stand at their start."""
    shapes = found.levels
    for depth in range(level):
        if depth in shapes:
            counts.at.setdefault(depth, found.starts.get(depth, shapes[depth].start))
    own_start = level in found.starts and (list_id, level) not in counts.begun
    counts.begun.add((list_id, level))
    if own_start or level not in counts.at:
        counts.at[level] = found.starts.get(level, shapes[level].start)
    else:
        counts.at[level] += 1
    for depth in [depth for depth in counts.at if depth > level]:
        restarts = shapes[depth].restarts if depth in shapes else None
        if restarts is None or 0 <= level < restarts:
            del counts.at[depth]


def _shown(found: _List, level: int, counts: _Counts) -> str:
    shape = found.levels[level]

    def number(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        own = found.levels.get(depth, shape)
        written = _WRITTEN.get("decimal" if shape.digits else own.format, str)
        return written(counts.at.get(depth, own.start))

    return _PLACE.sub(number, shape.text)
