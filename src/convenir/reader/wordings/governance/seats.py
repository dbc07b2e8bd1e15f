"""How texts say who sits in a body, who chairs it and who keeps its secretariat."""

import re
from dataclasses import dataclass

from convenir.core.terms.governance import Turn
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat

# --- members -------------------------------------------------------------------------------------------------

_OFFICE = Shape(
    r"\b(?:le |la |du |de la |son |sa |l')?(?:vice-)?(?:presidente?|maire|directeur|directrice"
    r"|adjointe?|prefete?|secretaire general)\b"
)
_ADVISORY = Shape(
    r"\b(?:a titre consultatif|voix (?:est )?consultative|titre permanent ou consultatif|sans voix"
    r"|consultatif|avec voix consultative|sans (?:prendre part au vote|droit de vote|voter|voix deliberative)"
    r"|n'ont pas voix deliberative|ne pren(?:d|nent) pas part aux? votes?|(?:comme|a titre d'|en qualite d'"
    r"|en tant qu')\s?(?:observat\w+|invites?"
    r"|experts?)"
    r"|(?:personnes? (?:qualifiee?s?|ressources?)|experts?)\b[^.;]{0,60}\b(?:entendu|auditionne|consulte)e?s?)\b"
    r"|\b(?:peut|pourra|peuvent|pourront)\b[^.;]{0,40}\b(?:s'adjoindre|inviter|convier|associer"
    r"|ouverte?s? a)\b[^.;]{0,60}"
    r"\b(?:personn(?:e|alite)s? (?:qualifiee|exterieure|ressource|competente)s?|experts?)\b"
)
_ACCORD = Shape(r"\b(?:d'un commun accord|apres accord|avec l'accord|d'accord entre|en accord|par accord)\b")
_OPTIONAL = Shape(
    r"\b(?:peut|pourra|peuvent|pourront) (?:egalement |aussi |etre |, [^,.]{3,40}, )*(?<=etre )(?:cree"
    r"|mis en place|institu"
    r"|constitue|mises? en place|forme|install|reuni(?!\w* (?:a |autant|chaque|plus|en seance|exceptionnel"
    r"|de droit|par )))"
)
# «Les parties peuvent constituer un comité»: the body stands after the verb.
_MAY_CREATE = Shape(
    r"\b(?:peut|pourra|peuvent|pourront)(?:, [^,.]{3,40},)? (?:egalement |aussi )?(?:creer|mettre en place|instituer"
    r"|constituer|former|installer|se doter)\b"
)
_COMPOSED = Shape(
    r"\b(?:compose\w*|constitue\w*|forme\w*|comprend\w*|comprenant|(?<!se )reunit|(?<!se )reunira"
    r"|reunissant|rassembl\w+|regroup\w+|associe\w*)\b(?:,? a parite,?| paritairement)?"
    r" ?(?P<who>(?:de (?!facon|maniere)|d'|du |des |le |la |les |l'|notamment )[^.;:]{4,260})"
)
_LISTING = Shape(r"\b(?:compos|constitue|comprend|forme|reuni|membres|rassembl|regroup)[^.;]{0,60}:$")
_STOP = Shape(
    r",? (?:qui|dont|afin|pour|a raison de|en charge|chargee?s? de (?:suivre|veiller|mettre|piloter|preparer"
    r"|definir|valider)|se reuni\w*|se tien\w+|siege\w*|ainsi que de toute"
    r"|(?:une|deux|trois|quatre|\d+) fois|chaque (?:annee|semestre|trimestre|mois)|tous les|au moins une fois)\b.*$"
)
_MEMBER = Shape(r"\s*(?:,|;|\bet\b|/)\s*(?:et )?(?:(?:de la|de l'|du|des|de|d')\s*)?(?=(?:la |le |les |l')?[a-z])")
_SMALL = r"(?:(?:(?:de|du|des|le|la|les|un|une|au moins)\s+|d'|l')*)"
_LEAD = Shape(rf"{_SMALL}(?:(?:representants?|membres?)\s+)?(?:(?:designes?|nommes?)\s+)?(?:par\s+)?{_SMALL}")


def advisory(plain: str) -> bool:
    """Whether somebody sits without a vote."""
    return _ADVISORY.search(plain) is not None


def by_accord(plain: str) -> bool:
    """Whether those who sit without a vote are invited by the parties together."""
    return _ACCORD.search(plain) is not None


def optional(plain: str, at: int) -> bool:
    """Whether the body named at that place may, but need not, be created."""
    return _OPTIONAL.search(plain) is not None or _MAY_CREATE.search(plain, 0, at) is not None


def lists_members(plain: str) -> bool:
    """Whether a list of members follows: «il est composé de :», «Composition :».

    >>> lists_members("il est compose de :"), lists_members("il a pour missions :")
    (True, False)
    """
    return _LISTING.search(plain) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Who sits: as the text words it, and whether they are named by their office."""

    names: tuple[str, ...]
    by_office: bool


def members(line: str) -> Members | None:
    """Who sits in a body, if the sentence composes it.

    >>> members("Le comité est composé de représentants de la Caf et de la Ville.").names
    ('Caf', 'Ville')
    >>> members("Il réunit le maire, la présidente de la Caf et son directeur, pour suivre le plan.").by_office
    True
    """
    plain = flat(line)
    found = _COMPOSED.search(plain) or re.match(r"composition ?: ?(?P<who>[^.;]{4,260})", plain)
    if found is None:
        return None
    start, end = found.span("who")
    stop = _STOP.search(plain, start, end)
    end = stop.start() if stop else end
    return Members(names=_names(line[start:end]), by_office=sum(1 for _ in _OFFICE.finditer(plain, start, end)) >= 2)


def by_office(names: tuple[str, ...]) -> bool:
    """Whether those who sit are named by their office: two at least.

    >>> by_office(("le maire", "la directrice de la Caf", "un parent")), by_office(("la Caf", "la commune"))
    (True, False)
    """
    return sum(1 for name in names if _OFFICE.match(flat(name))) >= 2


def _names(who: str) -> tuple[str, ...]:
    plain = flat(who)
    names: list[str] = []
    place = 0
    for cut in (*_MEMBER.finditer(plain), None):
        end = cut.start() if cut else len(plain)
        lead = _LEAD.match(plain, place, end)
        begin = lead.end() if lead else place
        name = who[begin:end].strip(" ,.;")
        if len(name) > 1:
            names.append(name)
        place = cut.end() if cut else end
    return tuple(names)


# --- chair and secretariat -----------------------------------------------------------------------------------

_ALTERNATE = Shape(
    r"\balternativ|\balternan|\balternee?s?\b|\balterner|\btour a tour|\ba tour de role"
    r"|\bpar rotation|\bannees (?:im)?paires|\bune annee sur deux|\btournante?\b|\bqui ne preside pas"
    r"|\bsuccessivement\b"
)
_JOINT = Shape(
    r"\bco-? ?(?:anim|pilot|presid)|\bconjoint|\bensemble\b|\bpartag|\bcommune?ment\b|\ben commun\b|\ba deux\b"
)
_CHAIR_VERB = r"(?:co-? ?)?(?:pilote|anime|preside)"
_CHAIRED = Shape(
    rf"\b{_CHAIR_VERB}(?:e?s|e)?\b,? (?:(?:conjointement|alternativement|tour a tour"
    rf"|a tour de role|en alternance|ensemble),? |(?:les|une|en) annees? [^,;.]{{3,20}}, )?"
    rf"(?:(?:par annee(?: civile| scolaire)?|pour (?:un|deux|trois) ans?|chaque annee),? )?"
    rf"(?:par|avec) (?P<who>(?:(?!(?:,| et)? se (?:reuni|tien|retrouv|rencontr))[^.;]){{3,120}})"
)
_CHAIR_NOUN = Shape(
    r"\b(?:la presidence|l'animation|la co-? ?presidence|la co-? ?animation|le co-? ?pilotage"
    r"|sa presidence|son animation|presidence)\b[^.;]{0,80}?"
    r"(?:\b(?:assuree?s?|confiee?s?|exercee?s?|tenue?s?|portee?s?|partagee?s?)\b|\brevient\b"
    r"|\bincombe\b|\best\b|\bsont\b)"
    r"(?: (?:conjointement|alternativement|tour a tour|a tour de role|en alternance|successivement"
    r"|ensemble))?(?: ?(?:par|a|au|aux|entre)\b)? ?(?P<who>[^.;]{0,120})"
)
_CHAIRS = (
    r"(?:assure\w* (?:conjointement |alternativement )?(?:la presidence|l'animation|le pilotage|la co-? ?presidence)"
    r"|(?:co-? ?)?(?:preside(?:ra|ront)?(?! (?:par|du|de|d'))|president (?=conjoint|ensemble"
    r"|altern|tour|a tour|en altern|les? |la |ces?|cette|chaque)"
    r"|anime(?:nt|ra|ront)|co-?pilotent))\b"
)
_CHAIRING_VERB = Shape(rf"\b{_CHAIRS}")
_CHAIRING = Shape(rf"(?P<who>[^.;:]{{3,120}}?)(?<!\best)(?<!\bsont)(?<!\bsera),? (?:l'|le |la |les |en )?{_CHAIRS}")
_SECRETARIAT = Shape(r"\bsecretariat\b")
_KEPT = Shape(
    r"\bsecretariat\b[^.;]{0,110}?\b(?:assuree?s?|tenus?|confiee?s?|exerces?|pris en charge"
    r"|partagee?s?|revient|incombe|est a la charge|effectue|assume|tournant|alterne)\b"
    r"(?: (?:conjointement|alternativement|tour a tour|a tour de role|en alternance))?(?: ?(?:par"
    r"|a|au|aux|de|entre)\b)? ?(?P<who>[^.;]{0,120})"
)
_KEEPING = Shape(
    r"(?:^|[,;] |\bet )(?P<who>[^.;,]{3,90}?),? (?:(?:peut|peuvent|pourra|pourront) )?(?:en )?(?:assure\w*|tient"
    r"|tiennent|tiendra|tenir"
    r"|prend en charge|exerce\w*|se partagent|se chargent? de|est charge\w* de|assume\w*)"
    r"(?: (?:egalement|aussi|conjointement|alternativement|tour a tour|ensemble))? (?:le |son |leur |ce "
    r"|du )?secretariat"
)
_MAY = Shape(
    r"\b(?:peut|peuvent|pourra|pourront|pourrait) etre (?:assure|tenu|confie|exerce)|\b(?:peut"
    r"|peuvent|pourra|pourront) (?:en )?(?:assurer|tenir|exercer)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """How a chair or a secretariat is held; `who` is in the words of the text."""

    turn: Turn
    who: str
    words: str


def chair(line: str) -> Seat | None:
    """Who chairs, leads or runs the meetings of a body.

    >>> said = chair("Le comité de pilotage est coprésidé par la Caf et la Ville.")
    >>> said.turn.value, said.who
    ('joint', 'la Caf et la Ville')
    >>> chair("La présidence est assurée à tour de rôle par chaque partenaire.").turn.value
    'alternate'
    >>> chair("Il prépare les bilans.") is None
    True
    """
    plain = flat(line)
    for shape in (_CHAIR_NOUN, _CHAIRED, _CHAIRING):
        found = shape.search(plain) if shape is not _CHAIRING else _chairing(plain)
        if found is None:
            continue
        who = _who(line, found)
        return Seat(turn=_turn(plain[found.start() :], flat(who)), who=who, words=_words(line, found))
    return None


def _chairing(plain: str) -> re.Match[str] | None:
    """«A et B président le comité»: the verb first, then who stands before it."""
    verb = _CHAIRING_VERB.search(plain)
    found = _CHAIRING.search(plain, max(0, verb.start() - 124)) if verb else None
    return found if found and "secretariat" not in found["who"] else None


def secretariat(line: str) -> Seat | None:
    """Who keeps the secretariat of a body.

    >>> secretariat("La Caf assure le secrétariat de cette instance.").who
    'La Caf'
    >>> said = secretariat("Le secrétariat permanent est tenu par la Caf et la Ville.")
    >>> said.turn.value, said.who
    ('joint', 'la Caf et la Ville')
    """
    plain = flat(line)
    if not _SECRETARIAT.search(plain):
        return None
    for shape in (_KEPT, _KEEPING):
        found = shape.search(plain)
        if found:
            near = plain[max(0, found.start() - 40) : found.end()]
            who = _who(line, found)
            return Seat(turn=_turn(near, flat(who)), who=who, words=_words(line, found))
    return None


def binding(line: str) -> bool:
    """Whether the text says that the secretariat is kept, not only that it may be."""
    return _MAY.search(flat(line)) is None


def _turn(words: str, who: str) -> Turn:
    if _ALTERNATE.search(words):
        return Turn.ALTERNATE
    return Turn.JOINT if _JOINT.search(words) or re.search(r"\bet\b", who) else Turn.HELD


def _who(line: str, found: re.Match[str]) -> str:
    who = line[found.start("who") : found.end("who")].strip(" ,;")
    if who == "qui":
        # «présidé par A et B, qui assurent aussi…»: those named just before.
        return re.split(r"\bpar ", line[: found.start("who")])[-1].strip(" ,")
    return re.split(
        r",? (?:qui(?! ne )|dont|afin|pour|ainsi|il|elle|sont|est|sera)\b|, (?:ou|dans|en(?! commen))\b", who
    )[0]


def _words(line: str, found: re.Match[str]) -> str:
    return line[found.start() : found.start("who") + len(_who(line, found)) + 1].strip(" ,.;")
