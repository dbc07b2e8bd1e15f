"""What the clauses on data leave open."""

from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Terms
from convenir.core.terms.exchanges import DataRequestGate, DataRequestWorkflow
from convenir.reader.lint.telling import information
from convenir.reader.outline import Outline


def reply_delay(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A request for data, and no time to answer it."""
    clauses: tuple[DataRequestGate | DataRequestWorkflow, ...] = (
        *terms.every(DataRequestGate),
        *terms.every(DataRequestWorkflow),
    )
    if clauses and not any(clause.reply_within for clause in clauses):
        yield information(
            "reply-delay",
            Oddity.SILENT,
            "Le texte ne donne aucun délai de réponse aux demandes de données.",
            "Convenez d’un délai par écrit : sans lui, aucun retard ne peut être reproché.",
            *(clause.source for clause in clauses),
        )


CHECKS = (reply_delay,)
