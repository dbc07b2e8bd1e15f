"""From bytes to a reading: the text, what it is, its outline, its terms, its findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from convenir.core.findings import Finding
from convenir.core.terms import Document, Term, Terms
from convenir.reader.acts import spans
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
from convenir.reader.intake.manuscript import Manuscript
from convenir.reader.intake.scans import take_at_once
from convenir.reader.lint import findings
from convenir.reader.nature import document_of, nature
from convenir.reader.outline import Outline
from convenir.reader.outlining.blocks import outline
from convenir.reader.passages import told
from convenir.reader.soundness import soundness
from convenir.reader.understanding.coverage import Coverage, coverage

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
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of a deposit, read for itself: `start` is where its words begin in those of the deposit."""

    start: int
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """What was read of a deposit: its words in their files, and its acts in their order; there is always one."""

    manuscript: Manuscript
    acts: tuple[Act, ...]

    @property
    def main(self) -> Act:
        """The act for which the deposit is made: the first convention, else the first of the others in this order."""
        return min(self.acts, key=lambda act: _RANKS.index(act.reading.terms.document))


_RANKS = (
    Document.CONVENTION,
    Document.AMENDMENT,
    Document.TEMPLATE,
    Document.CHARTER,
    Document.DELIBERATION,
    Document.OTHER,
)


def read_deposit(data: bytes, name: str = "") -> Deposit:
    """Read every act of a file or of an archive of files; refuses (`Refusal`) what is empty, too large or no text.

    `name` is that of the file, which names its pieces and decides nothing: what a file is made of shows in its bytes.
    """
    return read_manuscript(take_at_once(data, name))


def read_manuscript(manuscript: Manuscript) -> Deposit:
    """Read every act of a deposit whose words were taken."""
    text, margins = manuscript.text, manuscript.margins
    acts = (Act(start=start, reading=read_text(text[start:end], margins)) for start, end in spans(manuscript))
    return Deposit(manuscript=manuscript, acts=tuple(acts))


def read(data: bytes, name: str = "") -> Reading:
    """The reading of the main act of a file."""
    return read_deposit(data, name).main.reading


def read_text(words: str, margins: tuple[str, ...] = ()) -> Reading:
    """Read the text of one act, with newlines as line ends; `margins` are the running heads and feet of its pages."""
    laid = replace(outline(words), margins=margins)
    document = document_of(laid)
    if document is Document.OTHER:
        return _unread(laid)
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
        coverage=coverage(laid, context, terms),
    )


def _unread(laid: Outline) -> Reading:
    """The reading of a law, a letter, a contract of sale: whatever it states binds no party of a convention."""
    return Reading(
        text=laid.text,
        outline=laid,
        terms=Terms(document=Document.OTHER),
        findings=tuple(soundness(laid, Document.OTHER)),
        coverage=Coverage(sentences=()),
    )


def _clauses(laid: Outline, context: Context) -> tuple[Term, ...]:
    """The terms of every chapter, in the order of the text."""
    found = [term for chapter in CHAPTERS for term in chapter(laid, context)]
    return tuple(sorted(found, key=lambda term: term.source.start if term.source.start is not None else -1))
