"""A deposited text as the proof of the facts that it gives."""

from convenir.access.deposited import DepositedText
from convenir.access.roles import Actor
from convenir.access.texts import original
from convenir.usecases.conventions import MAX_EVIDENCE, Proof


def proof(found: DepositedText, by: Actor) -> Proof:
    """The file as it was deposited; its words alone where it is larger than what a dossier keeps of a proof."""
    file = original(by, found.pk)
    if len(file.data) <= MAX_EVIDENCE:
        return Proof(name=file.file_name, data=file.data)
    return Proof(name=f"{file.file_name} (texte lu).txt", data=found.words.encode())
