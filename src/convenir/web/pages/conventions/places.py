"""Addresses inside a dossier: the words of an article, a duty, a fact."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse

from convenir.core.obligation import Obligation
from convenir.core.source import Source
from convenir.web.ui.shapes import Reference
from convenir.writer.words import article_short


def reference(pk: UUID, source: Source) -> Reference:
    """The place of the words, and the address that shows them."""
    return Reference(text=article_short(source), url=passage_url(pk, source))


def references(pk: UUID, sources: Sequence[Source]) -> list[Reference]:
    """The same for several, each place once."""
    return list({found.text: found for found in (reference(pk, source) for source in sources)}.values())


def passage_url(pk: UUID, source: Source) -> str:
    """The page of the text, at those words."""
    anchor = f"#p{source.start}" if source.start is not None else ""
    return reverse("conventions:text", args=[pk]) + anchor


def duty_url(pk: UUID, obligation: Obligation, on: date | None = None) -> str:
    """The page that says why that duty falls on that day."""
    asked = f"?on={on.isoformat()}" if on else ""
    return reverse("conventions:duty", args=[pk, obligation.key]) + asked
