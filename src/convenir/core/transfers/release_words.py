"""What to say, in a finding, of a need that data which pass do not meet."""

from convenir.core.assumptions import Choice
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.naming import day_name, of, party_name
from convenir.core.terms import Terms
from convenir.core.terms.exchanges import LegalCompliance, Tier
from convenir.core.transfers.releases import Condition, Met, Need, Passage

ABOUT: dict[Need, str] = {
    Need.IN_FORCE: "release-outside-life",
    Need.LETTER: "request-letter",
    Need.FORM: "request-form",
    Need.TIER: "request-tier",
    Need.OPPORTUNITY: "study-opportunity",
    Need.FEASIBILITY: "study-feasibility",
    Need.GDPR: "study-gdpr",
    Need.OPINION: "dpo-opinion",
    Need.REGISTER: "processing-register",
    Need.IMPACT: "impact-assessment",
    Need.CONSENT: "data-consent",
    Need.COUNT: "secrecy-threshold",
    Need.LEGALITY: "legal-texts",
    Need.SOURCE_LINE: "source-line",
}
NAMES: dict[Need, str] = {
    Need.LETTER: "le courrier de demande",
    Need.FORM: "le formulaire de demande",
    Need.OPPORTUNITY: "l’étude d’opportunité",
    Need.FEASIBILITY: "l’étude de faisabilité",
    Need.GDPR: "l’étude de conformité au RGPD",
    Need.OPINION: "l’avis du délégué à la protection des données",
    Need.REGISTER: "l’inscription au registre des traitements",
    Need.IMPACT: "l’analyse d’impact",
    Need.CONSENT: "le consentement",
}
ADVICE: dict[Need, str] = {
    Need.IN_FORCE: "N’échangez de données que pendant la convention, ou sur un autre fondement.",
    Need.LETTER: "La demande n’est pas recevable : demandez le courrier.",
    Need.FORM: "La demande n’est pas recevable : demandez le formulaire.",
    Need.OPPORTUNITY: "Faites cette étude, et enregistrez-la, avant de transmettre.",
    Need.FEASIBILITY: "Faites cette étude, et enregistrez-la, avant de transmettre.",
    Need.GDPR: "Faites cette étude, et enregistrez-la, avant de transmettre.",
    Need.OPINION: "Saisissez le délégué de la partie qui détient les données, avant de transmettre.",
    Need.REGISTER: "Chaque responsable inscrit le traitement à son registre, au plus tard quand il commence.",
    Need.IMPACT: "Faites l’analyse d’impact avant que le traitement commence.",
    Need.CONSENT: "Recueillez le consentement avant toute communication, et gardez-en la preuve.",
    Need.COUNT: "Regroupez ou masquez les cases trop petites avant de transmettre.",
    Need.LEGALITY: "Vérifiez et notez le fondement de la transmission avant de transmettre.",
    Need.SOURCE_LINE: "Mentionnez la source sur chaque document qui emploie ces données.",
}
REDIRECTED: dict[Tier | None, tuple[str, str]] = {
    Tier.OPEN_DATA: (
        "les données sont déjà ouvertes à tous",
        "Orientez la demande vers ces données et proposez votre aide pour les trouver.",
    ),
    Tier.BASE_SET: (
        "les données font partie de celles qui sont remises à intervalles réguliers",
        "Renvoyez à la dernière remise, ou faites-la si elle manque.",
    ),
}
# What to do of a need in that state, whatever it is.
BY_STATE: dict[Met, str] = {
    Met.SAME_DAY: "Gardez la preuve de ce qui a précédé ; à défaut, la transmission reste contestable.",
    Met.UNKNOWN: "Vérifiez-le, et notez-le.",
    Met.LATE: "Ce qui vient après ne répare pas cette transmission ; il vaut pour les suivantes.",
}
OPINION_AGAINST = "L’avis est demandé, il ne lie pas : écrivez pourquoi il n’est pas suivi."
STUDY_AGAINST = "Ne transmettez pas contre cette étude : reprenez-la, ou refusez en donnant la raison."
TOO_LATE = "Réparez ce manque sans attendre, et ne transmettez plus rien d’ici là."
# What to do of a consent that one reading finds and the other does not.
BY_READING: dict[Choice, str] = {
    Choice.PROCESSOR_IS_THIRD_PARTY: "Le texte ne dit pas si un sous-traitant est un tiers : demandez l’accord, "
    "ou convenez ensemble qu’il n’en faut pas.",
    Choice.CONSENT_IS_FOR_ONE_RECIPIENT: "L’accord enregistré vise un autre destinataire ou un autre usage : "
    "demandez-en un pour celui-ci.",
}
ODDITIES: dict[Met, Oddity] = {
    Met.SAME_DAY: Oddity.AMBIGUOUS,
    Met.UNFAVOURABLE: Oddity.CONTRADICTORY,
    Met.TO_CHECK: Oddity.NOTED,
}
MILD = frozenset({Met.SAME_DAY, Met.TO_CHECK})


def finding(terms: Terms, passage: Passage, condition: Condition) -> Finding:
    """What a need that is not met has to be told: what, since when, what to do, and on which ground."""
    sentence, advice = _said(terms, passage, condition)
    return Finding(
        oddity=_oddity(passage, condition),
        about=ABOUT[condition.need],
        severity=Severity.INFORMATION if condition.state in MILD else Severity.WARNING,
        sentence=f"Données de « {passage.request} » : {sentence}.",
        advice=advice,
        sources=condition.because,
        laws=condition.laws,
        on=passage.day if passage.made else None,
    )


def _oddity(passage: Passage, condition: Condition) -> Oddity:
    if any(told.choice is Choice.PROCESSOR_IS_THIRD_PARTY for told in condition.assumptions):
        return Oddity.AMBIGUOUS
    return ODDITIES.get(condition.state, Oddity.IRREGULAR if passage.made else Oddity.MISSING)


def _said(terms: Terms, passage: Passage, condition: Condition) -> tuple[str, str]:
    need = condition.need
    if need is Need.TIER:
        return _tier(passage)
    if need is Need.IN_FORCE:
        return f"le {day_name(passage.day)}, la convention ne liait pas les parties", ADVICE[need]
    if need is Need.COUNT:
        return f"la plus petite case compte {passage.smallest}, moins que le seuil de la convention", ADVICE[need]
    if need is Need.LEGALITY:
        texts = [text for clause in terms.every(LegalCompliance) for text in clause.texts]
        return f"chaque échange respecte les textes que cite la convention ({', '.join(texts)})", ADVICE[need]
    if need is Need.SOURCE_LINE:
        return "leur source est à mentionner sur les documents qui les emploient", ADVICE[need]
    return _missing(terms, passage, condition), _advice(passage, condition)


def _advice(passage: Passage, condition: Condition) -> str:
    """What to do, by the reading that was chosen, the state of the need, and whether the data have passed."""
    chosen = [BY_READING[told.choice] for told in condition.assumptions if told.choice in BY_READING]
    if chosen:
        return chosen[0]
    if condition.state is Met.UNFAVOURABLE:
        return OPINION_AGAINST if condition.need is Need.OPINION else STUDY_AGAINST
    usual = TOO_LATE if passage.made else ADVICE[condition.need]
    return BY_STATE.get(condition.state, usual)


def _tier(passage: Passage) -> tuple[str, str]:
    tier = None if passage.asked is None else passage.asked.tier
    if tier in REDIRECTED:
        return REDIRECTED[tier]
    return (
        "rien ne dit si elles se trouvent déjà dans les données ouvertes ou dans le socle",
        "Cherchez-les d’abord là, et notez le résultat.",
    )


def _missing(terms: Terms, passage: Passage, condition: Condition) -> str:
    """A need that a fact should meet, in its state."""
    name, who = NAMES[condition.need], _parties(terms, condition.who)
    if condition.need is Need.CONSENT and condition.who:
        who = f"{who} (destinataire : {passage.asker})"
    met = "" if condition.met_on is None else day_name(condition.met_on)
    match condition.state:
        case Met.LATE:
            return f"{name}{who} date du {met}, après leur transmission du {day_name(passage.day)}"
        case Met.SAME_DAY:
            return f"{name}{who} date du {met}, jour de leur transmission, et rien ne dit ce qui a précédé"
        case Met.WRONG_AUTHOR:
            return f"{name}{who} manque ; ce qui est enregistré vient {of(party_name(terms, condition.author))}"
        case Met.UNFAVOURABLE:
            return f"{name}{who} est défavorable"
        case Met.UNKNOWN:
            return f"rien ne dit si {name} accompagnait la demande"
        case _:
            return f"{name}{who} " + (f"manquait le {day_name(passage.day)}" if passage.made else "manque")


def _parties(terms: Terms, keys: tuple[str, ...]) -> str:
    """« de la Caf », nothing where the text does not say who."""
    return f" {' et '.join(of(party_name(terms, key)) for key in keys)}" if keys else ""
