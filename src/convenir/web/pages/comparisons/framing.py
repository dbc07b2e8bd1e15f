"""A text against a usual frame: its articles that are there, missing, moved, joined, and those that it adds."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from convenir.access.deposited import DepositedText
from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.reader.frames.against import AgainstFrame, Met, against, nearest
from convenir.reader.frames.frame import NAMES, frame
from convenir.reader.reading import read_text
from convenir.web.pages.comparisons.naming import named, received
from convenir.web.requests import Request
from convenir.web.ui.shapes import Cell, Column, Link, State, Table
from convenir.writer.words.names import listed
from convenir.writer.words.terms import clause_label

# Under that share of articles in common, a frame says nothing of a text.
FAR = 0.4
COLUMNS = ("Article de la trame", "État", "Dans ce texte", "Clauses absentes")


@require_GET
def against_frame(request: Request, pk: UUID) -> HttpResponse:
    """`?trame=` names the frame; without it, the nearest one."""
    found = text(request.actor, pk, to=Verb.READ)
    reading, name = read_text(found.words), request.GET.get("trame", "")
    near = nearest(reading)
    shown = against(reading, name) if name in NAMES else near
    return render(request, "comparisons/frame.html", _context(found, shown, near))


def _context(found: DepositedText, shown: AgainstFrame, near: AgainstFrame) -> dict[str, Any]:
    return {
        "found": found,
        "name": named(found),
        "file": received(found),
        "chosen": shown.frame,
        "nearness": round(100 * shown.nearness),
        "far": shown.nearness < FAR,
        "frames": [(name, _offered(name, near)) for name in NAMES],
        "said": _said(shown),
        "gaps": _table("Ce qui n’est pas comme dans la trame.", [one for one in shown.met if not _as_framed(one)]),
        "kept": _table("Ce qui est comme dans la trame.", [one for one in shown.met if _as_framed(one)]),
        "joined": [(block.heading, listed([one.article.title for one in held])) for block, held in shown.joined],
        "added": [block.heading for block in shown.added],
        "crumbs": [
            Link(text="Accueil", url=reverse("home:home")),
            Link(text="Comparer", url=f"{reverse('comparisons:choose')}?avant={found.pk}"),
            Link(text="Comparer à une trame", url=""),
        ],
    }


def _offered(name: str, near: AgainstFrame) -> str:
    title = frame(name).title
    return f"{title} (la plus proche)" if name == near.frame.name else title


def _said(shown: AgainstFrame) -> str:
    """«Il suit 8 articles de la trame sur 12 ; 2 manquent, 2 diffèrent.»"""
    kept = sum(_as_framed(one) for one in shown.met)
    missing = sum(one.missing for one in shown.met)
    other = len(shown.met) - kept - missing
    told = [
        f"{missing} manque{'nt' * (missing > 1)}" if missing else "",
        f"{other} diffère{'nt' * (other > 1)}" if other else "",
    ]
    gaps = ", ".join(filter(None, told)) or "aucun écart"
    followed = f"Il suit {kept}" if kept else "Il ne suit aucun"
    return f"{followed} article{'s' * (kept > 1)} de la trame sur {len(shown.met)} ; {gaps}."


def _as_framed(one: Met) -> bool:
    """Whether the article is there, in its place, under its title and with its clauses."""
    return bool(one.blocks) and not (one.by_clauses or one.moved or one.lacking)


def _table(caption: str, met: Sequence[Met]) -> Table | None:
    rows = [[_head(one), _state(one), _place(one), _lacking(one)] for one in met]
    return Table(caption=caption, columns=[Column(text=words) for words in COLUMNS], rows=rows) if rows else None


def _head(one: Met) -> Cell:
    return Cell(text=one.article.title)


def _state(one: Met) -> Cell:
    if one.missing:
        return Cell(text="absent", state=State.LATE)
    if not one.blocks:
        return Cell(text="absent, facultatif", state=State.INFO)
    told = ["sous un autre titre" if one.by_clauses else "présent", *(["déplacé"] if one.moved else [])]
    if one.lacking:
        told.append("incomplet")
    return Cell(text=", ".join(told), state=State.DONE if _as_framed(one) else State.WATCH)


def _place(one: Met) -> Cell:
    if not one.blocks:
        return Cell(text="non trouvé", quiet=True)
    return Cell(text=", ".join(block.heading for block in one.blocks))


def _lacking(one: Met) -> Cell:
    if not one.lacking:
        return Cell(text="aucune", quiet=True)
    return Cell(text=", ".join(clause_label(kind) for kind in one.lacking))
