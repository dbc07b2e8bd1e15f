"""How texts say below which numbers nothing is transmitted: statistical secrecy by contract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from convenir.core.source import Source
from convenir.core.terms.exchanges import DisclosureRule
from convenir.reader.french import NUMBER, number
from convenir.reader.passages import Said
from convenir.reader.shapes import Shape

_PERSONS = (
    r"(?:allocataires?|personnes?|individus?|foyers?|menages?|beneficiaires?|familles?|unites?"
    r"|dossiers?|enfants?|logements?)"
)
_LEAST = Shape(
    r"\b(?:au moins|minimum de|seuil (?:minimal |minimum )?(?:est )?(?:fixe )?(?:de|a)|a partir de"
    rf"|d'au moins|moins de|inferieure?s? a|plancher de) ({NUMBER}) {_PERSONS}"
)
_LEAST_AFTER = Shape(rf"({NUMBER}) {_PERSONS}(?: \w+)? (?:au moins|au minimum|minimum)\b")
_ABOVE = Shape(rf"\b(?:plus de|superieure?s? a|inferieure?s? ou egale?s? a|excedant) ({NUMBER}) {_PERSONS}")
_COUNTS = Shape(
    rf"\b(?:effectifs?|nombres?|comptages?|cases?|cellules?)\b[^.;]{{0,50}}?\b(?:inferieure?s? a"
    rf"|de moins de|moins de|en dessous de) ({NUMBER})\b"
)
_CONDITION = Shape(
    r"\b(?:aucune?|pas|ne|n'|que si|seuils?|sous reserve|interdi\w*|secret|masque\w*|uniquement"
    r"|seules?|si|des lors|exclu\w*|regroup\w+)\b"
)
_CELL = Shape(r"\b(?:cases?|cellules?|croisements?|modalites?|tableaux?)\b")
_ZONE = Shape(
    r"\b(?:zones?|zonages?|infra-? ?communal\w*|quartiers?|sous-? ?populations?|iris|mailles?"
    r"|secteurs?|perimetres?|decoupages?|niveau geographique)\b"
)
_IDENTIFY = Shape(r"\b(?:re-?)?identifi\w+|\banonym\w+")
_FORBIDDEN = Shape(r"\b(?:aucune?|ne|n'|pas|sans|rien|interdi\w*|impossible|empeche\w*|ni)\b|\banonym")


class Floor(StrEnum):
    """What a number of persons is the least of."""

    TRANSMISSION = "transmission"
    CELL = "cell"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The fewest persons."""

    floor: Floor
    least: int


def threshold(words: str) -> Threshold | None:
    """The fewest persons that a sentence lets a transmission, a cell or a zone concern.

    >>> threshold("rien n'est transmis sur moins de 11 allocataires")
    Threshold(floor=<Floor.TRANSMISSION: 'transmission'>, least=11)
    >>> threshold("un quartier n'est etudie que s'il compte plus de cent foyers").least
    101
    >>> threshold("chaque case d'un tableau doit compter au moins cinq personnes").floor.value
    'cell'
    >>> threshold("les enfants de moins de 3 ans") is None
    True
    """
    if not _CONDITION.search(words) and not _CELL.search(words):
        return None
    found = _LEAST.search(words) or _LEAST_AFTER.search(words) or _COUNTS.search(words)
    above = None if found else _ABOVE.search(words)
    chosen = found or above
    count = number(chosen[1]) if chosen else None
    if count is None or count < 2:
        return None
    return Threshold(floor=_floor(words), least=count + 1 if above else count)


def _floor(words: str) -> Floor:
    if _CELL.search(words):
        return Floor.CELL
    return Floor.ZONE if _ZONE.search(words) else Floor.TRANSMISSION


def forbids_identification(words: str) -> bool:
    """Whether nothing transmitted may let a person be known.

    >>> forbids_identification("aucun tableau ne permet d'identifier une personne")
    True
    >>> forbids_identification("les besoins sont identifies a partir des donnees")
    False
    """
    return (
        _IDENTIFY.search(words) is not None
        and _FORBIDDEN.search(words) is not None
        and _PERSON.search(words) is not None
    )


_PERSON = Shape(rf"\b{_PERSONS}\b|\bdirecte\w*|\bindirecte\w*|\banonym|\bpersonnel")


def disclosure(sentences: Sequence[Said]) -> Iterator[DisclosureRule]:
    """One rule for all the thresholds that the text states."""
    floors: dict[Floor, int] = {}
    ground: Source | None = None
    identity = False
    for each in sentences:
        found = threshold(each.words)
        hides = forbids_identification(each.words)
        if found is None and not hides:
            continue
        if found:
            floors.setdefault(found.floor, found.least)
        identity = identity or hides
        ground = ground or each.source
    if ground:
        yield DisclosureRule(
            min_count=floors.get(Floor.TRANSMISSION),
            min_cell=floors.get(Floor.CELL),
            min_population=floors.get(Floor.ZONE),
            no_identification=identity,
            source=ground,
        )
