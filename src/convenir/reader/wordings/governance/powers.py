"""How texts tell in a sentence what a body does: «il valide les bilans et arrête les priorités»."""

import re

from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.wordings.counted import is_dated
from convenir.reader.wordings.governance.body_names import candidates

# What bodies do, in the present or in the future; how they meet, and who leads them, other clauses say.
_DOES = (
    r"(?:(?:valid|examin|veill|propos|orient|fix|determin|coordonn|pilot|evalu|appreci|redig|formul|analys|prioris"
    r"|arbitr|impuls|debat|elabor|prepar|organis|control|approuv|arret)(?:e|era)"
    r"|(?:defini|etabli|instrui|sui|choisi|garanti)t|(?:definira|etablira|instruira|suivra|choisira|arretera)"
    r"|(?:assure(?:ra)?|effectue(?:ra)?) (?:le suivi|la coordination|la coherence|la mise en (?:oe|œ)uvre|le pilotage)"
    r"|s'assure(?:ra)?|met(?:tra)? en (?:oeuvre|œuvre)|prend(?:ra)? connaissance|rend(?:ra)? compte|decide(?:ra)?"
    r"|contribue(?:ra)? a|porte(?:ra)? une attention|debat(?:tra)?|donne(?:ra)? (?:un|son) avis"
    r"|(?:a|aura) (?:pour|comme) (?:roles?|missions?|objet|objectifs?|vocation|fonctions?|taches?)"
    r"|(?:a|aura) (?:la |en )?charge|(?:est|sera) charge\w* d[e'])"
)
_SUBJECT = Shape(
    r"^(?:(?P<when>chaque annee|tous les ans|annuellement), )?(?:(?P<he>il|celui-ci|ce (?:dernier|comite|groupe"
    r"|conseil))|(?P<she>elle|celle-ci|cette (?:instance|commission"
    r"|reunion|cellule|derniere))|(?:le|la|l'|ce|cette|chaque|un|une) ?(?P<named>[^,.;:]{3,70}?)(?<! l[ae])(?<! les)),?"
    rf" (?:notamment |egalement |aussi |ainsi |en outre )?(?={_DOES}\b)"
)
_FEMININE = Shape(r"^(?:rencontre|instance|reunion|commission|cellule|equipe|conference|coordination|assemblee)")
_PARTED = Shape(rf"(?:, | et |, et |; |, puis )(?={_DOES}\b)")


def told_powers(line: str, words: str, name: str) -> tuple[str, ...]:
    """What the sentence says that the body of that name does, one entry for each verb.

    Nothing where another does it, nor where it is to be done by a day: that is the matter of another clause.

    >>> told_powers("Il valide les bilans et arrête les priorités.", "il valide …", "comité de pilotage")
    ('valide les bilans', 'arrête les priorités')
    >>> told_powers("Chaque année, il fixe les priorités.", "chaque annee, il fixe …", "comité de pilotage")
    ('chaque année, fixe les priorités',)
    >>> told_powers("Elle prépare les dossiers.", "elle prepare …", "comité de pilotage")
    ()
    >>> told_powers("La Caf prépare les séances du comité.", "la caf prepare …", "comité de pilotage")
    ()
    """
    plain = flat(line)
    found = _SUBJECT.match(plain)
    if found is None or is_dated(words) or not _agrees(line, found, name):
        return ()
    cuts = [found.end(), *(place for cut in _PARTED.finditer(plain, found.end()) for place in cut.span()), len(line)]
    parts = (
        line[begin:end].partition(" ;")[0].strip(" .;,:") for begin, end in zip(cuts[::2], cuts[1::2], strict=True)
    )
    yearly = f"{found['when'].replace('annee', 'année')}, " if found["when"] else ""
    return tuple(yearly + part for part in parts if part)


def _agrees(line: str, found: re.Match[str], name: str) -> bool:
    """Whether the subject is the body: by its name, or by a pronoun of its gender."""
    if found["named"] is None:
        return (_FEMININE.search(flat(name)) is not None) == (found["she"] is not None)
    start, end = found.span("named")
    return any(
        start <= mention.start + 1 and mention.start <= start + 8 and mention.end <= end + 1
        for mention in candidates(line)
    )
