"""The clauses that name the parties: «Entre …, représentée par …, ci-après dénommée …, d'une part»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from convenir.core.terms.parties import PartyClause, PartyKind, Signatory
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.wordings.parties.organisations import key_of, kind_of
from convenir.reader.wordings.parties.party_tables import Column, party_rows, ranked_names
from convenir.reader.wordings.parties.person_first import person_first
from convenir.reader.wordings.parties.persons import signatories
from convenir.reader.wordings.parties.representation import REPRESENTED

_REPRESENTED = Shape(rf",?\s*(?:legalement\s+|valablement\s+|dument\s+|prise?s?\s+)*(?:{REPRESENTED})\s*:?")
_PARTING = re.compile(
    r"\bd'une\s+(?:premiere\s+)?part\s*[,;.]?\s*(?:et\b)?|[,;]?\s*(?:\bet\b\s*,?\s*)?\bd'autre\s+part\b\s*[,;:.]?|"
    r";\s*(?:et\s+)?(?=(?:la|le|les)\s|l')|^\s*(?:entre\b(?:\s+les?\s+soussignee?s?)?|et)\s*[:,]?(?=\s|$)|"
    r"^.{0,80}\bentre\s*:?\s*$|"
    r"^\W*(?:(?:la|le|cette|ce)\s+(?:presente?\s+)?\w+[a-z ]{0,40}|il)\s(?:est|a\s+ete)\s+"
    r"(?:passe|conclu|signe|etabli|convenu|souscrit)e?s?\s+entre\b\s*:?|"
    r",?\s+et\s*:?\s+(?=(?:la|le|l'|les)?\s*(?:caisse|caf|commune|ville|communaute|departement|metropole|mutualite"
    r"|msa|syndicat)\b"
    r"[^;]{0,250}?\brepresente)"
)
_CALLED = r"\bci[- ]?apres\b|\b(?:(?:de)?nomm|design|appell?)(?:ee?s?|ons|erons|e-t-on)\b"
_NAMED = re.compile(_CALLED)
_QUOTED = re.compile(rf"(?:{_CALLED})[^\"]{{0,80}}?\"\s*([^\"]+?)\s*\"")
_UNQUOTED = re.compile(
    r"(?:\bci[- ]?apres\s+(?:denommee?s?|designee?s?|appelee?s?|nommee?s?)|\b(?:denommee?s?|"
    r"designee?s?)\s+ci[- ]?apres)\b"
    r"\s*(?:sous\s+le\s+(?:nom|terme)\s+(?:de\s+)?|par\s+)?[:,]?\s*([^;,.\"()]+)"
)
_BRACKET = re.compile(r"\(\s*\"?\s*(caf|msa|ccas|[a-z]{2,6}|(?:la |le |l')[a-z]{3,20})\s*\"?\s*\)")
# «La commune de Vaux, que représente son maire, M. Luc Pin (la commune) ;»
_LAST_BRACKET = re.compile(r"\(\s*\"?\s*((?:la |le |l')[a-z]{3,20})\s*\"?\s*\)\s*[;,.]?\s*$")
_LINE_OF = re.compile(r"\n\s*(?=[Rr]epr[ée]sent)|\s+(?=repr[ée]sent)")
_ALSO = re.compile(r"\"\s*([^\"]{2,40}?)\s*\"")
_SEAT = re.compile(
    r"\b(?:dont\s+(?:le|l')\s*(?:siege|hotel)[^,;:]{0,40}?\s+(?:est|se\s+trouve)\s*(?:situee?|sise?|etablie?|"
    r"fixee?)?\s*(?:au\b|a\b)?\s*:?|"
    r"\b(?:adresse|siege(?:\s+social)?)\s*:|"
    r"\bsise?\b|\bsituee?\b|\bdomiciliee?\b|\bayant\s+son\s+siege\b)\s*(?:au\b|a\b)?\s*"
)
_SEAT_END = re.compile(
    r"[,;]?\s*(?:\brepresent|\bqualite\s*:|\bque\s+represente|\bci[- ]apres|\bdument|\bagissant|\bdesigne|\bdenomme|"
    r"\bprise?s?\s+en\b|\bque\s+nous|\bn\s?°|\bsiret\b|\bsiren\b|\bidentifie|\bimmatricul|\binscrite?\b|\borganisme\b"
    r"|;|$)"
)
_NAME_END = re.compile(
    r"\s*(?:,|;|:|\(|\s+[-]\s|\bdont\b|\bsise?\b|\bsituee?\b|\bdomiciliee?\b|\brepresente|\bque\s+represente|"
    r"\bci[- ]apres|\"|$)"
)
_REPRESENTED_END = re.compile(
    r"[,;]?\s*(?:\bdument\b|\bdont\s+(?:l|son\b|sa\b)|\bagissant\s+en\s+vertu|\bagissant\s+au\s+nom|\bhabilitee?s?\b|"
    r"\bautorisee?s?\b|\bmandatee?s?\b|\bpar\s+delegation\s+(?:de|du|en|donnee)\b|\bsur\s+(?:la\s+)?(?:deliberation"
    r"|decision)\b|"
    r"\bci[- ]apres|\ben\s+vertu|\bpar\s+(?:une\s+)?(?:deliberation|decision)|\bdesignee?s?\b|\bdenommee?s?\b|;|"
    r"\bayant\b|"
    r"\bconformement\b|\bsise?\b|\bdomiciliee?\b|\bsuivant\b|\baux\s+termes\b|\b(?:deliberation|decision)s?\s*(?::"
    r"|d[eu]\b)|"
    r"\(|\s-\s)"
)
_QUOTED_NAME = re.compile(r"\s*\"\s*(?!(?:la|le)\s|l')[^\"]{2,60}\"")
_INITIALS = re.compile(
    r"\s*\([a-z]{2,8}\)\s+(?:(?:de|du|des)\s|d')?(?!represente|dont|sise?\b|ci\b|et\b)[^,;:(\n]{2,60}?(?=\s*[,;:(\n])"
)
# A name that stops at the end of its line: the next one is an address, or begins anew.
_ADDRESS_LINE = re.compile(r"\n(?=\s*(?:\d|(?!(?:DE|DU|DES|ET|LA|LE|D['’])\b)[A-ZÀ-Þ]))")
_TOGETHER = re.compile(r"\bensemble\b|\bcollectivement\b|\bles\s+parties\b|\bles\s+signataires\b|\bles\s+partenaires\b")


# «1/ La Caf», «a) la commune».
_RANKED = re.compile(r"(?:\d{1,2}\s?[/.)°]-?|[a-h]\s?\)|[ivx]{1,4}\s?[.)/])\s+(?=[a-z])")
# What a cell or a word says of the organisation named after it: «Producteur    Caisse…», «Organisme : Caisse…».
_LABEL = r"[A-ZÀ-Þ][\w’' -]{2,30}?(?:[ \t]{3,}|\t|[ \t]*\|[ \t]*|[ \t]*:[ \t]+)"
_LABELLED = re.compile(
    rf"{_LABEL}(?=(?i:(?:la |le |l['’])?(?:caisse|caf\b|commun|ville|m[ée]tropole|d[ée]partement|association|syndicat|"
    r"mutualité|msa\b|état\b|centre)))"
)
_APART = re.compile(rf"(\n\s*\n|\n(?=[ \t]*{_LABELLED.pattern}))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Words of the comparution between two separators, with their place in the text."""

    words: str
    start: int
    paragraph: int
    listed: bool

    @property
    def flat(self) -> str:
        return flat(self.words)


# What the text is depends on who its parties are, and so do its terms.
@lru_cache(maxsize=1)
def in_comparution(outline: Outline) -> tuple[PartyClause, ...]:
    """The parties that the comparution names, in its order.

    Their signatories are those of the comparution: persons who only appear above a signature are not added.
    """
    found: list[PartyClause] = []
    for block in outline.of(BlockKind.PARTIES):
        tabled = tuple(_in_table(outline, block, tuple(party.key for party in found)))
        found += tabled
        for group in () if tabled else _groups(tuple(_pieces(block))):
            clause = _party(outline, block, group, tuple(party.key for party in found))
            if clause and clause.name not in [party.name for party in found]:
                found.append(clause)
    return tuple(found)


def _in_table(outline: Outline, block: Block, taken: tuple[str, ...]) -> Iterator[PartyClause]:
    """The parties that the rows of a table name."""
    rows = tuple(party_rows(block))
    ranked = ranked_names(outline.text[block.start : block.end]) if rows else {}
    for rank, row in enumerate(rows):
        kind = kind_of(row.name) or PartyKind.OTHER
        key = key_of(kind, taken)
        taken = (*taken, key)
        yield PartyClause(
            key=key,
            name=row.name,
            kind=kind,
            short_name=row.cells.get(Column.SHORT, ranked.get(rank, "")).strip(' «»"“”'),
            address=row.cells.get(Column.ADDRESS, ""),
            signatories=row.signatories(),
            source=outline.ground(block, row.start, row.end, row.paragraph),
        )


def _pieces(block: Block) -> Iterator[_Piece]:
    for paragraph in block.paragraphs:
        begin = 0
        for part in _APART.split(paragraph.words):
            for piece in _parted(part):
                yield _Piece(
                    words=piece.words,
                    start=paragraph.start + begin + piece.start,
                    paragraph=paragraph.number,
                    listed=piece.listed or (bool(paragraph.marker) and begin + piece.start == 0),
                )
            begin += len(part)


def _parted(words: str) -> Iterator[_Piece]:
    """The words between «d'une part», «et» and the like; their places count from the beginning of these words."""
    place = 0
    plain = flat(words)
    for cut in [*_PARTING.finditer(plain), None]:
        end = cut.start() if cut else len(plain)
        kept = words[place:end]
        lead = len(kept) - len(kept.lstrip(" \n\t\u00a0,;:*"))
        if kept.strip(" \n\t\u00a0,;:*"):
            ranked = _RANKED.match(flat(kept), lead) or _LABELLED.match(kept, lead)
            lead = ranked.end() if ranked else lead
            yield _Piece(words=kept[lead:], start=place + lead, paragraph=0, listed=ranked is not None)
        place = cut.end() if cut else end


def _groups(pieces: tuple[_Piece, ...]) -> Iterator[tuple[_Piece, ...]]:
    """Pieces put together by party: a piece that begins with an organisation opens a group."""
    group: list[_Piece] = []
    for piece in pieces:
        if _opens(piece) and not (group and (_awaits_name(group[-1]) or _goes_on(group, piece))):
            if group:
                yield tuple(group)
            group = [piece]
        elif group and _closed(group[-1]) and not _SAID_OF_IT.match(piece.flat):
            yield tuple(group)
            group = []
        elif group:
            group.append(piece)
    if group:
        yield tuple(group)


# What is still said of a party after a full stop.
_SAID_OF_IT = re.compile(
    r"[\s(\"]*(?:et\s+)?(?:ci[- ]?apres|denommee?|designee?|representee?|que\s+represente|siret|siege|adresse|\d"
    r"|dument|que\s+nous)"
)


def _closed(piece: _Piece) -> bool:
    return piece.words.rstrip().endswith(".") and not re.search(r"\b(?:M|Mme|Dr)\.$", piece.words.rstrip())


def _goes_on(group: list[_Piece], piece: _Piece) -> bool:
    """Whether the piece is the end of an address cut by a line: no organisation, and nobody represented yet."""
    if person_first(piece.words):
        return False
    name = piece.flat[: _end(_NAME_END, piece.flat)]
    told = any(_REPRESENTED.search(other.flat) for other in group)
    return not told and kind_of(name) is None and not re.search(r"[;.:]\s*$", group[-1].words)


def _opens(piece: _Piece) -> bool:
    plain = piece.flat.lstrip(' "')
    if (
        _NAMED.match(plain)
        or _TOGETHER.match(plain)
        or re.match(r"(?:et\s+)?(?:par|dument|dont|representee?)\b", plain)
    ):
        return False
    name = plain[: _end(_NAME_END, plain)]
    if person_first(piece.words):
        return True
    if _REPRESENTED.search(plain):
        return len(name) >= 3
    return (
        kind_of(name) is not None
        and bool(piece.listed or _NAMED.search(plain) or re.match(r"(?:la|le|l'|les)\b", plain))
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
    name_end = min(_name_end(plain), _end(_ADDRESS_LINE, whole))
    name = tidy(whole[:name_end]).strip(" ,-")
    represented = _REPRESENTED.search(plain)
    spoken = person_first(whole)
    if spoken:
        name, represented = tidy(whole[spoken.start : spoken.end]), None
    elif represented is None and not _NAMED.search(plain):
        return None
    kind = kind_of(name) or _kind_by_office(plain) or PartyKind.OTHER
    return PartyClause(
        key=key_of(kind, taken),
        name=name,
        kind=kind,
        short_name=_short_name(whole, plain, name),
        aliases=_aliases(whole, plain, name),
        address=_address(whole, plain, name_end, represented),
        signatories=(spoken.signatory,) if spoken else _representatives(whole, plain, represented),
        source=outline.ground(block, start, start + len(whole), head.paragraph),
    )


def _name_end(plain: str) -> int:
    """Where the name ends: after the proper name in quotes, or the words that go on after initials in brackets.

    >>> words = 'l association "les petits pas", representee par'
    >>> words[: _name_end(words)]
    'l association "les petits pas"'
    >>> words = "le centre d'action sociale (ccas) de vaux, represente par"
    >>> words[: _name_end(words)]
    "le centre d'action sociale (ccas) de vaux"
    """
    end = _end(_NAME_END, plain)
    longer = _QUOTED_NAME.match(plain, end) or _INITIALS.match(plain, end)
    return longer.end() if longer else end


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


def _representatives(whole: str, plain: str, represented: re.Match[str] | None) -> tuple[Signatory, ...]:
    if represented is None:
        return ()
    start = represented.end()
    return tuple(signatories(whole[start : _end(_REPRESENTED_END, plain, start)]))


def _short_name(whole: str, plain: str, name: str) -> str:
    named = _NAMED.search(plain)
    if named:
        begin = named.start()
        found = _QUOTED.match(plain, begin) or _UNQUOTED.match(plain, begin)
        if found and not _TOGETHER.search(found[0]):
            return tidy(_LINE_OF.split(whole[found.start(1) : found.end(1)])[0]).strip(' «»"“”')
    near = _BRACKET.match(plain, len(name)) or _BRACKET.search(plain, 0, len(name) + 30)
    bracket = near or _LAST_BRACKET.search(plain)
    return whole[bracket.start(1) : bracket.end(1)] if bracket else ""


def _aliases(whole: str, plain: str, name: str) -> tuple[str, ...]:
    """The names that the clause gives after the first one: «ci-après « la Caf » ou « la Caisse »»."""
    named = _NAMED.search(plain)
    found = list(_ALSO.finditer(plain, named.start())) if named else []
    first = _short_name(whole, plain, name)
    others = (tidy(whole[also.start(1) : also.end(1)]).strip(' «»"“”') for also in found)
    brackets = (whole[also.start(1) : also.end(1)] for also in _BRACKET.finditer(plain))
    kept = dict.fromkeys(other for other in (*others, *brackets) if other and other != first)
    return tuple(other for other in kept if not _TOGETHER.search(flat(other)))


def _address(whole: str, plain: str, name: int, represented: re.Match[str] | None) -> str:
    seat = _SEAT.search(plain)
    if seat:
        words = whole[seat.end() : _end(_SEAT_END, plain, seat.end())]
    else:
        words = whole[name : represented.start()] if represented else ""
        words = words if re.search(r"\d", words) and "(" not in words[:3] else ""
    return tidy(words).strip(" ,;:.")
