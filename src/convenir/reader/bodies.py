"""The bodies that follow a convention: how they are named, when a sentence sets one up, which one it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from convenir.core.terms.governance import Level, body_key
from convenir.reader.french import flat
from convenir.reader.shapes import Shape

_KIND = (
    r"(?:comites?|copils?\b|cotechs?\b|cotecs?\b|commissions?|instances?|groupes?|cellules?"
    r"|equipes?|conferences?|rencontres?|reunions?)"
)
_QUALITY = (
    r"(?:de (?:pilotage|suivi|coordination|concertation|travail|direction|gouvernance|liaison"
    r"|projets?)|d'(?:animation|orientation|evaluation)"
    r"|techniques?|strategiques?|operationnel(?:le)?s?|thematiques?|politiques?|partenarial(?:e"
    r"|es)?|partenariaux|territorial(?:e|es)?"
    r"|territoriaux|locaux|locale?s?|departemental(?:e|es)?|departementaux|restreinte?s?"
    r"|elargie?s?|plenieres?|annuelle?s?|trimestrielle?s?"
    r"|semestrielle?s?|mensuelle?s?|communs?|paritaires?|mixtes?|tripartites?|bipartites?"
    r"|inter-?institutionnel(?:le)?s?|projets?|executif|directeurs?"
    r"|decisionnel(?:le)?s?|des (?:signataires|elus|financeurs|partenaires|referents|acteurs|techniciens)|d'elus)"
)
_NAME = Shape(
    rf"\b(?:(?:copil|cotech|cotec)s?\b|{_KIND}(?:(?: |-|,? et ){_QUALITY}\b)+)"
    r"(?! de l'evaluation| d'evaluation)(?P<more>(?<=trimestrielle|.semestrielle|.....annuelle"
    r"|....mensuelle) entre [^.,;:]+?"
    r"(?= (?:permet\w*|est|sont|sera|a|aura|se|reuni\w*|qui|afin|pour|chaque|une fois|deux fois|au moins)\b|[.,;:]|$))?"
)
# Kinds of body that a convention also names for other ends, and qualities that say that a body follows the convention.
_LIGHT = Shape(r"(?:groupes?|equipes?|cellules?|commissions?|conferences?|reunions?|instances?)\b")
_VAGUE = Shape(
    r"(?:comites?|instances?)(?:,? (?:et )?(?:departementa|loca|territoria|commun|elargi|projet|plenier)[a-z]*)+$"
)
_FIRM = Shape(
    r"pilotage|suivi|technique|strategique|operationnel|coordination|concertation|thematique"
    r"|travail|gouvernance|politique|projet|signataires|animation|trimestriel|semestriel|annuel|mensuel"
)

# Bodies of others, or bodies that exist for another purpose.
_ELSEWHERE = Shape(r"\b(?:differents?|differentes|existants?|existantes|deja|instances? existant)")
_AFTER_ELSEWHERE = Shape(
    r" ?(?:\w+ )?(?:existant|deja en place|de l'evaluation|d'evaluation|de la parentalite|du logement|du contrat)"
)

_SETS_UP_BEFORE = Shape(
    r"\b(?:mett\w+ en (?:place|oeuvre)|mise? en place|mises en place|cree\w*|creer|creation|creent"
    r"|institu\w+|instaur\w+|constitu\w+|install\w+|prevoi\w+"
    r"|accompagnent|s'appuie\w*|repose\w*|s'articul\w+|s'organis\w+|organise\w*|structur\w+|autour"
    r"|dote\w*|travers|assuree?s? par|confiee?s? (?:a|au)|incombe\w*"
    r"|(?:suivi|pilote|conduit|anime)e?s? par|anime(?:nt|ra|ront)?(?= une? $)|composent"
    r"|composee?s? (?:de|d')|comprend|instances?|form\w+|reuni\w+|designent|par le biais|compte)\b[^.]*$"
)
_SETS_UP_AFTER = Shape(
    r"^[^.:]{0,60}?\b(?:est|sont|sera|seront|peut|pourra|comprend\w*|reuni\w+|se reuni\w+"
    r"|se tien\w+|tiendra|siege\w*|assure\w*|a pour|ont pour|aura|auront"
    r"|conduit\w*|compose\w*|forme\w*|constitue\w*|rassemble\w*|regroupe\w*|prepar\w+|suit|suivent"
    r"|veille\w*|pilote\w*|anime\w*|preside\w*|decide\w*|dresse\w*|permet\w*|a lieu|aura lieu|associe\w*"
    r"|se retrouv\w+|rend\w* compte)\b"
)

_BEGINS = Shape(r"^[\" ]*(?:[^.]{0,60}, )?(?:l'|(?:un|une|deux|trois|quatre|des|le|la|les|ce|cette|ces|chaque)\s)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body named in a sentence: its words as printed, and their place in the flat line."""

    name: str
    start: int
    end: int


# Each rule on bodies asks for those of the sentence at hand.
@lru_cache(maxsize=16)
def mentions(line: str) -> tuple[Mention, ...]:
    """The bodies that a line names; bodies of other acts are left out.

    >>> [m.name for m in mentions("Un comité de pilotage politique et des groupes de travail thématiques.")]
    ['comité de pilotage politique', 'groupes de travail thématiques']
    >>> mentions("au sein des différents comités techniques existants")
    ()
    """
    return tuple(_mentions(line, flat(line)))


def _mentions(line: str, plain: str) -> Iterator[Mention]:
    for found in _NAME.finditer(plain):
        if _VAGUE.match(found[0]) or (_LIGHT.match(found[0]) and not _FIRM.search(found[0])):
            continue
        before = plain[max(0, found.start() - 26) : found.start()]
        if _ELSEWHERE.search(before) or _AFTER_ELSEWHERE.match(plain, found.end()):
            continue
        yield Mention(name=_printed(line[found.start() : found.end()]), start=found.start(), end=found.end())


# «un comité de suivi semestriel»: how often or by whom a body sits is no part of a name that holds without it.
_RHYTHM = re.compile(
    r"^(\S+ .+?) (?:(?:bi-?annuel|annuel|semestriel|trimestriel|mensuel)(?:le)?|paritaire)s?$", re.IGNORECASE
)


def _printed(name: str) -> str:
    """The name as inside a sentence: no capital at its head, save for an acronym.

    >>> _printed("Comité de suivi semestriel"), _printed("COMITÉ TECHNIQUE"), _printed("réunion annuelle")
    ('comité de suivi', 'comité technique', 'réunion annuelle')
    """
    name = _RHYTHM.sub(r"\1", name.strip(" ,"))
    if name.isupper() and " " in name:
        return name.lower()
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def sets_up(line: str, mention: Mention) -> bool:
    """Whether the sentence creates the body, composes it or says what it does.

    >>> line = "Il est institué un comité de suivi."
    >>> sets_up(line, *mentions(line))
    True
    >>> line = "Des élus pourront être invités au comité de suivi."
    >>> sets_up(line, *mentions(line))
    False
    """
    plain = flat(line)
    before, after = plain[: mention.start], plain[mention.end :]
    if re.search(r"\b(?:au|aux|du|avec le|devant le|dans le|par le|en)\s$|\b(?:au|du) (?:sein du )?$", before):
        return False
    if re.search(r"\b(?:un|une|des|deux|trois|quatre|le|les) $", before) and _SETS_UP_BEFORE.search(before):
        return True
    starts = _BEGINS.search(before) is not None
    joined = re.search(r"\bet (?:un|une|des|le|la|les) $", before) is not None
    if joined and _SETS_UP_AFTER.search(after):
        return True
    return starts and (_SETS_UP_AFTER.search(after) is not None or not re.sub(r"\([^)]*\)|[ :.;]", "", after))


def level(name: str) -> Level:
    """What a body of that name is for.

    >>> level("comité de suivi stratégique").value, level("rencontre annuelle entre les services").value
    ('steering', 'services')
    """
    plain = flat(name)
    for found, shape in (
        (Level.STEERING, r"pilotage|strategique|\bcopil|politique|decisionnel"),
        (Level.TECHNICAL, r"technique|operationnel|\bcotec|de travail"),
        (Level.FOLLOW_UP, r"suivi"),
        (Level.SERVICES, r"rencontre|reunion"),
    ):
        if re.search(shape, plain):
            return found
    return Level.OTHER


@dataclass(slots=True)
class Registry:
    """The bodies of one text, by key, in the order in which the text sets them up."""

    names: dict[str, str] = field(default_factory=dict)

    def enter(self, name: str) -> str:
        """The key of a body that the text sets up under that name.

        >>> bodies = Registry()
        >>> bodies.enter("comité de pilotage stratégique"), bodies.enter("comité de pilotage opérationnel")
        ('copil', 'copil-operationnel')
        >>> bodies.enter("comité de pilotage"), bodies.find("ce comité de pilotage opérationnel")
        ('copil', 'copil-operationnel')
        """
        key = self.find(name)
        if key and not self._is_another(key, name):
            return key
        wanted = body_key(name)
        if wanted in self.names:
            wanted = f"{wanted}-{_last_word(name)}"
        self.names.setdefault(wanted, name)
        return wanted

    def find(self, name: str) -> str | None:
        """The key of the body that the words name, if the text has set it up."""
        exact = next((key for key, known in self.names.items() if _stem(known) == _stem(name)), None)
        if exact:
            return exact
        last = f"{body_key(name)}-{_last_word(name)}"
        return last if last in self.names else next((key for key in self.names if key == body_key(name)), None)

    def _is_another(self, key: str, name: str) -> bool:
        known, new = set(_stem(self.names[key]).split()), set(_stem(name).split())
        return bool(known - new) and bool(new - known) and len(new) > 1


# Every body named is compared with every body known.
@lru_cache(maxsize=64)
def _stem(name: str) -> str:
    return " ".join(
        word.rstrip("s") for word in re.findall(r"[a-z']+", flat(name)) if word not in ("de", "des", "et", "ce", "le")
    )


def _last_word(name: str) -> str:
    return _stem(name).split()[-1] if _stem(name) else ""


_ALL = Shape(
    r"\b(?:ces|(?:ces |les |des )?(?:deux|trois)|chacune? d(?:es|e ces)|chaque|les|toutes les) (?:instances?|comites)\b"
    r"(?! (?:de |technique|thematique|operationnel|strategique|existant))"
)
_SUBJECT_BEFORE = Shape(r"^(?:[^,]{0,60}, )?(?:un|une|le|la|les|des|ce|cette|ces|chaque|il est \w+ une?)\s$")
_FEMININE = Shape(r"(?:rencontre|instance|reunion|commission|cellule|equipe|conference)")
_PRONOUN = Shape(r"^(?:il|elle|ils|elles|ce (?:dernier|comite)|cette (?:instance|rencontre)|celui-ci|celle-ci)\b")


def spoken_of(line: str, bodies: Registry, current: str | None) -> tuple[str, ...]:
    """The bodies that a sentence is about: those it names, all for «ces instances», else the one spoken of before.

    >>> known = Registry(names={"copil": "comité de pilotage", "suivi": "comité de suivi"})
    >>> spoken_of("Un mois avant le comité de pilotage, le comité de suivi se réunit.", known, None)
    ('suivi',)
    >>> spoken_of("La Caf tient le secrétariat de ces deux instances.", known, None)
    ('copil', 'suivi')
    >>> spoken_of("Il prépare le comité de pilotage.", known, "suivi")
    ('suivi',)
    """
    plain = flat(line)
    if _ALL.search(plain) and not re.search(r"\binstances [a-z]+[^.]*:", plain):
        return tuple(bodies.names)
    if current and _stands_for(line, plain):
        return (_agreeing(plain, bodies, current),)
    return _named(line, bodies) or ((current,) if current else ())


def _stands_for(line: str, plain: str) -> bool:
    """Whether the line begins with a pronoun, or «ce comité» alone, and not with a name."""
    first = next(iter(mentions(line)), None)
    return _PRONOUN.match(plain) is not None and (first is None or first.start > 12)


def _agreeing(plain: str, bodies: Registry, current: str) -> str:
    """The body that «il» or «elle» means: the last one of that gender."""
    he = re.match(r"(?:ils?|celui-ci|ce dernier)\b", plain) is not None
    if not he or not _FEMININE.match(flat(bodies.names[current])):
        return current
    return next((key for key, name in reversed(bodies.names.items()) if not _FEMININE.match(flat(name))), current)


def next_current(line: str, bodies: Registry, current: str | None) -> str | None:
    """The body that «cette instance» or «il» will mean in the next sentence."""
    plain = flat(line)
    if current and _stands_for(line, plain) and not _introduced(line, bodies):
        return _agreeing(plain, bodies, current)
    found = [(mention, key) for mention in mentions(line) if (key := bodies.find(mention.name))]
    subject = next((key for mention, key in found if _SUBJECT_BEFORE.search(plain[: mention.start])), None)
    return _introduced(line, bodies) or subject or (found[-1][1] if found else current)


def shares(line: str, bodies: Registry) -> tuple[tuple[str, str], ...]:
    """The part of the line that goes with each body, where it says something of several in turn.

    >>> known = Registry(names={"copil": "comité de pilotage", "cotech": "comité technique"})
    >>> shares("Le comité de pilotage siège une fois par an et le comité technique deux fois.", known)
    (('copil', 'comité de pilotage siège une fois par an et le '), ('cotech', 'comité technique deux fois.'))
    """
    plain = flat(line)
    found = [(mention, key) for mention in mentions(line) if (key := bodies.find(mention.name))]
    turns = [
        (mention.start, key)
        for rank, (mention, key) in enumerate(found)
        if rank == 0 or _TURN.search(plain[: mention.start])
    ]
    gaps = [plain[one.end : other.start] for (one, _), (other, _) in pairwise(found)]
    together = any(re.fullmatch(r",? et (?:le|la|les|l'|un|une|des)\s?", gap) for gap in gaps)
    if together or len({key for _, key in turns}) < 2 or len(turns) < len(found):
        return ()
    ends = [*(start for start, _ in turns[1:]), len(line)]
    return tuple((key, line[start:end]) for (start, key), end in zip(turns, ends, strict=True))


_TURN = Shape(r"(?:\bet|,|;|tandis que|alors que|:) (?:par )?(?:le|la|les|un|une|des|l'|chaque|pour le|celui du)\s?$")


def _introduced(line: str, bodies: Registry) -> str | None:
    """The last body that the line brings in with «un» or «une»."""
    plain = flat(line)
    new = [
        key
        for mention in mentions(line)
        if re.search(r"\bune?\s$", plain[: mention.start]) and (key := bodies.find(mention.name))
    ]
    return new[0] if len(set(new)) == 1 else None


_ASIDE = Shape(
    r"\b(?:avant|apres|a|au|aux|pour|accompagner|devant|preparer?|prepare|preparation|entre"
    r"|soumettre|presentee?s?)(?: \w+){0,1} ?"
    r"(?:chaque|chacun|le|les|la|toute|tout|reunions?|seances?|du|des|de|l'|ce|cette| )*\s?$"
)


def _named(line: str, bodies: Registry) -> tuple[str, ...]:
    """The bodies that the line names otherwise than in passing; «du comité A et du comité B» names both."""
    plain = flat(line)
    introduced = _introduced(line, bodies)
    if introduced:
        return (introduced,)
    kept: list[str] = []
    last = -1
    for mention in mentions(line):
        key = bodies.find(mention.name)
        joined = last >= 0 and re.fullmatch(
            r"(?: \([^)]*\))?,? et (?:du|le|de la|la|des|les) ", plain[last : mention.start]
        )
        if key and (joined or (not kept and not _ASIDE.search(plain[: mention.start]))):
            kept.append(key)
            last = mention.end
    every = [key for mention in mentions(line) if (key := bodies.find(mention.name))]
    return tuple(dict.fromkeys(kept)) or (tuple(every) if len(every) == 1 else ())
