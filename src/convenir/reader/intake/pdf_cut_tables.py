"""Tables cut by the end of a page, made whole: a heading that is repeated is left out, a row that is cut joined."""

from collections.abc import Sequence

from convenir.reader.intake.line_ends import joined
from convenir.reader.intake.pdf_rows import Line
from convenir.reader.intake.pdf_tables import BETWEEN_CELLS


def whole_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines of the pages, with each table one from its first page to its last."""
    made: list[Line] = []
    whole: dict[int, int] = {}
    heads: dict[int, tuple[str, ...]] = {}
    for line in lines:
        if not line.cells:
            made.append(line)
            continue
        if line.table not in whole:
            whole[line.table] = line.table
            if made and made[-1].page < line.page and len(made[-1].cells) == len(line.cells):
                whole[line.table] = made[-1].table
                if heads[made[-1].table] == line.cells:
                    continue
            else:
                heads[line.table] = line.cells
        _add(made, line._replace(table=whole[line.table]))
    return made


def _add(made: list[Line], row: Line) -> None:
    above = made[-1] if made else None
    if above and above.table == row.table and above.page < row.page and _goes_on(above, row):
        made[-1] = _one(above, row)
    else:
        made.append(row)


def _goes_on(above: Line, row: Line) -> bool:
    """Whether the first row of a page ends the last of the page before: it begins no cell, and some had ended."""
    cells = [(cell, before) for cell, before in zip(row.cells, above.cells, strict=True) if cell]
    return len(cells) < len(row.cells) and all(cell[0].islower() and before for cell, before in cells)


def _one(above: Line, row: Line) -> Line:
    """The row that was cut, where it begins."""
    cells = tuple(
        joined((before, cell)) if cell else before for before, cell in zip(above.cells, row.cells, strict=True)
    )
    return above._replace(words=BETWEEN_CELLS.join(cells), cells=cells, doubt=max(above.doubt, row.doubt))
