"""A reading chosen by default, said so that a person may disagree."""

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.writer.french_dates import day

SENTENCES = {
    Choice.NOTICE_FROM_RECEPTION: "Le texte ne dit pas d’où part le préavis : il est compté de la réception.",
    Choice.NOTICE_DOES_NOT_ROLL: "Le préavis finit un jour non ouvrable : il n’est pas reporté.",
    Choice.LAST_DAY_INCLUDED: "« Jusqu’au » est lu comme incluant ce jour.",
    Choice.START_AT_LAST_SIGNATURE: "La convention commence le jour de la dernière signature.",
    Choice.STATED_DATE_IS_SIGNATURE: "La date écrite au-dessus des signatures vaut pour chaque signataire.",
    Choice.STATED_DATE_IS_NOT_THE_LAST_SIGNATURE: "La date écrite précède la dernière signature, qui est retenue.",
    Choice.CEILING_IS_TOTAL: "La limite est lue comme la durée totale, première période comprise.",
    Choice.RENEWAL_IS_EXPRESS: "La clause de reconduction est incomplète : elle est lue comme expresse.",
    Choice.NO_RENEWAL_WITHOUT_CLAUSE: "Le texte ne dit rien de la reconduction : aucune n’est présumée.",
    Choice.ANNIVERSARY_OF_ORIGIN: "Les périodes sont comptées de la première date, non l’une après l’autre.",
    Choice.EVE_OF_ANNIVERSARY: "Le 29 février n’a pas d’anniversaire cette année-là : la veille du 28 est retenue.",
    Choice.PARTIAL_YEAR_COUNTS_WHOLE: "Une année incomplète compte comme une année entière.",
    Choice.SHORT_FIRST_YEAR_IS_MERGED: "La première année dure moins de six mois : elle est réunie à la suivante.",
    Choice.CIVIL_YEAR: "« Par an » est lu comme l’année civile.",
    Choice.AT_LEAST_THE_DELAY: "Le délai avant la séance est lu comme un minimum.",
    Choice.ADVICE_ON_WORKING_DAY: "Le jour dû n’est pas ouvrable : visez le jour ouvrable qui précède.",
    Choice.GOOD_FRIDAY_COUNTS: "Le Vendredi saint est compté comme férié, faute de savoir s’il l’est dans la commune.",
    Choice.CONTENT_OVER_TITLE: "Le contenu de la clause l’emporte sur son titre.",
    Choice.LONGER_NOTICE_ALLOWED: "La lettre annonce un préavis plus long que le minimum : il est suivi.",
    Choice.NOTICE_DOES_NOT_SUSPEND: "Le préavis ne suspend pas les autres obligations.",
    Choice.RETROACTIVE_START: "La date d’effet précède la signature : elle vaut une fois la convention signée.",
    Choice.ALTERNATION_BY_MEETING: "L’alternance est comptée séance par séance.",
    Choice.BODY_OVER_ANNEX: "Le corps de la convention l’emporte sur son annexe.",
}
READINGS = {
    "ceiling_counts_renewals": "limite comptée en nombre de reconductions",
    "chained_anniversaries": "périodes comptées l’une après l’autre",
    "contract_year": "par année de convention",
    "day_of_anniversary": "jour anniversaire compris",
    "due": "due dès la première année",
    "exact": "exactement ce délai",
    "first_signature": "depuis la première signature",
    "good_friday_does_not_count": "sans le Vendredi saint",
    "last_day_excluded": "ce jour exclu",
    "last_signature": "depuis la dernière signature",
    "next_workday": "avec report au jour ouvrable suivant",
    "notice_of_the_clause": "au préavis de la clause",
    "optional": "selon l’annexe, simple faculté",
    "pro_rata": "au prorata",
    "sending": "depuis l’envoi",
    "stated_date": "depuis la date écrite dans l’acte",
}


def assumption_sentence(assumption: Assumption) -> str:
    """The reading that was chosen, with what it gives."""
    sentence = SENTENCES[assumption.choice]
    return f"{sentence} Date retenue : {day(assumption.on)}." if assumption.on else sentence


def alternative_sentence(alternative: Alternative) -> str:
    """The other reading and what it gives.

    >>> from datetime import date
    >>> alternative_sentence(Alternative(reading="sending", on=date(2017, 12, 28)))
    'Autre lecture, depuis l’envoi : 28 décembre 2017.'
    """
    reading = READINGS[alternative.reading]
    if alternative.on:
        return f"Autre lecture, {reading} : {day(alternative.on)}."
    if alternative.count is None:
        return f"Autre lecture, {reading}."
    return f"Autre lecture, {reading} : {f'{alternative.count} fois' if alternative.count else 'rien n’est dû'}."
