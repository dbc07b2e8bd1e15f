"""The pieces of the review: terms by article, the text with its marks, findings, progress."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.urls import reverse

from convenir.access.texts import Decision, DepositedText, ReadTerm
from convenir.core.findings import Finding as Found
from convenir.core.findings import Oddity
from convenir.core.source import Source
from convenir.reader.outline import Block
from convenir.web.pages.deposit.places import Place, at
from convenir.web.ui import states
from convenir.web.ui.marked_text import Span, anchor, marked
from convenir.web.ui.shapes import Finding, Passage, Reference, State, Term, TextLine
from convenir.writer.words import article_short, term_label, term_value

DECISIONS = {
    Decision.ACCEPTED: (State.DONE, "accepté"),
    Decision.CORRECTED: (State.DONE, "corrigé"),
    Decision.REJECTED: (State.ENDED, "écarté"),
}


def cards(found: DepositedText, place: Place, current: ReadTerm | None) -> list[tuple[ReadTerm, Term]]:
    """The terms read in a place, each as a card."""
    return [(item, card(found, item, item is current)) for item in place.items]


def card(found: DepositedText, item: ReadTerm, current: bool) -> Term:
    """What was read, beside the words that ground it."""
    state, word = DECISIONS[item.ruled.decision] if item.ruled else (State.LATER, "à relire")
    here = reverse("deposit:review", args=[found.pk])
    number = item.index + 1
    return Term(
        title=term_label(item.term),
        value=term_value(item.term),
        state=state,
        word=word,
        number=str(number),
        url="" if current else f"{here}?terme={number}#t{number}",
        id=f"t{number}",
        passage=_passage(found, item.source) if current and item.source.quote else None,
        confirmed=f"Par {item.ruled.by}." if item.ruled and current else "",
        current=current,
    )


def _passage(found: DepositedText, source: Source) -> Passage:
    return Passage(quote=source.quote, reference=_reference(found, source))


def _reference(found: DepositedText, source: Source) -> Reference:
    """The words, in the review opened at their place."""
    if source.start is None:
        return Reference(text=article_short(source))
    here = reverse("deposit:review", args=[found.pk])
    return Reference(text=article_short(source), url=f"{here}?lieu={at(found, source)}#{anchor(source.start)}")


def lines(found: DepositedText, blocks: Sequence[Block], current: ReadTerm | None) -> list[TextLine]:
    """Those blocks of the text, each term marked by how far its reading is."""
    here = reverse("deposit:review", args=[found.pk])
    conflicts = _conflicts(found)
    spans = [
        Span(
            start=item.source.start,
            end=item.source.end,
            reading=_reading(item, item is current, _place(item.source) in conflicts),
            number=str(item.index + 1),
            url=f"{here}?terme={item.index + 1}#t{item.index + 1}",
        )
        for item in found.items
        if item.source.start is not None and item.source.end is not None
    ]
    return marked(replace(found.outline, blocks=tuple(blocks)), spans)


def _reading(item: ReadTerm, current: bool, contradicted: bool) -> str:
    if current:
        return "current"
    if item.ruled:
        return "accepted"
    return "conflict" if contradicted else "to-read"


def findings(found: DepositedText, some: Sequence[Found]) -> list[Finding]:
    """What is odd in the text, the gravest first, each passage at its place in the review."""
    return states.findings(some, partial(_reference, found))


def ticks(found: DepositedText, current: ReadTerm | None) -> list[str]:
    """One tick for each term, in the order of the text."""
    conflicts = _conflicts(found)
    drawn = {"current": "current", "accepted": "done", "conflict": "conflict", "to-read": "left"}
    return [drawn[_reading(item, item is current, _place(item.source) in conflicts)] for item in found.items]


def _conflicts(found: DepositedText) -> set[tuple[int | None, int | None]]:
    """The words that contradict others."""
    contradictory = (one for one in found.findings if one.oddity is Oddity.CONTRADICTORY)
    return {_place(source) for one in contradictory for source in one.sources}


def _place(source: Source) -> tuple[int | None, int | None]:
    return source.start, source.end
