"""The three steps from a file to a dossier, and the one where one stands."""

from uuid import UUID

from django.urls import reverse

from convenir.access.deposited import DepositedText
from convenir.core.terms import Document
from convenir.web.ui.shapes import Link, State, Step

DEPOSIT, REVIEW, CREATE = range(3)
WORDS = ("Déposer le texte", "Relire", "Créer le dossier")

# These acts make no dossier of their own.
ABOUT_ANOTHER = {
    Document.AMENDMENT: "Appliquer à une convention",
    Document.DELIBERATION: "Attacher à une convention",
}


def onward(found: DepositedText) -> Link:
    """What follows the review: the dossier of a convention, or the choice of the one that an act is about."""
    if found.terms.document in ABOUT_ANOTHER:
        return Link(text=ABOUT_ANOTHER[found.terms.document], url=reverse("amendments:choose", args=[found.pk]))
    return Link(text=WORDS[CREATE], url=reverse("deposit:confirm", args=[found.pk]))


def steps(current: int, pk: UUID | None = None, last: str = WORDS[CREATE]) -> list[Step]:
    """The steps, of which the `last` may be another; the review of the text `pk` is an address once it is over."""
    review = reverse("deposit:review", args=[pk]) if pk and current > REVIEW else ""
    return [
        Step(text=text, state=_state(number, current), url=review if number == REVIEW else "")
        for number, text in enumerate((*WORDS[:CREATE], last))
    ]


def _state(number: int, current: int) -> State:
    if number == current:
        return State.UNDER_WAY
    return State.DONE if number < current else State.LATER
