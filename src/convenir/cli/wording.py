"""Words kept, struck and written, as lines for people: «- » what goes, «+ » what comes, and a little of the rest."""

from collections.abc import Iterator, Sequence

from convenir.cli import table
from convenir.reader.comparing.runs import Fate, Run

_CONTEXT = 60
_MARKS = {Fate.DELETED: ("- ", table.RED), Fate.INSERTED: ("+ ", table.GREEN)}


def runs_said(runs: Sequence[Run], indent: str = "    ") -> Iterator[str]:
    """The runs, the words that are kept cut short."""
    last = len(runs) - 1
    for rank, run in enumerate(runs):
        words = " ".join(run.words.split())
        if not words:
            continue
        if run.fate is Fate.KEPT:
            yield table.painted(
                table.paragraph(_short(words, first=rank == 0, last=rank == last), f"{indent}  "), table.DIM
            )
            continue
        mark, colour = _MARKS[run.fate]
        yield table.painted(table.paragraph(f"{mark}{words}", indent), colour)


def _short(words: str, *, first: bool, last: bool) -> str:
    """The end of what comes before a difference, the beginning of what follows it."""
    if first:
        return words if len(words) <= _CONTEXT else f"… {words[-_CONTEXT:].split(' ', 1)[-1]}"
    if last:
        return words if len(words) <= _CONTEXT else f"{words[:_CONTEXT].rsplit(' ', 1)[0]} …"
    if len(words) <= 2 * _CONTEXT:
        return words
    return f"{words[:_CONTEXT].rsplit(' ', 1)[0]} … {words[-_CONTEXT:].split(' ', 1)[-1]}"
