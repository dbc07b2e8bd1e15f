"""Parties that a convention names without saying who represents them: «entre la Caf du Val et la commune de Vaux»."""

import re
from collections.abc import Iterator

from convenir.core.terms.parties import PartyClause
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.wordings.parties.organisations import key_of, kind_of

_BETWEEN = re.compile(r"\bentre\b\s*:?|\bavec\b(?=\s+(?:la|le|l'))")
# The comparution of a convention names everybody within that many characters.
_REACH = 600
_NAME = re.compile(
    r"(?:\b(?:[Ll]a|[Ll]e|LA|LE)\s+|\b[LlD]['’]\s?)?"
    r"\b(?:(?i:caisse\s+d['’]\s?allocations\s+familiales|communauté\s+(?:de\s+communes|d['’]agglomération|urbaine)|"
    r"mutualité\s+sociale\s+agricole|commune|ville|département|métropole|syndicat(?:\s+(?:intercommunal|mixte))?|"
    r"centre\s+(?:inter)?communal\s+d['’]action\s+sociale)|C(?:AF|af))"
    r"(?:\s+(?i:du|de\s+la|des|de\s+l['’]|de)\s*|\s+[dD]['’])"
    r"(?!\s*(?i:communes|sa|son|leur|ce|cette)\b)[A-ZÀ-Þ][\w’'-]*"
    r"(?:[ -](?:(?:de|du|des|la|le|les|en|et|sur|lès)[ -])?(?!Et\b)[A-ZÀ-Þ][\w’'-]*)*"
)
# First what stands in the place of the comparution, then a sentence of the text.
_PLACES = ((BlockKind.PARTIES,), (BlockKind.TITLE,), (BlockKind.PREAMBLE, BlockKind.BODY))


def bare_parties(outline: Outline) -> tuple[PartyClause, ...]:
    """The organisations that the words «entre … et …» join; nobody where they join fewer than two."""
    for kinds in _PLACES:
        for block in outline.of(*kinds):
            found = tuple(_joined(outline, block))
            if len(found) > 1:
                return found
    return ()


def _joined(outline: Outline, block: Block) -> Iterator[PartyClause]:
    words = outline.text[block.start : block.end]
    between = _BETWEEN.search(flat(words))
    if between is None:
        return
    taken: tuple[str, ...] = ()
    seen: set[str] = set()
    for found in _NAME.finditer(words, between.end(), between.end() + _REACH):
        kind = kind_of(found[0])
        if kind is None or flat(found[0]) in seen:
            continue
        seen.add(flat(found[0]))
        key = key_of(kind, taken)
        taken = (*taken, key)
        start = block.start + found.start()
        yield PartyClause(
            key=key, name=tidy(found[0]), kind=kind, source=outline.ground(block, start, block.start + found.end())
        )
