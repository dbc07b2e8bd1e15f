"""How the review says what persons decided of a term or of a sentence, and what is left to decide."""

import re
from collections.abc import Sequence

from convenir.access.deposited import Classed, Decision, DepositedText, Ruled, SentenceClass
from convenir.core.terms import Document
from convenir.web.ui.rulings import moment
from convenir.writer.words import sentence_case

DECISIONS = {
    Decision.ACCEPTED: "accepté",
    Decision.CORRECTED: "corrigé",
    Decision.REJECTED: "écarté",
    Decision.ADDED: "ajouté",
}
CLASSES = {
    SentenceClass.NO_FORCE: "Sans portée juridique",
    SentenceClass.ORIENTATION: "Orientation",
    SentenceClass.COMMITMENT: "Engagement à suivre",
}
DOCUMENTS = {
    Document.CONVENTION: "Convention",
    Document.TEMPLATE: "Modèle de convention",
    Document.AMENDMENT: "Avenant",
    Document.DELIBERATION: "Délibération",
    Document.CHARTER: "Charte",
    Document.OTHER: "Autre document",
}
DOUBTFUL = "Reconnu dans une image : à vérifier sur la page"


def titled(title: str) -> str:
    """A title as one writes it in a sentence of its own: those in capitals are said in small letters.

    >>> titled("LES CHAMPS D’INTERVENTION DE LA CAF")
    'Les champs d’intervention de la Caf'
    """
    return re.sub(r"\bcaf\b", "Caf", sentence_case(title))


def history(rulings: Sequence[Ruled]) -> str:
    """«Accepté par Nadia Ferrand le 2 avril 2024 à 9 h 30, corrigé par Hugo Delmas le 3 avril 2024 à 14 h 05.»."""
    said = ", ".join(f"{DECISIONS[one.decision]} par {one.by} le {moment(one.at)}" for one in rulings)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def classed(rulings: Sequence[Classed]) -> str:
    """How a sentence was classed, by whom and when; the last decision first."""
    said = [f"{CLASSES[one.kind]}, par {one.by} le {moment(one.at)}{_note(one)}" for one in reversed(rulings)]
    return f"{said[0]} Auparavant : {' '.join(said[1:])}" if len(said) > 1 else "".join(said)


def _note(one: Classed) -> str:
    return f" : {one.note.rstrip('.')}." if one.note else "."


def left(found: DepositedText) -> str:
    """«Il reste 13 termes à relire et 2 constats à trancher.», «Tout est relu.»."""
    if not found.items:
        return "Aucun terme n’a été lu : il n’y a pas de dossier à créer."
    terms, points = len(found.to_rule), len(found.hindering)
    parts = [
        f"{terms} terme{'s' if terms > 1 else ''} à relire" if terms else "",
        f"{points} constat{'s' if points > 1 else ''} à trancher" if points else "",
    ]
    said = " et ".join(part for part in parts if part)
    return f"Il reste {said}." if said else "Tout est relu."


def to_class(count: int) -> str:
    """How many sentences nobody classed; that never holds anything back."""
    if not count:
        return ""
    if count == 1:
        return "Une phrase à valeur d’obligation n’a pas été comprise."
    return f"{count} phrases à valeur d’obligation n’ont pas été comprises."
