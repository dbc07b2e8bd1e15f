"""How an assembly turns down or puts off what it was asked: «refuse d’autoriser», «n’approuve pas», «sursoit»."""

from collections.abc import Iterator

from convenir.core.source import Source
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import BlockKind, Outline

_DECIDED = r"(?:approuv|adopt|valid|autoris|habilit|mandat|donn)"
# Up to the stop, or to another decision of the same sentence: «rejette l'amendement et approuve la convention».
_REFUSED = Shape(
    rf"\b(?:refus(?:e|ent|er)\b|rejett?e\w*|ajourn\w+|repouss\w+|surs(?:oit|eoir|is)\b|s'oppose\w*\s+a\b|"
    rf"ne\s+(?:pas\s+)?{_DECIDED}\w*|n'{_DECIDED}\w*)"
    rf"(?:(?!(?:\bet|,)\s+(?:approuve|adopte|valide|autorise|habilite|mandate|donne|decide)\b)[^.;])*(?:\s*\bet\b|,)?"
)
_HELD = (BlockKind.TITLE, BlockKind.PREAMBLE, BlockKind.BODY, BlockKind.ARTICLE, BlockKind.CLOSING)


def without_refusals(plain: str) -> str:
    """Flat words of an assembly, those by which it refuses left out.

    >>> without_refusals("le conseil refuse d'autoriser le maire a signer").split()
    ['le', 'conseil']
    >>> without_refusals("le conseil rejette l'amendement et approuve la convention").split()
    ['le', 'conseil', 'approuve', 'la', 'convention']
    """
    return _REFUSED.sub(" ", plain)


def refusals(outline: Outline) -> Iterator[Source]:
    """The sentences that refuse."""
    return (outline.quote(passage) for passage in outline.passages(*_HELD) if _REFUSED.search(passage.flat))
