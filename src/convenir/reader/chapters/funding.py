"""The money: what the Caf maintains, what the local authority goes on paying."""

from collections.abc import Iterator

from convenir.core.terms import Term
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.parties import PARTY_KEYS, PartyKind
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, pattern, tidy
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.wordings.amendment.annexes import cited_in
from convenir.reader.wordings.funding.facilities import facilities_of

_KEEPS = pattern(
    r"\b(?:conserver?(?:a)?|conserve|maintenir|maintient|maintiendra|maintenue?s?|reconduire|reconduit"
    r"|reconduira|garantir|garantit|"
    r"garantira|garantie?s?|conservee?s?)\b"
)
_AMOUNT = pattern(
    r"\b(?:montants?|financements? (?:bonifies?|n-1|verses?|acquis|du contrat)|enveloppes?|niveaux? de financement"
    r"|soutien financier)\b"
)
_CHANNEL = Shape(r'bonus\s+(?:"\s*territoires?(?:\s+ctg)?\s*"|territoires?(?:\s+ctg)?)')
_CONTRACT = pattern(
    r"\bcontrats?(?:\(s\))? (?:enfance|d'objectifs)|\bcej\b|\bbonus territoires?|\bn-1\b|"
    r"\b(?:comptabilise|constate|verse|acquis)e?s? (?:en|au titre de) (?:20\d\d|l'annee)"
)
_SUPPORT = pattern(
    r"\b(?:soutien|appui|effort|contribution|participation|engagement|concours)s? financi(?:er|ere)s?\b|"
    r"\b(?:son |leur )?soutien aux (?:equipements?|structures?|services?)\b|"
    r"\bniveaux? de (?:financement|subvention)|"
    r"\b(?:subventionner|financer|soutenir financierement) (?:les|ces|ses) (?:equipements?|structures?|services?)\b"
)
_GOES_ON = pattern(
    r"\b(?:poursuivre|poursuit|poursuivra|maintenir|maintient|maintiendra|continuer?|continuera|perenniser?"
    r"|perennise|conserver?|"
    r"reconduire|reconduit)\b"
)
_LISTED = pattern(r"\b(?:equipements?|structures?|services?)\b[^.;]*\bannexe\b")
_MAY_CHANGE = pattern(
    r"\b(?:pourra(?:it)? (?:evoluer|etre (?:revu|ajuste|modifie|adapte)e?)|peut (?:en )?(?:modifier|evoluer"
    r"|etre (?:revu|ajuste|modifie)e?)|"
    r"evoluera|sera revue?|est revue?|s'ajuste|suit l'evolution)\b|"
    r"\b(?:ajust|revu|adapt|modifi|revis|evolu|transfer)\w*\b[^.;]{0,60}\bcompetences?\b|"
    r"\bcompetences? (?:[\w']+ )?(?:ajust|evolu|modifi|transfer)"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter: one of each at most."""
    sentences = tuple(each for each in context.said if each.block.kind is BlockKind.ARTICLE)
    yield from _maintenance(outline, sentences, context)
    yield from _contribution(outline, sentences, context)


def _maintenance(outline: Outline, sentences: tuple[Said, ...], context: Context) -> Iterator[FundingMaintenance]:
    caf = PARTY_KEYS[PartyKind.CAF]
    for each in sentences:
        plain = each.plain
        keeps = _KEEPS.search(plain)
        if not (keeps and _AMOUNT.search(plain) and _CONTRACT.search(plain)) or caf not in context.keys(plain):
            continue
        near = " ".join(other.line for other in sentences if other.block is each.block)
        channel = _CHANNEL.search(flat(near))
        annex = _annex(sentences, each)
        yield FundingMaintenance(
            payer=caf,
            channel=tidy(near[channel.start() : channel.end()]) if channel else "",
            annex=annex,
            facilities=facilities_of(each, outline, annex),
            source=each.source,
        )
        return


def _annex(sentences: tuple[Said, ...], each: Said) -> str:
    """The annex that the sentence cites, else the one on facilities that its article cites."""
    listing = (other for other in sentences if other.block is each.block and _LISTED.search(other.plain))
    return next((number for other in (each, *listing) for number in cited_in(other.line)), "")


def _contribution(outline: Outline, sentences: tuple[Said, ...], context: Context) -> Iterator[FundingContribution]:
    """What the authority alone goes on paying: a sentence whose only payer is not the Caf."""
    for index, each in enumerate(sentences):
        plain = each.plain
        goes_on = _GOES_ON.search(plain)
        if not (goes_on and _SUPPORT.search(plain)):
            continue
        payers = context.keys(plain[: goes_on.start()])
        if len(payers) != 1 or payers[0] == PARTY_KEYS[PartyKind.CAF]:
            continue
        after = sentences[index + 1].line if index + 1 < len(sentences) else ""
        annex = next(iter(cited_in(each.line)), "")
        yield FundingContribution(
            payer=payers[0],
            annex=annex,
            facilities=facilities_of(each, outline, annex),
            adjustable=bool(_MAY_CHANGE.search(f"{plain} {flat(after)}")),
            source=each.source,
        )
        return
