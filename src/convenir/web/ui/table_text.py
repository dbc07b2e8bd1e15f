"""The tables of a text, set in rows and cells where the file had them, with the words that were read still marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from convenir.reader.intake.manuscript import Table
from convenir.web.ui.shapes import Run, TextLine, TextRow

# What stands between two cells of a row, in the words of a text.
BETWEEN = " | "


def gridded(lines: Sequence[TextLine], tables: Sequence[Table]) -> Iterator[TextLine]:
    """The lines, those of one table together as its rows."""
    for table, together in groupby(lines, key=lambda line: _table(line, tables)):
        if table is None:
            yield from together
            continue
        rows = list(together)
        yield TextLine(
            runs=(),
            rows=[TextRow(cells=cells(row.runs), at=row.at) for row in rows],
            at=rows[0].at,
            remarks=[remark for row in rows for remark in row.remarks],
        )


def _table(line: TextLine, tables: Sequence[Table]) -> int | None:
    """Where the table begins that holds this line; None for one that is no row of a table."""
    at = line.at
    if at is None or not any(BETWEEN in run.text for run in line.runs):
        return None
    return next((table.start for table in tables if table.start <= at < table.end), None)


def cells(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of a row, cell by cell; a run that goes over two cells is marked in both.

    >>> [[run.text for run in cell] for cell in cells([Run(text="Relais | "), Run(text="Ville | 2024", number="3")])]
    [['Relais'], ['Ville'], ['2024']]
    """
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(BETWEEN)
        last = len(others)
        for index, words in enumerate((first, *others)):
            if index:
                found.append([])
            if words:
                name, number = run.id if index == 0 else "", run.number if index == last else ""
                found[-1].append(replace(run, text=words, id=name, number=number))
    return found
