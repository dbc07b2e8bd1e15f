"""Findings on a text, as lines for people: the gravest first."""

from collections.abc import Iterator, Sequence

from convenir.cli import table
from convenir.core.findings import Finding, Severity
from convenir.writer.words import article_words

_SEVERITIES = {
    Severity.BLOCKING: ("bloquant", table.RED),
    Severity.WARNING: ("attention", table.AMBER),
    Severity.INFORMATION: ("à savoir", table.DIM),
}


def findings_said(findings: Sequence[Finding]) -> Iterator[str]:
    """Each finding: how grave, where, what is odd, what to do."""
    for severity, (label, colour) in _SEVERITIES.items():
        for finding in findings:
            if finding.severity is not severity:
                continue
            places = " ; ".join(dict.fromkeys(article_words(source) for source in finding.sources))
            where = f" ({places})" if places else ""
            yield f"  {table.painted(label, colour)}{where}"
            yield table.paragraph(finding.sentence, "    ")
            if finding.advice:
                yield table.paragraph(finding.advice, "    ")
