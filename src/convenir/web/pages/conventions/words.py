"""The text of a dossier, the terms confirmed in it, and the avenants that changed them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.urls import reverse

from convenir.access.conventions import Dossier
from convenir.access.deposited import DepositedText
from convenir.core.facts import Fact, ListCompleted
from convenir.core.findings import Oddity, Severity
from convenir.core.source import Source
from convenir.core.terms import Term as Clause
from convenir.core.terms.parties import Formalities
from convenir.core.text.lists import completion
from convenir.web.pages.conventions.places import reference
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui import states
from convenir.web.ui.marked_text import Span, anchor, marked
from convenir.web.ui.rulings import point_ruled
from convenir.web.ui.shapes import Finding, Passage, State, Term, TextLine
from convenir.writer.french_dates import day
from convenir.writer.words import term_label, term_value
from convenir.writer.words.amendments import amendment_sentence
from convenir.writer.words.changes import change_words
from convenir.writer.words.names import amendment_name, capital

ASIDE = "La date écrite dans l’acte n’est pas prise pour celle des signatures."


def lines(read: DepositedText, dossier: Dossier) -> list[TextLine]:
    """The text, each confirmed term marked and numbered, with what the findings quote; a number leads to its card."""
    here = reverse("conventions:text", args=[dossier.pk])
    spans = [
        Span(start=clause.source.start, end=clause.source.end, number=str(number), url=f"{here}#t{number}")
        for number, clause in enumerate(dossier.terms.clauses, start=1)
        if clause.source.start is not None and clause.source.end is not None
    ]
    return marked(read.outline, [*spans, *_questioned(read)], read.manuscript)


def findings(read: DepositedText | None, dossier: Dossier) -> list[Finding]:
    """What was odd in the text, the gravest first, with what persons decided of it."""
    points = read.points if read else ()
    ordered = sorted(points, key=lambda one: list(Severity).index(one.finding.severity))
    pieces = states.findings([one.finding for one in ordered], partial(reference, dossier.pk))
    return [replace(piece, ruling=point_ruled(one)) for piece, one in zip(pieces, ordered, strict=True)]


def _questioned(read: DepositedText) -> list[Span]:
    """The words that a finding quotes."""
    return [
        Span(
            start=source.start,
            end=source.end,
            reading="conflict" if finding.oddity is Oddity.CONTRADICTORY else "to-read",
        )
        for finding in read.findings
        for source in finding.sources
        if source.start is not None and source.end is not None and source.quote
    ]


def terms(answer: Answer, read: DepositedText | None) -> list[Term]:
    """One card for each confirmed term, in the order of the text, with its list where one was completed since.

    A card leads to the words of its term, or quotes them.
    """
    cards = []
    for number, clause in enumerate(answer.dossier.terms.clauses, start=1):
        since = completion(clause, answer.situation.facts)
        card = _term(number, since.clause if since else clause, answer.dossier, read)
        cards.append(_completed(card, since.fact) if since else card)
    return cards


def _completed(card: Term, fact: Fact) -> Term:
    """The card of a term whose list was completed: by whom, when, from which rows and why."""
    reason = fact.event.reason if isinstance(fact.event, ListCompleted) else ""
    by = f"Liste complétée le {day(fact.recorded_on)} par {fact.recorded_by}, d’après {fact.note}"
    return replace(card, word="corrigé", confirmed=f"{by} : {reason.rstrip('.')}.")


def _term(number: int, clause: Clause, dossier: Dossier, read: DepositedText | None) -> Term:
    start = clause.source.start if read else None
    aside = _with_its_day(clause, read)
    return Term(
        title=term_label(clause),
        value=term_value(aside or clause),
        state=State.DONE,
        word="confirmé",
        number=str(number),
        id=f"t{number}",
        url=f"#{anchor(start)}" if start is not None else "",
        passage=None if start is not None else _passage(dossier, clause.source),
        confirmed=ASIDE if aside else "",
    )


def _with_its_day(clause: Clause, read: DepositedText | None) -> Formalities | None:
    """The closing formulas as read, where the dossier left aside the day that they state."""
    if read is None or not isinstance(clause, Formalities) or clause.stated_on is not None:
        return None
    same = (one for one in read.kept.every(Formalities) if one.source == clause.source)
    return next((one for one in same if one.stated_on is not None), None)


def _passage(dossier: Dossier, source: Source) -> Passage | None:
    return Passage(quote=source.quote, reference=reference(dossier.pk, source)) if source.quote else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentPiece:
    """An avenant: its name, where it stands, and its changes."""

    name: str
    sentence: str
    changes: Sequence[str]


def amendments(answer: Answer) -> list[AmendmentPiece]:
    """Every avenant that facts show, in the order of their last signature."""
    terms = answer.dossier.terms
    return [
        AmendmentPiece(
            name=capital(amendment_name(act.amendment)),
            sentence=amendment_sentence(act, terms),
            changes=[capital(change_words(change)) for change in act.changes],
        )
        for act in answer.situation.life.amendments
    ]
