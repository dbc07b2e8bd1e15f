"""Which findings of a text the facts of a dossier have answered since: what the text lacked was recorded."""

from collections.abc import Sequence

from convenir.core.facts import ActAdopted, Fact, Signed
from convenir.core.findings import Finding
from convenir.core.terms import Terms
from convenir.core.terms.parties import PartyClause, SignatureAuthority


def unanswered(findings: Sequence[Finding], terms: Terms, facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """The findings on which something is left to do, `facts` being those that hold.

    A text without the date of a délibération waits for the act of that party, and a draft for the signatures of all.
    """
    return tuple(finding for finding in findings if not _answered(finding, terms, facts))


def _answered(finding: Finding, terms: Terms, facts: Sequence[Fact]) -> bool:
    events = [fact.event for fact in facts]
    if finding.about == "deliberation-date":
        waiting = {clause.party for clause in terms.every(SignatureAuthority) if clause.source in finding.sources}
        acted = {event.party for event in events if isinstance(event, ActAdopted) and not event.amendment}
        return bool(waiting) and waiting <= acted
    if finding.about == "draft":
        parties = {clause.key for clause in terms.every(PartyClause)}
        signed = {event.party for event in events if isinstance(event, Signed) and not event.amendment}
        return bool(parties) and parties <= signed
    return False
