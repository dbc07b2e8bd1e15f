"""How texts say how often a body meets, before which other, and when its papers are sent."""

import re
from dataclasses import dataclass

from convenir.core.delays import Delay, months_of
from convenir.core.terms.governance import Bound, Per
from convenir.reader.french import NUMBER, flat, number
from convenir.reader.marking import Marked, T
from convenir.reader.shapes import Shape

_MEET = Shape(
    r"\b(?:se reuni\w*|reuni(?:e|es|s|ra|ront|t|ssent)?|reunions?|se tien\w+|tiendra|tenues?"
    r"|siege\w*|se rencontr\w+|rencontres?|convoque\w*"
    r"|se retrouv\w+|seances?|sessions?|frequence|periodicite|a lieu|aura lieu|auront lieu|ont lieu|se concert\w+)\b"
)
_UNIT = r"(?P<unit>an|annee(?: civile)?|semestre|trimestre|mois)"
_TIMES = Shape(
    rf"(?P<count>{NUMBER})(?: (?:a|ou) {NUMBER})? (?:fois|reunions?|seances?|rencontres?|sessions?)(?: \w+){{0,2}}? ?"
    rf"(?:/|par |l'|dans l'|chaque |au cours de (?:l'|chaque )|sur l'|tous les |toutes les )(?:une )?{_UNIT}\b"
)
_TIMES_AS_ADJECTIVE = Shape(
    rf"(?P<count>{NUMBER}) (?:reunions?|seances?|rencontres?|sessions?) (?P<unit>annuelle"
    r"|semestrielle|trimestrielle|mensuelle)s?\b"
)
_EVERY = Shape(rf"(?<!fois )\b(?:chaque|par|tous les|toutes les|une fois (?:l'|chaque ))\s?{_UNIT}s?\b")
_EVERY_DELAY = Shape(rf"\b(?:tous les|toutes les) {T}")
_RHYTHM = Shape(
    r"\b(?:(?:reuni\w*|rencontres?|seances?|rythme|frequence|periodicite|reunions?|cadence"
    r"|comites?|instances?|copil|cellules?|groupes?|commissions?|conferences?)(?: \w+){0,4}?[ :]+"
    r"(?P<unit>bi-?annuel|annuel|semestriel|trimestriel|mensuel)(?:le|s|les)?|(?P<adverb>annuelle"
    r"|semestrielle|trimestrielle|mensuelle)ment)\b"
)
# «une cellule de veille mensuelle»
_NAMED_RHYTHM = Shape(
    r"\b(?:comites?|cellules?|groupes?|commissions?|conferences?|copil)(?: d(?:e |es |')\w+| \w+que)? "
    r"(?:bi-?annuel|annuel|semestriel|trimestriel|mensuel)(?:le)?s?\b"
)
_PERIODS = {
    "an": Per.CIVIL_YEAR, "annee": Per.CIVIL_YEAR, "annee civile": Per.CIVIL_YEAR,
    "annuel": Per.CIVIL_YEAR, "annuelle": Per.CIVIL_YEAR,
    "semestre": Per.SEMESTER, "semestriel": Per.SEMESTER, "semestrielle": Per.SEMESTER,
    "trimestre": Per.QUARTER, "trimestriel": Per.QUARTER, "trimestrielle": Per.QUARTER,
    "mois": Per.MONTH, "mensuel": Per.MONTH, "mensuelle": Per.MONTH,
}  # fmt: skip
_BY_MONTHS = {1: Per.MONTH, 3: Per.QUARTER, 6: Per.SEMESTER, 12: Per.CIVIL_YEAR}
_LEAST = Shape(
    r"\b(?:au moins|a minima|au minimum|minimum|au mini|minimale?|pas moins de|plus si|davantage"
    r"|et chaque fois|et autant|et a la demande)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """So many meetings in each period."""

    count: int
    per: Per
    bound: Bound


def cadence(words: Marked) -> Cadence | None:
    """How often a body meets; None for «en tant que de besoin» and for less than once a year.

    >>> from convenir.reader.marking import marked
    >>> said = cadence(marked("Il se réunit au minimum deux fois par an."))
    >>> said.count, said.per.value, said.bound.value
    (2, 'civil_year', 'minimum')
    >>> said = cadence(marked("Une rencontre trimestrielle réunit les services."))
    >>> said.count, said.per.value
    (1, 'quarter')
    >>> cadence(marked("Il se réunit tous les quatre mois.")).count
    3
    >>> cadence(marked("Elle est suivie par un comité de pilotage semestriel.")).per.value
    'semester'
    >>> cadence(marked("Il se réunit plusieurs fois par an.")) is None
    True
    >>> cadence(marked("Un bilan est dressé une fois par an.")), cadence(marked("Il se réunit tous les deux ans."))
    (None, None)
    """
    if not _MEET.search(words.words) and not _NAMED_RHYTHM.search(words.words):
        return None
    found = frequency(words)
    if found is None:
        return None
    count, per = found
    several = re.search(rf"{NUMBER} (?:a|ou) {NUMBER} (?:fois|reunions?)", words.words) is not None
    least = several or _LEAST.search(words.words) is not None
    return Cadence(count=count, per=per, bound=Bound.MINIMUM if least else Bound.EXACT)


def frequency(words: Marked) -> tuple[int, Per] | None:
    """How many times in each period something is done.

    >>> from convenir.reader.marking import marked
    >>> frequency(marked("La Caf remet chaque semestre un tableau de bord."))
    (1, <Per.SEMESTER: 'semester'>)
    """
    return _counted(words) or _rhythm(words)


def _counted(words: Marked) -> tuple[int, Per] | None:
    for shape in (_TIMES, _TIMES_AS_ADJECTIVE):
        found = shape.search(words.words)
        count = number(found["count"]) if found else None
        if found and count:
            return count, _PERIODS[found["unit"]]
    every = words.delay(_EVERY_DELAY)
    if every is None:
        return None
    months = months_of(every)
    if months in _BY_MONTHS:
        return 1, _BY_MONTHS[months]
    return (12 // months, Per.CIVIL_YEAR) if months and 12 % months == 0 else None


def _rhythm(words: Marked) -> tuple[int, Per] | None:
    if _EVERY_DELAY.search(words.words):
        return None
    found = _EVERY.search(words.words)
    if found:
        return 1, _PERIODS[found["unit"]]
    rhythm = _RHYTHM.search(words.words)
    if rhythm is None:
        return None
    unit = rhythm["unit"] or rhythm["adverb"]
    return (2, Per.CIVIL_YEAR) if unit.startswith("bi") else (1, _PERIODS[unit])


# --- one meeting before another, papers before a meeting ------------------------------------------------------

_BEFORE = Shape(
    rf"{T}(?: (?:au moins|minimum|au plus tard|francs|ouvres|ouvrables|calendaires"
    rf"|avant))*? avant (?P<what>[^.;,]{{3,80}})"
)
_BEFORE_DELAY = Shape(rf"\bavant (?P<what>[^.;,]{{3,80}}?), (?:au moins |au plus tard )?{T}")
_AHEAD = Shape(rf"{T}(?: \w+){{0,2}} (?:a l'avance|au prealable|auparavant|d'avance)\b")
_MEETING = Shape(
    r"\b(?:comites?|copil|cotech|instances?|reunions?|seances?|sa tenue|leur tenue|celui-ci"
    r"|celle-ci|rencontres?|commissions?|la date fixee|la date prevue)\b"
)
_ASSEMBLES = Shape(
    r"\b(?:se reuni\w*|se tien\w+|tiendra|siege\w*|se rencontr\w+|est convoque|se retrouv\w+|est reuni)\b"
)
_PREPARES = Shape(
    r"\bprepar\w+(?: ?(?:le|la|les|l'|des|du|de|d'|ses|ordres? du jour|reunions?|seances?|travaux"
    r"|decisions|chaque|toute)\b)*"
    r"(?P<what>[ ']?(?:comites?|copil|instances?|cotech|commissions?) [^.;,]{0,60})"
)
_SENDS = Shape(
    r"\b(?:transm\w+|adress\w+|envo\w+|communiqu\w+|diffus\w+|remet\w*|remis\w*|fourni\w*"
    r"|mis a disposition|mis a la disposition|partent|partiront|parvien\w+|parvenir|convo\w+)\b"
)
_PAPERS = Shape(
    r"\b(?:les?|l'|la|des|d'|ses|son|leurs?) ?(?P<papers>(?:propositions?"
    r"|documents?(?: de (?:seance|travail)| preparatoires)?|dossiers?(?: de seance)?"
    r"|ordres? du jour|convocations?|pieces?|supports?|elements?|bilans?"
    r"|rapports?)(?: [a-z']+){0,3}?)(?= (?:\w+ ){0,6}?<t|,| (?:sont|est|seront|sera|doivent)\b|$"
    r"| aux?\b)"
)


def ahead(words: Marked) -> Delay | None:
    """The delay before a meeting that the sentence states.

    >>> from convenir.reader.marking import marked
    >>> ahead(marked("Il se réunit trois semaines avant chaque comité de pilotage."))
    Days(count=21)
    >>> ahead(marked("Le préavis est de trois mois avant l'échéance.")) is None
    True
    """
    for shape in (_BEFORE, _BEFORE_DELAY):
        found = shape.search(words.words)
        if found and _MEETING.search(found["what"]):
            return words.delays[int(found[1] if shape is _BEFORE else found[2])]
    return words.delay(_AHEAD)


def meets(words: str) -> bool:
    """Whether the sentence has a body meet."""
    return _ASSEMBLES.search(words) is not None


def prepares(words: str) -> str:
    """What a body prepares, if the sentence says that it prepares another body's meetings; else nothing.

    >>> prepares("il mesure l'avancement des actions et prepare le comite de pilotage")
    ' comite de pilotage'
    """
    found = _PREPARES.search(f"{words} ")
    return found["what"].rstrip() if found else ""


def sends(words: str) -> bool:
    """Whether the sentence has somebody send something."""
    return _SENDS.search(words) is not None


def papers(words: Marked, line: str) -> str:
    """What is sent, in the words of the text, without article.

    >>> from convenir.reader.marking import marked
    >>> line = "Elle adresse les documents de séance dix jours avant la réunion."
    >>> papers(marked(line), line)
    'documents de séance'
    """
    found = _PAPERS.search(words.words)
    if found is None:
        return ""
    named = re.sub(r"(?: (?:et|ou|les?|la|des|leurs?|ses|sont|est))+$", "", found["papers"])
    place = flat(line).find(named)
    return line[place : place + len(named)] if place >= 0 else named
