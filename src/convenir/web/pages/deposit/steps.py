"""The three steps from a file to a dossier, and the one where one stands."""

from uuid import UUID

from django.urls import reverse

from convenir.web.ui.shapes import State, Step

DEPOSIT, REVIEW, CREATE = range(3)
WORDS = ("Déposer le texte", "Relire", "Créer le dossier")


def steps(current: int, pk: UUID | None = None) -> list[Step]:
    """The steps; the review of the text `pk` is an address once it is over."""
    review = reverse("deposit:review", args=[pk]) if pk and current > REVIEW else ""
    return [
        Step(text=text, state=_state(number, current), url=review if number == REVIEW else "")
        for number, text in enumerate(WORDS)
    ]


def _state(number: int, current: int) -> State:
    if number == current:
        return State.UNDER_WAY
    return State.DONE if number < current else State.LATER
