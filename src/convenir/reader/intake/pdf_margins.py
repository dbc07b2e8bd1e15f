"""Running heads, feet and page numbers: what stands at the same height of page after page, beside the text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from convenir.reader.french.words import tidy
from convenir.reader.intake.pdf_rows import Row, rows
from convenir.reader.intake.pdf_runs import Leaf, Run
from convenir.reader.intake.pdf_tables import grids

# How far from the edge of a page heads and feet may be, as a share of its height, and in how many lines.
_ZONE = 0.2
_MOST_LINES = 6
_NUMBER = re.compile(r"\d+")
_HEADING = re.compile(r"(?:annexe|article|art\.|titre|chapitre|preambule|préambule)\b", re.IGNORECASE)
_FOLIO = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}\s*(?:(?:/|sur)\s*\d{1,3})?\s*[-–]?$", re.IGNORECASE)

_PAGED = re.compile(r"\bpage\b|^\W*\d+\W*$|\d\s*/\s*\d", re.IGNORECASE)


class _Seen(NamedTuple):
    """A row near the edge of a page. `at` is its height as a share of that of the page."""

    page: int
    at: float
    row: Row

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(digits[:9]) for digits in _NUMBER.findall(self.row.words))


# Its words without their numbers, and whether it is at the top.
_Key: TypeAlias = tuple[str, bool]


def without_margins(leaves: Sequence[Leaf]) -> tuple[tuple[Leaf, ...], tuple[str, ...]]:
    """The pages without their running heads and feet, and the words of these, each once."""
    told: list[str] = []
    left_out: defaultdict[int, set[Run]] = defaultdict(set)
    for group in _running(leaves):
        told += [] if _FOLIO.match(group[0].row.words) else [group[0].row.words]
        for seen in group:
            left_out[seen.page].update(seen.row.runs)
    kept = tuple(_without(leaf, left_out[leaf.number]) if leaf.number in left_out else leaf for leaf in leaves)
    slanted = (words for leaf in leaves for words in leaf.slanted)
    return kept, tuple(dict.fromkeys(words for words in map(tidy, (*told, *slanted)) if len(words) > 2))


def _without(leaf: Leaf, runs: set[Run]) -> Leaf:
    """The page without these runs; whole where they are all that it says in several lines, as pages of a form are."""
    kept = tuple(run for run in leaf.runs if run not in runs)
    return leaf if not kept and len(leaf.runs) > 1 else replace(leaf, runs=kept)


def _running(leaves: Sequence[Leaf]) -> Iterator[list[_Seen]]:
    groups: defaultdict[_Key, list[list[_Seen]]] = defaultdict(list)
    for leaf in leaves:
        for at_top, seen in _near_edges(leaf):
            _put(groups[_NUMBER.sub("#", seen.row.words.casefold()), at_top], seen)
    for (_, at_top), group in groups.items():
        found = (_repeated(level, len(leaves), at_top) for level in group)
        yield from (level for level in found if level)


def _put(heights: list[list[_Seen]], seen: _Seen) -> None:
    """Beside those of about the same height; these are few, since only the last ones are looked at."""
    for group in heights[-4:]:
        if abs(group[-1].at - seen.at) < 0.008:
            group.append(seen)
            return
    heights.append([seen])


def _near_edges(leaf: Leaf) -> Iterator[tuple[bool, _Seen]]:
    """The rows near the top, each with true, and near the bottom."""
    zone = _ZONE * leaf.height
    near = rows(_outside_tables(leaf, zone))
    top = [row for row in near if row.bottom < zone][:_MOST_LINES]
    bottom = [row for row in near if row.top > leaf.height - zone][-_MOST_LINES:]
    for at_top, found in ((True, top), (False, bottom)):
        for row in found:
            yield at_top, _Seen(leaf.number, row.top / leaf.height, row)


def _outside_tables(leaf: Leaf, zone: float) -> list[Run]:
    """The runs near the edges but for those of a table of the text, whose heading may be repeated on each page."""
    near = [run for run in leaf.runs if run.bottom < zone or run.top > leaf.height - zone]
    tables = [grid for grid in grids(leaf) if grid.tops[-1] > zone and grid.tops[0] < leaf.height - zone]
    return [run for run in near if not any(grid.holds(run) for grid in tables)]


def _repeated(group: list[_Seen], pages: int, at_top: bool) -> list[_Seen]:
    """Those of the group that are running: repeated without change but for a number that grows with the page."""
    words = group[0].row.words
    if _FOLIO.match(words):
        return group if (not at_top or len(group) > 1) and _grows(group) else []
    span = group[-1].page - group[0].page + 1
    often = len(group) >= 0.4 * span if len(group) >= 3 else len(group) == pages == 2
    if not often:
        return []
    same = len({seen.numbers for seen in group}) == 1
    if _HEADING.match(words):
        # «Annexe 2» at the top of each of its pages: the first one opens it.
        return group[1:] if same else []
    counts = _grows(group) and (_PAGED.search(words) or len(group) >= 0.5 * pages)
    return group if same or counts else []


def _grows(group: list[_Seen]) -> bool:
    """Whether a number of the row goes with that of the page."""
    for numbers in zip(*(seen.numbers for seen in group), strict=False):
        steps = {number - seen.page for number, seen in zip(numbers, group, strict=True)}
        if len(steps) <= max(1, len(group) // 10):
            return True
    return False
