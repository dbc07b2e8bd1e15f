"""How a table tells of bodies: one row for each, under the names of its columns."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from convenir.reader.french.marking import marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.passages import Said

# The row that names the columns: «Instance | Composition | Fréquence».
_HEADER = Shape(r"^\W*(?:instances?|organes?|comites?|noms?|reunions?|intitules?|qui)\W*\|")


def labelled(sentences: Iterable[Said]) -> Iterator[Said]:
    """The sentences; those that are rows of a table on bodies, with each cell after the name of its column."""
    header: tuple[str, ...] = ()
    for each in sentences:
        header = header if "|" in each.line else ()
        if not header and not _HEADER.match(each.plain):
            yield each
            continue
        # Long rows that follow each other are one sentence.
        for row in each.raw.splitlines():
            cells = tuple(" ".join(cell.split()) for cell in row.strip("| ").split("|"))
            if _HEADER.match(flat(row)):
                header = cells
                continue
            if len(header) == len(cells):
                yield _row(each, header, cells)


def _row(each: Said, header: tuple[str, ...], cells: tuple[str, ...]) -> Said:
    line = " ; ".join(f"{label} : {cell}" for label, cell in zip(header, cells, strict=True) if cell)
    found = marked(line)
    return replace(each, line=line, plain=flat(line), marked=found, words=found.words)
