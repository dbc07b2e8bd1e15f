"""An obligation, in the words of someone who has to do it."""

import re
from collections.abc import Callable
from datetime import date

from convenir.core.naming import amendment_name, the_bodies
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.terms import Terms
from convenir.core.terms.amendment import Annex
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.exchanges import Study
from convenir.core.terms.lifetime import Mode, Renewal
from convenir.writer.french_dates import MONTHS, day, long_day
from convenir.writer.words.names import (
    BODIES,
    agreed,
    body_name,
    capital,
    is_feminine,
    listed,
    of,
    of_the,
    party_name,
    sentence_case,
    the,
    to_the,
    with_article,
)

STATES = {
    State.OPEN: "à faire",
    State.DUE: "à venir",
    State.LATE: "en retard",
    State.MISSED: "non tenu",
    State.DONE: "fait",
    State.REASON_REQUIRED: "à préciser",
}
RANKS = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième")
FEMININE_RANKS = ("première", *RANKS[1:])

DUTIES = {
    Duty.MEETING: "Réunions",
    Duty.PLANNED_MEETING: "Réunions",
    Duty.PREPARATORY_MEETING: "Réunions préparatoires",
    Duty.DOCUMENTS: "Envois de documents",
    Duty.EVALUATION: "Évaluations",
    Duty.EVALUATION_PRESENTED: "Présentations de l’évaluation",
    Duty.REVIEW: "Bilans",
    Duty.FINAL_EVALUATION: "Évaluation finale",
    Duty.FINAL_REVIEW: "Bilan final",
    Duty.DELIVERY: "Transmissions de données",
    Duty.PLAN: "Plans d’actions",
    Duty.ANNEX: "Annexes promises",
    Duty.DIAGNOSIS: "Diagnostic",
    Duty.BODY_CREATION: "Instances à créer",
    Duty.PRIORITIES: "Priorités de l’année",
    Duty.REFERENT: "Référents",
    Duty.SIGNATURE: "Signatures",
    Duty.RENEWAL_DECISION: "Suite à décider",
    Duty.DENUNCIATION: "Dénonciation possible",
    Duty.LAST_NOTICE: "Résiliation possible",
    Duty.CURE: "Mises en demeure",
    Duty.COMMITMENT: "Engagements",
    Duty.MILESTONE: "Étapes",
    Duty.INFORMATION: "Informations à donner",
    Duty.CONSULTATION: "Échanges préalables",
    Duty.CIRCUIT: "Circuit des situations complexes",
    Duty.RECEPTION: "Accueil du public",
    Duty.OBSERVATORY: "Observatoire partagé",
    Duty.CONFIDENTIALITY: "Confidentialité",
    Duty.ALLOCATION: "Financements maintenus",
    Duty.CONTRIBUTION: "Contributions",
    Duty.AMENDMENT: "Avenants",
    Duty.AMENDMENT_SIGNATURE: "Avenants",
    Duty.SUCCESSION: "Changement de partie",
    Duty.INSTRUMENT_UPDATE: "Textes liés",
    Duty.AMICABLE_ATTEMPT: "Différend",
    Duty.THIRD_PARTY_ACTION: "Recours des tiers",
    Duty.REQUEST_STUDY: "Études avant un échange de données",
    Duty.REQUEST_OPINION: "Avis du délégué à la protection des données",
    Duty.REQUEST_REPLY: "Réponses aux demandes de données",
    Duty.REGISTER_ENTRY: "Registre des traitements",
    Duty.PERSON_REMOVAL: "Retraits de personnes",
}


ON_THEIR_DAY = {Duty.PLANNED_MEETING, Duty.DENUNCIATION, Duty.LAST_NOTICE, Duty.THIRD_PARTY_ACTION}


def duty_label(duty: Duty) -> str:
    """The family of a duty, for the rows of a timeline."""
    return DUTIES[duty]


def state_label(state: State) -> str:
    """The state in a word."""
    return STATES[state]


def period_words(period: str) -> str:
    """A period as one says it.

    >>> period_words("2026"), period_words("2026-T3"), period_words("2026-S1"), period_words("2026-12-10")
    ('2026', '3e trimestre 2026', '1er semestre 2026', '10 décembre 2026')
    >>> period_words("2026-12")
    'décembre 2026'
    """
    part = re.fullmatch(r"(\d{4})-([TS])(\d)", period)
    if part:
        year, unit, number = part.groups()
        rank = "1er" if number == "1" else f"{number}e"
        return f"{rank} {'trimestre' if unit == 'T' else 'semestre'} {year}"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return day(date.fromisoformat(period))
    if re.fullmatch(r"\d{4}-\d{2}", period):
        return f"{MONTHS[int(period[5:]) - 1]} {period[:4]}"
    return period


def _of_period(period: str) -> str:
    """« de 2026 », « d’avril 2026 », « du 3e trimestre 2026 »; nothing for none."""
    words = period_words(period)
    if not words:
        return ""
    if re.fullmatch(r"\d{4}(-\d{2})?", period):
        return f" d’{words}" if words[0] in "ao" else f" de {words}"
    return f" du {words}"


def _ranked(obligation: Obligation, name: str) -> str:
    """«le deuxième comité de pilotage», «la première évaluation»; without rank where there is only one."""
    if obligation.total < 2:
        return the(name)
    ranks = FEMININE_RANKS if is_feminine(name) else RANKS
    rank = ranks[obligation.rank - 1] if obligation.rank <= len(ranks) else f"{obligation.rank}e"
    return f"{'la' if is_feminine(name) else 'le'} {rank} {name}"


def _meeting(obligation: Obligation, terms: Terms) -> str:
    name = body_name(obligation.subject, terms)
    said = f"Tenir {_ranked(obligation, name)}{_of_period(obligation.period)}"
    fixed = obligation.planned_on
    return f"{said}, {agreed('fixé', name)} au {day(fixed)}" if fixed else said


def _appointment(obligation: Obligation, terms: Terms) -> str:
    name, on = body_name(obligation.subject, terms), obligation.due_on
    if obligation.state is State.REASON_REQUIRED and on is not None:
        return f"Dire si {the(name)} du {day(on)} s’est {agreed('tenu', name)}"
    return capital(name)


def _preparatory(obligation: Obligation, terms: Terms) -> str:
    return f"Réunir {the(body_name(obligation.subject, terms))} avant la séance{_of_period(obligation.period)}"


def _documents(obligation: Obligation, terms: Terms) -> str:
    return f"Envoyer les documents {of_the(body_name(obligation.subject, terms))}{_of_period(obligation.period)}"


def _presented(obligation: Obligation, terms: Terms) -> str:
    what = f"l’évaluation {obligation.period}" if obligation.period else "l’évaluation"
    return f"Présenter {what} {to_the(body_name(obligation.subject, terms))}"


def _evaluation(obligation: Obligation, terms: Terms) -> str:
    if len(obligation.period) == len("2026-05-03"):
        return f"Évaluer les actions, à la revue du plan{_of_period(obligation.period)}"
    if obligation.period:
        rank = f"{FEMININE_RANKS[obligation.rank - 1]} " if 1 < obligation.total <= len(RANKS) else ""
        return f"Conduire {'la ' if rank else 'l’'}{rank}évaluation{_of_period(obligation.period)}"
    if obligation.key == f"{Duty.EVALUATION.value}:{Moment.MID_TERM.value}":
        return "Conduire l’évaluation à mi-parcours"
    return "Conduire l’évaluation, aux conditions que le texte laisse à définir"


def _delivery(obligation: Obligation, terms: Terms) -> str:
    what = with_article(obligation.subject) if obligation.subject else "les données promises"
    rank = f" ({obligation.rank} sur {obligation.total})" if obligation.total > 1 else ""
    return f"Transmettre {what}{_of_period(obligation.period)}{rank}"


def _annex(obligation: Obligation, terms: Terms) -> str:
    titles = {annex.number: annex.title for annex in terms.every(Annex) if annex.number}
    if obligation.subject not in titles:
        return f"Joindre l’annexe « {sentence_case(obligation.subject)} »"
    title = sentence_case(titles[obligation.subject])
    return f"Joindre l’annexe {obligation.subject}" + (f" « {title} »" if title else "")


def _next_step(obligation: Obligation, terms: Terms) -> str:
    renewal = terms.first(Renewal)
    if renewal is not None and renewal.mode is Mode.EXPRESS:
        return "Décider de la suite : reconduction ou nouvelle convention"
    return "Décider de la suite : nouvelle convention ou fin"


def _amendment_signature(obligation: Obligation, terms: Terms) -> str:
    return f"Achever la signature de l’{amendment_name(obligation.subject)}"


def _commitment(obligation: Obligation, terms: Terms) -> str:
    if obligation.state is State.REASON_REQUIRED:
        return f"Dire ce qu’est devenu l’engagement « {obligation.subject} »"
    return f"Mener à son terme « {obligation.subject} »"


def _information(obligation: Obligation, terms: Terms) -> str:
    return f"Informer l’autre partie : {obligation.subject}" if obligation.subject else "Informer l’autre partie"


STUDIES = {
    Study.OPPORTUNITY: "d’opportunité",
    Study.FEASIBILITY: "de faisabilité",
    Study.GDPR: "de conformité au RGPD",
}


def _request_study(obligation: Obligation, terms: Terms) -> str:
    study = Study(obligation.key.rpartition(":")[2])
    return f"Faire l’étude {STUDIES[study]} de la demande « {obligation.subject} »"


def _referent(obligation: Obligation, terms: Terms) -> str:
    """Where a party names several contacts, the key of each says for what."""
    purpose = obligation.key.removeprefix("referent:").removesuffix(obligation.subject).rstrip(":")
    said = f"Désigner le référent {of(party_name(obligation.subject, terms))}"
    return f"{said} ({purpose})" if purpose else said


def _plain(sentence: str) -> Callable[[Obligation, Terms], str]:
    def say(obligation: Obligation, terms: Terms) -> str:
        return sentence.format(
            of_period=_of_period(obligation.period),
            period=period_words(obligation.period),
            subject=obligation.subject,
            of_party=of(party_name(obligation.subject, terms)),
            the_body=the_bodies(terms, obligation.subject),
        ).strip()

    return say


SENTENCES: dict[Duty, Callable[[Obligation, Terms], str]] = {
    Duty.MEETING: _meeting,
    Duty.PLANNED_MEETING: _appointment,
    Duty.PREPARATORY_MEETING: _preparatory,
    Duty.DOCUMENTS: _documents,
    Duty.EVALUATION: _evaluation,
    Duty.EVALUATION_PRESENTED: _presented,
    Duty.REVIEW: _plain("Établir le bilan{of_period}"),
    Duty.FINAL_EVALUATION: _plain("Conduire l’évaluation finale"),
    Duty.FINAL_REVIEW: _plain("Établir le bilan final"),
    Duty.DELIVERY: _delivery,
    Duty.PLAN: _plain("Arrêter le plan d’actions{of_period}"),
    Duty.ANNEX: _annex,
    Duty.DIAGNOSIS: _plain("Compléter et annexer le diagnostic partagé"),
    Duty.BODY_CREATION: _plain("Mettre en place {the_body}"),
    Duty.PRIORITIES: _plain("Décider des priorités{of_period}"),
    Duty.REFERENT: _referent,
    Duty.SIGNATURE: _plain("Recueillir la signature {of_party}"),
    Duty.RENEWAL_DECISION: _next_step,
    Duty.DENUNCIATION: _plain("Dernier jour pour dénoncer avant la reconduction tacite du {period}"),
    Duty.LAST_NOTICE: _plain("Dernier jour utile pour recevoir une lettre de résiliation"),
    Duty.CURE: _plain("Remédier à « {subject} »"),
    Duty.COMMITMENT: _commitment,
    Duty.MILESTONE: _plain("{subject}"),
    Duty.INFORMATION: _information,
    Duty.CONSULTATION: _plain("Échanger avec l’autre partie avant de lancer « {subject} »"),
    Duty.CIRCUIT: _plain("Définir le circuit des situations complexes ou urgentes"),
    Duty.RECEPTION: _plain("Organiser ensemble l’accueil du public"),
    Duty.OBSERVATORY: _plain("Mettre en place l’observatoire partagé"),
    Duty.CONFIDENTIALITY: _plain("Garder le secret sur ce que la convention a fait connaître"),
    Duty.ALLOCATION: _plain("Maintenir le financement{of_period}"),
    Duty.CONTRIBUTION: _plain("Poursuivre la contribution{of_period}"),
    Duty.AMENDMENT: _plain("Conclure un avenant sur « {subject} »"),
    Duty.AMENDMENT_SIGNATURE: _amendment_signature,
    Duty.SUCCESSION: _plain("Informer les autres parties de la succession {of_party}"),
    Duty.INSTRUMENT_UPDATE: _plain("Mettre à jour « {subject} »"),
    Duty.AMICABLE_ATTEMPT: _plain("Rechercher un accord amiable sur « {subject} »"),
    Duty.THIRD_PARTY_ACTION: _plain("Dernier jour du recours des tiers contre la convention"),
    Duty.REQUEST_STUDY: _request_study,
    Duty.REQUEST_OPINION: _plain("Recueillir l’avis du délégué à la protection des données sur « {subject} »"),
    Duty.REQUEST_REPLY: _plain("Répondre à la demande de données « {subject} »"),
    Duty.REGISTER_ENTRY: _plain("Inscrire « {subject} » au registre des traitements"),
    Duty.PERSON_REMOVAL: _plain("Retirer de « {subject} » la personne qui a repris son consentement"),
}


def obligation_sentence(obligation: Obligation, terms: Terms) -> str:
    """What there is to do, without the date.

    >>> from convenir.core.source import Source
    >>> second = Obligation(key="m", duty=Duty.MEETING, subject="copil", who=(), state=State.DUE, period="2026",
    ...     rank=2, total=2, because=(Source(text="convention", article="6"),))
    >>> obligation_sentence(second, Terms())
    'Tenir le deuxième comité de pilotage de 2026'
    """
    return SENTENCES[obligation.duty](obligation, terms)


def when_words(duty: Duty, on: date) -> str:
    """By when; on which day for an appointment, and where the sentence already says that it is the last one.

    >>> when_words(Duty.PLAN, date(2026, 12, 31)), when_words(Duty.PLANNED_MEETING, date(2026, 12, 15))
    ('au plus tard le jeudi 31 décembre 2026', 'mardi 15 décembre 2026')
    """
    return long_day(on) if duty in ON_THEIR_DAY else f"au plus tard le {long_day(on)}"


def who_words(obligation: Obligation, terms: Terms) -> str:
    """Who must act: parties and bodies named by the text; it says so when the text names nobody."""
    if not obligation.who:
        return "Le texte ne dit pas qui"
    parties = [key for key in obligation.who if key.rstrip("-0123456789") not in BODIES]
    if len(parties) == 2 and len(obligation.who) == 2 and "caf" in parties:
        return "Les deux parties"
    return capital(listed([_holder(key, terms) for key in obligation.who]))


def _holder(key: str, terms: Terms) -> str:
    name = party_name(key, terms)
    return name if name != key else the(body_name(key, terms))
