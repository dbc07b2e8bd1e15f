"""The money: what the Caf maintains, what the local authority goes on paying."""

from collections.abc import Iterator

from convenir.core.terms import Term
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.parties import PARTY_KEYS, PartyKind
from convenir.reader.annexes import cited_in
from convenir.reader.context import Context
from convenir.reader.french import flat, pattern, tidy
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.shapes import Shape

_KEEPS = pattern(r"\b(?:conserver?|maintenir|maintient|reconduire|reconduit|garantir|garantit|conserve)\b")
_AMOUNT = pattern(r"\b(?:montants?|financements? bonifies?|enveloppe)\b")
_CHANNEL = Shape(r"bonus\s+territoires?(?:\s+ctg)?")
_CONTRACT = pattern(r"\bcontrats?(?:\(s\))? (?:enfance|d'objectifs)|\bcej\b|\bbonus territoire|\bn-1\b")
_SUPPORT = pattern(r"\b(?:soutien|appui|effort|contribution|participation) financi(?:er|ere)\b")
_GOES_ON = pattern(r"\b(?:poursuivre|poursuit|maintenir|maintient|continuer?|perenniser)\b")
_MAY_CHANGE = pattern(r"\b(?:pourra(?:it)? evoluer|peut (?:en )?(?:modifier|evoluer)|evoluera|sera revue?)\b")


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter: one of each at most."""
    sentences = tuple(each for each in context.said if each.block.kind is BlockKind.ARTICLE)
    yield from _maintenance(sentences, context)
    yield from _contribution(sentences, context)


def _maintenance(sentences: tuple[Said, ...], context: Context) -> Iterator[FundingMaintenance]:
    caf = PARTY_KEYS[PartyKind.CAF]
    for each in sentences:
        plain = each.plain
        keeps = _KEEPS.search(plain)
        if not (keeps and _AMOUNT.search(plain) and _CONTRACT.search(plain)) or caf not in context.keys(plain):
            continue
        near = " ".join(other.line for other in sentences if other.block is each.block)
        channel = _CHANNEL.search(flat(near))
        yield FundingMaintenance(
            payer=caf,
            channel=tidy(near[channel.start() : channel.end()]) if channel else "",
            annex=next(iter(cited_in(each.line)), ""),
            source=each.source,
        )
        return


def _contribution(sentences: tuple[Said, ...], context: Context) -> Iterator[FundingContribution]:
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
        yield FundingContribution(
            payer=payers[0],
            annex=next(iter(cited_in(each.line)), ""),
            adjustable=bool(_MAY_CHANGE.search(f"{plain} {flat(after)}")),
            source=each.source,
        )
        return
