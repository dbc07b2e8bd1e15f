"""How texts say below which numbers nothing is transmitted: statistical secrecy by contract."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from convenir.core.source import Source
from convenir.core.terms.exchanges import DisclosureRule
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.passages import Said

_PERSONS = (
    r"(?:allocataires?|personnes?|individus?|foyers?|menages?|beneficiaires?|familles?|unites?"
    r"|dossiers?|enfants?|logements?|jeunes|habitants|usagers|assures|cas|observations?|ressortissants|beneficiaires)"
)
_FLOOR = (
    r"(?:(?:seuil|minimum|plancher|effectif)(?: (?:de |d')(?:diffusion|communication|publication|transmission|secret"
    r"|anonymat|confidentialite))?"
    r" (?:minimal |minimum )?(?:(?:est|sera) )?(?:(?:fixe|porte|releve|ramene|egal) )?(?:de|a))"
)
_BELOW = r"(?:moins de|inferieure?s? a|au-dessous de|en dessous de|en deca de|n'atteint pas|n'atteignent pas|sous)"
_LEAST = Shape(
    rf"\b(?:au moins|au minimum|minimum de|a partir de|{_FLOOR}|d'au moins|{_BELOW}|plancher de) ({NUMBER}) {_PERSONS}"
)
_LEAST_AFTER = Shape(rf"({NUMBER}) {_PERSONS}(?: \w+)? (?:au moins|au minimum|minimum)\b")
_ABOVE = Shape(rf"\b(?:plus de|au-dela de|superieure?s? a|inferieure?s? ou egale?s? a|excedant) ({NUMBER}) {_PERSONS}")
_COUNTS = Shape(
    rf"\b(?:effectifs?|nombres?|comptages?|cases?|cellules?|valeurs?)\b[^.;]{{0,50}}?\b{_BELOW} ({NUMBER})\b"
    rf"|\b(?:effectifs?|cases?|cellules?)\b[^.;]{{0,30}}?\bde {_BELOW} ({NUMBER})\b"
)
_CONDITION = Shape(
    r"\b(?:aucune?|pas|ne|n'|que si|seuils?|sous reserve|interdi\w*|secret|secrete?s?|masque\w*|confidentiel\w*"
    r"|incommunicab\w+"
    r"|s'(?:en )?abst\w+|retire\w*|supprim\w+|blanchi\w*|remplace\w*|agreg\w+|fusionn\w+|ecarte\w*|occulte\w*"
    r"|s'oppos\w+|tu[es]?\b"
    r"|uniquement"
    r"|seules?|si|des lors|exclu\w*|regroup\w+|a condition|condition que|sauf|rien|jamais|impossible)\b"
)
_CELL = Shape(r"\b(?:cases?|cellules?|valeurs? inferieures?|croisements?|modalites?)\b")
_TABLE = Shape(r"\btableaux?\b")
_POPULATION = Shape(r"\bpopulations?\b")
# Where a sentence sets a second number: «… ; pour un quartier, …», «…, ni une zone de moins de …».
_TURN = re.compile(r"; |, (?:ni|et|mais)\b,? | et (?=aucune? |pour (?:les? |une? )|de moins de )")
_ZONE = Shape(
    r"\b(?:zones?|zonages?|infra-? ?communal\w*|quartiers?|sous-? ?populations?|iris|mailles?"
    r"|secteurs?|perimetres?|decoupages?|niveau geographique|echelle|territoires?)\b"
)
_KNOW = (
    r"\b(?:re-?)?identifi\w+|\breconnaitre\b|\breconnue?s?\b|\b(?:rechercher|connaitre|retrouver|deduire) l'identite\b"
    r"|\bremonter (?:jusqu'|a )|\bretrouver (?:une?|des|les|l') ?(?:allocataires?|personnes?|familles?|foyers?"
    r"|individus?)\b"
    r"|\bsavoir (?:de )?qui\b|\bl(?:ever|evant|evee de) l'anonymat|\bmettre un nom\b"
)
# «Des statistiques anonymes» says what they are, not that no other may be given.
_ANONYMOUS = (
    r"\b(?:est|sont|sera|seront|etre|rendue?s?|strictement|exclusivement|uniquement|totalement|entierement"
    r"|prealablement|que|et|forme"
    r"|maniere|facon|toujours) (?:des [a-z]+ )?anonym\w+|\b(?:au moyen|a partir|sous forme) de [a-z]+ anonym\w+"
    r"|\banonymise\w*|\banonymat\b|\banonymement\b|\banonymisation\b"
)
_IDENTIFY = Shape(rf"{_KNOW}|{_ANONYMOUS}")
# What is only called anonymous must be what is transmitted: figures, not one file that a third party asks for.
_KNOWS = Shape(_KNOW)
_FIGURES = Shape(r"\b(?:donnees|statistiques?|chiffres?|tableaux|resultats|informations)\b")
_FORBIDDEN = Shape(
    r"\b(?:aucune?|ne|n'|pas|sans|rien|interdi\w*|impossible|empeche\w*|ni|s'(?:en )?abst\w+|nul|proscri\w+|prohib\w+"
    r"|exclu\w*"
    r"|renonce\w*|sauf|hormis|jamais)\b|\banonym"
)


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


def thresholds(words: str) -> Iterator[Threshold]:
    """The thresholds of a sentence; each part that has its own number has its own floor.

    >>> [(t.floor.value, t.least) for t in thresholds(
    ...     "rien n'est publie sous un seuil de 10 foyers ; pour un iris, le seuil est porte a 60 foyers")]
    [('transmission', 10), ('zone', 60)]
    >>> [(t.floor.value, t.least) for t in thresholds(
    ...     "aucun tableau de moins de 90 foyers, et aucune case de moins de 7 foyers")]
    [('transmission', 90), ('cell', 7)]
    """
    parts = _TURN.split(words)
    # What forbids may stand in the first part only.
    bound = _binds(words)
    cells = _CELL.search(words) is not None
    found = [
        # Where cells have their own number, that of a table is for the whole of it.
        replace(one, floor=Floor.TRANSMISSION) if cells and one.floor is Floor.CELL and not _CELL.search(part) else one
        for part in parts
        if (one := threshold(part, bound=bound))
    ]
    if len(found) > 1 or (len(parts) > 1 and any(_binds(part) and threshold(part) for part in parts)):
        yield from found
    elif whole := threshold(words):
        yield whole


def _binds(words: str) -> bool:
    return any(shape.search(words) for shape in (_CONDITION, _CELL, _TABLE))


def threshold(words: str, *, bound: bool = False) -> Threshold | None:
    """The fewest persons that a sentence lets a transmission, a cell or a zone concern.

    `bound` tells that the words stand in a sentence that forbids.

    >>> threshold("rien n'est transmis sur moins de 11 allocataires")
    Threshold(floor=<Floor.TRANSMISSION: 'transmission'>, least=11)
    >>> threshold("un quartier n'est etudie que s'il compte plus de cent foyers").least
    101
    >>> threshold("chaque case d'un tableau doit compter au moins cinq personnes").floor.value
    'cell'
    >>> threshold("aucun tableau n'est remis pour une population inferieure a douze personnes").floor.value
    'transmission'
    >>> threshold("les enfants de moins de 3 ans") is None
    True
    """
    if not bound and not _binds(words):
        return None
    found = _LEAST.search(words) or _LEAST_AFTER.search(words) or _COUNTS.search(words)
    above = None if found else _ABOVE.search(words)
    chosen = found or above
    count = number(next(group for group in chosen.groups() if group)) if chosen else None
    if count is None or count < 2:
        return None
    return Threshold(floor=_floor(words), least=count + 1 if above else count)


def _floor(words: str) -> Floor:
    if _CELL.search(words):
        return Floor.CELL
    return Floor.ZONE if _ZONE.search(words) else Floor.TRANSMISSION


_NOMINATIVE = (
    r"(?:donnees?|informations?|fichiers?|listes?) (?:a caractere personnel|personnelles?|nominati(?:f|ve)s?"
    r"|individuelles?)"
)
_PASSES = r"(?:echang|transm|communiqu|fourni|diffus|circul|port)\w*"
# «Les parties n'échangent aucune donnée nominative.»
_NO_NOMINATIVE = Shape(
    rf"\baucune? {_NOMINATIVE} (?:n'est|ne (?:sera|peut etre|saurait etre)) {_PASSES}"
    rf"|\b(?:ne |n'){_PASSES} (?:sur )?(?:pas|jamais|aucune?)(?: (?:de|d'))? ?{_NOMINATIVE}"
)
# A prohibition that gives way is another clause.
_SAVE = Shape(r"\b(?:sans|sauf|hors|hormis|a moins|qu'avec|qu'apres|sous reserve|a l'exception|telephone|courriels?)\b")


def forbids_personal_data(words: str) -> bool:
    """Whether nothing that passes may be about a named person, whatever anybody agrees to.

    >>> forbids_personal_data("aucune donnee nominative n'est transmise")
    True
    >>> forbids_personal_data("aucune donnee nominative n'est transmise sans l'accord des familles")
    False
    """
    return _NO_NOMINATIVE.search(words) is not None and _SAVE.search(words) is None


def forbids_identification(words: str) -> bool:
    """Whether nothing transmitted may let a person be known.

    >>> forbids_identification("aucun tableau ne permet d'identifier une personne")
    True
    >>> forbids_identification("il remet un fichier anonymise des enfants accueillis")
    False
    >>> forbids_identification("les besoins sont identifies a partir des donnees")
    False
    """
    if not _KNOWS.search(words) and not _FIGURES.search(words):
        return False
    return (
        _IDENTIFY.search(words) is not None
        and _FORBIDDEN.search(words) is not None
        and _PERSON.search(words) is not None
    )


_PERSON = Shape(
    rf"\b{_PERSONS}\b|\bdirecte\w*|\bindirecte\w*|\banonym|\bpersonnel|\bun jeune\b|\bl'identite d"
    r"|\bquelqu'un\b|\bnul\b|\bsavoir (?:de )?qui\b"
)


# «Ce qui est interdit»: the title forbids what its sentences name.
_FORBIDS_ALL = Shape(r"\binterdi\w*\b|\bprohibe\w*\b")


def _rows(each: Said) -> tuple[str, ...]:
    """The words of the sentence; those of each row, where it is a table with its bars."""
    if each.raw.count("|") < 2 or "\n" not in each.raw:
        return (each.words,)
    return tuple(" ".join(flat(row).split()) for row in each.raw.splitlines())


def disclosure(sentences: Sequence[Said]) -> Iterator[DisclosureRule]:
    """One rule for all the thresholds that the text states."""
    floors: dict[Floor, int] = {}
    ground: Source | None = None
    identity = False
    for each in sentences:
        found = tuple(one for words in _rows(each) for one in thresholds(words))
        forbidden = "interdit : " if _FORBIDS_ALL.search(each.title) else ""
        hides = forbids_identification(forbidden + each.words) or forbids_personal_data(each.words)
        if not found and not hides:
            continue
        for one in found:
            floors.setdefault(one.floor, one.least)
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
