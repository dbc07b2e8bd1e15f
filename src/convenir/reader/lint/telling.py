"""How a finding about a text is built: what is odd, how far it goes, the French sentence, what to do, the passages."""

from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.source import Source


def blocking(about: str, oddity: Oddity, sentence: str, advice: str, *sources: Source) -> Finding:
    """What keeps people from relying on the text."""
    return _finding((about, oddity, Severity.BLOCKING), sentence, advice, sources)


def warning(about: str, oddity: Oddity, sentence: str, advice: str, *sources: Source) -> Finding:
    """What somebody should settle."""
    return _finding((about, oddity, Severity.WARNING), sentence, advice, sources)


def information(about: str, oddity: Oddity, sentence: str, advice: str, *sources: Source) -> Finding:
    """What is good to know, and blocks nothing."""
    return _finding((about, oddity, Severity.INFORMATION), sentence, advice, sources)


def _finding(kind: tuple[str, Oddity, Severity], sentence: str, advice: str, sources: tuple[Source, ...]) -> Finding:
    about, oddity, severity = kind
    once = tuple(dict.fromkeys(sources))
    return Finding(oddity=oddity, about=about, severity=severity, sentence=sentence, advice=advice, sources=once)


def listed(names: list[str]) -> str:
    """Names as one says them.

    >>> listed(["1"]), listed(["1", "2", "6"])
    ('1', '1, 2 et 6')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"


def quoted(words: str) -> str:
    """Words between French quotation marks, cut where they are long."""
    return f"« {words} »" if len(words) <= 90 else f"« {words[:80].rsplit(' ', 1)[0]} … »"
