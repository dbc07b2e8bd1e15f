"""Where the parties settle a dispute."""

import re
from collections.abc import Iterator

from convenir.core.terms import Term
from convenir.core.terms.disputes import Dispute
from convenir.reader.context import Context
from convenir.reader.french.words import flat, pattern
from convenir.reader.outline import BlockKind, Outline

_CONFLICT = pattern(r"\b(?:litiges?|differends?|contestations?|desaccords?|contentieux|recours)\b")
# The titles of the clause that names a court without speaking of a conflict.
_COMPETENT = pattern(
    r"\b(?:competence|juridiction|tribuna\w*|juge|for)\b.{0,40}\b(?:juridiction\w*|competente?)\b|^juge\b"
)
_COURT = pattern(r"\b(?:tribunal|tribunaux|juridictions?|ta de|ta d') ?[^.;]*")
_AFTER_NAME = re.compile(
    r",|\s+(?:après|à défaut|en cas|si|lorsqu\w+|qui|seuls?|sera|seront|est|sont|peut|peuvent|pourra|territorialement"
    r"|compétents?)\b"
)
_AMICABLE = pattern(r"\b(?:a l'amiable|amiables?|conciliation|mediation)\b")


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The dispute clause, where a sentence of an article speaks of a conflict and of a court or an amicable attempt."""
    clauses = [each for each in context.said if each.block.kind is BlockKind.ARTICLE]
    for each in clauses:
        plain = each.plain
        if not (_COURT.search(plain) or _AMICABLE.search(plain)):
            continue
        if not (_CONFLICT.search(plain) or _CONFLICT.search(each.title) or _COMPETENT.search(each.title)):
            continue
        whole = flat(outline.text[each.block.start : each.block.end])
        later = next((other for other in clauses if other.block is each.block and _COURT.search(other.plain)), each)
        found = _COURT.search(later.plain)
        yield Dispute(
            court=_named(later.line[found.start() : found.end()]) if found else "",
            amicable_first=bool(_AMICABLE.search(whole)),
            source=later.source if found else each.source,
        )
        return


def _named(words: str) -> str:
    """
    >>> _named("tribunal administratif de Pau, qui statue")
    'tribunal administratif de Pau'
    >>> _named("tribunal administratif de Lille après une conciliation")
    'tribunal administratif de Lille'
    """
    return _AFTER_NAME.split(words)[0].strip(" .")
