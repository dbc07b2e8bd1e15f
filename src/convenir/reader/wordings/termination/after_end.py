"""How texts say what becomes of commitments after an early end."""

from convenir.core.terms.termination import AfterEnd
from convenir.reader.french.shapes import Shape

_RUN_OFF = Shape(
    r"\bjusqu'a (?:leur|son|l')(?: propre)? ?(?:terme|echeance|achevement|complete|extinction)"
    r"|\bmenee?s? (?:a|jusqu'a) (?:leur )?(?:terme|bonne fin|achevement)|\bsouscrits?\b[^.]{0,40}jusqu"
    r"|\b(?:rest|demeur|ser)\w+ tenue?s?\b|\bhonor|\bexecutes? jusqu|\b(?:se )?(?:poursuiv|cour)\w+ jusqu"
    r"|\bcontinu\w+ (?:de |a )"
)
_STOP = Shape(
    r"\barret immediat|\bmet(?:tra)? fin aux engagements|\bimmediatement (?:un )?(?:terme|fin)"
    r"|\b(?:arrete|interromp|suspend|cess)\w* (?:aussitot|immediat)|\bfin immediate|\bimmediatement (?:cess|caduc)"
    r"|\bcesse\w* (?:de plein droit|aussitot|sans delai)"
    r"|\blibere\w* (?:immediatement )?(?:les parties )?de (?:leurs|tous?)|\bdelie"
)
DAMAGES = Shape(r"\bdommages|\bindemnis|\breparation d(?:u|e (?:son|leur)) prejudice|\btous autres droits")


def effects(words: str) -> AfterEnd | None:
    """What becomes of commitments after an early end.

    >>> effects("en cas de resiliation, les engagements deja pris sont menes a leur terme").value
    'run_off'
    >>> effects("la resiliation entraine l'arret immediat des engagements").value
    'immediate_stop'
    """
    if _STOP.search(words):
        return AfterEnd.IMMEDIATE_STOP
    return AfterEnd.RUN_OFF if _RUN_OFF.search(words) else None
