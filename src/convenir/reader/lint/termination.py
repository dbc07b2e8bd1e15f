"""What the clauses on early end do not say, say under another title, or give to one party only."""

from collections.abc import Iterator
from typing import TypeAlias

from convenir.core.findings import Finding, Oddity
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.core.terms.parties import PartyClause
from convenir.core.terms.termination import (
    AutomaticTermination,
    Clock,
    TerminationAtWill,
    TerminationForDefault,
    TerminationForIllegality,
    TerminationOnGround,
)
from convenir.reader.lint.telling import information, warning
from convenir.reader.outline import Outline
from convenir.reader.passages import is_heading

_Power: TypeAlias = (
    TerminationAtWill | TerminationForDefault | TerminationForIllegality | AutomaticTermination | TerminationOnGround
)


def notice_form(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A denunciation in no stated form."""
    silent = [clause for clause in terms.every(TerminationAtWill) if clause.form is None]
    if silent:
        yield warning(
            "notice-form",
            Oddity.SILENT,
            "Le texte ne dit pas sous quelle forme la dénonciation doit être envoyée.",
            "Envoyez-la par lettre recommandée avec avis de réception : elle fait preuve de la date.",
            *(clause.source for clause in silent),
        )


def notice_clock(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A notice without the day from which it runs."""
    silent = [
        clause
        for clause in terms.every(TerminationAtWill)
        if clause.clock is None and clause.notice is not None and not clause.at_term
    ]
    if silent:
        yield warning(
            "notice-clock",
            Oddity.SILENT,
            "Le texte ne dit pas à partir de quel jour court le préavis.",
            "Le préavis est compté de la réception ; prévoyez la durée de l’acheminement.",
            *(clause.source for clause in silent),
        )


def from_sending(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A time to comply that runs from the sending of the letter."""
    notices: tuple[TerminationForDefault | TerminationForIllegality, ...] = (
        *terms.every(TerminationForDefault),
        *terms.every(TerminationForIllegality),
    )
    clauses = [clause for clause in notices if clause.clock is Clock.SENDING]
    if clauses:
        yield information(
            "cure-clock",
            Oddity.NOTED,
            "Le délai pour se conformer à une mise en demeure court de l’envoi de la lettre, non de sa réception.",
            "Comptez ce délai du jour de l’envoi, et gardez-en la preuve.",
            *(clause.source for clause in clauses),
        )


def title_ground(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """A clause that each party may use alone, under a title that says otherwise."""
    for clause in terms.every(TerminationAtWill):
        if clause.title_ground is not None:
            yield warning(
                "termination-title",
                Oddity.CONTRADICTORY,
                "Le titre annonce une autre manière de finir que la clause : elle laisse chaque partie dénoncer seule.",
                "Le contenu est retenu, titre mis à part ; faites corriger le titre par avenant pour éviter un litige.",
                *_heading_above(outline, clause.source),
                clause.source,
            )


def _heading_above(outline: Outline, source: Source) -> tuple[Source, ...]:
    """The sub-heading under which a clause stands."""
    for block in outline.clauses():
        if source.start is None or not block.start <= source.start < block.end:
            continue
        above = [line for line in block.paragraphs if line.end <= source.start and is_heading(line)]
        return (outline.source(block, above[-1]),) if above else (outline.heading(block),)
    return ()


def one_sided(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Powers to end the convention that the text gives to some of the parties only."""
    parties = {party.key for party in terms.every(PartyClause)}
    powers: tuple[_Power, ...] = (
        *terms.every(TerminationAtWill),
        *terms.every(TerminationForDefault),
        *terms.every(TerminationForIllegality),
        *terms.every(AutomaticTermination),
        *terms.every(TerminationOnGround),
    )
    clauses = [clause for clause in powers if clause.by and set(clause.by) < parties]
    if clauses:
        yield information(
            "asymmetric-powers",
            Oddity.NOTED,
            "Le texte ne donne pas à toutes les parties le pouvoir de mettre fin à la convention dans certains cas.",
            "Sachez laquelle peut s’en servir ; les autres n’ont pas le même pouvoir.",
            *(clause.source for clause in clauses),
        )


CHECKS = (notice_form, notice_clock, from_sending, title_ground, one_sided)
