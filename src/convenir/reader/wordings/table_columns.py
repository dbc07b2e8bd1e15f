"""Columns of tables that stand in a text: the cells under a head."""

from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.outline import Block
from convenir.reader.wordings.lists import FoundList
from convenir.reader.wordings.table_rows import Row, has_cells, rows


def column_under(block: Block, head: Shape) -> FoundList | None:
    """The different cells of the first column whose head fits; None where no table has such a head above two rows."""
    # Most blocks have no table: their lines are not even parted.
    lines = tuple(rows(block)) if has_cells(block) else ()
    for index, line in enumerate(lines):
        if len(line.cells) < 2:
            continue
        column = next((at for at, cell in enumerate(line.cells) if head.search(flat(cell))), None)
        if column is None:
            continue
        under = _under(lines[index + 1 :], len(line.cells))
        items = tuple(dict.fromkeys(row.cells[column] for row in under if row.cells[column]))
        if len(items) > 1:
            return FoundList(items=items, end=under[-1].end)
    return None


def _under(lines: tuple[Row, ...], width: int) -> list[Row]:
    """The rows that have as many cells as the head, up to the first line that has not."""
    end = next((at for at, line in enumerate(lines) if len(line.cells) != width), len(lines))
    return list(lines[:end])
