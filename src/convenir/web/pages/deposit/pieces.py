"""The pieces of the review: terms as cards, the text with its marks, progress."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convenir.access.deposited import Decision, DepositedText, ReadTerm
from convenir.core.source import Source
from convenir.reader.comparing.differences import Difference
from convenir.reader.outline import Block
from convenir.web.pages.deposit.asked import Asked
from convenir.web.pages.deposit.places import Place, at
from convenir.web.pages.deposit.words import DECISIONS, DOUBTFUL, history
from convenir.web.ui.marked_text import Span, anchor, marked
from convenir.web.ui.shapes import Passage, Reference, State, Term, TextLine
from convenir.web.ui.states import MOST_PASSAGES
from convenir.writer.words import article_short, term_label, term_value
from convenir.writer.words.fields import told_apart

MARKS = {
    Decision.ACCEPTED: State.DONE,
    Decision.CORRECTED: State.DONE,
    Decision.REJECTED: State.ENDED,
    Decision.ADDED: State.DONE,
}


def cards(found: DepositedText, asked: Asked, place: Place, current: ReadTerm | None) -> list[tuple[ReadTerm, Term]]:
    """The terms read in a place, each as a card."""
    return [(item, card(found, asked, item, item is current)) for item in place.items]


def card(found: DepositedText, asked: Asked, item: ReadTerm, current: bool) -> Term:
    """What was read, beside the words that ground it."""
    doubtful = _is_doubtful(found, item.source)
    number = item.index + 1
    return Term(
        title=term_label(item.term),
        value=term_value(item.term),
        state=MARKS[item.ruled.decision] if item.ruled else State.LATER,
        word=DECISIONS[item.ruled.decision] if item.ruled else ("à vérifier" if doubtful else "à relire"),
        number=str(number),
        url="" if current else asked.at_term(number),
        id=f"t{number}",
        rows=_read_otherwise(item) if current else (),
        passage=_passage(found, asked, item.source, doubtful) if current and item.source.quote else None,
        confirmed=history(item.history) if current else "",
        current=current,
    )


def _read_otherwise(item: ReadTerm) -> list[tuple[str, str]]:
    """What was read, where the term that is kept says something else."""
    differing = Difference(before=item.term, after=item.read).fields
    if item.added or not differing:
        return []
    kept, read = (term_value(term) or "présent" for term in (item.term, item.read))
    return [("Lu dans le texte", told_apart(kept, read, type(item.read), differing))]


def _passage(found: DepositedText, asked: Asked, source: Source, doubtful: bool) -> Passage:
    return Passage(quote=source.quote, reference=reference(found, asked, source), note=DOUBTFUL if doubtful else "")


def _is_doubtful(found: DepositedText, source: Source) -> bool:
    return source.start is not None and source.end is not None and found.manuscript.doubt(source.start, source.end) > 0


def reference(found: DepositedText, asked: Asked, source: Source) -> Reference:
    """The words, in the review opened at their place: «art. 6, al. 3, page 5»."""
    if source.start is None:
        return Reference(text=article_short(source))
    place = found.manuscript.place(source.start)
    page = f", page {place.page}" if place and place.page else ""
    url = asked.at_place(at(found, source), anchor(source.start))
    return Reference(text=f"{article_short(source)}{page}", url=url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words of the text that ground a term or that a finding quotes, and how far their reading is.

    `reading` is current, accepted, conflict or to-read; `label` names what they lead to.
    """

    source: Source
    reading: str
    number: str
    label: str
    url: str


def marks(found: DepositedText, asked: Asked, current: ReadTerm | None) -> list[Marked]:
    """The words of every term, then those of the finding that is open."""
    return [
        *(_marked(asked, item, reading) for item, reading in readings(found, current)),
        *(
            Marked(
                source=source, reading="conflict", number="", label="Passage du constat", url=asked.at_point(point.key)
            )
            for point in found.points
            if point.key == asked.point
            for source in point.finding.sources
        ),
    ]


def _marked(asked: Asked, item: ReadTerm, reading: str) -> Marked:
    number = item.index + 1
    return Marked(
        source=item.source,
        reading=reading,
        number=str(number),
        label=f"Terme {number}, {term_label(item.term)}",
        url=asked.at_term(number),
    )


def lines(found: DepositedText, asked: Asked, blocks: Sequence[Block], current: ReadTerm | None) -> list[TextLine]:
    """Those blocks of the text, each term marked by how far its reading is."""
    spans = [
        Span(start=one.source.start, end=one.source.end, reading=one.reading, number=one.number, url=one.url)
        for one in marks(found, asked, current)
        if one.source.start is not None and one.source.end is not None
    ]
    return marked(replace(found.outline, blocks=tuple(blocks)), spans, found.manuscript)


def readings(found: DepositedText, current: ReadTerm | None) -> list[tuple[ReadTerm, str]]:
    """How far the reading of each term is: current, accepted, conflict, to-read."""
    conflicts = {
        (source.start, source.end)
        for point in found.points
        if point.hinders
        for source in point.finding.sources[:MOST_PASSAGES]
    }
    return [(item, _reading(item, current, conflicts)) for item in found.items]


def _reading(item: ReadTerm, current: ReadTerm | None, conflicts: set[tuple[int | None, int | None]]) -> str:
    if item is current:
        return "current"
    if item.ruled:
        return "accepted"
    return "conflict" if (item.source.start, item.source.end) in conflicts else "to-read"


def ticks(found: DepositedText, current: ReadTerm | None) -> list[str]:
    """One tick for each term, in the order of the text."""
    drawn = {"current": "current", "accepted": "done", "conflict": "conflict", "to-read": "left"}
    return [drawn[reading] for _, reading in readings(found, current)]
