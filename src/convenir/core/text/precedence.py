"""The order of reading: of two grounds that conflict, which one prevails."""

from enum import IntEnum

from convenir.core.source import Source
from convenir.core.terms import Committee, HigherNorm, RelatedInstrument, Terms
from convenir.core.terms.scope import Relation

COG = ("cog", "convention d’objectifs et de gestion")


class Rank(IntEnum):
    """From the highest to the lowest: each prevails over those that follow."""

    LAW = 1
    COG = 2
    PRIOR_COMMITMENT = 3
    AMENDMENT = 4
    BODY = 5
    ANNEX = 6
    SHEET = 7
    DECISION = 8


# How a fact begins the name of what contradicts a clause; any other name is that of a rule of law.
FIRST_WORDS = {
    "engagement": Rank.PRIOR_COMMITMENT,
    "avenant": Rank.AMENDMENT,
    "article": Rank.BODY,
    "annexe": Rank.ANNEX,
    "fiche": Rank.SHEET,
}


def rank_of(source: Source) -> Rank:
    """Where words stand, by the place that holds them.

    >>> rank_of(Source(text="convention", article="annexe 3")).name, rank_of(Source(text="avenant-1", article="2")).name
    ('ANNEX', 'AMENDMENT')
    """
    if source.text.startswith("avenant"):
        return Rank.AMENDMENT
    return Rank.ANNEX if source.article.startswith("annexe") else Rank.BODY


def rank_named(norm: str, terms: Terms) -> Rank:
    """Where that which a fact names stands: the Cog, a prior commitment, a part of the convention; else a law.

    >>> [rank_named(norm, Terms()).name for norm in ("Cog 2018-2022", "annexe 3", "loi n° 2023-1196")]
    ['COG', 'ANNEX', 'LAW']
    """
    name = norm.casefold()
    if name.startswith(COG) or name in {clause.norm.casefold() for clause in terms.every(HigherNorm)}:
        return Rank.COG
    if name in {one.title.casefold() for one in terms.every(RelatedInstrument) if one.relation is Relation.PRIOR}:
        return Rank.PRIOR_COMMITMENT
    if name.startswith("décision") and any(body in name for body in _bodies(terms)):
        return Rank.DECISION
    return next((rank for word, rank in FIRST_WORDS.items() if name.startswith(word)), Rank.LAW)


def _bodies(terms: Terms) -> list[str]:
    """The bodies as decisions name them: by their key, or by their name."""
    return [name for clause in terms.every(Committee) for name in (clause.body, clause.name.casefold()) if name]
