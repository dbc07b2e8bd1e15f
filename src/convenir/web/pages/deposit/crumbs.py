"""From home to a page of the deposit."""

from django.urls import reverse

from convenir.web.ui.shapes import Link


def crumbs(*steps: Link) -> list[Link]:
    """The last step has no address."""
    home = Link(text="Accueil", url=reverse("home:home"))
    if not steps:
        return [home, Link(text="Déposer une convention", url="")]
    return [home, Link(text="Déposer une convention", url=reverse("deposit:upload")), *steps]
