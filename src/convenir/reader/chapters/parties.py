"""Who binds whom: parties, acts that authorise each, what a délibération decides, closing formulas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.source import Source
from convenir.core.terms import Document, Term
from convenir.core.terms.parties import ActKind, PartyClause, PartyKind, SignatureAuthority
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import day, days, flat, tidy
from convenir.reader.outline import BlockKind, Outline, Passage
from convenir.reader.wordings.parties.bare_parties import bare_parties
from convenir.reader.wordings.parties.closing import formalities, with_signing
from convenir.reader.wordings.parties.deliberations import deliberation
from convenir.reader.wordings.parties.organisations import FoundAct, acts
from convenir.reader.wordings.parties.party_clauses import in_comparution
from convenir.reader.wordings.parties.party_tables import party_rows
from convenir.reader.wordings.parties.report_parties import named_in_report


def parties(outline: Outline, document: Document) -> tuple[PartyClause, ...]:
    """The parties: those of the comparution, else those that the text joins or a report names; with all who sign."""
    if document is Document.DELIBERATION:
        return with_signing(outline, named_in_report(outline))
    return with_signing(outline, in_comparution(outline) or bare_parties(outline))


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter, in the order of the text."""
    yield from context.parties
    yield from authorities(outline, context)
    if context.document is Document.DELIBERATION:
        yield from deliberation(outline)
    closing = formalities(outline)
    if closing:
        yield closing


# --- authority to sign -------------------------------------------------------------------------------------

_AUTHORISES = Shape(
    r"\b(?:autorise|habilite|mandate)|\ben\s+vertu\b|\bpar\s+(?:une?\s+)?(?:deliberation|decision)|\bagissant\b|"
    r"\bsuivant\b|\baux\s+termes\b|\b(?:deliberation|decision)(?:\s+d[eu][^.;:]{0,60})?\s*:|\ba\s+(?:delibere|decide"
    r"|approuve|vote)\b|"
    r"\ben\s+(?:execution|application)\s+d|\bsur\s+(?:la\s+)?(?:deliberation|decision)|\bconformement\s+a\b"
)
_ELSEWHERE = Shape(
    r"^\W*vu\s+(?:la|le|l'|les)?\s*(?:convention|schema|loi|decret|arrete|code|circulaire|lettre|rapport|plan)\b"
)


@dataclass(frozen=True, slots=True)
class _Act:
    party: str
    found: FoundAct
    source: Source

    def authority(self) -> SignatureAuthority:
        adopted = day(self.found.day) if self.found.day else None
        return SignatureAuthority(
            party=self.party,
            act=self.found.kind,
            organ=self.found.organ,
            adopted_on=adopted if isinstance(adopted, date) else None,
            annex=self.found.annex,
            source=self.source,
        )


def authorities(outline: Outline, context: Context) -> Iterator[SignatureAuthority]:
    """The acts by which an organ lets a party sign, from the comparution and from the visas.

    The same act told twice is one authority; an undated mention gives way to a dated one of the same kind.
    """
    found = (
        _in_report(outline, context)
        if context.document is Document.DELIBERATION
        else (*_in_comparution(outline, context), *_in_table(outline, context), *_in_visas(outline, context))
    )
    told = [act.authority() for act in found]
    kept: list[SignatureAuthority] = []
    for act in told:
        twin = next((other for other in kept if _same(other, act)), None)
        if twin is None:
            kept.append(act)
        elif (act.adopted_on and not twin.adopted_on) or (act.annex and not twin.annex):
            kept[kept.index(twin)] = replace(act, adopted_on=act.adopted_on or twin.adopted_on)
    yield from kept


def _same(first: SignatureAuthority, second: SignatureAuthority) -> bool:
    if first.party != second.party or first.act is not second.act:
        return False
    dated = first.adopted_on and second.adopted_on
    return first.adopted_on == second.adopted_on if dated else True


def _in_comparution(outline: Outline, context: Context) -> Iterator[_Act]:
    for party in context.parties:
        begin, words = party.source.start or 0, party.source.quote
        for act in acts(words):
            if not _AUTHORISES.search(flat(words)):
                continue
            start, end = begin + act.start, begin + act.end
            block = next(block for block in outline.blocks if block.start <= begin < block.end)
            yield _Act(
                party.key, act, outline.ground(block, start, _end_of_date(outline.text, end), party.source.paragraph)
            )


def _in_table(outline: Outline, context: Context) -> Iterator[_Act]:
    """The acts whose days stand in the rows of the table of the parties."""
    rows = {row.start: row.act() for block in outline.of(BlockKind.PARTIES) for row in party_rows(block)}
    for party in context.parties:
        act = rows.get(party.source.start or 0)
        if act:
            yield _Act(party.key, act, party.source)


def _end_of_date(text: str, end: int) -> int:
    found = next(days(text[end : end + 60]), None)
    return end + found.end if found else end


def _in_visas(outline: Outline, context: Context) -> Iterator[_Act]:
    for passage in outline.passages(BlockKind.CITATIONS):
        if _ELSEWHERE.match(passage.flat):
            continue
        for act in acts(passage.sentence.words):
            party = _decided(passage, act, context)
            if party and _own(passage, act):
                yield _Act(party.key, act, outline.quote(passage))


_BOARD = Shape(r"\b(?:conseil d'administration|commission d'action sociale)\b")
# «Le conseil d'administration du CCAS»: whose organ it is.
_OWNED = re.compile(
    r"\s+(?:du|de la|de l'|d'|de)\s*(?!\d|premier|date)([a-z][^,;.]*?)(?=\s+(?:du|en date|le|reuni)\b|[,;.]|$)"
)


_ADOPTED = Shape(r"\b(?:l'|les? |la |cette convention )?a(?: deja)? (?:approuve|adopte|valide|autorise|accepte)\w*")


def _in_report(outline: Outline, context: Context) -> Iterator[_Act]:
    """What the organ of another party has already decided: «dont le conseil d'administration l'a approuvée le…»."""
    caf = next((party for party in context.parties if party.kind is PartyKind.CAF), None)
    if caf is None:
        return
    for passage in outline.passages(BlockKind.BODY, BlockKind.PREAMBLE, BlockKind.ARTICLE):
        organ = _BOARD.search(passage.flat)
        adopted = _ADOPTED.search(passage.flat, organ.end()) if organ else None
        if organ is None or adopted is None or caf.key not in context.keys(passage.flat[: adopted.start()]):
            continue
        on = next(days(passage.sentence.words[adopted.end() :]), None)
        if on is not None:
            found = FoundAct(
                kind=ActKind.DECISION, organ=tidy(passage.sentence.words[organ.start() : organ.end()]),
                of=caf.kind, day=on.words, annex="", start=organ.start(), end=adopted.end(),
            )  # fmt: skip
            yield _Act(caf.key, found, outline.quote(passage))


def _decided(passage: Passage, act: FoundAct, context: Context) -> PartyClause | None:
    """The party whose organ it is; among several of one kind, the one that the sentence names."""
    owner = _OWNED.match(passage.flat, act.end)
    if owner:
        named_after = context.keys(owner[1])
        if named_after or act.of is PartyKind.CAF:
            return next((party for party in context.parties if party.key in named_after), None)
    fitting = [party for party in context.parties if party.kind is act.of]
    if len(fitting) < 2:
        return next(iter(fitting), None)
    named = [party for party in fitting if _place_name(party) in passage.flat]
    return named[0] if len(named) == 1 else None


def _place_name(party: PartyClause) -> str:
    """The proper part of a name: «vaux» of «la commune de Vaux»."""
    return re.sub(
        r"^.*?\b(?:commune|ville|communes|departement|agglomeration)\b\s*(?:de la |de l'|du |des |de |d')?",
        "",
        flat(party.name),
    )


def _own(passage: Passage, act: FoundAct) -> bool:
    """Whether the act is about this convention: a schéma or a règlement adopted by the same organ is not."""
    tail = passage.flat[act.end :]
    return not re.search(
        r"\b(?:approuvant|adoptant|portant|relative? a)\b.{0,40}\b(?:schema|reglement|budget|plan|delegation)\b", tail
    )
