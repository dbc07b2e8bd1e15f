"""How texts name the bodies that follow a convention, and which bodies they name belong to something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from convenir.core.terms.governance import Level
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat

_KIND = (
    r"(?:comites?|copils?\b|cotechs?\b|cotecs?\b|costrats?\b|commissions?|instances?|groupes?|cellules?"
    r"|equipes?|conferences?|rencontres?|reunions?|assemblees?|collectifs?|colleges?|bureaux?|conseils?)"
)
_QUALITY = (
    r"(?:de (?:pilotage|suivi|coordination|concertation|travail|direction|gouvernance|liaison|gestion|cooperation"
    r"|veille|projets?|programmation|decision)"
    r"|d'(?:animation|orientation|evaluation|appui|equipe|arbitrage)"
    r"|techniques?|strategiques?|operationnel(?:le)?s?|thematiques?|politiques?|partenarial(?:e"
    r"|es)?|partenariaux|territorial(?:e|es)?"
    r"|territoriaux|locaux|locale?s?|departemental(?:e|es)?|departementaux|restreinte?s?"
    r"|elargie?s?|pleniers?|plenieres?|annuelle?s?|trimestrielle?s?"
    r"|semestrielle?s?|mensuelle?s?|commune?s?|paritaires?|mixtes?|tripartites?|bipartites?|uniques?"
    r"|inter-?institutionnel(?:le)?s?|projets?|executif|directeurs?|consultatifs?"
    r"|decisionnel(?:le)?s?|des (?:signataires|parties|elus|financeurs|partenaires|employeurs|referents|acteurs"
    r"|techniciens|maires|directions|adherents|membres)|d'elus)"
)
# What a body may be the body of, without another word that says what it is for: «comité du guichet».
_OBJECT = (
    r"(?: (?:du|des|de la|de l'|d') ?(?!convention|ctg|contrat|partenariat|charte|presente?|caf\b|caisse|commune"
    r"|ville|departement|communaut|collectivite|etat\b|fetes|entreprise|quartiers?\b|usagers|epoque|action|avenant"
    r"|autres?\b|deux\b|trois\b)[a-z-]{4,}(?: aux familles| sociale?s?\b| a la parentalite)?)"
)
_NAME = Shape(
    rf"\b(?:(?:copil|cotech|cotec|costrat)s?\b|{_KIND}(?:(?: |-|,? et ){_QUALITY}\b)+"
    rf"|(?:comites?|assemblees?){_OBJECT})"
    r"(?! de l'evaluation| d'evaluation)(?P<more>(?<=trimestrielle|.semestrielle|.....annuelle"
    r"|....mensuelle) entre [^.,;:]+?"
    r"(?= (?:permet\w*|est|sont|sera|a|aura|se|reuni\w*|qui|afin|pour|chaque|une fois|deux fois|au moins)\b|[.,;:]|$))?"
)
# «comité de pilotage du PEDT»: the scheme that a body is for, where it has a short name that is not the convention's.
_SCHEME = re.compile(
    r" (?:du|de la|de l['’]|des) ?(?!(?:CTG|CEJ|CAF|MSA|CCAS|CIAS|EPCI|CPAM|RSA)\b)(?:[A-Z]{4,6}|PSL|Pedt"
    r"|Clas|Reaap|Laep)\b"
)
# A body that only what the sentence does with it makes one of the convention: «une conférence des exécutifs».
_LOOSE_KIND = (
    r"(?:comites?|commissions?|conferences?|conseils?|colleges?|cellules?|groupes?|equipes?|assemblees?|ateliers?"
    r"|cercles?|forums?|bureaux?|binomes?|trinomes?|tandems?|directoires?|instances?|rencontres?)"
)
_LOOSE_QUALITY = (
    r"(?:politiques?|citoyen(?:ne)?s?|jeunesse|petite enfance|enfance(?:-jeunesse)?|parentalite|familles?|habitants"
    r"|social(?:e|es)?|partenariale?s?|de (?:liaison|techniciens|cadres|directeurs|maires|concertation)"
    r"|(?:du |des |de la |de l'|d')(?!convention|ctg|contrat|partenariat|charte|presente?|present|caf\b|caisse"
    r"|communes?\b"
    r"|ville|departement|communaut|collectivite|etat\b|msa\b|autres?\b|deux\b|trois\b|une?\b|accord|au moins"
    r"|administration|ecole|attribution|etablissement|appel|action|avenant)[a-z-]{4,})"
)
_LOOSE = Shape(rf"\b{_LOOSE_KIND} {_LOOSE_QUALITY}(?![a-z'])")
# «Un comité est créé»: no other word names it.
_BARE = Shape(
    r"(?<=\bun )(?:comite|directoire)(?= (?:est|sera|se|qui|compose|reuni|forme|dont|ou|siege|comprend)\w*\b"
    r"|, (?!denomme|appele))"
)
# Bodies that law, statutes or schools have, whatever a convention says of them.
_STANDING = Shape(
    r"(?:conseils?|bureaux?|assemblees?|commissions?|comites?|equipes?|groupes?|cellules?|rencontres?) (?:(?:du|des"
    r"|de la"
    r"|de l'|d') ?)?(?:jeunes|vie|quartiers?|fetes|parents|familles|etat|parole|surveillance|financeurs|elus|sages"
    r"|recueil|ecoles?|usagers|droits?|habitants|logement|habitat|region|metropole|citoyenn?e?s?|social[a-z]*"
    r"|enseignants?|classe|maison|maisons|structures?|creches?|centre|professionnel\w*|animateurs|equipements?)\b"
)
# «Un conseil d'usagers, composé de dix habitants»: the convention itself says who sits in it.
_COMPOSED_HERE = re.compile(r",? compose\w* (?:de |d')")
_OF_ALL = re.compile(rf"(?:comites?) (?:locale?|departementale?|territoriale?){_OBJECT}")
# Kinds of body that a convention also names for other ends, and qualities that say that a body follows the convention.
_LIGHT = Shape(
    r"(?:groupes?|equipes?|cellules?|commissions?|conferences?|reunions?|instances?|assemblees?|collectifs?"
    r"|colleges?|bureaux?|conseils?)\b"
)
# Councils are told apart from those of local authorities and boards.
_COUNCIL = Shape(r"(?:conseils?|bureaux?) (?:departementa|territoria|communa|loca|d')")
_COUNCIL_OF_OURS = Shape(r"conseils? (?:strateg|politiq)")
_VAGUE = Shape(
    r"(?:comites?|instances?)(?:,? (?:et )?(?:departementa|loca|territoria|commun|elargi|projet|plenier"
    r"|unique)[a-z]*)+$"
)
_FIRM = Shape(
    r"pilotage|suivi|technique|strategique|operationnel|coordination|concertation|thematique|gestion"
    r"|travail|gouvernance|politique|projet|signataires|animation|trimestriel|semestriel|annuel|mensuel"
    r"|cooperation|employeurs|partenaires|partenarial|parties|reseau|equipe elargie"
)

# Bodies of others, or bodies that exist for another purpose.
_ELSEWHERE = Shape(r"\b(?:differents?|differentes|existants?|existantes|deja|instances? existant)")
_AFTER_ELSEWHERE = Shape(
    r",? ?(?:\w+ )?(?:existant|de la prevention|deja en place|de l'evaluation|d'evaluation|de la parentalite"
    r"|du logement|du contrat"
    r"|de l'epoque|de cette ancienne|de la (?:precedente|premiere|convention de (?:19|20))"
    r"|(?:institue|cree|prevu|regi|constitue)e?s? par (?:le code|la loi|le decret|les statuts|l'arrete|l'article l"
    r"|le departement en))"
)
# A body set up by law for a whole department is a convention's own only where the sentence says so.
_STATUTORY = Shape(r"comites? (?:departementa|regiona|nationa)")
_OURS = Shape(
    r"\b(?:pilote|suit|conduit|anime|oriente)\w* (?:le (?:present )?schema|la (?:presente )?convention)"
    r"|\bcharge de (?:piloter|suivre|conduire) (?:le (?:present )?schema|la (?:presente )?convention)"
)
# «Une commission mixte est chargée du suivi.»
_IN_CHARGE = Shape(r"\bcharge\w* (?:du |de |d'|des )(?:suivi|suivre|pilot|veiller|l'application|l'execution)")
# «une instance commune, dénommée « comité stratégique »»: the second name is the body's own.
_CALLED = Shape(r",? (?:ci-apres )?(?:denommee?s?|appelee?s?|intitulee?s?) \"? ?")
# «Instance de pilotage : le comité…»
_LABEL = Shape(r" ?: (?:l[ea] |une? )")
_ONE = Shape(r"\b(?:un|une) $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body named in a sentence: its words as printed, and their place in the flat line.

    `firm` tells that the name alone says that the body follows a convention.
    """

    name: str
    start: int
    end: int
    firm: bool = True


def mentions(line: str) -> tuple[Mention, ...]:
    """The bodies that a line names; bodies of other acts are left out.

    >>> [m.name for m in mentions("Un comité de pilotage politique et des groupes de travail thématiques.")]
    ['comité de pilotage politique', 'groupes de travail thématiques']
    >>> [m.name for m in mentions("Le comité du guichet, puis le comité de pilotage du PEDT.")]
    ['comité du guichet', 'comité de pilotage du PEDT']
    >>> mentions("au sein des différents comités techniques existants"), mentions("le comité des fêtes")
    ((), ())
    """
    return tuple(mention for mention in candidates(line) if mention.firm)


# Several rules, one after the other, ask for the bodies of each sentence.
@lru_cache(maxsize=512)
def candidates(line: str) -> tuple[Mention, ...]:
    """The same, with those whose name says too little for them to be bodies of the convention by it alone.

    >>> [(m.name, m.firm) for m in candidates("La conférence des exécutifs prépare le comité de suivi.")]
    [('conférence des exécutifs', False), ('comité de suivi', True)]
    >>> candidates("Le conseil d'école et le groupe de parole se réunissent.")
    ()
    """
    plain = flat(line)
    return tuple(sorted((*_mentions(line, plain), *_loose(line, plain)), key=lambda mention: mention.start))


def _loose(line: str, plain: str) -> Iterator[Mention]:
    """What may be a body of the convention, where no firm name could stand."""
    loose = [found for shape in (_LOOSE, _BARE) for found in shape.finditer(plain)]
    taken = [found.span() for found in _NAME.finditer(plain)] if loose else []
    for found in loose:
        overlaps = any(start < found.end() and found.start() < end for start, end in taken)
        before = plain[max(0, found.start() - 26) : found.start()]
        ours = _ONE.search(before) and _COMPOSED_HERE.match(plain, found.end())
        others = (_STANDING.match(found[0]) and not ours) or _ELSEWHERE.search(before)
        if not overlaps and not others:
            name = _printed(line[found.start() : found.end()])
            yield Mention(name=name, start=found.start(), end=found.end(), firm=False)


def _mentions(line: str, plain: str) -> Iterator[Mention]:
    for found in _NAME.finditer(plain):
        end = _longer(line, plain, found)
        if _may_be_ours(plain, found, end):
            firm = _is_firm(plain, plain[found.start() : end])
            yield Mention(name=_printed(line[found.start() : end]), start=found.start(), end=end, firm=firm)


def _longer(line: str, plain: str, found: re.Match[str]) -> int:
    """Where the name ends, with the scheme or the object of the body that the text names after it."""
    scheme = _SCHEME.match(line, found.end())
    if scheme:
        return scheme.end()
    whole = _OF_ALL.match(plain, found.start())
    return whole.end() if whole else found.end()


def _is_firm(plain: str, name: str) -> bool:
    light = _LIGHT.match(name) is not None and not _FIRM.search(name) and not _IN_CHARGE.search(plain)
    return not light and not _COUNCIL_OF_OURS.match(name)


def _may_be_ours(plain: str, found: re.Match[str], end: int) -> bool:
    name, before = plain[found.start() : end], plain[max(0, found.start() - 26) : found.start()]
    if _COUNCIL.match(name) or (_VAGUE.match(name) and not _ONE.search(before)):
        return False
    if _STATUTORY.match(name) and not _OURS.search(plain):
        return False
    named_after = _CALLED.match(plain, end) or (_LABEL.match(plain, end) if name.startswith("instance") else None)
    if named_after and _NAME.match(plain, named_after.end()):
        return False
    return not (_ELSEWHERE.search(before) or _AFTER_ELSEWHERE.match(plain, end))


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


def level(name: str) -> Level:
    """What a body of that name is for.

    >>> level("comité de suivi stratégique").value, level("rencontre annuelle entre les services").value
    ('steering', 'services')
    """
    plain = flat(name)
    for found, shape in (
        (Level.STEERING, r"pilotage|strategique|\bcopil|\bcostrat|politique|decisionnel|signataires"),
        (Level.TECHNICAL, r"technique|operationnel|\bcotec|de travail"),
        (Level.FOLLOW_UP, r"suivi"),
        (Level.SERVICES, r"rencontre|reunion"),
    ):
        if re.search(shape, plain):
            return found
    return Level.OTHER
