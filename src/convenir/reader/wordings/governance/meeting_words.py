"""How texts say how often a body meets, and how often something is done."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from convenir.core.delays import months_of
from convenir.core.terms.governance import Bound, Per
from convenir.reader.french.marking import Marked, T
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape

_MEET = Shape(
    r"\b(?:se reuni\w*|reuni(?:e|es|s|ra|ront|t|ssent)?|reunions?|se tien\w+|tiendra|tenues?"
    r"|siege\w*|se rencontr\w+|rencontres?|convoque\w*"
    r"|se retrouv\w+|retrouvent|retrouveront|se voi(?:t|ent)|se verr\w+|seances?|sessions?|frequence|periodicite"
    r"|a lieu|aura lieu|auront lieu|ont lieu|se concert\w+|s'assembl\w+|rythme|rendez-vous)\b|\b(?:quand|calendrier"
    r"|tenue) ?:"
)
_MONTHS = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_UNIT = r"(?P<unit>an|annee(?: civile| scolaire)?|semestre|trimestre(?: scolaire)?|quadrimestre|mois|exercice)"
_MEETINGS = r"(?:fois|reunions?|seances?|rencontres?|sessions?|rendez-vous|transmissions?|envois?|livraisons?)"
_TIMES = Shape(
    rf"(?P<count>{NUMBER})(?:(?: (?:a|ou) {NUMBER})? {_MEETINGS}| ?x\b)"
    rf"(?: \w+){{0,2}}? ?"
    rf"(?:/ ?|par |l'|dans (?:l'|une meme |chaque )|chaque |au cours de (?:l'|chaque |la meme )|sur l'"
    rf"|tous les |toutes les )"
    rf"(?:une )?{_UNIT}\b"
)
_TIMES_AS_ADJECTIVE = Shape(
    rf"(?P<count>{NUMBER}) (?!fois){_MEETINGS} (?P<unit>annuel(?:le)?"
    r"|semestriel(?:le)?|trimestriel(?:le)?|mensuel(?:le)?)s?\b"
)
# «Chaque mois de mars» is once a year.
_EVERY = Shape(
    rf"(?<!fois )(?:\b(?:chaque|par|tous les|toutes les|une fois (?:l'|chaque ))\s?|\d ?/ ?){_UNIT}s?\b"
    rf"(?! (?:de |d'){_MONTHS}\b)"
)
# «Chaque année, le comité tient deux réunions», «fixé à deux par an»: the number stands away from the period.
_COUNTED = Shape(rf"\b({NUMBER})(?: {_MEETINGS}\b|(?= par an\b| ?/ ?an\b))")
_EVERY_DELAY = Shape(rf"\b(?:tous les|toutes les) {T}")
_RHYTHM = Shape(
    r"\b(?:(?:reuni\w*|rencontres?|seances?|rythme|frequence|periodicite|reunions?|cadence"
    r"|comites?|instances?|copil|cellules?|groupes?|commissions?|conferences?)(?: \w+){0,4}?[ :]+"
    r"(?P<unit>bi-?annuel|annuel|semestriel|quadrimestriel|trimestriel|bimestriel|mensuel)(?:le|s|les)?"
    r"|(?P<adverb>annuelle|semestrielle|quadrimestrielle|trimestrielle|bimestrielle|mensuelle)ment)\b"
)
# «une cellule de veille mensuelle»
_NAMED_RHYTHM = Shape(
    r"\b(?:comites?|cellules?|groupes?|commissions?|conferences?|copil)(?: d(?:e |es |')\w+| \w+(?:que|nel|tif))? "
    r"(?:bi-?annuel|annuel|semestriel|trimestriel|mensuel)(?:le)?s?\b"
)
_PERIODS = {
    "an": Per.CIVIL_YEAR, "annee": Per.CIVIL_YEAR, "annee civile": Per.CIVIL_YEAR, "annee scolaire": Per.CIVIL_YEAR,
    "exercice": Per.CIVIL_YEAR, "annuel": Per.CIVIL_YEAR, "annuelle": Per.CIVIL_YEAR,
    "semestre": Per.SEMESTER, "semestriel": Per.SEMESTER, "semestrielle": Per.SEMESTER,
    "trimestre": Per.QUARTER, "trimestriel": Per.QUARTER, "trimestrielle": Per.QUARTER,
    "mois": Per.MONTH, "mensuel": Per.MONTH, "mensuelle": Per.MONTH,
}  # fmt: skip
# Rhythms that are no period of their own, in times a year.
_TIMES_A_YEAR = {
    "trimestre scolaire": 3, "quadrimestre": 3, "quadrimestriel": 3, "quadrimestrielle": 3,
    "bimestriel": 6, "bimestrielle": 6,
}  # fmt: skip
# «le comité, qui ne siégeait qu'une fois l'an, se réunit désormais…», «les mots « … » sont remplacés par…»
_NO_LONGER = Shape(
    r",? qui (?:[a-z']+ ){0,3}?[a-z]+ai(?:t|ent)\b[^,;.]*(?:,|(?= se ))"
    r"|\b(?:les (?:mots|termes)|la phrase|l'alinea) ?:? \"[^\"]{3,200}\" (?:est|sont|sera|seront) remplacee?s? par\b"
)
# «en mars et en octobre de chaque année», «au printemps et à l'automne»; whole words: «la mairie» is not in May.
_TIME = rf"\b(?:{_MONTHS}|printemps|automne|hiver|rentree)\b"
_SEASON = r"(?:(?:une fois|en|de|d'|au|a|a l'|a la|et|puis|mois|aux|le) ?)"
_IN_MONTHS = Shape(
    rf"\b(?:en|au|aux|de|a l'|a la) ?(?:mois de )?{_TIME}(?:(?:,| et| puis) {_SEASON}*{_TIME})+(?! (?:\d|<))"
)
# «en début et en fin d'année»
_BOTH_ENDS = Shape(r"\ben debut(?: d'annee)? et (?:en )?fin d'annee\b|\bau debut et a la fin de (?:chaque|l') ?annee\b")
_MONTH = re.compile(_TIME)
# «chaque mois, le mois d'août excepté», «sauf en juillet et en août»
_SPARED = Shape(
    rf"\b(?:sauf|hors|hormis|excepte|a l'exception d(?:[eu]s?|(?=')))"
    rf"(?: (?:en|au|le|les|mois|de|d'|et)\b| ?d?'?{_MONTHS}|,)+"
    rf"|\b(?:mois )?(?:d'|de )?{_MONTHS}(?: et (?:d'|de )?{_MONTHS})? (?:exceptes?|exclus?)\b"
)
_BY_MONTHS = {1: Per.MONTH, 3: Per.QUARTER, 6: Per.SEMESTER, 12: Per.CIVIL_YEAR}
# «au moins quinze jours à l'avance» is said of the papers.
_LEAST_DELAY = Shape(r"\bau moins <t\d+>|<t\d+> au moins\b")
_LEAST = Shape(
    r"\b(?:au moins|a tout le moins|ne (?:peut|saurait|pourra|doit) [^.;]{0,30}\b(?:moins de|inferieure?s? a)"
    r"|a minima|au minimum|minimum"
    r"|au mini|minimale?|pas moins de|plus si|plus souvent|davantage"
    r"|et (?:a )?chaque fois|et toutes les fois|et autant|et(?: plus)?,? si|et (?:en tant )?que de besoin"
    r"|et en tant que"
    r"|et a la demande)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """So many meetings in each period."""

    count: int
    per: Per
    bound: Bound


# Each body that a sentence may be about asks for it again.
@lru_cache(maxsize=512)
def cadence(words: Marked) -> Cadence | None:
    """How often a body meets; None for «en tant que de besoin» and for less than once a year.

    >>> from convenir.reader.french.marking import marked
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
    found = frequency(replace(words, words=_NO_LONGER.sub("", words.words)))
    named = _months_named(words.words) if found in (None, (1, Per.CIVIL_YEAR)) else 0
    found = (named, Per.CIVIL_YEAR) if named > 1 else found
    if found is None:
        return None
    count, per = _spared(words.words, *found)
    several = re.search(rf"{NUMBER} (?:a|ou) {NUMBER} (?:fois|reunions?)", words.words) is not None
    least = several or _LEAST.search(_LEAST_DELAY.sub("", words.words)) is not None
    return Cadence(count=count, per=per, bound=Bound.MINIMUM if least else Bound.EXACT)


def frequency(words: Marked) -> tuple[int, Per] | None:
    """How many times in each period something is done.

    >>> from convenir.reader.french.marking import marked
    >>> frequency(marked("La Caf remet chaque semestre un tableau de bord."))
    (1, <Per.SEMESTER: 'semester'>)
    >>> frequency(marked("La Caf remet chaque mois de mars un tableau de bord.")) is None
    True
    """
    return _counted(words) or _rhythm(words)


def _months_named(words: str) -> int:
    """In how many months the body meets, where the words name several.

    >>> _months_named("se reunit au mois de juin, a la mairie")
    0
    >>> _months_named("se reunit en mars et en octobre de chaque annee")
    2
    """
    if _BOTH_ENDS.search(words):
        return 2
    found = _IN_MONTHS.search(words)
    return len(_MONTH.findall(found[0])) if found else 0


def _spared(words: str, count: int, per: Per) -> tuple[int, Per]:
    """The same times a year, without the months in which a monthly body does not meet.

    >>> _spared("se reunit chaque mois, sauf en juillet et en aout", 1, Per.MONTH)
    (10, <Per.CIVIL_YEAR: 'civil_year'>)
    """
    found = _SPARED.search(words) if per is Per.MONTH else None
    without = len(_MONTH.findall(found[0])) if found else 0
    return (count * (12 - without), Per.CIVIL_YEAR) if without else (count, per)


def _counted(words: Marked) -> tuple[int, Per] | None:
    for shape in (_TIMES, _TIMES_AS_ADJECTIVE):
        found = shape.search(words.words)
        count = number(found["count"]) if found else None
        if found and count:
            return _a_period(found["unit"], count)
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
        counted = _COUNTED.search(words.words)
        return _a_period(found["unit"], (number(counted[1]) or 1) if counted else 1)
    rhythm = _RHYTHM.search(words.words)
    if rhythm is None:
        return None
    unit = rhythm["unit"] or rhythm["adverb"]
    return (2, Per.CIVIL_YEAR) if unit.startswith("bi") and "annuel" in unit else _a_period(unit, 1)


def _a_period(unit: str, count: int) -> tuple[int, Per]:
    """So many times in each period of that name."""
    if unit in _TIMES_A_YEAR:
        return count * _TIMES_A_YEAR[unit], Per.CIVIL_YEAR
    return count, _PERIODS[unit]
