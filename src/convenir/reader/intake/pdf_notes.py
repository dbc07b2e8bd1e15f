"""Notes at the foot of a page: found by their small type or the rule above, put after the paragraph that calls them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf_paragraphs import Paragraph
from convenir.reader.intake.pdf_rows import Line, Row, rows
from convenir.reader.intake.pdf_runs import Leaf, Run

_CALLED = re.compile(r"(?P<number>\d{1,2}|[⁰¹²³⁴-⁹]{1,2}|\*{1,3})\s*[.)]?\s*(?=[^\W\d]|«)")
RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Notes are smaller than the text by that share at least, and in the lower part of the page.
_SMALL = 0.92
_LOWER_PART = 0.5
# The rule between the text and its notes is as long as that share of the page, and no word stands on it.
_SHORTEST_RULE, _LONGEST_RULE = 0.08, 0.4
_UNDERLINED = 4.0


class Note(NamedTuple):
    """A note of a page and the number by which the text calls it."""

    page: int
    number: str
    paragraph: Paragraph


def usual_size(leaves: Sequence[Leaf]) -> float:
    """The size of type of most of the text."""
    counted = Counter[float]()
    for leaf in leaves:
        for run in leaf.runs:
            counted[round(run.size, 1)] += len(run.words)
    return counted.most_common(1)[0][0] if counted else 0.0


def without_notes(leaf: Leaf, size: float) -> tuple[Leaf, tuple[Note, ...]]:
    """The page without the notes at its foot, and these."""
    ruled = _rule(leaf)
    if ruled is None and not any(run.size < _SMALL * size for run in leaf.runs):
        return leaf, ()
    foot = _foot(rows(leaf.runs), leaf, size, ruled)
    if not foot:
        return leaf, ()
    taken = {run for row in foot for run in row.runs}
    kept = replace(leaf, runs=tuple(run for run in leaf.runs if run not in taken))
    return kept, tuple(_notes(foot, leaf))


def _foot(found: Sequence[Row], leaf: Leaf, size: float, ruled: float | None) -> Sequence[Row]:
    """The rows at the end of the page, of small type or under the rule, from the first that begins with a number."""
    first = len(found)
    while first and found[first - 1].top > _LOWER_PART * leaf.height:
        if not _is_small(found[first - 1], size) and (ruled is None or found[first - 1].top < ruled):
            break
        first -= 1
    called = (index for index in range(first, len(found)) if _CALLED.match(found[index].words))
    return found[next(called, len(found)) :]


def _rule(leaf: Leaf) -> float | None:
    """How far down the page stands the rule above its notes: short, with a number raised to call what is under it."""
    if not leaf.rulings or not any(RAISED.search(run.words) for run in leaf.runs):
        return None
    for ruling in leaf.rulings:
        share = (ruling.right - ruling.left) / leaf.width
        if ruling.across and ruling.top > _LOWER_PART * leaf.height and _SHORTEST_RULE < share < _LONGEST_RULE:
            above = [run for run in leaf.runs if run.bottom < ruling.bottom]
            below = min((run for run in leaf.runs if run.top > ruling.top), key=lambda run: run.top, default=None)
            if below and _is_called(below, above) and not any(ruling.top - run.bottom < _UNDERLINED for run in above):
                return ruling.top
    return None


def _is_called(run: Run, above: Sequence[Run]) -> bool:
    """Whether these words begin with a number that is raised in those above."""
    number = _CALLED.match(run.words)
    raised = {found[0].translate(_PLAIN) for one in above for found in RAISED.finditer(one.words)}
    return number is not None and number["number"].translate(_PLAIN) in raised


def _is_small(row: Row, size: float) -> bool:
    return max(run.size for run in row.runs) < _SMALL * size


def _notes(foot: Sequence[Row], leaf: Leaf) -> Iterator[Note]:
    column = (min(row.runs[0].left for row in foot), max(row.runs[-1].right for row in foot))
    made: list[tuple[str, list[Line]]] = []
    for row in foot:
        called = _CALLED.match(row.words)
        line = row.line(leaf.number, column, Part.NOTE)
        if called:
            number = called["number"].translate(_PLAIN)
            # As in the notes of a word processor: the same text in both formats reads the same.
            made.append((number, [line._replace(words=f"Note {number} : {line.words[called.end() :]}")]))
        else:
            made[-1][1].append(line)
    for number, lines in made:
        yield Note(leaf.number, number, Paragraph(lines=tuple(lines), apart=True))


def with_notes(found: Sequence[Paragraph], notes: Sequence[Note]) -> Iterator[Paragraph]:
    """Each note after the paragraph that calls it, or after the last one that begins on its page or before."""
    waiting: dict[int, list[Note]] = {}
    for note in notes:
        waiting.setdefault(note.page, []).append(note)
    for paragraph, following in zip_longest(found, found[1:]):
        own = [note for page in _pages(paragraph) for note in waiting.get(page, ()) if _calls(paragraph, note)]
        for note in own:
            waiting[note.page].remove(note)
        passed = [page for page in waiting if following is None or page < following.lines[0].page]
        yield _without_calls(paragraph, {note.number for note in own})
        yield from (note.paragraph for note in own)
        yield from (note.paragraph for page in passed for note in waiting.pop(page))


def _pages(paragraph: Paragraph) -> list[int]:
    return sorted({line.page for line in paragraph.lines})


def _calls(paragraph: Paragraph, note: Note) -> bool:
    lines = (line for line in paragraph.lines if line.page == note.page)
    return any(found[0].translate(_PLAIN) == note.number for line in lines for found in RAISED.finditer(line.words))


def _without_calls(paragraph: Paragraph, numbers: set[str]) -> Paragraph:
    """The paragraph without the raised numbers that call its notes: glued to a word or a number they change it."""
    if not numbers:
        return paragraph
    lines = tuple(
        line._replace(words=RAISED.sub(lambda found: _left(found[0], numbers), line.words)) for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)


def _left(raised: str, numbers: set[str]) -> str:
    return "" if raised.translate(_PLAIN) in numbers else raised
