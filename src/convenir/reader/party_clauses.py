"""The clauses that name the parties: «Entre …, représentée par …, ci-après dénommée …, d'une part»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from convenir.core.terms.parties import PartyClause, PartyKind
from convenir.reader.french import flat, tidy
from convenir.reader.organisations import key_of, kind_of
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.persons import signatories

_REPRESENTED = re.compile(
    r",?\s*(?:legalement\s+|valablement\s+|dument\s+)*(?:\brepresentee?s?\b(?:\s+(?:aux\s+presentes|ici|"
    r"dans\s+la\s+presente\s+convention))?"
    r"\s*,?\s*par\b|\bque\s+represente(?:nt)?\b|\bagissant\s+par\b)\s*:?"
)
_PARTING = re.compile(
    r"\bd'une\s+(?:premiere\s+)?part\s*[,;.]?\s*(?:et\b)?|[,;]?\s*(?:\bet\b\s*,?\s*)?\bd'autre\s+part\b\s*[,;:.]?|"
    r";\s*(?:et\s+)?(?=(?:la|le|les)\s|l')|^\s*(?:entre\b(?:\s+les?\s+soussignee?s?)?|et)\s*[:,]?(?=\s|$)|"
    r"^.{0,80}\bentre\s*:?\s*$|"
    r",?\s+et\s*:?\s+(?=(?:la|le|l'|les)?\s*(?:caisse|caf|commune|ville|communaute|departement|metropole|mutualite|msa|syndicat)\b"
    r"[^;]{0,250}?\brepresente)"
)
_NAMED = re.compile(r"\bci[- ]?apres\b|\bdenommee?s?\b|\bdesignee?s?\b")
_QUOTED = re.compile(r"(?:\bci[- ]?apres\b|\bdenommee?s?\b|\bdesignee?s?\b)[^\"]{0,80}?\"\s*([^\"]+?)\s*\"")
_UNQUOTED = re.compile(
    r"(?:\bci[- ]?apres\s+(?:denommee?s?|designee?s?|appelee?s?|nommee?s?)|\b(?:denommee?s?|"
    r"designee?s?)\s+ci[- ]?apres)\b"
    r"\s*(?:sous\s+le\s+(?:nom|terme)\s+(?:de\s+)?|par\s+)?[:,]?\s*([^;,.\"()]+)"
)
_BRACKET = re.compile(r"\(\s*(caf|msa|ccas|[a-z]{2,6}|(?:la |le |l')[a-z]{3,20})\s*\)")
_SEAT = re.compile(
    r"\b(?:dont\s+(?:le|l')\s*(?:siege|hotel)[^,;:]{0,40}?\s+(?:est|se\s+trouve)\s*(?:situee?|sise?|etablie?|"
    r"fixee?)?\s*(?:au\b|a\b)?\s*:?|"
    r"\bsise?\b|\bsituee?\b|\bdomiciliee?\b|\bayant\s+son\s+siege\b)\s*(?:au\b|a\b)?\s*"
)
_SEAT_END = re.compile(
    r"[,;]?\s*(?:\brepresente|\bque\s+represente|\bci[- ]apres|\bdument|\bagissant|\bdesigne|\bdenomme|;|$)"
)
_NAME_END = re.compile(
    r"\s*(?:,|;|:|\(|\s+[-]\s|\bdont\b|\bsise?\b|\bsituee?\b|\bdomiciliee?\b|\brepresente|\bque\s+represente|"
    r"\bci[- ]apres|\"|$)"
)
_REPRESENTED_END = re.compile(
    r"[,;]?\s*(?:\bdument\b|\bdont\s+l|\bagissant\s+en\s+vertu|\bagissant\s+au\s+nom|\bhabilitee?s?\b|"
    r"\bautorisee?s?\b|\bmandatee?s?\b|"
    r"\bci[- ]apres|\ben\s+vertu|\bpar\s+(?:une\s+)?(?:deliberation|decision)|\bdesignee?s?\b|\bdenommee?s?\b|;|"
    r"\bayant\b|"
    r"\bconformement\b|\bsise?\b|\bdomiciliee?\b|\(|\s-\s)"
)
# A name that stops at the end of its line: the next one is an address, or begins anew.
_ADDRESS_LINE = re.compile(r"\n(?=\s*(?:\d|(?!(?:DE|DU|DES|ET|LA|LE|D['’])\b)[A-ZÀ-Þ]))")
_TOGETHER = re.compile(r"\bensemble\b|\bcollectivement\b|\bles\s+parties\b|\bles\s+signataires\b|\bles\s+partenaires\b")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the comparution between two separators, with their place in the text."""

    words: str
    start: int
    paragraph: int

    @property
    def flat(self) -> str:
        return flat(self.words)


def in_comparution(outline: Outline) -> tuple[PartyClause, ...]:
    """The parties that the comparution names, in its order.

    Their signatories are those of the comparution: persons who only appear above a signature are not added.
    """
    found: list[PartyClause] = []
    for block in outline.of(BlockKind.PARTIES):
        for group in _groups(tuple(_pieces(block))):
            clause = _party(outline, block, group, tuple(party.key for party in found))
            if clause and clause.name not in [party.name for party in found]:
                found.append(clause)
    return tuple(found)


def _pieces(block: Block) -> Iterator[_Piece]:
    for paragraph in block.paragraphs:
        place = 0
        plain = flat(paragraph.words)
        for cut in [*_PARTING.finditer(plain), None]:
            end = cut.start() if cut else len(plain)
            words = paragraph.words[place:end]
            lead = len(words) - len(words.lstrip(" \n\t\u00a0,;:*"))
            if words.strip(" \n\t\u00a0,;:*"):
                yield _Piece(words[lead:], paragraph.start + place + lead, paragraph.number)
            place = cut.end() if cut else end


def _groups(pieces: tuple[_Piece, ...]) -> Iterator[tuple[_Piece, ...]]:
    """Pieces put together by party: a piece that begins with an organisation opens a group."""
    group: list[_Piece] = []
    for piece in pieces:
        if _opens(piece) and not (group and _awaits_name(group[-1])):
            if group:
                yield tuple(group)
            group = [piece]
        elif group:
            group.append(piece)
    if group:
        yield tuple(group)


def _opens(piece: _Piece) -> bool:
    plain = piece.flat.lstrip(' "')
    if (
        _NAMED.match(plain)
        or _TOGETHER.match(plain)
        or re.match(r"(?:et\s+)?(?:par|dument|dont|representee?)\b", plain)
    ):
        return False
    name = plain[: _end(_NAME_END, plain)]
    if _REPRESENTED.search(plain):
        return len(name) >= 3
    return (
        kind_of(name) is not None
        and bool(_NAMED.search(plain) or re.match(r"(?:la|le|l'|les)\b", plain))
        and len(name) > 8
    )


def _awaits_name(piece: _Piece) -> bool:
    """Whether the piece stops before the name that it announces: «ci-après dénommée», then the name on another line."""
    return bool(re.search(r"(?:denommee?s?|designee?s?|appelee?s?|nommee?s?|ci[- ]apres)\s*:?\s*$", piece.flat))


def _party(outline: Outline, block: Block, group: tuple[_Piece, ...], taken: tuple[str, ...]) -> PartyClause | None:
    head = group[0]
    start, end = head.start, group[-1].start + len(group[-1].words)
    whole = outline.text[start:end].rstrip(" \n\t,;")
    plain = flat(whole)
    name_end = min(_end(_NAME_END, plain), _end(_ADDRESS_LINE, whole))
    name = tidy(whole[:name_end]).strip(" ,-")
    represented = _REPRESENTED.search(plain)
    if represented is None and not _NAMED.search(plain):
        return None
    kind = kind_of(name) or _kind_by_office(plain) or PartyKind.OTHER
    return PartyClause(
        key=key_of(kind, taken),
        name=name,
        kind=kind,
        short_name=_short_name(whole, plain, name),
        address=_address(whole, plain, name_end, represented),
        signatories=tuple(signatories(_representatives(whole, plain, represented.end()))) if represented else (),
        source=outline.ground(block, start, start + len(whole), head.paragraph),
    )


def _kind_by_office(plain: str) -> PartyKind | None:
    """What a party without a telling name is, from who represents it or decides for it."""
    for shape, kind in (
        (r"conseil (?:communautaire|metropolitain)", PartyKind.EPCI),
        (r"conseil municipal|\bmaire\b", PartyKind.MUNICIPALITY),
        (r"conseil (?:departemental|general)", PartyKind.DEPARTMENT),
        (r"\bprefete?\b", PartyKind.STATE),
    ):
        if re.search(shape, plain):
            return kind
    return None


def _end(shape: re.Pattern[str], plain: str, start: int = 0) -> int:
    found = shape.search(plain, start)
    return found.start() if found else len(plain)


def _representatives(whole: str, plain: str, start: int) -> str:
    return whole[start : _end(_REPRESENTED_END, plain, start)]


def _short_name(whole: str, plain: str, name: str) -> str:
    named = _NAMED.search(plain)
    if named:
        begin = named.start()
        found = _QUOTED.match(plain, begin) or _UNQUOTED.match(plain, begin)
        if found and not _TOGETHER.search(found[0]):
            return tidy(whole[found.start(1) : found.end(1)]).strip(' «»"“”')
    bracket = _BRACKET.match(plain, len(name)) or _BRACKET.search(plain, 0, len(name) + 30)
    return whole[bracket.start(1) : bracket.end(1)] if bracket else ""


def _address(whole: str, plain: str, name: int, represented: re.Match[str] | None) -> str:
    seat = _SEAT.search(plain)
    if seat:
        words = whole[seat.end() : _end(_SEAT_END, plain, seat.end())]
    else:
        words = whole[name : represented.start()] if represented else ""
        words = words if re.search(r"\d", words) and "(" not in words[:3] else ""
    return tidy(words).strip(" ,;:.")


def named_in_report(outline: Outline) -> tuple[PartyClause, ...]:
    """The parties of the convention that a report speaks of: the authority that decides, and the Caf."""
    blocks = tuple(outline.of(BlockKind.TITLE, BlockKind.BODY, BlockKind.PREAMBLE, BlockKind.ARTICLE))
    authority = _authority(outline.words)
    found: list[PartyClause] = []
    for kind in (authority, PartyKind.CAF):
        clause = _mention(outline, blocks, kind) if kind else None
        if clause:
            found.append(clause)
    return tuple(found)


_DECIDES = (
    (PartyKind.DEPARTMENT, re.compile(r"\bconseil\s+(?:general|departemental)\b")),
    (PartyKind.MUNICIPALITY, re.compile(r"\bconseil\s+municipal\b")),
    (PartyKind.EPCI, re.compile(r"\bconseil\s+(?:communautaire|metropolitain)\b")),
)
_PLACE = (
    r"(?:\s+(?i:du|de\s+la|des|de\s+l['’]|de)\s*|"
    r"\s+[dD]['’])[A-ZÉÈÎ][\w’'-]+(?:[- ](?:[a-zà-ÿ]{1,3}[- ])?[A-ZÉÈÎ][\w’'-]+)*"
)
_MENTIONS = {
    PartyKind.CAF: r"(?:(?i:caisse\s+d['’]\s?allocations\s+familiales)|\bC(?:AF|af)\b)",
    PartyKind.DEPARTMENT: r"(?i:d[ée]partement)",
    PartyKind.MUNICIPALITY: r"(?i:\bcommune|\bville)",
    PartyKind.EPCI: r"(?i:communauté\s+(?:de\s+communes|d['’]agglomération|urbaine)|métropole)",
}


def _authority(text: str) -> PartyKind | None:
    """The kind of authority whose assembly the text names most."""
    plain = flat(text)
    counted = [(len(shape.findall(plain)), kind) for kind, shape in _DECIDES]
    best = max(counted, key=lambda pair: pair[0])
    return best[1] if best[0] else None


def _mention(outline: Outline, blocks: tuple[Block, ...], kind: PartyKind) -> PartyClause | None:
    plain_shape, placed = re.compile(_MENTIONS[kind]), re.compile(_MENTIONS[kind] + _PLACE)
    for shape in (placed, plain_shape):
        for block in blocks:
            for paragraph in block.paragraphs:
                found = shape.search(paragraph.words)
                if found:
                    source = outline.source(block, paragraph, found.span())
                    clause = PartyClause(key=key_of(kind, ()), name=tidy(found[0]), kind=kind, source=source)
                    return replace(clause, short_name=_abbreviation(outline.words) if kind is PartyKind.CAF else "")
    return None


def _abbreviation(text: str) -> str:
    """The abbreviation that the text uses for the Caf, as it writes it most often."""
    forms = re.findall(r"\bC(?:AF|af)\b", text)
    return max(forms, key=forms.count) if len(forms) > 2 else ""
