"""Whether two texts name the same party, though they do not write its name alike."""

from convenir.core.terms import PartyClause
from convenir.core.terms.parties import PartyKind
from convenir.reader.french.words import flat

# Words of a name that say what a party is, not which one.
_COMMON = frozenset(
    {
        "caisse", "allocations", "allocation", "familiales", "caf", "commune", "communes", "ville", "communaute",
        "agglomeration", "urbaine", "departement", "conseil", "departemental", "general", "municipal", "mutualite",
        "sociale", "agricole", "metropole", "syndicat", "mixte", "intercommunal", "association", "centre", "social",
        "union", "pays", "des", "les", "aux", "sur", "sous", "pour",
    }
)  # fmt: skip


def same_party(one: PartyClause, other: PartyClause) -> bool:
    """Whether two clauses may name one party: of one kind, and sharing a word of their own names."""
    if one.kind is not other.kind:
        return False
    if one.kind is PartyKind.STATE:
        return True
    mine, theirs = proper(one.name), proper(other.name)
    return not mine or not theirs or bool(mine & theirs)


def proper(name: str) -> frozenset[str]:
    """The words of a name that are its own.

    >>> sorted(proper("La commune de Valbourg-sur-Sorne"))
    ['sorne', 'valbourg']
    """
    words = flat(name).replace("'", " ").replace("-", " ").split()
    return frozenset(word for word in words if len(word) > 2) - _COMMON
