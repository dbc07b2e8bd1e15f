"""The review: the text at left, what was read in it and what is odd at right, one place after another."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from convenir.access.deposited import DepositedText, Point, ReadTerm
from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.access.waiting import set_aside_by
from convenir.web.pages.deposit import findings, pieces, places, sheets
from convenir.web.pages.deposit.asked import PAGES, TEXT, Asked, asked
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.findings import JudgeForm, Shown
from convenir.web.pages.deposit.steps import ABOUT_ANOTHER, REVIEW, onward, steps
from convenir.web.pages.deposit.told import told
from convenir.web.pages.deposit.words import left, titled, to_class
from convenir.web.requests import UNPROCESSABLE, Request, today
from convenir.web.ui.shapes import Link


@require_GET
def review(request: Request, pk: UUID) -> HttpResponse:
    """`?terme=` opens a term, `?lieu=` a place of the text, `?constat=` a finding; `?vue=pages` shows its pages."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    return page(request, found, asked(pk, request.GET))


def page(request: Request, found: DepositedText, where: Asked, form: JudgeForm | None = None) -> HttpResponse:
    """The review open where it was asked; `form` is that of the finding asked for, where it was refused."""
    point = next((one for one in found.points if one.key == where.point), None)
    place = where.place if where.place is not None and where.place < len(found.outline.blocks) else None
    current = None if point else _current(found, where.term, place)
    index = _index(found, point, current, place)
    context = _context(found, where, current, index) | _odd(found, where, index, form)
    status = UNPROCESSABLE if form else 200
    return render(request, "deposit/review.html", context | {"told": told(request), "today": today()}, status=status)


def _index(found: DepositedText, point: Point | None, current: ReadTerm | None, place: int | None) -> int:
    """The place of the text that is open."""
    if point:
        return places.of_point(found, point)
    if place is None and current:
        return places.at(found, current.source)
    return place or 0


def _context(found: DepositedText, where: Asked, current: ReadTerm | None, index: int) -> dict[str, Any]:
    """The text, its terms, and the way from one to the next."""
    every = places.places(found, where, index)
    shown = [place for place in every[index : index + 2] if place.items]
    paged = bool(found.pages) and where.view == PAGES
    return {
        "found": found,
        "aside": set_aside_by(found.main or found.pk),
        "current": current,
        "crumbs": crumbs(Link(text="Relecture", url="")),
        "onward": onward(found),
        "about_another": found.terms.document in ABOUT_ANOTHER,
        "steps": steps(REVIEW, last=onward(found).text),
        "title": titled(found.terms.title) or found.file_name,
        "outline": every,
        "places": [(place, pieces.cards(found, where, place, current)) for place in shown],
        "lines": [] if paged else pieces.lines(found, where, places.opened(found, index), current),
        "sheets": sheets.sheets(found, where, current) if paged else [],
        "unpaged": sheets.unpaged(found) if paged else [],
        "views": _views(where, paged) if found.pages else [],
        "view": where.view,
        "ticks": pieces.ticks(found, current),
        "left": left(found),
        "unread": len(found.to_rule),
        "unclassed": to_class(len(found.to_class)),
        "before": _beside(found, where, current, -1),
        "after": _beside(found, where, current, 1),
        "next_left": _next_left(found, where, current),
        "next_place": every[index + 2] if index + 2 < len(every) else None,
        "open_place": every[index] if every else None,
    }


def _odd(found: DepositedText, where: Asked, index: int, form: JudgeForm | None) -> dict[str, Any]:
    """The findings: the one asked for, those of the open place, those elsewhere.

    On the first visit, those to settle are told in a line each, so that the first term stays in sight of who rules on
    it; in a place, those that ask for nothing come after its terms.
    """
    every = findings.shown(found, where, found.points, form)
    open_ones = [one for one in every if one.point.key == where.point]
    here = [one for one in every if one not in open_ones and index in _quoted(found, one)]
    first = where.nothing
    return {
        "asked_points": open_ones,
        "here": [] if first else [one for one in here if one.asks],
        "here_after": [] if first else [one for one in here if not one.asks],
        "to_settle": [one for one in every if one.asks] if first else [],
        "others": [one for one in every if not one.asks] if first else [],
        "elsewhere": [] if first else [one for one in every if one not in open_ones and one not in here],
        "points": len(found.points),
        "next_point": next((one.url for one in every if one.point.hinders), ""),
        "hindering": len(found.hindering),
    }


def _quoted(found: DepositedText, one: Shown) -> set[int]:
    return {places.at(found, source) for source in one.point.finding.sources if source.quote}


def _views(where: Asked, paged: bool) -> list[tuple[Link, bool]]:
    """The two ways to show the text, and the one that is shown."""
    return [
        (Link(text="Pages", url=where.seen_as(PAGES)), paged),
        (Link(text="Texte", url=where.seen_as(TEXT)), not paged),
    ]


def _current(found: DepositedText, term: int | None, place: int | None) -> ReadTerm | None:
    """The term that was asked for, else the first on which nobody decided, in that place where one is asked."""
    if term and term <= len(found.items):
        return found.items[term - 1]
    open_ones = (item for item in found.to_rule if place is None or places.at(found, item.source) == place)
    return next(open_ones, None)


def _beside(found: DepositedText, where: Asked, current: ReadTerm | None, step: int) -> str:
    """The address of the term before or after."""
    if current is None or not 0 <= current.index + step < len(found.items):
        return ""
    return where.at_term(current.index + step + 1)


def _next_left(found: DepositedText, where: Asked, current: ReadTerm | None) -> str:
    """The address of the next term on which nobody decided."""
    numbers = [item.index + 1 for item in found.to_rule if item is not current]
    here = current.index + 1 if current else 0
    following = next((number for number in numbers if number > here), next(iter(numbers), 0))
    return where.at_term(following) if following else ""
