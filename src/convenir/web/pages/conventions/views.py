"""The pages that read a dossier: each asks once for the day, and lets the libraries answer."""

from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from convenir.access import conventions as doors
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import text as deposited
from convenir.core.settled import unanswered
from convenir.web.pages.conventions import duties, figure, pieces, why, words
from convenir.web.pages.conventions.possibilities import of_parties
from convenir.web.pages.conventions.question import Answer, ask, day_asked
from convenir.web.requests import Request, today
from convenir.web.ui.shapes import Link
from convenir.writer.render import ics as calendar

RECENT = 5
PAGE = 50


def _answer(request: Request, pk: UUID) -> Answer:
    dossier = doors.convention(request.actor, pk, to=Verb.READ)
    return ask(dossier, on=day_asked(request.GET, today()), today=today())


@require_GET
def overview(request: Request, pk: UUID) -> HttpResponse:
    """Where the convention stands, what is due, what happened, what is to be ruled upon."""
    answer = _answer(request, pk)
    text_findings = unanswered(doors.findings(request.actor, pk), answer.dossier.terms, answer.situation.facts)
    found = (*answer.standing.findings, *answer.irregular, *text_findings)
    facts = pieces.fact_lines(answer.dossier, pieces.recent(answer.dossier, RECENT))
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "overview"),
        "crumbs": pieces.crumbs(answer.dossier),
        "status": pieces.status(answer),
        "groups": duties.groups(answer, folded=True),
        "figure": figure.timeline(answer),
        "count": duties.counted(answer),
        "facts": [replace(fact, action=None) for fact in facts],
        "findings": pieces.summed_up(answer.dossier, found),
        "findings_left": max(0, len(found) - pieces.SUMMED_UP),
        "ledger": why.of_standing(answer),
        "days": why.useful_days(answer),
        "may_record": Verb.RECORD in answer.dossier.may,
        "assumed_signed": why.assumed_signature(answer),
        "loose": pieces.loose(request.actor, answer.dossier),
    }
    return render(request, "conventions/overview.html", context)


@require_GET
def deadlines(request: Request, pk: UUID) -> HttpResponse:
    """Every obligation of the dossier, done ones included."""
    answer = _answer(request, pk)
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "deadlines"),
        "crumbs": pieces.crumbs(answer.dossier, Link(text="Échéances", url="")),
        "groups": duties.groups(answer, folded=False),
    }
    return render(request, "conventions/deadlines.html", context)


@require_GET
def possibilities(request: Request, pk: UUID) -> HttpResponse:
    """What each party may lawfully do on that day."""
    answer = _answer(request, pk)
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "possibilities"),
        "crumbs": pieces.crumbs(answer.dossier, Link(text="Possibilités", url="")),
        "parties": of_parties(answer),
        "may_record": Verb.RECORD in answer.dossier.may,
    }
    return render(request, "conventions/possibilities.html", context)


@require_GET
def duty(request: Request, pk: UUID, key: str) -> HttpResponse:
    """One obligation, and why it falls on that day."""
    answer = _answer(request, pk)
    one = answer.duty(key)
    if one is None:
        raise NotFound(key)
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "deadlines"),
        "crumbs": why.crumbs(one, answer),
        "duty": why.of_duty(one, answer),
    }
    return render(request, "conventions/duty.html", context)


@require_GET
def text(request: Request, pk: UUID) -> HttpResponse:
    """The text with its terms; the dossier made without a text shows its terms alone."""
    answer = _answer(request, pk)
    read = deposited(request.actor, answer.dossier.text, to=Verb.READ) if answer.dossier.text else None
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "text"),
        "crumbs": pieces.crumbs(answer.dossier, Link(text="Texte et termes", url="")),
        "lines": words.lines(read, answer.dossier) if read else [],
        "terms": words.terms(answer, read),
        "findings": words.findings(read, answer.dossier),
        "amendments": words.amendments(answer),
        "read": read,
        "confirmed_on": localdate(answer.dossier.confirmed_at),
    }
    return render(request, "conventions/text.html", context)


@require_GET
def journal(request: Request, pk: UUID) -> HttpResponse:
    """What happened, by whom it was recorded and when, from the most recent."""
    answer = _answer(request, pk)
    page = Paginator(pieces.recent(answer.dossier, len(answer.dossier.facts)), PAGE).get_page(request.GET.get("page"))
    context = {
        "answer": answer,
        "dossier": answer.dossier,
        "rail": pieces.rail(answer, "journal"),
        "crumbs": pieces.crumbs(answer.dossier, Link(text="Journal", url="")),
        "page": page,
        "facts": pieces.fact_lines(answer.dossier, list(page)),
        "confirmed_on": localdate(answer.dossier.confirmed_at),
        "may_record": Verb.RECORD in answer.dossier.may,
    }
    return render(request, "conventions/journal.html", context)


@require_GET
def ics(request: Request, pk: UUID) -> HttpResponse:
    """The same obligations for a calendar program."""
    answer = _answer(request, pk)
    dossier = answer.dossier
    words = calendar.calendar(answer.agenda, dossier.terms, title=dossier.title, uid=str(pk), on=answer.on)
    response = HttpResponse(words, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="agenda.ics"'
    return response


@require_GET
def evidence(request: Request, pk: UUID, piece: UUID) -> HttpResponse:
    """A file attached to a fact, never shown inside the site: it comes from outside."""
    file = doors.evidence(request.actor, pk, piece)
    response = HttpResponse(file.data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = _attachment(file.file_name)
    return response


def _attachment(name: str) -> str:
    plain = name.encode("ascii", "ignore").decode().replace('"', "").replace("\\", "") or "piece"
    return f'attachment; filename="{plain}"'
