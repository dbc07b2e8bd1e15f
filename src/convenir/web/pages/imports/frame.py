"""What surrounds the pages of an import: the way back to the dossier, and the step where one stands."""

from typing import Any

from django.urls import reverse

from convenir.access.conventions import Dossier
from convenir.web.ui.shapes import Link, State, Step

FILE, COLUMNS, ROWS = range(3)
WORDS = ("Envoyer le fichier", "Dire les colonnes", "Vérifier les lignes")


def frame(dossier: Dossier, current: int, columns_url: str = "") -> dict[str, Any]:
    """What every page of an import shows."""
    upload = reverse("imports:upload", args=[dossier.pk])
    urls = (upload, columns_url, "")
    home = reverse("conventions:overview", args=[dossier.pk])
    last = Link(text="Importer un tableau", url=upload if current > FILE else "")
    later = [Link(text=WORDS[current], url="")] if current > FILE else []
    return {
        "dossier": dossier,
        "steps": [
            Step(text=text, state=_state(rank, current), url=urls[rank] if rank < current else "")
            for rank, text in enumerate(WORDS)
        ],
        "crumbs": [
            Link(text="Accueil", url=reverse("home:home")),
            Link(text=dossier.title, url=home),
            last,
            *later,
        ],
    }


def _state(rank: int, current: int) -> State:
    if rank == current:
        return State.UNDER_WAY
    return State.DONE if rank < current else State.LATER
