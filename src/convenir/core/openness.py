"""Whether anybody may ask for the convention: an administrative document, whatever it says of confidentiality."""

from dataclasses import dataclass

from convenir.core.delays import latest
from convenir.core.law import ACCESS_TO_DOCUMENTS
from convenir.core.situation import Situation
from convenir.core.source import Reference, Source
from convenir.core.terms import Confidentiality


@dataclass(frozen=True, slots=True, kw_only=True)
class Openness:
    """Whether the convention can be given to who asks for it, and the clauses that are no bar to it."""

    communicable: bool
    no_bar: tuple[Source, ...] = ()
    laws: tuple[Reference, ...] = (ACCESS_TO_DOCUMENTS,)


def openness(situation: Situation) -> Openness:
    """A signed convention is communicable; a draft is not, while it is being prepared (CRPA, art. L. 311-2).

    A clause of confidentiality binds the parties as to what they learn, and cannot close a document that the law opens.
    """
    concluded = situation.life.concluded_on
    return Openness(
        communicable=concluded is not None and latest(concluded) <= situation.on,
        no_bar=tuple(clause.source for clause in situation.terms.every(Confidentiality)),
    )
