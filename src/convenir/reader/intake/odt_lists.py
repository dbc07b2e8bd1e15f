"""Automatic numbering of an OpenDocument text: the number or bullet that stands before items and titles."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from convenir.reader.intake import numerals
from convenir.reader.intake.limits import MOST_LABEL
from convenir.reader.intake.markup import Element
from convenir.reader.intake.odt_names import count, is_true, n, points

BULLET = "-"
_LEVELS = 10
_WRITTEN: dict[str, Callable[[int], str]] = {
    "1": str,
    "01": lambda number: f"{number:02}",
    "a": numerals.letters,
    "A": lambda number: numerals.letters(number).upper(),
    "i": lambda number: numerals.roman(number).lower(),
    "I": numerals.roman,
    "1st": numerals.ordinal,
    "": lambda _: "",
}
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level is numbered: `shown` of its upper levels appear too, unless `whole` says how all are written.

    `margin` is where its words begin, in points from the edge of the text.
    """

    format: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    whole: str = ""
    bullet: bool = False
    margin: float = 0.0


@dataclass(slots=True)
class Counts:
    """How far a list has come, level by level from 1."""

    at: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document, counted in their order."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        found = (style for root in roots for style in root.iter(n("text:list-style")))
        self._styles = {style.get(n("style:name"), ""): _levels(style) for style in found}
        outlines = [style for root in roots for style in root.iter(n("text:outline-style"))]
        self._outline = _levels(outlines[0]) if outlines else {}
        self._titles = Counts()
        self._by_id: dict[str | None, Counts] = {}
        self._by_style: dict[str, Counts] = {}

    def opened(self, element: Element, style: str) -> Counts:
        """The counts of a list that begins, or that goes on with another one."""
        followed = self._by_id.get(element.get(n("text:continue-list")))
        if followed is None and is_true(element, "text:continue-numbering"):
            followed = self._by_style.get(style)
        counts = Counts() if followed is None else followed
        self._by_style[style] = counts
        if identifier := element.get(n("xml:id")):
            self._by_id[identifier] = counts
        return counts

    def item(self, style: str, depth: int, counts: Counts, start: int | None) -> str:
        """The number or bullet of the next item, `depth` from 1; `start` is the number that it imposes."""
        levels = self._styles.get(style)
        return BULLET if levels is None else _next(levels, depth, counts, start)

    def margin(self, style: str, depth: int) -> float:
        """How far the items of that list and depth are set in, in points."""
        level = self._styles.get(style, {}).get(depth)
        return level.margin if level else 0.0

    def title(self, element: Element) -> str:
        """The number of a title that stands in no list."""
        depth = min(max(count(element, "text:outline-level", 1), 1), _LEVELS)
        again = is_true(element, "text:restart-numbering")
        start = count(element, "text:start-value", 1) if again else None
        return _next(self._outline, depth, self._titles, start)


def _levels(style: Element) -> dict[int, Level]:
    return {count(level, "text:level", 1): _level(level) for level in style}


def _level(element: Element) -> Level:
    numbered = element.tag in (n("text:list-level-style-number"), n("text:outline-level-style"))
    return Level(
        format=element.get(n("style:num-format"), ""),
        before=element.get(n("style:num-prefix"), "")[:MOST_LABEL],
        after=element.get(n("style:num-suffix"), "")[:MOST_LABEL],
        start=count(element, "text:start-value", 1),
        shown=count(element, "text:display-levels", 1),
        whole=element.get(n("loext:num-list-format"), "")[:MOST_LABEL],
        bullet=not numbered,
        margin=_margin(element),
    )


def _margin(element: Element) -> float:
    """Where words begin: told by the place of the label, or in older files by the blank before it."""
    for properties in element.iterfind(n("style:list-level-properties")):
        aligned = properties.find(n("style:list-level-label-alignment"))
        return points(properties, "text:space-before") if aligned is None else points(aligned, "fo:margin-left")
    return 0.0


def _next(levels: dict[int, Level], depth: int, counts: Counts, start: int | None) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    if start is not None or depth not in counts.at:
        counts.at[depth] = level.start if start is None else start
    else:
        counts.at[depth] += 1
    counts.at = {below: number for below, number in counts.at.items() if below <= depth}
    if level.bullet:
        return BULLET
    return _shown(levels, depth, counts) if level.format else ""


def _shown(levels: dict[int, Level], depth: int, counts: Counts) -> str:
    level = levels[depth]

    def number(at: int) -> str:
        own = levels.get(at, level)
        return _WRITTEN.get(own.format, str)(counts.at.get(at, own.start))

    if level.whole:
        return _PLACE.sub(lambda place: number(int(place[1])), level.whole).strip()
    first = max(depth - max(level.shown, 1) + 1, 1)
    numbers = (number(at) for at in range(first, depth + 1))
    return f"{level.before}{'.'.join(one for one in numbers if one)}{level.after}".strip()
