"""What surrounds the pages of an avenant or of a délibération: where they come from, and how they refer to words."""

from django.urls import reverse

from convenir.access.deposited import DepositedText
from convenir.core.source import Source
from convenir.web.ui.shapes import Link, Reference
from convenir.writer.words import article_short


def crumbs(found: DepositedText, *steps: Link) -> list[Link]:
    """From home, through the review of the text; the last step has no address."""
    home = Link(text="Accueil", url=reverse("home:home"))
    return [home, Link(text="Relecture", url=reverse("deposit:review", args=[found.pk])), *steps]


def reference(source: Source) -> Reference:
    """The place of words in their text."""
    return Reference(text=article_short(source))
