"""How the duties, findings, grounds and other readings that a case names are compared with those computed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from convenir.cases.names import known_keys, listed, member, names, place, shown, tables
from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.source import Source

Gap = tuple[str, str]
ARTICLE = re.compile(r"(?:article |art\. )?(?P<article>.+?)(?:,? alinéa (?P<paragraph>\d+))?")


def cites(sources: Iterable[Source], words: str) -> bool:
    """Whether one of the sources is the article, and the paragraph if it is given, that `words` name.

    >>> ten = Source(text="convention", article="10", paragraph=2)
    >>> cites([ten], "article 10"), cites([ten], "article 10, alinéa 2"), cites([ten], "annexe 1")
    (True, True, False)
    """
    named = ARTICLE.fullmatch(words)
    if named is None:
        raise ValueError(words)
    article, paragraph = named["article"], named["paragraph"]
    return any(s.article == article and (paragraph is None or s.paragraph == int(paragraph)) for s in sources)


def article_gaps(sources: Sequence[Source], expected: str | list[str]) -> Iterator[Gap]:
    """Each article that should be cited and is not; articles that the case does not name may be cited too."""
    for words in listed(expected):
        if not cites(sources, words):
            cited = sorted({place(source) for source in sources})
            yield words, shown(cited)


def alternatives_of(assumptions: Iterable[Assumption]) -> dict[str, dict[str, Any]]:
    """For each choice, what each other reading gives: a day, a number, or neither."""
    return {
        assumption.choice.value: {other.reading: _given(other) for other in assumption.alternatives}
        for assumption in assumptions
    }


def _given(other: Alternative) -> Any:
    """What another reading gives: a day, a number, or « none » of them."""
    given = other.count if other.on is None else other.on
    return "none" if given is None else given


def same_alternatives(expected: dict[str, Any], found: dict[str, dict[str, Any]]) -> bool:
    """Whether each choice named has exactly these other readings, or this single other value."""
    for choice, value in expected.items():
        others = found.get(member(Choice, choice).value)
        if others is None:
            return False
        if isinstance(value, dict) and others != value:
            return False
        if not isinstance(value, dict) and list(others.values()) != [value]:
            return False
    return True


def _choices(expected: list[str], assumptions: Iterable[Assumption]) -> bool:
    return {member(Choice, name) for name in names(expected)} == {assumption.choice for assumption in assumptions}


def _value(name: str) -> Callable[[Obligation, Any], bool]:
    return lambda duty, expected: getattr(duty, name) == (None if expected == "none" else expected)


def _member(name: str, kind: type[StrEnum]) -> Callable[[Obligation | Finding, str], bool]:
    return lambda item, expected: getattr(item, name) is member(kind, expected)


# What a line of `obligations` may say of a duty.
DUTY: dict[str, Callable[[Obligation, Any], bool]] = {
    "duty": _member("duty", Duty),
    "state": _member("state", State),
    **{name: _value(name) for name in ("key", "subject", "period", "rank", "total", "optional", "days_late")},
    **{name: _value(name) for name in ("due_on", "advice_on", "opens_on", "done_on", "planned_on")},
    "who": lambda duty, expected: set(duty.who) == set(listed(expected)),
    "because": lambda duty, expected: all(cites(duty.because, words) for words in listed(expected)),
    "assumptions": lambda duty, expected: _choices(expected, duty.assumptions),
    "alternatives": lambda duty, expected: same_alternatives(expected, alternatives_of(duty.assumptions)),
    "findings": lambda duty, expected: {finding.about for finding in duty.findings} == set(expected),
}
NAMES = ("duty", "subject", "period", "rank")

# Names that a line gives, checked even where no duty answers it.
NAMED: dict[str, Callable[[Any], object]] = {
    "duty": lambda name: member(Duty, name),
    "state": lambda name: member(State, name),
    "assumptions": lambda given: [member(Choice, name) for name in names(given)],
    "alternatives": lambda given: [member(Choice, name) for name in given],
}

# What a line of `findings` may say of a finding.
FINDING: dict[str, Callable[[Finding, Any], bool]] = {
    "about": lambda finding, expected: bool(finding.about == expected),
    "oddity": _member("oddity", Oddity),
    "severity": _member("severity", Severity),
    "because": lambda finding, expected: all(cites(finding.sources, words) for words in listed(expected)),
    "law": lambda finding, expected: any(expected in law.law for law in finding.laws),
    "says": lambda finding, expected: expected in finding.sentence or expected in finding.advice,
}


def obligation_gaps(duties: Sequence[Obligation], expected: list[dict[str, Any]]) -> Iterator[Gap]:
    """Each line that does not describe exactly `count` duties (one, unless said); an empty list wants no duty."""
    if not expected and duties:
        yield "aucune obligation", shown([duty.key for duty in duties])
    for line in tables(expected, 'duty = "meeting", state = "due"'):
        known_keys(line, [*DUTY, "count", "source", "note"])
        for key in NAMED.keys() & line.keys():
            NAMED[key](line[key])
        asserted = {key: value for key, value in line.items() if key in DUTY}
        found = [duty for duty in duties if all(DUTY[key](duty, value) for key, value in asserted.items())]
        if len(found) != line.get("count", 1):
            yield shown(line), f"{len(found)} obligation(s) ; voisines : {_near(duties, line)}"


def _near(duties: Sequence[Obligation], line: dict[str, Any]) -> str:
    """The duties of the same name, as they were computed, on the points that the line asserts."""
    same = [duty for duty in duties if all(str(getattr(duty, n)) == str(line[n]) for n in NAMES if n in line)]
    return shown([_told(duty, line) for duty in same[:6]]) if same else "aucune de ce nom"


def _told(duty: Obligation, line: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"key": duty.key}
    for key in line:
        if key == "because":
            told[key] = [place(source) for source in duty.because]
        elif key == "assumptions":
            told[key] = [assumption.choice.value for assumption in duty.assumptions]
        elif key == "alternatives":
            told[key] = alternatives_of(duty.assumptions)
        elif key == "findings":
            told[key] = [finding.about for finding in duty.findings]
        elif key in DUTY:
            told[key] = getattr(duty, key)
    return told


def finding_gaps(findings: Sequence[Finding], expected: list[dict[str, Any]]) -> Iterator[Gap]:
    """The findings must be exactly those named: one for each line, and none left over."""
    left = list(findings)
    for line in tables(expected, 'about = "draft"'):
        known_keys(line, FINDING)
        match = next((f for f in left if all(FINDING[key](f, value) for key, value in line.items())), None)
        if match is None:
            yield shown(line), shown([f"{f.about} ({f.oddity.value}, {f.severity.value})" for f in findings])
        else:
            left.remove(match)
    if left and len(left) == len(findings) - len(expected):
        yield f"{len(expected)} constat(s)", "en plus : " + shown([f"{f.about} : {f.sentence}" for f in left])
