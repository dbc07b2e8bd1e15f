"""How well texts were read: the facts of a summary, compared one by one with those that a person stated."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

# A fact: the field that it fills, and what it says there.
Fact: TypeAlias = tuple[str, tuple[str, ...]]
Told: TypeAlias = Mapping[str, Any]

_SINGLE = (
    "kind",
    "effective_from",
    "ends_on",
    "duration_months",
    "max_duration_months",
    "renewal",
    "renewal_period_months",
    "signed_on",
    "signed_at",
    "legal_basis_count",
    "pages",
    "annex_count",
    "severability",
    "amendment_required",
)
# The fields that hold law: dates, renewal, ends, committees, deadlines, data, evaluation.
LAW = frozenset(
    {
        "effective_from",
        "ends_on",
        "duration_months",
        "max_duration_months",
        "renewal",
        "renewal_period_months",
        "termination",
        "termination form",
        "committee",
        "committee meetings_per_year",
        "committee parity",
        "deadline",
        "data rule",
        "evaluation",
        "severability",
        "amendment_required",
    }
)
_TITLE_COMPARED = 40


def plain(words: object) -> str:
    """Words as they are compared: no capitals, accents or punctuation, no leading article.

    >>> plain("Les Comités de pilotage"), plain("L’évaluation (annuelle)")
    ('comites de pilotage', 'evaluation annuelle')
    """
    folded = unicodedata.normalize("NFKD", str(words).casefold().replace("’", "'"))
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"^(?:la|le|les|l|un|une) ", "", re.sub(r"[^a-z0-9]+", " ", letters).strip())


def facts(summary: Told) -> Counter[Fact]:
    """The facts of a summary that can be compared; one stated twice counts twice."""
    return Counter(fact for tell in _TELLERS for fact in tell(summary))


def _singles(summary: Told) -> Iterator[Fact]:
    for key in _SINGLE:
        value = summary.get(key)
        stated = value not in (None, "", []) and not (key == "legal_basis_count" and value == 0)
        if stated:
            yield key, (plain(value),)


def _parties(summary: Told) -> Iterator[Fact]:
    for party in summary.get("parties") or ():
        name = plain(party.get("name", ""))
        yield "party", (name,)
        if party.get("kind"):
            yield "party kind", (name, plain(party["kind"]))
        if party.get("short_name"):
            yield "party short name", (name, plain(party["short_name"]))
        if party.get("deliberation_date"):
            yield "party deliberation", (name, party["deliberation_date"])
        yield from _signatories(name, party.get("signatories") or ())


def _signatories(party: str, persons: Iterable[Told]) -> Iterator[Fact]:
    for person in persons:
        name = plain(person.get("name", ""))
        yield "signatory", (party, name)
        if person.get("capacity"):
            yield "signatory capacity", (name, plain(person["capacity"]))


def _headings(summary: Told) -> Iterator[Fact]:
    for article in summary.get("articles") or ():
        number = plain(article.get("number", ""))
        yield "article", (number,)
        if article.get("title"):
            yield "article title", (number, plain(article["title"]))
    for annex in summary.get("annexes") or ():
        yield "annex", (plain(annex.get("number", "")), plain(annex.get("title", ""))[:_TITLE_COMPARED])
    for theme in summary.get("themes") or ():
        yield "theme", (plain(theme),)


def _ends(summary: Told) -> Iterator[Fact]:
    for end in summary.get("termination") or ():
        ground = plain(end.get("ground", ""))
        months = end.get("notice_months")
        notice = ("months", str(months)) if months else ("days", str(end.get("notice_days")))
        yield "termination", (ground, *notice)
        if end.get("form"):
            yield "termination form", (ground, plain(end["form"]))


def _bodies(summary: Told) -> Iterator[Fact]:
    for body in summary.get("committees") or ():
        name = plain(body.get("name", ""))
        yield "committee", (name,)
        for key in ("meetings_per_year", "parity"):
            if body.get(key):
                yield f"committee {key}", (name, plain(body[key]))
    for due in summary.get("deadlines") or ():
        if due.get("days_before"):
            yield "deadline", (str(due["days_before"]),)


def _rules(summary: Told) -> Iterator[Fact]:
    for key, value in (summary.get("data_rules") or {}).items():
        if isinstance(value, int) and value:
            yield "data rule", (plain(key), plain(value))
    for key, value in (summary.get("evaluation") or {}).items():
        if value:
            yield "evaluation", (plain(key), plain(value))


_TELLERS: tuple[Callable[[Told], Iterator[Fact]], ...] = (_singles, _parties, _headings, _ends, _bodies, _rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many facts were read rightly, how many were read, how many the reference states."""

    right: int = 0
    read: int = 0
    stated: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(right=self.right + other.right, read=self.read + other.read, stated=self.stated + other.stated)

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is stated that was read; 1 where nothing is stated."""
        return self.right / self.stated if self.stated else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A reading against its reference: the score of each field, the facts missed and those invented."""

    fields: Mapping[str, Score]
    missed: tuple[Fact, ...] = ()
    invented: tuple[Fact, ...] = ()

    @property
    def every(self) -> Score:
        """All fields together."""
        return sum(self.fields.values(), Score())

    @property
    def law(self) -> Score:
        """The fields that hold law."""
        return sum((score for name, score in self.fields.items() if name in LAW), Score())


def compared(reference: Told, summary: Told) -> Comparison:
    """What of the reference was read, what was missed, what was invented."""
    stated, read = facts(reference), facts(summary)
    fields = {
        name: Score(
            right=_count(stated & read, name),
            read=_count(read, name),
            stated=_count(stated, name),
        )
        for name in sorted({name for name, _ in stated | read})
    }
    return Comparison(
        fields=fields,
        missed=tuple((stated - read).elements()),
        invented=tuple((read - stated).elements()),
    )


def _count(found: Counter[Fact], name: str) -> int:
    return sum(times for fact, times in found.items() if fact[0] == name)


def together(comparisons: Iterable[Comparison]) -> Comparison:
    """The score of several texts, field by field."""
    fields: dict[str, Score] = {}
    missed: list[Fact] = []
    invented: list[Fact] = []
    for one in comparisons:
        for name, score in one.fields.items():
            fields[name] = fields.get(name, Score()) + score
        missed += one.missed
        invented += one.invented
    return Comparison(fields=dict(sorted(fields.items())), missed=tuple(missed), invented=tuple(invented))
