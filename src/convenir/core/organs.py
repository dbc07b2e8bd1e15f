"""Which organ of each kind of party may approve a convention, and which one only by delegation."""

import re
import unicodedata
from enum import StrEnum

from convenir.core.source import Reference
from convenir.core.terms.parties import PartyKind


class Power(StrEnum):
    """Whether an organ may approve a convention: by itself, by delegation of the organ that may, or not at all."""

    OWN = "own"
    DELEGATED = "delegated"
    NONE = "none"


# For each kind of party, the first words of the name of an organ; the longest that fit are followed.
POWERS: dict[PartyKind, dict[str, Power]] = {
    PartyKind.CAF: {"conseil": Power.OWN, "ca": Power.OWN, "commission": Power.DELEGATED},
    PartyKind.MUNICIPALITY: {
        "conseil": Power.OWN,
        "conseil d administration": Power.NONE,
        "assemblee": Power.OWN,
        "bureau": Power.NONE,
        "commission": Power.NONE,
    },
    PartyKind.DEPARTMENT: {
        "conseil": Power.OWN,
        "assemblee": Power.OWN,
        "commission permanente": Power.DELEGATED,
        "commission": Power.NONE,
        "bureau": Power.NONE,
    },
    PartyKind.EPCI: {
        "conseil": Power.OWN,
        "assemblee": Power.OWN,
        "bureau": Power.DELEGATED,
        "commission": Power.NONE,
        "conference": Power.NONE,
    },
    PartyKind.SYNDICATE: {"comite": Power.OWN, "conseil": Power.OWN, "bureau": Power.DELEGATED},
}

# A head carries out what the organ decides; it does not decide in its place.
HEADS = ("adjoint", "directeur", "directrice", "maire", "president", "presidente", "vice president", "vice presidente")

# Where the law says which organ decides, and whom it may delegate to.
ORGAN_LAWS: dict[PartyKind, Reference] = {
    PartyKind.CAF: Reference(law="CSS, art. L. 121-1 et L. 122-1"),
    PartyKind.MUNICIPALITY: Reference(law="CGCT, art. L. 2121-29 et L. 2122-22"),
    PartyKind.DEPARTMENT: Reference(law="CGCT, art. L. 3211-1 et L. 3211-2"),
    PartyKind.EPCI: Reference(law="CGCT, art. L. 5211-1 et L. 5211-10"),
    PartyKind.SYNDICATE: Reference(law="CGCT, art. L. 5211-1, L. 5211-10 et L. 5711-1"),
}


def power_of(organ: str, kind: PartyKind) -> Power | None:
    """The power of that organ to approve a convention; None where its name, or the kind of party, does not tell.

    >>> power_of("Conseil municipal", PartyKind.MUNICIPALITY), power_of("bureau municipal", PartyKind.MUNICIPALITY)
    (<Power.OWN: 'own'>, <Power.NONE: 'none'>)
    >>> power_of("la commission permanente", PartyKind.DEPARTMENT), power_of("", PartyKind.EPCI)
    (<Power.DELEGATED: 'delegated'>, None)
    """
    powers = POWERS.get(kind)
    name = _flat(organ)
    if powers is None or not name:
        return None
    if _begins(name, HEADS):
        return Power.NONE
    fitting = [words for words in powers if _begins(name, (words,))]
    return powers[max(fitting, key=len)] if fitting else None


def _begins(name: str, beginnings: tuple[str, ...]) -> bool:
    return any(f"{name} ".startswith(f"{words} ") for words in beginnings)


def _flat(organ: str) -> str:
    """The name in plain letters, without its article."""
    decomposed = unicodedata.normalize("NFKD", organ.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"^(?:le|la|les|l|son|sa) ", "", " ".join(re.findall(r"[a-z]+", letters)))
