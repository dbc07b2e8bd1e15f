"""Dossiers made by rule: one of ten years and two hundred facts for the engine, any other for the pages."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from convenir.core.dossier import facts_from, terms_from
from convenir.core.facts import Fact
from convenir.core.terms import Terms

SIGNED, YEARS = date(2015, 1, 5), 10

CLAUSES: list[dict[str, Any]] = [
    {"type": "PartyClause", "key": "caf", "name": "Caf", "kind": "caf", "article": "parties"},
    {"type": "PartyClause", "key": "commune", "name": "Ville", "kind": "municipality", "article": "parties"},
    {"type": "TerminationAtWill", "notice": {"months": 3}, "form": "registered_letter", "article": "10"},
    {"type": "TerminationEffects", "after": "run_off", "article": "10"},
    {"type": "Committee", "body": "copil", "name": "comité de pilotage", "level": "steering", "article": "6"},
    {"type": "Committee", "body": "cotech", "name": "comité technique", "level": "technical", "article": "6"},
    {"type": "MeetingCadence", "body": "copil", "count": 2, "article": "6"},
    {"type": "MeetingCadence", "body": "cotech", "count": 1, "per": "quarter", "article": "6"},
    {"type": "ChairRule", "body": "copil", "turn": "alternate", "article": "6"},
    {"type": "MeetingSequence", "first": "cotech", "then": "copil", "delay": {"months": 1}, "article": "6"},
    {
        "type": "DocumentCirculation",
        "body": "copil",
        "delay": {"days": 15},
        "sender": "Caf",
        "holder": "caf",
        "article": "6",
    },
    {"type": "PeriodicDelivery", "giver": "caf", "what": "le socle de données", "article": "7"},
    {"type": "Evaluation", "moment": "yearly", "body": "copil", "role": "examines", "article": "9"},
    {"type": "Review", "moment": "yearly", "article": "9"},
    {"type": "Review", "moment": "final", "article": "9"},
]


def terms(signed: date = SIGNED, years: int = YEARS) -> Terms:
    """The terms: two bodies, a chain of papers, yearly deliveries and reviews, an end after `years` civil years."""
    end = date(signed.year + years - 1, 12, 31)
    duration = {"type": "Duration", "start": "signature", "ends_on": end, "article": "10"}
    return terms_from({"document": "convention", "kind": "ctg", "clauses": [*CLAUSES, duration]})


def facts(signed: date = SIGNED, years: int = YEARS, a_year: int = 20) -> tuple[Fact, ...]:
    """Two signatures, then `a_year` facts each civil year; none before the signature."""
    rows: list[dict[str, Any]] = [{"signed": key, "on": signed} for key in ("caf", "commune")]
    for year in range(signed.year, signed.year + years):
        rows += [row for row in _year(year, a_year) if row["on"] >= signed]
    return facts_from(rows)


def _year(year: int, count: int) -> Iterator[dict[str, Any]]:
    """Meetings, papers, deliveries, commitments spread over a year."""
    for number in range(count):
        on = date(year, 1, 10) + timedelta(days=number * 340 // count)
        kinds: tuple[dict[str, Any], ...] = (
            {"meeting_held": "cotech"},
            {"documents_sent": "copil"},
            {"meeting_held": "copil", "chair": "caf" if on.month < 7 else "commune"},
            {"data_delivered": "caf", "year": year},
            {"commitment_made": f"action {on.isoformat()}", "until": on + timedelta(days=400)},
        )
        yield kinds[number % len(kinds)] | {"on": on}
