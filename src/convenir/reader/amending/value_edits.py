"""How an avenant gives a measure another value without quoting the words that it replaces: «porté à six mois»."""

import re
from collections.abc import Iterator

from convenir.reader.amending.aims import Aims
from convenir.reader.amending.edits import Edit, Measure, ValueReplaced
from convenir.reader.amending.statements import Told
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.words import DELAY

_SET = (
    r"(?:\b(?:est|sont|sera)\s+(?:desormais\s+|dorenavant\s+)?"
    r"(?:portee?s?|ramenee?s?|fixee?s?|relevee?s?|reduite?s?|allongee?s?|abaissee?s?|etendue?s?)"
    r"|\b(?:est|sont|sera)\s+(?:desormais|dorenavant)|\bpasse(?:nt|ra)?|\bdevien(?:t|nent|dra))\s+"
)
_VALUE = (
    r"(?:de\s+(?P<old>{one})\s+)?(?:(?:a|de|d')\s*)?(?P<new>{one})"
    r"(?:\s*,?\s*(?:au\s+lieu\s+de|et\s+non\s+plus)\s+(?:{one}|\w+)\b)?"
)
_PERSONS = r"(?:allocataires|beneficiaires|personnes|individus|foyers|familles)"
_COUNT = rf"{NUMBER}\b(?!\s*(?:%|€|euros|pour\s+cent|mois|ans|jours))"
# What is measured, before the verb; its new value, after it. A notice is also given of a breach: that one comes first.
_SHAPES = tuple(
    (
        measure,
        re.compile(rf"\b(?:{named})\b(?:[^.;]|\.(?=\d)){{0,160}}?{_SET}{_VALUE.format(one=one)}"),
    )
    for measure, named, one in (
        (Measure.CURE, r"delai\s+(?:de\s+(?:la\s+)?)?mise\s+en\s+demeure|delai\s+de\s+regularisation", DELAY),
        (Measure.NOTICE, r"preavis", DELAY),
        (Measure.THRESHOLD, rf"seuils?|nombre\s+minim(?:al|um)\s+(?:de\s+|d'){_PERSONS}", _COUNT),
        (Measure.MEETINGS, r"nombre\s+(?:annuel\s+|minimal\s+)?de\s+(?:reunions|seances)", _COUNT),
    )
)

# What else than meetings has a rhythm is told by other clauses.
_OTHER = r"\b(?:transmission|bilan|donnee|versement|evaluation|envoi|rapport)"
_RHYTHM = r"(?:annuel|semestriel|trimestriel|mensuel)(?:le)?s?"
_CADENCE = re.compile(
    rf"\b(?:periodicite|frequence|rythme)\b(?:(?!{_OTHER})[^.;]){{0,90}}?{_SET}(?:d'{_RHYTHM}\s+)?"
    rf"(?:a\s+)?(?:une?\s+(?:periodicite|frequence|rythme)\s+)?(?P<new>{_RHYTHM})\b"
)
_MEETINGS = re.compile(r"\b(?:reunion|seance|comite|copil|cotech|instance|commission)")


def value_edits(told: Told, aims: Aims) -> Iterator[Edit]:
    """The measures to which a statement gives a value."""
    for measure, shape in _SHAPES:
        for found in told.every(shape):
            targets = aims.at(found.start("new"))
            if len(targets) != 1:
                continue
            told.strike(found.span())
            yield ValueReplaced(
                target=targets[0],
                measure=measure,
                old=told.at(*found.span("old")).words if found["old"] else "",
                new=told.at(*found.span("new")),
                source=told.source,
            )
    yield from _cadences(told, aims)


def _cadences(told: Told, aims: Aims) -> Iterator[Edit]:
    """The rhythm of meetings, where the statement or the place aimed at says whose."""
    for found in told.every(_CADENCE):
        targets = aims.at(found.start("new"))
        if len(targets) != 1 or not (targets[0].article or _MEETINGS.search(found[0])):
            continue
        told.strike(found.span())
        new = told.at(*found.span("new"))
        yield ValueReplaced(target=targets[0], measure=Measure.CADENCE, new=new, source=told.source)
