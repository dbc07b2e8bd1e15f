"""From bytes to a reading: the text, what it is, its outline, its terms, its findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from convenir.core.findings import Finding
from convenir.core.terms import Document, Term, Terms
from convenir.reader.chapters import (
    amendment,
    disputes,
    evaluation,
    exchanges,
    funding,
    governance,
    information,
    lifetime,
    parties,
    plan,
    scope,
    termination,
)
from convenir.reader.context import Context
from convenir.reader.intake.plain import text
from convenir.reader.layout import outline
from convenir.reader.lint import findings
from convenir.reader.nature import document_of, nature
from convenir.reader.outline import Outline
from convenir.reader.passages import told
from convenir.reader.soundness import soundness

# In the order of the chapters of `core.terms`.
CHAPTERS: tuple[Callable[[Outline, Context], Iterator[Term]], ...] = (
    parties.terms,
    scope.terms,
    plan.terms,
    funding.terms,
    governance.terms,
    information.terms,
    exchanges.terms,
    evaluation.terms,
    lifetime.terms,
    termination.terms,
    amendment.terms,
    disputes.terms,
)

# How sources name the text that they quote.
_NAMES = {Document.DELIBERATION: "report", Document.AMENDMENT: "avenant", Document.CHARTER: "charte"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a text. Sources of terms and findings are places of `text`."""

    text: str
    outline: Outline
    terms: Terms
    findings: tuple[Finding, ...]


def read(data: bytes) -> Reading:
    """Read the bytes of a file; refuses (`Refusal`) what is empty, too long or no text."""
    return read_text(text(data))


def read_text(words: str) -> Reading:
    """Read a text already decoded, with newlines as line ends."""
    laid = outline(words)
    document = document_of(laid)
    laid = replace(laid, name=_NAMES.get(document, "convention"))
    clauses = parties.parties(laid, document)
    what = nature(laid, document, clauses)
    context = Context(parties=clauses, document=document, kind=what.kind, said=told(laid, document))
    terms = Terms(
        document=document, kind=what.kind, title=what.title, draft=what.draft, clauses=_clauses(laid, context)
    )
    return Reading(
        text=words,
        outline=laid,
        terms=terms,
        findings=(*soundness(laid, document), *findings(laid, terms)),
    )


def _clauses(laid: Outline, context: Context) -> tuple[Term, ...]:
    """The terms of every chapter, in the order of the text."""
    found = [term for chapter in CHAPTERS for term in chapter(laid, context)]
    return tuple(sorted(found, key=lambda term: term.source.start if term.source.start is not None else -1))
