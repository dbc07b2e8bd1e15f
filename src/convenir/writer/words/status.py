"""The status of a convention, in one plain sentence."""

from datetime import date, timedelta

from convenir.core.standing import Flag, Raised, Standing, Status
from convenir.core.terms import Terms
from convenir.core.terms.termination import Ground
from convenir.writer.french_dates import day
from convenir.writer.words.names import article_words, listed, of, party_name

LABELS = {
    Status.DRAFT: "Projet",
    Status.SIGNING: "En cours de signature",
    Status.SIGNED_NOT_YET_EFFECTIVE: "Signée, pas encore en vigueur",
    Status.IN_FORCE: "En vigueur",
    Status.IN_FORCE_UNDER_NOTICE: "En vigueur, fin annoncée",
    Status.IN_FORCE_RENEWED: "En vigueur, reconduite",
    Status.EXPIRED: "Éteinte",
    Status.TERMINATED: "Résiliée",
    Status.UNCERTAIN: "Incertaine",
    Status.UNKNOWN: "Inconnue",
}

# How an early end is told, by its ground: before its last day, then after it.
ENDINGS = {
    Ground.UNILATERAL: ("Dénoncée", "Résiliée"),
    Ground.BREACH: ("Résiliation déclarée pour manquement", "Résiliée pour manquement"),
    Ground.UNLAWFUL: ("Résiliation déclarée pour infraction aux lois", "Résiliée pour infraction aux lois"),
    Ground.NO_AMENDMENT: (
        "Résiliation déclarée pour modification sans avenant",
        "Résiliée pour modification sans avenant",
    ),
    Ground.MUTUAL: ("Fin convenue entre les parties", "Résiliée d’un commun accord"),
    Ground.PUBLIC_INTEREST: ("Résiliation pour motif d’intérêt général", "Résiliée pour motif d’intérêt général"),
    Ground.FORCE_MAJEURE: ("Résiliation pour force majeure", "Résiliée pour force majeure"),
}

FLAGS = {
    Flag.AUTHORITY_INCOMPLETE: "L’habilitation à signer {of_party} n’est pas établie : joignez l’acte, antérieur à la "
    "signature, qui l’autorise.",
    Flag.AUTHORITY_NOT_EXECUTORY: "L’acte {of_party} n’était pas exécutoire le jour de la signature. La convention "
    "n’est pas écartée pour ce seul motif, mais une transmission plus tardive ne corrige pas ce défaut.",
    Flag.SAME_DAY: "L’acte {of_party} est devenu exécutoire le jour même de la signature, ce qui a été jugé trop tôt.",
    Flag.RETROACTIVE_START: "Signée après sa date d’effet : rien ne pouvait être en retard avant la signature.",
    Flag.STATED_DATE_EARLIER: "La date écrite dans l’acte précède la dernière signature : c’est cette dernière "
    "qui est retenue.",
    Flag.RUN_OFF: "Les engagements pris avant la fin s’exécutent jusqu’à leur propre terme.",
    Flag.SURVIVING_DUTIES: "Certaines obligations survivent à la fin, dont la confidentialité.",
    Flag.NOT_CERTIFIED: "Ce statut repose sur les seules signatures et n’est pas certifié.",
    Flag.CONTROL_PERIOD_RUNNING: "La décision {of_party} a été communiquée à l’État depuis moins de huit jours : "
    "il peut encore l’annuler ou la suspendre.",
    Flag.TEXT_DIFFERS: "L’assemblée {of_party} a voté un autre texte que le texte signé : faites confirmer le second.",
    Flag.PERFORMED_WITHOUT_TITLE: "La convention est exécutée alors qu’elle a pris fin : aucun texte ne la fonde plus.",
    Flag.EXPERIMENTAL: "Convention menée à titre expérimental : son statut et ses effets sont les mêmes.",
    Flag.CLAUSE_UNWRITTEN: "Une clause ({where}) est réputée non écrite ; les autres gardent leur force.",
    Flag.CLAUSE_UNOPPOSABLE: "Une clause ({where}) ne peut pas être invoquée tant que dure le conflit avec ce qui "
    "l’emporte sur elle.",
}


def status_label(status: Status) -> str:
    """The status in a word or two."""
    return LABELS[status]


def status_sentence(standing: Standing, terms: Terms, on: date) -> str:
    """What the status is, until when, and what follows.

    >>> from dataclasses import replace
    >>> lasting = Standing(status=Status.IN_FORCE, first_day=date(2024, 3, 14), last_day=date(2027, 12, 31))
    >>> status_sentence(lasting, Terms(), date(2026, 11, 17))
    'En vigueur jusqu’au 31 décembre 2027.'
    >>> status_sentence(replace(lasting, concluded_on=date(2024, 3, 14)), Terms(), date(2026, 11, 17))
    'Signée le 14 mars 2024, s’applique jusqu’au 31 décembre 2027.'
    >>> status_sentence(Standing(status=Status.DRAFT), Terms(draft=True), date(2019, 6, 1))
    'Projet : aucune signature n’est enregistrée.'
    """
    if standing.status in (Status.DRAFT, Status.SIGNING):
        return _before_signature(standing, terms)
    if standing.status is Status.UNKNOWN:
        if terms.supplied:
            return "Statut inconnu : le texte ne dit pas quand la convention commence ou finit."
        return "Statut inconnu : le texte de la convention n’est pas au dossier."
    if standing.status is Status.UNCERTAIN:
        return _uncertain(standing)
    return _dated(standing, on)


def _before_signature(standing: Standing, terms: Terms) -> str:
    if standing.status is Status.DRAFT:
        return "Projet : aucune signature n’est enregistrée."
    named = [of(party_name(key, terms)) for key in standing.missing]
    if not named:
        return "En cours de signature : il manque au moins une signature, rien n’est dû."
    what = "la signature" if len(named) == 1 else "les signatures"
    return f"En cours de signature : il manque {what} {listed(named)}."


def _uncertain(standing: Standing) -> str:
    if standing.range is None:
        return "Statut incertain ce jour-là : les faits connus laissent deux réponses."
    first, last = standing.range
    return f"Statut incertain ce jour-là : la convention finit entre le {day(first)} et le {day(last)}."


def _dated(standing: Standing, on: date) -> str:
    last = standing.last_day
    if standing.status is Status.SIGNED_NOT_YET_EFFECTIVE:
        start = standing.first_day
        return f"Signée, prend effet le {day(start)}." if start else "Signée, pas encore en vigueur."
    if standing.status is Status.IN_FORCE:
        return _in_force(standing, on)
    if standing.status is Status.IN_FORCE_RENEWED:
        return f"Reconduite ({standing.period}e période), en vigueur{_ending(standing, on)}."
    if last is None:
        return f"{status_label(standing.status)}, sans terme connu."
    running, over = ENDINGS[standing.ground or Ground.UNILATERAL]
    return {
        Status.IN_FORCE_UNDER_NOTICE: f"{running}, reste en vigueur jusqu’au {day(last)} inclus.",
        Status.EXPIRED: f"Éteinte depuis le {day(last + timedelta(days=1))} : son terme était le {day(last)}.",
        Status.TERMINATED: _never_begun(standing) or f"{over} : son dernier jour en vigueur était le {day(last)}.",
    }[standing.status]


def _never_begun(standing: Standing) -> str:
    """The sentence of a convention whose notice ran out before its first day; nothing for the others."""
    start, last = standing.first_day, standing.last_day
    if start is None or last is None or last >= start:
        return ""
    return f"Résiliée avant d’avoir pris effet : le préavis a fini le {day(last)}, avant le début du {day(start)}."


def _in_force(standing: Standing, on: date) -> str:
    """The first period: signed on which day, applicable from which day if it is another, until when."""
    signed, start, ending = standing.concluded_on, standing.first_day, _ending(standing, on)
    if signed is None or start is None:
        return f"En vigueur{ending}."
    if signed == start:
        return f"Signée le {day(signed)}, s’applique{ending}."
    joined = f" et{ending}" if standing.last_day else ending
    return f"Signée le {day(signed)}, s’applique depuis le {day(start)}{joined}."


def _ending(standing: Standing, on: date) -> str:
    """Until when; for a period that a tacit renewal follows, also what stops it and where it stops at the latest."""
    last, period = standing.last_day, standing.period_ends_on
    if period is None or standing.refusable_until is None:
        return f" jusqu’au {day(last)}" if last else ", sans terme connu"
    refusal = "sauf dénonciation" if on <= standing.refusable_until else "qui ne peut plus être dénoncée"
    limit = f"au plus tard jusqu’au {day(last)}" if last else "sans limite de durée"
    return f" jusqu’au {day(period)}, puis reconduction tacite {refusal}, {limit}"


def flag_sentence(raised: Raised) -> str:
    """What a flag means and what to do.

    >>> flag_sentence(Raised(flag=Flag.SAME_DAY, party="departement"))
    'L’acte du Département est devenu exécutoire le jour même de la signature, ce qui a été jugé trop tôt.'
    >>> from convenir.core.source import Source
    >>> flag_sentence(Raised(flag=Flag.CLAUSE_UNWRITTEN, because=(Source(text="convention", article="12"),)))
    'Une clause (article 12) est réputée non écrite ; les autres gardent leur force.'
    """
    return FLAGS[raised.flag].format(
        of_party=of(party_name(raised.party)) if raised.party else "de l’une des parties",
        where=article_words(raised.because[-1]) if raised.because else "texte",
    )
