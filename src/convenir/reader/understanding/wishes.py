"""The named orientations: what a sentence wishes without a duty that could be counted or missed.

An orientation is a soft verb (develop, favour, seek) and what it wishes for. A sentence that gives a day, a delay or
a figure, or that has something paid or handed over, is none: what it says can be kept or broken, so a person must
class it.
"""

from dataclasses import dataclass

from convenir.reader.french.shapes import Shape
from convenir.reader.wordings.counted import is_counted

# Verbs, and the nouns made of them, that say a wish or an effort, not a result.
_SOFT = Shape(
    r"\b(?:developp|renforc|amelior|favoris|facilit|contribu|concour|encourag|promouvoir|promotion|optimis|perennis"
    r"|poursui|adapt|ajust|accompagn|recherche|mutualis|sensibilis|valoris|consolid|simplifi|lutte|prevenir|prevention"
    r"|coordonn|coordination|articul|rapproch|meilleur|mieux|cibl|accroi|permet|aide[rnz]|redui|structur|diversif"
    r"|soutien|soutenir|eviter|evite|participer|porte[rn]? une attention|se soucier|se soucie|veille"
    r"|s'impliquer|impulser|entend|a vocation|ont vocation|reflexion|travailler conjointement|travailler a|tend"
    r"|repondre|identifier|definir|elaborer|construire|apprecier|partag|mise en reseau|deploi|deployer|echanger"
    r"|mettre en lumiere|finalites?\b|consult|co-constru|comprendre|concertation|reequilibr|garantir l'acces)\w*"
    # What is told as an aim, whatever its verb.
    r"|\bil s'agit\b|\b(?:pour|comme) (?:objectifs?|vocation|but|finalite|ambition)\b|\bvise(?:nt)? (?:a|notamment a)\b"
    # A bare infinitive, as in a list of aims: «mettre en place un lieu d'accueil».
    r"|^(?!(?:ent|aut|not|vot|cont|out|memb|tit|lett|mai|cad|prefectu|premi|derni|ch|hi)(?:re|er) )"
    r"[a-z]{2,}(?:er|ir|re) (?:en place |l[ae]s? |l'|des? |du |une? |aux? )"
)
# The day of a text that is cited dates nothing that is wished.
_CITED = Shape(
    r"\b(?:lois?|decrets?|circulaires?|arretes?|ordonnances?|lettre circulaire|instruction)\b[^.;<]{0,60}<d\d+>"
)
# A number of things to make.
_MADE = Shape(r"\b(?:creer|ouvrir|verser|financer|construire) \d")
# What is given, sent or named: a result, which a soft verb beside it does not make a wish.
_FIRM = Shape(
    r"\b(?:vers(?:e|ent|er|era|eront)|paie(?:nt|ra)?|payer|financer(?:a|ont)?|remet(?:tent|tre|tra)?"
    r"|transmet(?:tent|tre|tra)?|fourni(?:t|r|ra|ront|ssent)|notifi\w+|design(?:e|ent|er|era|eront)"
    r"|emploi(?:e|ent)|conserv(?:e|ent)|maintien(?:t|nent)|ouvr(?:e|ent|ira|iront)|nomm(?:e|ent|er|era|eront)"
    r"|recrut\w+|embauch\w+|met(?:tre|tent|tra|tront)? a (?:la )?disposition)\b"
)
# An age is no delay: «les enfants de moins de trois ans».
_AGED = Shape(r"\b(?:enfants|jeunes|adolescents|publics|personnes)\b[^.;<]{0,40}<t\d+>")
# How far after the verb what it wishes for stands, in characters; before it, where it is passive.
_REACH = 160
_BEFORE = 100
_PASSIVE = Shape(r"\b(?:etre|est|sont|sera|seront) $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orientation:
    """What is wished for: its name, as people are told it, and the words that say it."""

    name: str
    wished: Shape


ORIENTATIONS = (
    Orientation(
        name="adaptation des objectifs", wished=Shape(r"\b(?:adapter|ajuster|reviser|actualiser) les objectifs")
    ),
    Orientation(
        name="amélioration du partenariat", wished=Shape(r"\bpartenariats?\b(?! local)|(?<!charge de )\bcooperation\b")
    ),
    Orientation(name="missions communes", wished=Shape(r"\bmissions? (?:communes?|partagees?|suivantes)\b")),
    Orientation(name="appui financier", wished=Shape(r"\b(?:appui|soutien|accompagnement) financier\b")),
    Orientation(
        name="accès aux droits",
        wished=Shape(r"\bacces\b.{0,60} droits\b|\brendez-vous des droits\b|\bnon[- ]recours\b"),
    ),
    Orientation(
        name="coordination des acteurs",
        wished=Shape(
            r"\b(?:acteurs|approches|interventions|actions|institutions|services|pratiques)\b[^.;]{0,60}"
            r"\b(?:coordon|complementa|coheren|articul|territorial)|\bcloisonnement\b|\blisibilite\b|\bcomplementarite\b"
            r"|\bcoordination\b|\barticulation\b|\bgouvernance\b"
        ),
    ),
    Orientation(name="mobilisation des partenaires", wished=Shape(r"\bensemble des (?:partenaires|acteurs)\b")),
    Orientation(
        name="connaissance partagée du territoire",
        wished=Shape(
            r"\bconnaissance (?:mutuelle|des besoins|partagee|du territoire)|\bdiagnostics?\b|\bobservation\b"
            r"|\banalyses partagees|\bbesoins prioritaires"
        ),
    ),
    Orientation(name="accueil du public", wished=Shape(r"\blieux d'accueils?\b|\baccueil (?:du public|des usagers)")),
    Orientation(
        name="accueil des enfants et des jeunes",
        wished=Shape(
            r"\baccueils?\b[^.;]{0,60}\b(?:enfants?|enfance|individuel|collecti\w+|loisirs)|\boffre d'accueil\b"
            r"|\bmodes? d'accueil\b|\bpetite enfance\b|\bgarde des enfants\b"
        ),
    ),
    Orientation(
        name="éducation et loisirs des enfants et des jeunes",
        wished=Shape(
            r"\bloisirs\b|\bvacances\b|\bactivites diversifiees\b|\bparcours educatifs?\b|\beducatifs?\b"
            r"|\b(?:peri|extra)scolaires?\b"
        ),
    ),
    Orientation(name="autonomie des jeunes", wished=Shape(r"\b(?:adolescents|jeunes)\b|\bjeunesse\b")),
    Orientation(
        name="soutien à la parentalité",
        wished=Shape(r"\bparentalite\b|\bparents\b|\bparentale?s?\b|\bliens parents"),
    ),
    Orientation(
        name="logement et cadre de vie",
        wished=Shape(r"\blogements?\b|\bhabitat\b|\bexpulsions\b|\bcadre de vie\b"),
    ),
    Orientation(
        name="animation de la vie sociale", wished=Shape(r"\bvie sociale\b|\blien social\b|\bcentres sociaux\b")
    ),
    Orientation(name="insertion", wished=Shape(r"\binsertion\b|\bretour a l'emploi\b|\bprecarite\b|\binclusion\b")),
    Orientation(
        name="accompagnement des familles fragiles",
        wished=Shape(
            r"\bfamilles\b[^.;]{0,40}\b(?:vulnerables|fragil|difficult|confrontees)|\baccompagnement social\b"
        ),
    ),
    Orientation(
        name="adaptation de l’offre de services",
        wished=Shape(
            r"\boffres? (?:de |existante|nouvelle|globale|des )|\bservices aux familles\b|\bservices de proximite\b"
            r"|\brepondre a des besoins\b|\breponse aux besoins\b|\bservices existants\b"
        ),
    ),
    Orientation(
        name="équilibre entre les territoires",
        wished=Shape(
            r"\bterritoires? (?:ruraux|rural|agricoles?|prioritaires?|isoles?|fragiles?)\b|\bruralite\b"
            r"|\bquartiers prioritaires\b|\breequilibr\w+ (?:territorial|de l'offre)"
        ),
    ),
    Orientation(
        name="réduction des inégalités", wished=Shape(r"\binegalites\b|\bmixite sociale\b|\begalite des chances\b")
    ),
    Orientation(
        name="amélioration continue par l’évaluation",
        wished=Shape(
            r"\bplus[- ]value\b|\benseignements\b|\befficacite des actions\b|\bresultats (?:atteints|obtenus)"
        ),
    ),
    Orientation(
        name="concertation",
        wished=Shape(
            r"\bconcertation\b|\breflexion\b|\bechanger des informations\b|\bconsultation des\b|\bco-construction\b"
        ),
    ),
)


def orientation(words: str) -> str:
    """The name of the orientation that marked words say; empty where they say none, or more than a wish.

    >>> orientation("les parties s'engagent a rechercher une meilleure articulation de leurs interventions")
    'coordination des acteurs'
    >>> orientation("la caf versera sa subvention a la commune"), orientation("elle developpe l'accueil avant le <d0>")
    ('', '')
    """
    if _FIRM.search(words) or _MADE.search(words) or is_counted(_CITED.sub("", _AGED.sub("", words))):
        return ""
    reaches = [(_from(words, wish.start()), wish.end() + _REACH) for wish in _SOFT.finditer(words)]
    for named in ORIENTATIONS:
        if any(named.wished.search(words, start, end) for start, end in reaches):
            return named.name
    return ""


def _from(words: str, verb: int) -> int:
    """Where to begin to look for what a verb wishes."""
    return max(0, verb - _BEFORE) if _PASSIVE.search(words[:verb][-8:]) else verb
