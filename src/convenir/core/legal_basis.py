"""Which rules of general law stand behind a reading chosen by default; they apply to a convention by analogy."""

from convenir.core.assumptions import Choice
from convenir.core.source import Reference

# A period in months ends on the day that bears the same number, else on the last day of the month.
MONTHS = Reference(law="Code de procédure civile, art. 641 (par analogie)")
# A period whose last day is not a working day moves to the next one: procedure only.
ROLLING = Reference(law="Code de procédure civile, art. 642 (écarté : propre à la procédure)")
# The worked example nearest to a notice between two parties: it runs from reception and is never moved.
TENANT_NOTICE = Reference(law="Congé du locataire, service-public.fr, fiche F1168 (par analogie)")
GOOD_FRIDAY = Reference(law="Code du travail, art. L. 3134-13")
NO_RIGHT_TO_RENEWAL = Reference(law="Code civil, art. 1212 à 1215 (par analogie)", since="2016-10-01")
LAST_SIGNATURE = Reference(law="Code civil, art. 1113 (par analogie)", since="2016-10-01")

BASES: dict[Choice, tuple[Reference, ...]] = {
    Choice.NOTICE_FROM_RECEPTION: (TENANT_NOTICE, MONTHS),
    Choice.NOTICE_DOES_NOT_ROLL: (TENANT_NOTICE, ROLLING),
    Choice.EVE_OF_ANNIVERSARY: (MONTHS,),
    Choice.NO_RENEWAL_WITHOUT_CLAUSE: (NO_RIGHT_TO_RENEWAL,),
    Choice.RENEWAL_IS_EXPRESS: (NO_RIGHT_TO_RENEWAL,),
    Choice.START_AT_LAST_SIGNATURE: (LAST_SIGNATURE,),
    Choice.STATED_DATE_IS_NOT_THE_LAST_SIGNATURE: (LAST_SIGNATURE,),
    Choice.GOOD_FRIDAY_COUNTS: (GOOD_FRIDAY,),
}


def laws_behind(choice: Choice) -> tuple[Reference, ...]:
    """The rules on which that reading rests; none where it rests on the words alone."""
    return BASES.get(choice, ())
