"""How far the words of a clause bind: «s'engage», «dans la mesure du possible», «se donnent pour objectif»."""

from convenir.core.force import Force
from convenir.reader.french.shapes import Shape

_QUALIFIED = Shape(
    r"\b(?:chaque|toutes les) fois que (?:possible|cela|c'est|necessaire|de besoin)"
    r"|\bdans la mesure (?:du possible|de|ou)\b"
    r"|\bautant que (?:possible|faire)|\bsi possible\b|\blorsque (?:cela|c'est) (?:est )?possible\b|\bsi besoin\b"
    r"|\bdans la limite d(?:e|es) (?:leurs?|ses) (?:moyens|possibilites)\b"
)
_HARD = Shape(
    r"\bs'engage(?:nt|ra|ront)?\b|\bs'oblige(?:nt)?\b|\b(?:doit|doivent|devra|devront)\b|\b(?:est|sont|sera"
    r"|seront) tenue?s?\b"
    r"|\bil (?:leur |lui )?(?:appartient|incombe)\b|\bobligatoirement\b|\best obligatoire\b|\bne (?:peut"
    r"|peuvent|pourra|pourront)\b"
)
_SOFT = Shape(
    r"\b(?:a|ont) (?:pour )?(?:vocation|ambition)\b|\bveille(?:nt|ra|ront)? a\b|\bs'efforce(?:nt|ra|ront)? d"
    r"|\bse (?:donne(?:nt)?|fixe(?:nt)?) pour (?:objectif|ambition|but)\b|\bsouhait\w+|\bambitionne\w*"
    r"|\b(?:peut|peuvent|pourra|pourront|pourrait|pourraient)\b|\b(?:cherche|tende?|vise|entende?)(?:nt)? a\b"
    r"|\benvisage\w*|\best souhaitable\b|\ba terme\b[^.;]{0,20}\bpourr"
)


def binds(words: str) -> bool:
    """Whether the sentence has a verb of duty."""
    return _HARD.search(words) is not None


def force(words: str) -> Force:
    """How far a sentence binds; what it states without a verb of duty binds, as «les parties évaluent» does.

    >>> force("les parties s'engagent a partager leurs donnees").value
    'hard'
    >>> force("elles s'engagent, chaque fois que possible, a partager leurs donnees").value
    'qualified'
    >>> force("elles se donnent pour objectif une observation partagee").value
    'soft'
    >>> force("une evaluation est conduite a mi-parcours ; elle peut conduire a reviser les axes").value
    'hard'
    >>> force("aucune donnee ne peut sortir").value
    'hard'
    """
    if _QUALIFIED.search(words):
        return Force.QUALIFIED
    # What follows a semicolon adds to what the sentence states.
    if _SOFT.search(words.partition(" ;")[0]) and not binds(words):
        return Force.SOFT
    return Force.HARD
