"""Which sentences of an avenant are understood as its own: those that order its edits, or say how it stands."""

from collections.abc import Iterator

from convenir.core.terms import Document
from convenir.reader.amending.edits import Edit, Excerpt, NotUnderstood
from convenir.reader.amending.instructions import edits
from convenir.reader.amending.particulars import particulars
from convenir.reader.amending.provisions import Avenant, avenant
from convenir.reader.french.shapes import Shape
from convenir.reader.reading import Reading
from convenir.reader.understanding.coverage import Coverage

_CLAUSES = r"(?:clauses|dispositions|stipulations|articles|termes|annexes|engagements|conditions|modalites)"
# «Les autres clauses demeurent inchangées», «tout ce que le présent avenant ne modifie pas reste en vigueur».
_UNCHANGED = Shape(
    rf"\b(?:autres {_CLAUSES}\b|{_CLAUSES}\b[^.;]{{0,80}}\b(?:non (?:modifie|contraire|vise)"
    r"|(?:ne sont|n'etant) pas (?:modifie|contraire|vise|affecte)|(?:ne modifie|ne contredi\w+|ne touche) pas"
    r"|n'ont rien de contraire)"
    r"|ce que (?:le present |l'|cet )avenant ne (?:modifie|change|touche|remplace) pas)"
    r"[^.;]{0,160}?\b(?:inchange|demeur|rest|conserv|continu|subsist|s'appliqu|sans changement"
    r"|ne sont (?:pas|en rien) (?:modifie|change|affecte))"
)


def with_instructions(reading: Reading) -> Coverage:
    """What became of the sentences that bind: in an avenant, those that are its instructions are understood too.

    What orders an edit is read by it; the words that it brings into the convention count for themselves. What says
    when the avenant takes effect, or that the other clauses stay, obliges nobody further.
    """
    if reading.terms.document is not Document.AMENDMENT:
        return reading.coverage
    told = avenant(reading.outline)
    spans = (*(span for edit in edits(told) for span in _ordering(edit)), *_standing(told))
    return reading.coverage.with_understood(lambda place: any(start <= place < end for start, end in spans))


def _ordering(edit: Edit) -> Iterator[tuple[int, int]]:
    """Where the words stand that order the edit: around those that it brings."""
    start, end = edit.source.start, edit.source.end
    if isinstance(edit, NotUnderstood) or start is None or end is None:
        return
    new = getattr(edit, "new", None)
    if not isinstance(new, Excerpt):
        yield start, end
        return
    yield start, min(new.start, end)
    yield max(new.end, start), end


def _standing(told: Avenant) -> Iterator[tuple[int, int]]:
    """Where the avenant says when it takes effect, and what it leaves as it is."""
    effect = particulars(told).effect.source
    if effect and effect.start is not None and effect.end is not None:
        yield effect.start, effect.end
    for provision in told.provisions:
        for statement in provision.statements:
            if _UNCHANGED.search(" ".join(statement.words.split())):
                yield statement.start, statement.end
