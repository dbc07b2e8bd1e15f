"""What the parties tell each other and the public, and what they keep secret."""

import re
from collections.abc import Iterator
from typing import TypeVar

from convenir.core.terms import Term
from convenir.core.terms.information import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)
from convenir.reader.context import Context
from convenir.reader.french import pattern
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.shapes import Shape

_Plain = TypeVar("_Plain", MutualInformation, PriorConsultation)

_INFORM = pattern(
    r"\bs'informe(?:r|nt) (?:mutuellement|reciproquement|l'un l'autre)\b|\bs'informe(?:r|nt) regulierement\b|"
    r"\bse (?:communiquer|communiquent|transmettre|transmettent)\b.*\b(?:informations?|utile)\b|\b(?:avise|"
    r"informe|avertit|previent) l'autre\b|"
    r"\b(?:fournit|communique|transmet) a l'autre les informations\b|\bse tenir (?:reciproquement|"
    r"mutuellement)? ?(?:informe\w*|au courant)\b|"
    r"\binformation (?:mutuelle|reciproque)\b"
)
_CONSULT = pattern(
    r"\bconcertation prealable\b|\bechanges prealables\b|\bse concerte(?:r|nt) (?:en amont|prealablement|avant)\b|"
    r"\bl'en entretient avant\b|\b(?:consulte|consultent|se consultent) (?:prealablement|avant)\b|"
    r"\bprealablement concerte"
)
_SOURCE = pattern(
    r"\b(?:mentionne\w*|cite\w*|indique\w*|citee|rappele\w*|precise\w*|signale\w*)\b.*\b(?:la|les) sources?\b|"
    r"\b(?:la|les) sources?\b.*\b(?:mentionnee?s?|citee?s?|indiquee?s?|precisee?s?|rappelee?s?)\b|"
    r"\ben cite la source\b|\b(?:mentionne\w*|cite\w*|indique\w*|precise\w*|rappel\w*) (?:toujours |systematiquement )?"
    r"(?:leur|sa|la|l')\s?(?:provenance|origine)\b(?! (?:geo|soci|des? ))|\bla mention \"? ?source\b"
)
_DATA = pattern(
    r"\b(?:donnees|statistiques?|graphiques?|cartes?|chiffres?|documents?|supports?|publications?|etudes)\b"
)
_COMMUNICATE = pattern(r"\bcommuni(?:cation|quent|que)\b")
_TOGETHER = pattern(
    r"\bd'un commun accord\b|\ben commun\b|\bconjointe(?:ment|s)?\b|\bensemble\b|\ben concertation\b|"
    r"\bde concert\b|\bvalidee?s? par (?:les|chaque)\b"
)
_LOGOS = pattern(r"\blogos?\b|\blogotypes?\b|\bemblemes?\b")
_MENTION = pattern(
    r"\bmentionne\w*\b|\bfai(?:t|re|sant) (?:etat|mention)\b|\bsignale\w* la part\b|\bcite\w*\b|"
    r"\bfaire connaitre l'apport\b|"
    r"\bvaloriser les contributions\b"
)
_OTHER_PARTY = pattern(
    r"\bl'autre\b|\bcooperation\b|\bpartenariat\b|\bpart prise\b|\bsoutien de la caf\b|\bcontributions respectives\b"
)
_PROMOTE = pattern(r"\bvaloriser\b.*\bpartenariat\b|\bpromouvoir\b.*\b(?:partenariat|convention)\b")
_SECRET = pattern(
    r"\bsecret professionnel\b|\bdiscretion\b|\bconfidentialite\b|\bconfidentiels?\b|\bconfidentielles?\b|"
    r"\bastreints? au secret\b"
)
_SURVIVES = pattern(
    r"\bapres (?:son|sa|la|le|l') ?(?:expiration|fin|terme|cessation|echeance|resiliation|achevement)\b|"
    r"\bsurvi(?:t|vra|vent)\b|\bsubsiste\w*\b|"
    r"\bune fois qu'elle a cesse\b|\bperdure\w*\b|\bdemeure\w* (?:\w+ ){0,3}(?:apres|au-dela)\b|"
    r"\bsans limitation de duree\b|"
    r"\bau-dela (?:de (?:la|son|sa)|du) (?:\w+ )?(?:terme|fin|duree|expiration)|"
    r"\bapres la (?:date d')?expiration\b|\bapres l'expiration\b|"
    r"\bcomme apres\b|\bet apres\b|\ba l'issue de (?:la|celle)"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter; one of each at most, but every mention of sources."""
    sentences = context.said
    bound = tuple(each for each in sentences if each.block.kind is not BlockKind.ANNEX)
    yield from _plain(bound, _INFORM, MutualInformation)
    yield from _plain(bound, _CONSULT, PriorConsultation)
    sourced = tuple(each for each in bound if _DATA.search(each.plain))
    yield from (SourceMention(source=each.source) for each in sourced if _SOURCE.search(each.plain))
    yield from _communication(bound)
    yield from _confidentiality(bound)


def _plain(sentences: tuple[Said, ...], shape: Shape, made: type[_Plain]) -> Iterator[_Plain]:
    found = next((each for each in sentences if shape.search(each.plain)), None)
    if found:
        yield made(source=found.source)


def _communication(sentences: tuple[Said, ...]) -> Iterator[Communication]:
    """The communication clause, gathered over the article that bears that title."""
    home = [
        each
        for each in sentences
        if each.block.kind is BlockKind.ARTICLE
        and _COMMUNICATE.search(each.title)
        and not re.search(r"\bdonnees\b", each.title)
    ]
    if not home:
        return
    words = [each.plain for each in home]
    yield Communication(
        joint_decision=any(_TOGETHER.search(line) and _COMMUNICATE.search(line) for line in words),
        logos=any(_LOGOS.search(line) for line in words),
        mention=any(_MENTION.search(line) and _OTHER_PARTY.search(line) for line in words),
        promote=any(_PROMOTE.search(line) for line in words),
        source=home[0].source,
    )


def _confidentiality(sentences: tuple[Said, ...]) -> Iterator[Confidentiality]:
    """The duty of secrecy, from the article of that title, else from a sentence that binds the parties to it."""
    articles = [each for each in sentences if each.block.kind is BlockKind.ARTICLE]
    home = [each for each in articles if _SECRET.search(each.title)]
    held = [
        each for each in (home or articles) if _SECRET.search(each.plain) or (home and _SURVIVES.search(each.plain))
    ]
    if not held:
        return
    near = [each for each in articles if each.block is held[0].block]
    survives = any(_SURVIVES.search(each.plain) for each in (near if home else held))
    yield Confidentiality(survives=survives, source=(held or near)[0].source)
