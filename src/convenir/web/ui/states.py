"""How the states that the libraries give are drawn: their marks, their words, the gravest first."""

from collections.abc import Callable, Sequence

from convenir.core.findings import Finding as Found
from convenir.core.findings import Severity
from convenir.core.source import Source
from convenir.core.standing import Status
from convenir.web.ui.shapes import Finding, Passage, Reference, State

MOST_PASSAGES = 2
STATUS_MARKS = {
    Status.DRAFT: State.LATER,
    Status.SIGNING: State.UNDER_WAY,
    Status.SIGNED_NOT_YET_EFFECTIVE: State.UNDER_WAY,
    Status.IN_FORCE: State.IN_FORCE,
    Status.IN_FORCE_RENEWED: State.IN_FORCE,
    Status.IN_FORCE_UNDER_NOTICE: State.SOON,
    Status.EXPIRED: State.ENDED,
    Status.TERMINATED: State.ENDED,
    Status.UNCERTAIN: State.WATCH,
    Status.UNKNOWN: State.WATCH,
}
SEVERITIES = {
    Severity.BLOCKING: (State.LATE, "Bloquant"),
    Severity.WARNING: (State.WATCH, "À surveiller"),
    Severity.INFORMATION: (State.INFO, "Information"),
}


def findings(found: Sequence[Found], refer: Callable[[Source], Reference]) -> list[Finding]:
    """Findings, the gravest first, each with its passages at the addresses that `refer` gives."""
    ordered = sorted(found, key=lambda one: list(Severity).index(one.severity))
    return [_finding(one, refer) for one in ordered]


def _finding(found: Found, refer: Callable[[Source], Reference]) -> Finding:
    state, word = SEVERITIES[found.severity]
    quoted = [source for source in found.sources if source.quote][:MOST_PASSAGES]
    return Finding(
        state=state,
        word=word,
        title=found.sentence,
        advice=found.advice,
        passages=[Passage(quote=source.quote, reference=refer(source)) for source in quoted],
    )
