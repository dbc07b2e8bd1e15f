"""The sentences that bind and that were not understood: a person says what each one is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from convenir.access.deposited import DepositedText, OpenSentence, SentenceClass
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import text
from convenir.core.terms import Document
from convenir.reader.outline import Block, Paragraph
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Classing
from convenir.usecases.texts.refusals import RuledMeanwhile
from convenir.web.pages.deposit.asked import Asked, asked
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.findings import seen_at
from convenir.web.pages.deposit.pieces import reference
from convenir.web.pages.deposit.told import told
from convenir.web.pages.deposit.words import CLASSES, classed, to_class
from convenir.web.requests import Request, now
from convenir.web.ui.shapes import Link, Passage

# Sentences on a page: a text of five hundred thousand characters may have thousands.
SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence in its paragraph, what was said of it, and where a term may be added on its words."""

    key: str
    passage: Passage
    said: str
    seen: str
    note: str
    kind: str
    add_url: str


@require_GET
def sentences(request: Request, pk: UUID) -> HttpResponse:
    """Every sentence to class, those on which nobody spoke first."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    ordered = sorted(found.sentences, key=lambda one: one.classed is not None)
    leaf = Paginator(ordered, SHOWN).get_page(request.GET.get("page"))
    context = _context(found, asked(pk, request.GET), leaf) | {"told": told(request)}
    return render(request, "deposit/sentences.html", context)


def _context(found: DepositedText, where: Asked, leaf: Page[OpenSentence]) -> dict[str, Any]:
    review = Link(text="Relecture", url=reverse("deposit:review", args=[found.pk]))
    return {
        "found": found,
        "leaf": leaf,
        "lines": list(_lines(found, where, list(leaf))),
        "left": len(found.to_class),
        "said": to_class(len(found.to_class)),
        "rate": round(found.coverage.rate * 100),
        "understood": found.coverage.understood,
        "total": len(found.coverage.sentences),
        "amends": found.terms.document is Document.AMENDMENT,
        "choices": [(kind.value, words) for kind, words in CLASSES.items()],
        "crumbs": crumbs(review, Link(text="Phrases à classer", url="")),
    }


def _lines(found: DepositedText, where: Asked, ordered: Sequence[OpenSentence]) -> Iterator[Line]:
    add = reverse("deposit:add", args=[found.pk])
    for one in ordered:
        _, paragraph = paragraph_at(found, one.source.start or 0)
        last = one.classed
        yield Line(
            key=one.key,
            passage=Passage(
                quote=paragraph.words if one.source.quote in paragraph.words else one.source.quote,
                marked=one.source.quote,
                reference=reference(found, where, one.source),
            ),
            said=classed(one.history),
            seen=last.at.isoformat() if last else "",
            note=last.note if last else "",
            kind=last.kind.value if last else "",
            add_url=f"{add}?{urlencode({'alinea': str(paragraph.start), 'mots': one.source.quote})}",
        )


def paragraph_at(found: DepositedText, start: int) -> tuple[Block, Paragraph]:
    """The paragraph of the text that holds that place, in its block; `NotFound` where the text has none."""
    held = (
        (block, paragraph)
        for block in found.outline.blocks
        for paragraph in block.paragraphs
        if paragraph.start <= start < max(paragraph.end, paragraph.start + 1)
    )
    first = ((block, paragraph) for block in found.outline.blocks for paragraph in block.paragraphs)
    found_one = next(held, None) or next(first, None)
    if found_one is None:
        raise NotFound(start)
    return found_one


@require_POST
def classify(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Classes a sentence, then shows those that are left; a commitment may be followed by a term."""
    try:
        kind = SentenceClass(request.POST.get("decision", ""))
    except ValueError as error:
        raise NotFound(request.POST.get("decision")) from error
    seen = seen_at(request.POST.get("seen", ""))
    classing = Classing(key=key, kind=kind, note=request.POST.get("note", ""), seen=seen)
    try:
        verbs.classify(pk, classing, by=request.actor, at=now())
        messages.success(request, f"Phrase classée : {CLASSES[kind].lower()}.")
    except RuledMeanwhile as refusal:
        messages.warning(request, str(refusal))
    return redirect("deposit:sentences", pk)
