"""Which statements have normative force: they oblige, forbid, allow, decide, or say what the convention is made of.

The present tense binds in an article («la Caf transmet chaque année»); where an article tells missions, orientations
or facts, and in a report, only express words do; in a preamble, only what is said of the convention itself.
"""

from enum import Enum

from convenir.core.terms import Document
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import BlockKind
from convenir.reader.passages import Said, entitles
from convenir.reader.understanding.statements import Statement


class Rigour(Enum):
    """How much a sentence must say to bind, by where it stands."""

    PRESENT = 1
    EXPRESS = 2
    OF_THE_CONVENTION = 3


_PREAMBLE = Shape(r"\bpreambule|\bcontexte\b|\bexpose des motifs|\bconsiderants?\b")
_TELLING = Shape(
    r"\bmissions?\b|\borientations de\b|\borientations du\b|\bpresentation\b|\bdiagnostic\b|\betat des lieux\b"
    r"|\bportrait\b|\betat des besoins\b|\b(?:champs?|domaines?) d'(?:action|intervention|activite)s? (?:de|du)\b"
    r"|^(?:les? |la |l')?(?:interventions?|competences?|priorites|politiques?) (?:de|du)\b"
)
_CONVENTION = r"(?:la|cette) (?:presente )?(?:convention|charte|ctg)(?: \w+){0,3}"

# Words of duty, of permission, of prohibition, of decision.
_EXPRESS = Shape(
    r"\b(?:doi(?:t|vent)|dev(?:ra|ront|rait|raient)|peu(?:t|vent)|pour(?:ra|ront|rait|raient)|ne saurai(?:t|ent))\b"
    r"|\bs'(?:y )?(?:engage|oblige|interdi|abstien)\w*|\b(?:est|sont|reste|restent) tenue?s?\b"
    r"|\bconvien(?:nent|t)\b(?! de (?:citer|noter|rappeler|relever|souligner|preciser))|\bs'accordent\b"
    r"|\bdecide(?:nt)?\b"
    r"|\bs'assign\w+|\bse (?:donn|fix|propos|reserv)e(?:nt)?\b|\baccept\w+ (?:de|d'|les|la)\b"
    r"|\bapprouve(?:nt)?\b|\bautorise(?:nt)?\b|\b(?:est|sont) interdite?s?|\bobligatoire|\bincombe(?:nt)?\b"
    r"|\b(?:a|ont) (?:la |leur |sa )?charge\b|\bpren(?:d|nent) en charge\b|\bveille(?:nt)? a\b|\bsouscri(?:t|vent)\b"
    r"|\b(?:a|ont) vocation\b|\b(?:a|ont) (?:\w+ )?pour (?:vocation|objet|objectifs?|but|finalites?|role)\b"
    r"|\b(?:son |l')(?:role|objectif|but) est\b|\bil s'agit\b|\best a (?:\w+er|\w+ir)\b"
    r"|\bil (?:est|a ete) (?:cree|institue|constitue|mis en place|convenu|decide|prevu)\b"
    r"|\bprincipes\b[^.;]{0,60}\bsuivants\b"
)
_ANNOUNCED = Shape(
    r"\b(?:concerne(?:nt)?|agi(?:t|ssent)|intervien(?:t|nent)|porte(?:nt)? sur|vise(?:nt)?)\b[^.:]{0,200}:"
    r"|\bobjectifs?\b[^.:]{0,80}\bvisent\b"
)
# The r comes first: a pattern that begins with a letter goes from one to the next, fifteen times faster.
_FUTURE = Shape(
    r"r(?:(?<=aur)|(?<=[ivdr]r)|(?<=er)(?<!\boper)(?<!\bcamer)"
    r"|(?<=tr)(?<!\bintr)(?<!\bextr)(?<!\bultr)(?<!\bcontr))(?:a|ont)\b"
)
# What a party does by itself under the convention.
_ACTS = Shape(
    r"\b(?:la|le|les) (?:caf|caisse|ville|commune|communaute|departement|conseil|collectivite|msa|etat|parties|"
    r"partenaires|signataires)\b[^.;:]{0,90}\b(?:met(?:tent)?(?: \w+)? en (?:place|oeuvre|œuvre)|deploie(?:nt)?|"
    r"transmet(?:tent)?|accompagne(?:nt)?|organise(?:nt)?)\b"
)
_PRESENT = Shape(
    r"\b(?:est|sont|fait|font|prend|prennent|met|mettent|ont|donne|donnent|rend|rendent|tient|tiennent|sui(?:t|vent)"
    r"|ser(?:t|vent)|comprend|comprennent|contient|contiennent|prevoi(?:t|ent)|prevau(?:t|lent)|remet(?:tent)?"
    r"|transmet(?:tent)?|permet(?:tent)?|exer(?:ce|cent)|partagent|s'[a-z]+(?:e|ent|it))\b"
    r"|\b(?:aid|accompagn|adress|anim|apport|appui|assur|associ|combin|communiqu|complet|compos|comport|concern|conserv"
    r"|constitu|contribu|coordonn|cess|deploi|design|determin|dress|elabor|engag|entrain|examin|expir|figur|fix|formul"
    r"|inform|invit|laiss|materialis|mentionn|mobilis|nomm|organis|particip|precis|prepar|presid|prioris|prolong"
    r"|propos|realis|report|repos|represent|respect|rest|validen?|vers|vis)(?:e|ent)\b"
    r"|\b(?:choisi|defini|etabli|fourni|garanti|reuni|soutien|poursui|redigi)(?:t|ssent|nent|vent)\b"
)
# What a party, a body or an organ does: a verb whatever it is, between its subject and what follows.
_DOES = Shape(
    r"(?:\b(?:la|le|les|l'|chaque|une?|des|ce|cet|cette|ces) ?(?:\w+ )?"
    r"(?:caf|caisse|communes?|ville|communaute|departement|metropole|collectivite|etat|msa|parties?|partenaires?"
    r"|signataires?|association|comites?|instances?|secretariat|conseil|maire|president|directeur|directrice|charte"
    r"|convention|referents?|pilotes?|agents?)(?:,? (?:de|du|des|d') ?[\w'-]+(?: [\w'-]+)?,?)?"
    r"|^(?:ils?|elles?|chacune?|on)|, (?:ils?|elles?))"
    r" (?:(?:ne|se|y|en|lui|leur|le|la|les) |n'|s'|l')*"
    r"(?!entre |comme |contre |notre |votre |autre )[a-z]{2,}(?:e|ent|t|d)"
    r" (?=(?:pas|plus|la|le|les|une?|des|du|aux?|a|son|sa|ses|leurs?|de|en|chaque|tous|toutes?|que|ce|cette|ces"
    r"|chacune?)\b|[ld]')"
)
# A fact of the past.
_HAS_BEEN = Shape(r"\b(?:a|ont) ete \w+|\bavaien?t\b|\b(?:a|ont) (?:signe|adopte|conclu|permis|lance|cree)\b|\bdetien")
_OF_CONVENTION = Shape(
    rf"^{_CONVENTION},? (?:prevoit|est|a pour|vise|constitue|n'est|ne |precise|fixe|prend|proposee est)"
    r"|^elle (?:vise|constitue|a pour|n'est)\b"
    r"|\b(?:dispositif|projet)\b[^.:;]{0,60} (?:prevoit|precise)\b|\bsont proposees\b"
)
_DEFERRED = Shape(r"\b(?:sera|seront) (?:\w+ )?(?:et \w+ )?(?:annexe|joint|approfondi|complete|precise)")


def binds(statement: Statement, document: Document) -> bool:
    """Whether a statement has normative force."""
    words = statement.words
    if words.endswith("?") and not is_express(words):
        return False
    match rigour(statement.opening, document):
        case Rigour.OF_THE_CONVENTION:
            return bool(_OF_CONVENTION.search(words) or _DEFERRED.search(words))
        case Rigour.EXPRESS:
            return is_express(words) or bool(_ACTS.search(words) or _reported(words, document))
        case Rigour.PRESENT:
            does = _PRESENT.search(words) or _DOES.search(words)
            return is_express(words) or bool(does and not _HAS_BEEN.search(words))


def rigour(opening: Said, document: Document) -> Rigour:
    """How much a sentence must say where it stands, to bind."""
    if opening.block.kind is BlockKind.PREAMBLE or entitles(_PREAMBLE, opening.title):
        return Rigour.OF_THE_CONVENTION
    if document is Document.DELIBERATION or entitles(_TELLING, opening.title):
        return Rigour.EXPRESS
    return Rigour.PRESENT


def is_express(words: str) -> bool:
    """Whether marked words say a duty, a permission, a prohibition or a decision, or what is to come.

    >>> is_express("la caf doit prevenir la commune"), is_express("le comite se reunira"), is_express("un opera")
    (True, True, False)
    >>> is_express("il convient de citer ces actions"), is_express("les parties conviennent de se voir")
    (False, True)
    """
    return any(shape.search(words) is not None for shape in (_EXPRESS, _FUTURE, _ANNOUNCED))


def _reported(words: str, document: Document) -> bool:
    """Whether a report says what the convention holds."""
    return document is Document.DELIBERATION and _OF_CONVENTION.search(words) is not None
