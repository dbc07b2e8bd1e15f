"""What a text leaves blank, does not say or says twice differently: findings, with their words, chapter by chapter."""

from collections.abc import Callable, Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Document, Terms
from convenir.reader.lint import (
    amendment,
    annexes,
    evaluation,
    exchanges,
    governance,
    lifetime,
    parties,
    scope,
    signing,
    termination,
    wording,
)
from convenir.reader.lint.telling import blocking
from convenir.reader.outline import BlockKind, Outline

Check = Callable[[Outline, Terms], Iterator[Finding]]


def _not_supplied(outline: Outline, _: Terms) -> Iterator[Finding]:
    title = next(outline.of(BlockKind.TITLE), None) or next(iter(outline.blocks), None)
    yield blocking(
        "not-supplied",
        Oddity.UNKNOWN,
        "Ce texte parle d’une convention sans la contenir : ce qu’il n’en dit pas reste inconnu.",
        "Déposez la convention signée ; d’ici là, seul ce que ce texte en rapporte est utilisé.",
        *((outline.heading(title),) if title else ()),
    )


# In the order in which people are shown them.
CHECKS: tuple[Check, ...] = (
    *signing.CHECKS,
    *lifetime.CHECKS,
    *termination.CHECKS,
    *governance.CHECKS,
    *annexes.CHECKS,
    *amendment.CHECKS,
    *exchanges.CHECKS,
    *evaluation.CHECKS,
    *parties.CHECKS,
    *scope.CHECKS,
    *wording.CHECKS,
)
# Of a report, only what it says counts: what it leaves out is unknown, not silent.
OF_REPORTS: tuple[Check, ...] = (
    _not_supplied,
    *parties.OF_REPORTS,
    *lifetime.OF_REPORTS,
    *scope.OF_REPORTS,
    wording.unstarted,
)


def findings(outline: Outline, terms: Terms) -> tuple[Finding, ...]:
    """The findings of a text, in the order of its chapters; of a report, that the convention itself is not there."""
    checks: tuple[Check, ...] = ()
    if terms.document is Document.DELIBERATION:
        checks = OF_REPORTS
    elif terms.supplied:
        checks = CHECKS
    return tuple(finding for check in checks for finding in check(outline, terms))
