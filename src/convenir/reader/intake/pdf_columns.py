"""Which rows of a page stand in columns of sentences, each to be read to its foot before the next."""

from collections.abc import Iterator, Sequence

from convenir.reader.intake.pdf_rows import Row
from convenir.reader.intake.pdf_runs import Run

# The least blank between two columns, in sizes of type, and in points.
GUTTER, _GUTTER_POINTS = 0.9, 6.0
# From where to where a column goes, or a blank.
Extent = tuple[float, float]


def stretches(found: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """From which row to which rows stand in columns from their heads to their feet.

    A blank between two paragraphs of one column does not end it.
    """
    start = 0
    while start < len(found):
        blank = widest(found[start])
        end = _ended(found, start, blank) if blank else start
        if end - start > 1 and all(is_prose(side, extent) for side, extent in columns(found[start:end])):
            yield start, end
        start = max(end, start + 1)


def _ended(found: Sequence[Row], start: int, blank: Extent) -> int:
    """Where the rows end that leave the blank free.

    A line of the first column alone, after a blank, may end the columns, such as «Il est convenu ce qui suit»: they go
    on where sentences run to the same edge below it.
    """
    left, right = blank
    bands = [start]
    end = start + 1
    while end < len(found):
        row = found[end]
        common = shared(row, left, right)
        if common is not None:
            left, right = common
        elif row.runs[-1].right <= right - _GUTTER_POINTS:
            left = max(left, row.runs[-1].right)
            if not close(found[end - 1], row):
                bands.append(end)
        elif row.runs[0].left < right:
            break
        end += 1
    first = columns(found[start : bands[1] if len(bands) > 1 else end])[0][1]
    while len(bands) > 1 and not is_prose(_side(found[bands[-1] : end], (0, right - 1)), first):
        end = bands.pop()
    return end


def columns(found: Sequence[Row]) -> list[tuple[list[Row], Extent]]:
    """The columns that these rows form, seen from above: the rows of each, and from where to where it goes."""
    runs = [run for row in found for run in row.runs]
    return [(_side(found, extent), extent) for extent in extents(runs)]


def extents(runs: Sequence[Run]) -> list[Extent]:
    """From where to where the columns go that these runs form."""
    made: list[Extent] = []
    for left, right in sorted((run.left, run.right) for run in runs):
        if made and left - made[-1][1] < _GUTTER_POINTS:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def _side(found: Sequence[Row], column: Extent) -> list[Row]:
    left, right = column
    sides = (tuple(run for run in row.runs if left <= run.left <= right) for row in found)
    return [Row.of(runs) for runs in sides if runs]


def is_prose(side: Sequence[Row], column: Extent) -> bool:
    """Whether sentences go on from line to line of the column."""
    if len(side) < 3:
        return False
    width = column[1] - column[0]
    on = sum(
        below.words[:1].islower() and above.runs[-1].right > column[1] - max(0.25 * width, _first_word(below.runs[0]))
        for above, below in zip(side, side[1:], strict=False)
    )
    return on >= 0.25 * (len(side) - 1)


def _first_word(run: Run) -> float:
    """About how wide the first word is: what the line above had no room for."""
    return (run.right - run.left) / len(run.words) * len(run.words.split(" ", 1)[0])


def close(above: Row, below: Row) -> bool:
    """Whether the line goes on at the usual distance."""
    return below.top - above.bottom < 0.6 * below.runs[0].size


def widest(row: Row) -> Extent | None:
    """The widest blank of the row."""
    if len(row.runs) == 1:
        return None
    blanks = list(_blanks(row))
    return max(blanks, key=lambda blank: blank[1] - blank[0]) if blanks else None


def _blanks(row: Row) -> Iterator[Extent]:
    for before, after in zip(row.runs, row.runs[1:], strict=False):
        if after.left - before.right > GUTTER * max(before.size, after.size):
            yield before.right, after.left


def shared(row: Row, left: float, right: float) -> Extent | None:
    """What of the blank from `left` to `right` a blank of the row shares."""
    for start, end in _blanks(row):
        if min(end, right) - max(start, left) >= _GUTTER_POINTS:
            return max(start, left), min(end, right)
    return None
