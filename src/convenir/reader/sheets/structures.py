"""The types of structures that conventions fund, by the names that lists give them."""

import re
from enum import StrEnum

from convenir.reader.french.words import flat


class Structure(StrEnum):
    """A type of facility or service that a Caf and an authority support."""

    EAJE = "eaje"
    RPE = "rpe"
    LAEP = "laep"
    ALSH = "alsh"
    YOUTH = "youth"
    TOY_LIBRARY = "toy_library"
    SOCIAL_CENTRE = "social_centre"
    SOCIAL_LIFE = "social_life"
    COORDINATION = "coordination"
    PARENTING = "parenting"
    TRAINING = "training"
    OTHER = "other"


NAMES: dict[Structure, str] = {
    Structure.EAJE: "EAJE",
    Structure.RPE: "RPE",
    Structure.LAEP: "LAEP",
    Structure.ALSH: "ALSH",
    Structure.YOUTH: "accueil de jeunes",
    Structure.TOY_LIBRARY: "ludothèque",
    Structure.SOCIAL_CENTRE: "centre social",
    Structure.SOCIAL_LIFE: "espace de vie sociale",
    Structure.COORDINATION: "poste de coordination",
    Structure.PARENTING: "soutien à la parentalité",
    Structure.TRAINING: "formation Bafa et Bafd",
    Structure.OTHER: "autre",
}

_CALLED: tuple[tuple[Structure, re.Pattern[str]], ...] = (
    (Structure.LAEP, re.compile(r"\bl\.? ?a\.? ?e\.? ?p\b|lieux? d'accueil (?:enfants?|parents?)")),
    (
        Structure.RPE,
        re.compile(
            r"\br\.? ?p\.? ?e\b|\br\.? ?a\.? ?m\b|\bripe\b|relais (?:petite enfance|d'?assistante?s?|assistante?s?)"
        ),
    ),
    (Structure.SOCIAL_LIFE, re.compile(r"\be\.? ?v\.? ?s\b|espaces? de vie sociale")),
    (Structure.SOCIAL_CENTRE, re.compile(r"\bcentres? (?:social|sociaux|socio-?culturels?)\b|\bcsc\b")),
    (Structure.TOY_LIBRARY, re.compile(r"\bludo(?:theques?)?\b")),
    (Structure.COORDINATION, re.compile(r"\bcoordinat\w+|\bcharge\w* de cooperation\b|\bpilotage\b|\bcoordo\b")),
    (Structure.TRAINING, re.compile(r"\bbafa\b|\bbafd\b")),
    (Structure.PARENTING, re.compile(r"\bparentalite\b|\bclas\b|\breaap\b|\bmediation familiale\b")),
    (
        Structure.YOUTH,
        re.compile(
            r"\baccueils? (?:de )?jeunes\b|\bpoint (?:accueil )?jeunes?\b|\bespaces? (?:jeunes|ados)\b"
            r"|\bmaisons? des? jeunes\b|\bmjc\b|\bprestations? de service jeunes\b"
        ),
    ),
    (
        Structure.ALSH,
        re.compile(
            r"\ba\.? ?l\.? ?s\.? ?h\b|\bclsh\b|\balae\b|\bperi-?scolaires?\b|\bextra-?scolaires?\b"
            r"|(?:accueils?|centres?) de loisirs?|\bgarderies? perisco|\baccueil collectif de mineurs\b|\bacm\b"
        ),
    ),
    (
        Structure.EAJE,
        re.compile(
            r"\be\.? ?a\.? ?j\.? ?e\b|\bcreches?\b|\bmulti-? ?accueils?\b|haltes?-? ?garderies?|\bmicro-? ?creches?\b"
            r"|jardins? d'(?:enfants?|eveil)|accueil du jeune enfant|\bmac\b"
        ),
    ),
    (Structure.OTHER, re.compile(r"^autres?\b")),
)


def structure_of(words: str) -> Structure | None:
    """The type that words name.

    >>> structure_of("Multi-accueil"), structure_of("R.A.M."), structure_of("ALSH périscolaire")
    (<Structure.EAJE: 'eaje'>, <Structure.RPE: 'rpe'>, <Structure.ALSH: 'alsh'>)
    >>> structure_of("Piscine") is None
    True
    """
    plain = flat(words)
    return next((kind for kind, called in _CALLED if called.search(plain)), None)
