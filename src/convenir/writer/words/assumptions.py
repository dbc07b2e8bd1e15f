"""A reading chosen by default, said so that a person may disagree."""

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.writer.french_dates import day

SENTENCES = {
    Choice.NOTICE_FROM_RECEPTION: "Le texte ne dit pas d’où part le préavis : il est compté de la réception.",
    Choice.NOTICE_DOES_NOT_ROLL: "Le préavis finit un jour non ouvrable : il n’est pas reporté.",
    Choice.LAST_DAY_INCLUDED: "Le dernier jour que le texte écrit est lu comme inclus.",
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
    Choice.RECEIVED_WHEN_FIRST_PRESENTED: "La lettre n’a pas été réclamée : sa première présentation vaut réception.",
    Choice.RECEIVED_WHEN_OFFERED: "La lettre électronique n’a pas été acceptée : l’avis du prestataire vaut réception.",
    Choice.RECEIVED_AT_THE_LATEST: "L’accusé est revenu sans date : la lettre a été reçue au plus tard à son retour.",
    Choice.NOTICE_MAY_BE_WITHDRAWN: "La partie a renoncé à temps à sa lettre : elle reste sans effet.",
    Choice.REFUSAL_OVER_TERMINATION: "La lettre annonce la fin d’une période : elle refuse la reconduction suivante.",
    Choice.AGREEMENT_OVER_NOTICE: "L’accord de toutes les parties, signé avant que la lettre n’ait effet, la remplace.",
    Choice.NOTICE_DOES_NOT_SUSPEND: "Le préavis ne suspend pas les autres obligations.",
    Choice.CURE_DOES_NOT_ROLL: "Le délai pour remédier finit un jour non ouvrable : il n’est pas reporté.",
    Choice.CURE_FROM_PRESENTATION: "Le texte ne dit pas d’où part le délai pour remédier : il est compté de la "
    "première présentation de la lettre.",
    Choice.LONGER_CURE_ALLOWED: "La mise en demeure laisse plus de temps que la clause : ce délai est suivi.",
    Choice.LATE_CURE_KEEPS_POWER: "Le manquement a cessé après le délai prévu : la faculté de résilier demeure.",
    Choice.ENDS_WHEN_DECLARED: "La résiliation est une faculté : la convention finit le jour où elle est déclarée, "
    "ce jour compris.",
    Choice.RETROACTIVE_START: "La date d’effet précède la signature : elle vaut une fois la convention signée.",
    Choice.ALTERNATION_BY_MEETING: "L’alternance est comptée séance par séance.",
    Choice.BODY_OVER_ANNEX: "Le corps de la convention l’emporte sur son annexe.",
    Choice.SHORT_LAST_YEAR_ASKS_NOTHING: "La dernière part d’année dure moins de six mois : elle ne demande rien.",
    Choice.LONG_LAST_YEAR_COUNTS: "La dernière année, incomplète, dure au moins six mois : elle compte.",
    Choice.OWED_AT_LEAST_ONCE: "La convention est courte : ce qui est dû chaque année l’est une fois, à sa fin.",
    Choice.CADENCE_FROM_YEARLY_WORK: "Le texte ne dit pas quand cette instance se réunit : le travail qu’il lui confie "
    "chaque année demande au moins une séance par an.",
    Choice.RULE_OF_LAW_SUFFICES: "La règle de droit suffit à écarter la clause, sans attendre un jugement.",
    Choice.INFORMED_BEFORE_EFFECT: "Le texte ne dit pas quand informer : au plus tard le jour du changement.",
    Choice.WHOLE_AMOUNT_EACH_YEAR: "Le montant maintenu est dû en entier pour chaque année commencée.",
    Choice.KEPT_AMOUNT_IS_A_FLOOR: "Conserver un montant est lu comme un minimum : verser plus est permis.",
    Choice.TERM_AS_SIGNED: "Le texte voté finit un autre jour que le texte signé : le terme signé est retenu.",
    Choice.REASONABLE_YEAR: "Sans publicité enregistrée, le recours des tiers est lu comme ouvert un an environ.",
    Choice.AMENDMENT_AT_LAST_SIGNATURE: "L’avenant lie les parties depuis la dernière de ses signatures.",
    Choice.AMENDMENT_SIGNED_BY_ALL: "L’avenant est signé comme la convention : par tous ses signataires.",
    Choice.AMENDMENT_REQUIRED: "Une modification du texte demande un avenant signé des parties.",
    Choice.RETROACTIVE_AMENDMENT: "L’avenant prend effet avant sa signature, comme il le prévoit.",
    Choice.NOTICE_SURVIVES_EXTENSION: "L’acte qui prolonge ou reconduit ne dit rien du préavis en cours : "
    "le préavis continue.",
    Choice.END_NOT_BACKDATED: "L’avenant fixe une fin déjà passée : la convention a duré jusqu’à sa signature.",
    Choice.DECISION_DOES_NOT_AMEND: "La décision d’une instance ne change pas le texte, qui demeure appliqué.",
    Choice.TEXT_AT_PERIOD_END: "Le nombre est celui du texte en vigueur à la fin de la période.",
    Choice.SMALL_CELL_IS_PERSONAL: "Une case de si peu de personnes est traitée comme une donnée personnelle.",
    Choice.OPINION_DOES_NOT_BIND: "L’avis du délégué est obligatoire ; il n’est pas tenu pour un veto.",
    Choice.CONSENT_COMES_FIRST: "L’accord du propriétaire doit précéder la communication.",
    Choice.CONSENT_IS_FOR_ONE_RECIPIENT: "L’accord ne vaut que pour le destinataire et l’usage qu’il nomme.",
    Choice.PROCESSOR_IS_THIRD_PARTY: "Le texte ne définit pas le tiers : un sous-traitant en est un.",
    Choice.REMOVED_FROM_WITHDRAWAL: "La personne est retirée le jour où elle reprend son consentement.",
}
READINGS = {
    "as_soon_as_known": "dès que le changement est connu",
    "ceiling_counts_renewals": "limite comptée en nombre de reconductions",
    "amendment_first_signature": "depuis la première signature de l’avenant",
    "amendment_last_signature": "depuis la dernière signature de l’avenant",
    "amendment_optional": "avenant facultatif",
    "chained_anniversaries": "périodes comptées l’une après l’autre",
    "contract_year": "par année de convention",
    "cure_of_the_clause": "au délai de la clause",
    "day_of_anniversary": "jour anniversaire compris",
    "day_of_change": "de plein droit, le jour de la modification",
    "decision_amends": "la décision vaut modification",
    "due": "due dès la première année",
    "due_at_the_end": "due aussi pour cette dernière part d’année",
    "exact": "exactement ce délai",
    "exact_amount": "ce montant, ni plus ni moins",
    "expiry_of_cure": "de plein droit, à la fin du délai pour remédier",
    "first_end": "la première fin en cours",
    "first_signature": "depuis la première signature",
    "good_friday_does_not_count": "sans le Vendredi saint",
    "kept_until_a_judgment": "la clause demeure jusqu’à un jugement définitif",
    "last_day_excluded": "ce jour exclu",
    "last_signature": "depuis la dernière signature",
    "next_workday": "avec report au jour ouvrable suivant",
    "no_reception": "aucune réception",
    "notice_of_the_clause": "au préavis de la clause",
    "notice_withdrawn": "cet acte vaut renonciation au préavis",
    "one_signatory_suffices": "une seule signature par partie suffit",
    "notice_stands": "la lettre tient",
    "no_cadence": "le texte se tait",
    "not_due": "période trop courte",
    "optional": "selon l’annexe, simple faculté",
    "power_lost": "la résiliation n’est plus possible",
    "pro_rata": "au prorata",
    "sending": "depuis l’envoi",
    "stated_date": "depuis la date écrite dans l’acte",
    "stated_end": "à la fin que l’avenant écrit",
    "text_at_period_start": "selon le texte en vigueur au début de la période",
    "termination": "comme résiliation",
    "text_voted": "selon le texte voté",
    "counts_are_not_personal": "un tableau de comptes n’est pas une donnée personnelle",
    "opinion_binds": "un avis défavorable interdit la transmission",
    "later_consent_cures": "un accord donné ensuite couvre la communication",
    "any_recipient": "l’accord vaut pour tout destinataire",
    "processor_is_not_third_party": "le sous-traitant n’est pas un tiers",
    "without_delay": "dans les meilleurs délais",
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
