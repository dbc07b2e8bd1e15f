"""A second reading of a text by the present reader: what differs, and taking it without losing a decision."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenir.access.deposited import DepositedText, ReadTerm
from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.core.terms import Term
from convenir.reader.comparing.differences import Difference
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Comparison
from convenir.usecases.texts.matching import Pair
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.words import history
from convenir.web.requests import Request, now
from convenir.web.ui.rulings import point_ruled
from convenir.web.ui.shapes import Link
from convenir.writer.words import article_short, term_label, term_value
from convenir.writer.words.fields import told_apart

TAKEN = "Nouvelle lecture reprise. Vos décisions ont suivi leurs termes ; les termes nouveaux sont à relire."

STAYS = (
    "Cette décision ne change pas : pour prendre la valeur lue aujourd’hui, acceptez de nouveau ce terme "
    "après avoir repris cette lecture."
)
AGAIN = "Lu autrement, ce terme sera à relire."


@require_http_methods(["GET", "POST"])
def reread(request: Request, pk: UUID) -> HttpResponse:
    """What the present reader finds otherwise; taking it is a gesture of its own."""
    if request.method == "POST":
        verbs.take_again(pk, by=request.actor, at=now())
        messages.success(request, TAKEN)
        return redirect("deposit:review", pk)
    found = text(request.actor, pk, to=Verb.CONFIRM)
    comparison = verbs.compare(pk, by=request.actor)
    return render(request, "deposit/reread.html", _context(found, comparison))


def _context(found: DepositedText, comparison: Comparison) -> dict[str, Any]:
    back = Link(text="Relecture", url=reverse("deposit:review", args=[found.pk]))
    return {
        "found": found,
        "comparison": comparison,
        "older": found.reader_version != comparison.version,
        "new": [_read(term) for term in comparison.new],
        "gone": [(*_read(item.read), _ruled(item)) for item in comparison.gone],
        "changed": [
            (*_read(pair.item.read)[:2], *_values(pair), _fate(found, pair.item)) for pair in comparison.changed
        ],
        "new_findings": [one.sentence for one in comparison.new_findings],
        "gone_findings": [(point.finding.sentence, point_ruled(point)) for point in comparison.gone_findings],
        "crumbs": crumbs(back, Link(text="Relire avec le lecteur actuel", url="")),
    }


def _read(term: Term) -> tuple[str, str, str]:
    """Its label, where it stands, its value."""
    return term_label(term), article_short(term.source), term_value(term)


def _values(pair: Pair) -> tuple[str, str]:
    """The value read before, and the one read now."""
    before, after = (term_value(term) or "présent" for term in (pair.item.read, pair.clause))
    differing = Difference(before=pair.item.read, after=pair.clause).fields
    return before, told_apart(before, after, type(pair.clause), differing)


def _fate(found: DepositedText, item: ReadTerm) -> str:
    """What was decided of a term that is read otherwise, and what becomes of it; nothing where nobody decided."""
    if item.ruled is None or found.convention:
        return _ruled(item)
    return f"{_ruled(item)} {STAYS if item.kept else AGAIN}"


def _ruled(item: ReadTerm) -> str:
    return history(item.history)
