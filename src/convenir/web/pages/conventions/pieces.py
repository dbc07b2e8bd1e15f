"""The other pieces of a dossier's pages: status, rail, facts, findings, assumptions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.urls import reverse

from convenir.access import given
from convenir.access.conventions import Dossier
from convenir.access.roles import Actor, Verb
from convenir.core.delays import earliest
from convenir.core.facts import Cancelled, Fact
from convenir.core.findings import Finding
from convenir.core.obligation import State as Due
from convenir.core.terms import Document
from convenir.web.pages.conventions.places import reference, references
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui import states
from convenir.web.ui.shapes import FactLine, Link, Rail, RailItem, Sentence, Status
from convenir.web.ui.shapes import Finding as FindingPiece
from convenir.writer.french_dates import day, from_now
from convenir.writer.words import fact_sentence, obligation_sentence, status_label, status_sentence, when_words
from convenir.writer.words.names import capital

SUMMED_UP = 3
LOOSE = {
    Document.AMENDMENT: "Un avenant a été déposé avec ce texte : appliquez-le à ce dossier.",
    Document.DELIBERATION: "Une délibération a été déposée avec ce texte : attachez-la à une partie de ce dossier.",
}


def status(answer: Answer) -> Status:
    """The word, the sentence with its article, and what comes next."""
    found, dossier = answer.standing, answer.dossier
    grounds = references(dossier.pk, found.because)[:2]
    word = status_label(found.status)
    said = capital(status_sentence(found, dossier.terms, answer.on).removeprefix(f"{word} : "))
    sentences = [Sentence(text=said, references=grounds)]
    comes = answer.next
    if comes and comes.due_on:
        what = obligation_sentence(comes, dossier.terms)
        when = when_words(comes.duty, comes.due_on)
        coming = f"Prochaine échéance, {from_now(comes.due_on, answer.on)} : {what[:1].lower()}{what[1:]}, {when}."
        sentences.append(Sentence(text=coming, references=references(dossier.pk, comes.because)[:1]))
    return Status(state=states.STATUS_MARKS[found.status], word=word, sentences=sentences)


def rail(answer: Answer, current: str) -> Rail:
    """The sections that exist."""
    dossier = answer.dossier
    facts = sum(1 for fact in dossier.facts if not isinstance(fact.event, Cancelled))
    items = [
        RailItem(text="Vue d’ensemble", url=_url("overview", dossier), current=current == "overview"),
        RailItem(
            text="Échéances",
            url=_url("deadlines", dossier),
            alert=_alert(answer),
            current=current == "deadlines",
        ),
        RailItem(text="Possibilités", url=_url("possibilities", dossier), current=current == "possibilities"),
        RailItem(
            text="Texte et termes",
            url=_url("text", dossier),
            count=len(dossier.terms.clauses),
            current=current == "text",
        ),
        RailItem(text="Journal", url=_url("journal", dossier), count=facts, current=current == "journal"),
    ]
    return Rail(title=dossier.title, subtitle=dossier.others, items=items)


def _alert(answer: Answer) -> str:
    """What the rail says of the deadlines: those that are late, else those of which one must say what came."""
    late, unsaid = len(answer.of_state(Due.LATE)), len(answer.of_state(Due.REASON_REQUIRED))
    if late:
        return f"{late} en retard"
    return f"{unsaid} à préciser" if unsaid else ""


def crumbs(dossier: Dossier, *steps: Link) -> list[Link]:
    """From home to the page; the last step has no address."""
    first = Link(text="Accueil", url=reverse("home:home"))
    if not steps:
        return [first, Link(text=dossier.title, url="")]
    return [first, Link(text=dossier.title, url=_url("overview", dossier)), *steps]


def fact_lines(dossier: Dossier, facts: Sequence[Fact]) -> list[FactLine]:
    """Facts, those cancelled struck out with the reason; each can be cancelled by who may."""
    return [_fact_line(dossier, fact) for fact in facts]


def recent(dossier: Dossier, count: int) -> list[Fact]:
    """The last facts, those that cancel apart, from the most recent."""
    facts = [fact for fact in dossier.facts if not isinstance(fact.event, Cancelled)]
    return sorted(facts, key=lambda fact: (earliest(fact.on), fact.id), reverse=True)[:count]


def _fact_line(dossier: Dossier, fact: Fact) -> FactLine:
    by = dossier.cancelled.get(fact.id)
    piece = dossier.attached.get(fact.id)
    recorded = f", enregistré le {day(fact.recorded_on)}" if fact.recorded_on != earliest(fact.on) else ""
    may_cancel = Verb.CANCEL in dossier.may and by is None
    return FactLine(
        happened_on=earliest(fact.on),
        what=fact_sentence(fact.event, dossier.terms) + (f". {fact.note}" if fact.note else ""),
        by=f"{fact.recorded_by or 'Origine inconnue'}{recorded}",
        evidence=Link(text=piece.file_name, url=reverse("conventions:evidence", args=[dossier.pk, piece.pk]))
        if piece
        else None,
        cancelled=_cancelled(by) if by else "",
        action=Link(text="Annuler", url=reverse("conventions:cancel", args=[dossier.pk, fact.id]))
        if may_cancel
        else None,
    )


def _cancelled(by: Fact) -> str:
    reason = by.event.reason if isinstance(by.event, Cancelled) else ""
    return f" Annulé le {day(by.recorded_on)} par {by.recorded_by}" + (f" : {reason}." if reason else ".")


def findings(dossier: Dossier, found: Sequence[Finding]) -> list[FindingPiece]:
    """Findings, the gravest first, each with its passages."""
    return states.findings(found, partial(reference, dossier.pk))


def summed_up(dossier: Dossier, found: Sequence[Finding]) -> list[FindingPiece]:
    """The gravest findings, each with the references of its passages in place of their words."""
    return [replace(one, passages=()) for one in findings(dossier, found)[:SUMMED_UP]]


def _url(name: str, dossier: Dossier) -> str:
    return reverse(f"conventions:{name}", args=[dossier.pk])


def loose(actor: Actor, dossier: Dossier) -> list[Link]:
    """The acts of the same deposit that wait for this dossier, for whoever may record them."""
    if Verb.RECORD not in dossier.may:
        return []
    pages = {Document.AMENDMENT: "amendments:apply", Document.DELIBERATION: "amendments:attach"}
    return [
        Link(text=LOOSE[one.document], url=reverse(pages[one.document], args=[one.pk, dossier.pk]))
        for one in given.loose(actor, dossier.text)
    ]
