"""The changes that somebody made to a file after writing it, shown in the words: inserted, deleted, remarked upon."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from convenir.reader.intake.manuscript import Mark, Revision
from convenir.web.ui.shapes import Run


def revised(runs: Sequence[tuple[int, Run]], revisions: Sequence[Revision], end: int) -> list[Run]:
    """The runs of a paragraph, which ends at `end`, cut where words were inserted, with those that were deleted.

    >>> struck = Revision(mark=Mark.DELETED, words="trois", start=3, end=3)
    >>> [(run.text, run.change) for run in revised([(0, Run(text="en deux ans"))], [struck], 11)]
    [('en ', ''), ('trois', 'del'), ('deux ans', '')]
    """
    deleted = [one for one in revisions if one.mark is Mark.DELETED]
    inserted = [one for one in revisions if one.mark is Mark.INSERTED and one.end > one.start]
    if not (deleted or inserted):
        return [run for _, run in runs]
    cuts = {place for one in (*deleted, *inserted) for place in (one.start, one.end)}
    found: list[Run] = []
    for at, run in runs:
        for start, piece in _cut(at, run, cuts):
            found += [_struck(one) for one in deleted if one.start == start and piece.text]
            found.append(replace(piece, change="ins") if _within(start, inserted) else piece)
    return found + [_struck(one) for one in deleted if one.start == end]


def remarks(revisions: Sequence[Revision]) -> list[str]:
    """What somebody wrote beside the words."""
    return [
        f"Commentaire{f' de {one.by}' if one.by else ''} : « {one.words} »"
        for one in revisions
        if one.mark is Mark.COMMENT
    ]


def _cut(at: int, run: Run, cuts: set[int]) -> Iterator[tuple[int, Run]]:
    """The run in pieces; the first keeps its name, the last its number."""
    end = at + len(run.text)
    places = [at, *sorted(place for place in cuts if at < place < end), end]
    pieces = list(zip(places, places[1:], strict=False))
    for start, stop in pieces:
        yield (
            start,
            replace(
                run,
                text=run.text[start - at : stop - at],
                id=run.id if start == at else "",
                number=run.number if stop == end else "",
            ),
        )


def _within(start: int, inserted: Sequence[Revision]) -> bool:
    return any(one.start <= start < one.end for one in inserted)


def _struck(revision: Revision) -> Run:
    return Run(text=revision.words, change="del")
