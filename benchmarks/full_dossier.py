"""A dossier as large as any: twelve committees, thirty fiches actions, and facts of every kind, over some years."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks import long_dossier
from convenir.core.dossier import facts_from, terms_from
from convenir.core.facts import Fact
from convenir.core.terms import Terms

SIGNED, COMMITTEES, SHEETS = date(2015, 1, 5), 12, 30
PARTIES = ("caf", "commune")

# Beside the clauses of the long dossier, those that bring other rules and checks into play.
CLAUSES: list[dict[str, Any]] = [
    {"type": "ActionPlan", "yearly": True, "by_sheets": True, "themes": ["enfance", "jeunesse"], "article": "3"},
    {"type": "IndicatorRule", "place": "chaque fiche action", "minimum": 2, "article": "3"},
    {"type": "Means", "article": "3"},
    {"type": "FundingContribution", "payer": "caf", "article": "8"},
    {"type": "DataRequestGate", "studies": ["opportunity", "gdpr"], "reply_within": {"months": 2}, "article": "7"},
    {"type": "DpoOpinion", "article": "7"},
    {"type": "ProcessingRegister", "article": "7"},
    {"type": "SourceMention", "article": "7"},
    {"type": "Confidentiality", "survives": True, "article": "7"},
    {"type": "AmendmentClause", "article": "11"},
    {"type": "Dispute", "amicable_first": True, "article": "12"},
]


def terms(years: int = 10) -> Terms:
    """The terms: twelve bodies, each with its rhythm, and an end after `years` civil years."""
    end = date(SIGNED.year + years - 1, 12, 31)
    duration = {"type": "Duration", "start": "signature", "ends_on": end, "article": "10"}
    bodies = [clause for number in range(3, COMMITTEES + 1) for clause in _body(number)]
    clauses = [*long_dossier.CLAUSES, *bodies, *CLAUSES, duration]
    return terms_from({"document": "convention", "kind": "ctg", "clauses": clauses})


def _body(number: int) -> Iterator[dict[str, Any]]:
    body = f"groupe-{number}"
    yield {"type": "Committee", "body": body, "name": f"groupe de travail {number}", "level": "other", "article": "6"}
    yield {"type": "MeetingCadence", "body": body, "count": 2, "article": "6"}


def facts(years: int = 10, a_year: int = 50) -> tuple[Fact, ...]:
    """Two signatures, thirty fiches, then enough facts each civil year to make `years` times `a_year` in all."""
    rows: list[dict[str, Any]] = [{"signed": key, "on": SIGNED} for key in PARTIES]
    rows += [_sheet(number) for number in range(SHEETS)]
    left = years * a_year - len(rows)
    for rank in range(left):
        on = SIGNED + timedelta(days=5 + rank * (365 * years - 20) // left)
        rows.append(_told(rank, on) | {"on": on})
    return facts_from(rows)


def _sheet(number: int) -> dict[str, Any]:
    on = SIGNED + timedelta(days=30 + number)
    told = {"theme": "enfance", "need": "un besoin", "indicators": 2, "means": True, "sheet": True}
    return {"commitment_made": f"fiche {number}", "until": on + timedelta(days=400 + 90 * number), "on": on} | told


def _told(rank: int, on: date) -> dict[str, Any]:
    """What was told that day: meetings of each body in turn, their papers, data, money, requests."""
    body = ("copil", "cotech", *(f"groupe-{number}" for number in range(3, COMMITTEES + 1)))[rank // 9 % COMMITTEES]
    request = f"demande {rank // 9}"
    kinds: tuple[dict[str, Any], ...] = (
        {"meeting_planned": body},
        {"meeting_held": body, "chair": PARTIES[on.year % 2]},
        {"documents_sent": "copil"},
        {"data_requested": request, "party": "commune", "letter": True},
        {"request_answered": request},
        {"data_delivered": "caf", "year": on.year},
        {"contribution_paid": "caf", "facility": "crèche", "amount": "1000", "year": on.year},
        {"member_appointed": body, "party": PARTIES[rank % 2], "seat": f"siège {rank}"},
        {"register_entered": request, "party": "caf"},
    )
    return kinds[rank % len(kinds)]
