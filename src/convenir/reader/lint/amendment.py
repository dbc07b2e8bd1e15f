"""What the clauses on avenants leave out, and what they make of annexes promised for later."""

from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Terms
from convenir.core.terms.amendment import AmendmentClause, AmendmentScope, Annex
from convenir.core.terms.termination import AutomaticTermination
from convenir.reader.lint.telling import information, warning
from convenir.reader.outline import Outline


def optional(_: Outline, terms: Terms) -> Iterator[Finding]:
    """One clause wants an avenant where another only allows it."""
    clauses = tuple(terms.every(AmendmentClause))
    free = [clause for clause in clauses if clause.optional]
    firm = [clause for clause in clauses if not clause.optional]
    if free and firm:
        yield warning(
            "amendment-optional",
            Oddity.CONTRADICTORY,
            "Une clause exige un avenant pour toute modification, une autre dit seulement qu’il peut en être signé un.",
            "Signez un avenant dans tous les cas.",
            *(clause.source for clause in (*firm, *free)),
        )


def partial(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A clause that wants an avenant for some changes only."""
    clauses = tuple(terms.every(AmendmentClause))
    if clauses and all(clause.scope is AmendmentScope.SUBSTANTIAL for clause in clauses):
        yield warning(
            "amendment-scope",
            Oddity.SILENT,
            "La clause d’avenant ne vise que certaines modifications ; le texte ne dit rien des autres.",
            "Faites accepter toute autre modification par écrit, par toutes les parties.",
            *(clause.source for clause in clauses),
        )


def annexes_unlisted(_: Outline, terms: Terms) -> Iterator[Finding]:
    """An avenant must list what it changes in the convention, and nothing is said of the annexes."""
    clauses = [clause for clause in terms.every(AmendmentClause) if clause.lists_changes]
    if clauses and terms.first(Annex) is not None and not any(clause.covers_annexes for clause in clauses):
        yield information(
            "amendment-annexes",
            Oddity.SILENT,
            "L’avenant doit énoncer les modifications de la convention ; le texte ne le dit pas de celles des annexes.",
            "Énoncez-y aussi les modifications des annexes.",
            *(clause.source for clause in clauses),
        )


def deferred_at_risk(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Annexes promised for later, where any change without an avenant ends the convention."""
    sanction = terms.first(AutomaticTermination)
    late = [annex for annex in terms.every(Annex) if annex.deferred]
    if sanction is not None and late:
        yield warning(
            "deferred-change",
            Oddity.IRREGULAR,
            "Des annexes sont remises à plus tard, alors qu’une modification sans avenant met fin à la convention.",
            "Adoptez ces annexes par un acte signé de toutes les parties.",
            *(annex.source for annex in late),
            sanction.source,
        )


CHECKS = (optional, partial, annexes_unlisted, deferred_at_risk)
