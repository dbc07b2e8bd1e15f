"""How texts bound the plan of actions: its themes, who may add one, and what each of its fiches must say."""

from collections.abc import Iterable

from convenir.core.terms import Term
from convenir.core.terms.governance import CommitteePowers
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.passages import Said
from convenir.reader.wordings.governance.bodies import Registry
from convenir.reader.wordings.governance.body_names import mentions
from convenir.reader.wordings.lists import list_after

_THEMES = Shape(
    r"\b(?:thematiques?|themes|axes|domaines|champs)\b[^.;]{0,60}\b(?:suivante?s?|enumeree?s|sont(?: les suivants"
    rf"| les suivantes)?) ?:?$|\b{NUMBER} (?:grands? )?(?:thematiques|themes|axes|domaines) ?:"
)
_ONLY = Shape(
    r"\b(?:exclusivement|uniquement|seuls?|seules?|limitativement|limitee?s?)\b|\bdont les (?:thematiques"
    r"|themes) sont\b"
)
_OPEN = Shape(r"\b(?:notamment|par exemple|non exhausti\w+|entre autres|en particulier)\b")
_ADDS = Shape(
    r"\b(?:propos|ajout|adopt|valid|complet|arret|elargi)\w*[^.;]{0,60}\b(?:thematiques?|themes|axes)"
    r"(?: (?:complementaires?|nouve\w+|supplementaires?))\b|\b(?:nouve\w+) (?:thematiques?|themes|axes)\b"
    r"|\b(?:propos|ajout|adopt|valid|reten)\w* (?:d')?autres (?:thematiques|themes|axes)\b"
)
_LENGTHENS = Shape(r"\b(?:cette|la) liste\b[^.;]{0,40}\b(?:complet|elargi|etend|enrichi)\w*")
_EACH_SHEET = Shape(
    r"\b(?:(?:chaque|toute|les|ces) fiches?|chaque action[^.;:]{0,30} une fiche|pour chaque action,? (?:une|la) fiche)"
    r"(?:[ -](?:d')?actions?| thematiques?)?\b[^.;:]{0,40}?"
    r"\b(?:precis\w+|comport\w+|indiqu\w+|mentionn\w+|contien\w+|decri\w+|comprend\w*|defini\w+|expos\w+"
    r"|enonc\w+|present\w+)\b"
)
_SAYS: tuple[tuple[str, Shape], ...] = (
    ("theme", Shape(r"\b(?:thematique|theme|axe)s?\b")),
    ("need", Shape(r"\b(?:besoins?|constats?|enjeux|contexte|diagnostic)\b")),
    ("means", Shape(r"\b(?:moyens|ressources|budget|financements?)\b")),
    ("indicators", Shape(r"\bindicateurs?\b")),
)


def themes_of(each: Said) -> tuple[str, ...]:
    """The themes of the plan, of the list that the sentence opens."""
    found = list_after(each.block, each.paragraph) if _THEMES.search(each.words) else None
    return found.items if found else ()


def is_closed(each: Said) -> bool:
    """Whether the list that the sentence opens holds all the themes."""
    return _ONLY.search(each.words) is not None and _OPEN.search(each.words) is None


def required(each: Said) -> tuple[str, ...]:
    """What each fiche must say, of «theme», «need», «means» and «indicators».

    The indicators alone are the matter of another clause.
    """
    if not _EACH_SHEET.search(each.words):
        return ()
    named = tuple(name for name, shape in _SAYS if shape.search(each.words))
    return () if named == ("indicators",) else named


def adds_theme(each: Said, listing: Said) -> bool:
    """Whether the sentence speaks of a theme to add, or of the list, in its article, as one that may grow."""
    return _ADDS.search(each.words) is not None or (
        each.block is listing.block and _LENGTHENS.search(each.words) is not None
    )


def extending_body(powers: Iterable[Term], adding: Iterable[Said], bodies: Registry) -> str:
    """The body that may add a theme, by its powers or by a sentence that speaks of it; empty where there is none."""
    for term in powers:
        if isinstance(term, CommitteePowers) and any(_ADDS.search(flat(power)) for power in term.powers):
            return term.body
    for each in adding:
        named = [key for mention in mentions(each.line) if (key := bodies.find(mention.name))]
        if named:
            return named[0]
    return ""
