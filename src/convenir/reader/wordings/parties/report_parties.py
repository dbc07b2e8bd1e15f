"""The parties of a convention that a report or a délibération speaks of, as its sentences name them."""

import re
from collections.abc import Iterator

from convenir.core.terms.parties import PartyClause, PartyKind
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.reader.wordings.parties.organisations import key_of

# No word ends as these begin, and Python finds a pattern faster that begins with a letter.
_DECIDES = (
    (PartyKind.DEPARTMENT, re.compile(r"conseil\s+(?:general|departemental)\b")),
    (PartyKind.MUNICIPALITY, re.compile(r"conseil\s+municipal\b")),
    (PartyKind.EPCI, re.compile(r"conseil\s+(?:communautaire|metropolitain|de\s+communaute)\b")),
    (PartyKind.SYNDICATE, re.compile(r"co(?:mite|nseil)\s+syndical\b")),
    (PartyKind.CAF, re.compile(r"conseil\s+d'administration\b")),
)
_PLACE = (
    r"(?:\s+(?i:du|de\s+la|des|de\s+l['’]|de)\s*|"
    r"\s+[dD]['’])[A-ZÉÈÎ][\w’'-]+(?:[- ](?:[a-zà-ÿ]{1,3}[- ])?[A-ZÉÈÎ][\w’'-]+)*"
)
_TOLD = (BlockKind.TITLE, BlockKind.BODY, BlockKind.PREAMBLE, BlockKind.ARTICLE, BlockKind.CITATIONS)
# «la Mutualité sociale agricole Nord-Pays»: its place may follow without a preposition.
_BESIDE = r"\s[A-ZÉÈÎ][a-zà-ÿ][\w’'-]+"
# The full name first: an abbreviation is only kept where no sentence spells it out.
_MENTIONS: dict[PartyKind, tuple[str, ...]] = {
    PartyKind.CAF: (r"(?i:caisse\s+d['’]\s?allocations\s+familiales)", r"\bC(?:AF|af)\b"),
    PartyKind.DEPARTMENT: (r"(?i:d[ée]partement)",),
    PartyKind.MUNICIPALITY: (r"(?i:\bcommune|\bville)",),
    PartyKind.EPCI: (r"(?i:communauté\s+(?:de\s+communes|d['’]agglomération|urbaine)|métropole)",),
    PartyKind.MSA: (r"(?i:mutualité\s+sociale\s+agricole)", r"\bM(?:SA|sa)\b"),
    PartyKind.SYNDICATE: (r"(?i:syndicat(?:\s+(?:intercommunal|mixte|à|vocation|multiple|unique))*)",),
}
# «Une convention à passer entre…», «ont conclu une convention»: who is named there is a party.
_PACT = Shape(
    r"\b(?:conventions?|avenants?|ctg|accord|charte|contrat)\b[^.;]{0,200}\b(?:entre|avec)\b"
    r"|\b(?:entre|avec)\b[^.;]{0,200}\bconvention\b|\bont (?:passe|conclu|signe)\b[^.;]{0,40}\bconvention\b"
)
_BRACKETED = re.compile(
    r"\s*\(\s*(?:ci-apr[èe]s\s*(?:d[ée]nomm[ée]+e?s?\s*)?,?\s*)?[«\"“]?\s*((?:[Ll]a |[Ll]e "
    r"|[Ll]['’])?[A-Z][A-Za-z]{1,9})\s*"
    r"[»\"”]?\s*\)"
)


def named_in_report(outline: Outline) -> tuple[PartyClause, ...]:
    """The parties of the convention that a report speaks of: who decides, the Caf, those told with them."""
    blocks = tuple(outline.of(*_TOLD))
    authority = _authority(outline.words)
    kinds = dict.fromkeys(kind for kind in (authority, PartyKind.CAF) if kind)
    kinds |= dict.fromkeys(_told_with_them(blocks))
    clauses = (_mention(outline, blocks, kind) for kind in kinds)
    return tuple(clause for clause in clauses if clause)


def _authority(text: str) -> PartyKind | None:
    """The kind of authority whose assembly the text names most."""
    plain = flat(text)
    counted = [(len(shape.findall(plain)), kind) for kind, shape in _DECIDES]
    best = max(counted, key=lambda pair: pair[0])
    return best[1] if best[0] else None


def _told_with_them(blocks: tuple[Block, ...]) -> Iterator[PartyKind]:
    """The kinds of the other organisations that a sentence names, with the Caf, around one convention."""
    caf = _shapes(PartyKind.CAF)[0]
    for _, paragraph in _paragraphs(blocks):
        if not (_PACT.search(flat(paragraph.words)) and caf.search(paragraph.words)):
            continue
        yield from (kind for kind in _MENTIONS if _shapes(kind)[0].search(paragraph.words))


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Paragraph]]:
    return ((block, paragraph) for block in blocks for paragraph in block.paragraphs)


def _shapes(kind: PartyKind) -> tuple[re.Pattern[str], ...]:
    """How an organisation of that kind is named: with its place, spelled out then short; then without place."""
    place = rf"(?:{_PLACE}|{_BESIDE})" if kind is PartyKind.MSA else _PLACE
    placed = tuple(re.compile(shape + place) for shape in _MENTIONS[kind])
    return (*placed, *(re.compile(shape) for shape in _MENTIONS[kind]))


def _mention(outline: Outline, blocks: tuple[Block, ...], kind: PartyKind) -> PartyClause | None:
    if kind not in _MENTIONS:
        return None
    for shape in _shapes(kind):
        for block, paragraph in _paragraphs(blocks):
            found = shape.search(paragraph.words)
            if found:
                return PartyClause(
                    key=key_of(kind, ()),
                    name=tidy(found[0]),
                    kind=kind,
                    short_name=_short_name(outline, shape, kind),
                    source=outline.source(block, paragraph, found.span()),
                )
    return None


def _short_name(outline: Outline, shape: re.Pattern[str], kind: PartyKind) -> str:
    """The name in brackets after a full one; else, for a Caf, its usual abbreviation."""
    for found in shape.finditer(outline.words):
        bracket = _BRACKETED.match(outline.words, found.end())
        if bracket:
            return bracket[1]
    return _abbreviation(outline.words) if kind is PartyKind.CAF else ""


def _abbreviation(text: str) -> str:
    """The abbreviation that the text uses for the Caf, as it writes it most often."""
    forms = re.findall(r"\bC(?:AF|af)\b", text)
    return max(forms, key=forms.count) if len(forms) > 1 else ""
