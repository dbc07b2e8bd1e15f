"""What a clause says, as a label and a short value, for the person who confirms it."""

from collections.abc import Callable
from typing import Any

from convenir.core import terms as t
from convenir.core.delays import Between, Day
from convenir.core.terms.amendment import AmendmentScope
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.exchanges import Study
from convenir.core.terms.governance import Bound, Per, Turn
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.parties import ActKind
from convenir.core.terms.scope import NormEffect, Relation
from convenir.core.terms.termination import AfterEnd, Clock, Form, Ground
from convenir.writer.words.names import body_name, capital, day_words, delay_words, listed, party_name, the, to_the

LABELS: dict[type, str] = {
    t.PartyClause: "Partie",
    t.SignatureAuthority: "Habilitation à signer",
    t.DeliberationAct: "Délibération",
    t.Formalities: "Formules finales",
    t.Citation: "Visa",
    t.RelatedInstrument: "Autre acte cité",
    t.Nature: "Nature",
    t.Purpose: "Objet",
    t.SharedObjectives: "Thèmes",
    t.Autonomy: "Liberté des parties",
    t.HigherNorm: "Norme supérieure",
    t.SharedDiagnosis: "Diagnostic partagé",
    t.ActionPlan: "Plan d’actions",
    t.Means: "Moyens",
    t.CaseCircuit: "Circuit des situations complexes",
    t.IndicatorRule: "Indicateurs",
    t.Milestone: "Étape",
    t.FundingMaintenance: "Maintien des financements",
    t.FundingContribution: "Soutien de la collectivité",
    t.Committee: "Instance",
    t.AdvisoryMembers: "Voix consultatives",
    t.MeetingCadence: "Rythme",
    t.ChairRule: "Présidence",
    t.SecretariatRule: "Secrétariat",
    t.MeetingSequence: "Ordre des séances",
    t.DocumentCirculation: "Envoi des documents",
    t.CommitteePowers: "Rôle de l’instance",
    t.Referents: "Référents",
    t.MutualInformation: "Information mutuelle",
    t.PriorConsultation: "Concertation préalable",
    t.SourceMention: "Mention des sources",
    t.Communication: "Communication",
    t.Confidentiality: "Confidentialité",
    t.DataSharing: "Partage de données",
    t.DataRequestGate: "Études préalables",
    t.DpoOpinion: "Avis du délégué",
    t.ProcessingRegister: "Registre des traitements",
    t.DataRequestWorkflow: "Formulaires de demande",
    t.PeriodicDelivery: "Transmission périodique",
    t.DisclosureRule: "Secret statistique",
    t.DataOwnership: "Propriété des données",
    t.LegalCompliance: "Textes à respecter",
    t.Evaluation: "Évaluation",
    t.Review: "Bilan",
    t.Duration: "Durée",
    t.Renewal: "Reconduction",
    t.TerminationAtWill: "Résiliation sans motif",
    t.TerminationForDefault: "Résiliation pour faute",
    t.TerminationForIllegality: "Résiliation pour illégalité",
    t.AutomaticTermination: "Résiliation sans mise en demeure",
    t.TerminationOnGround: "Autre cause de fin",
    t.TerminationEffects: "Effets de la résiliation",
    t.AmendmentClause: "Avenant",
    t.Annex: "Annexe",
    t.Severability: "Divisibilité",
    t.TitlePrecedence: "Titre et contenu",
    t.Dispute: "Litiges",
}

ACTS = {
    ActKind.DECISION: "décision",
    ActKind.DELIBERATION: "délibération",
    ActKind.DELEGATION: "délégation",
    ActKind.INFORMATION: "simple information",
    ActKind.PRESENTATION: "simple présentation",
}
STARTS = {
    Start.SIGNATURE: "à compter de la signature",
    Start.NOTIFICATION: "à compter de la notification",
    Start.PUBLICATION: "à compter de la publication",
    Start.APPROVAL: "à compter de l’approbation",
}
MODES = {Mode.TACIT: "tacite", Mode.EXPRESS: "expresse seulement", Mode.NONE: "exclue"}
FORMS = {
    Form.REGISTERED_LETTER: "lettre recommandée avec avis de réception",
    Form.ELECTRONIC_REGISTERED_LETTER: "lettre recommandée électronique",
    Form.LETTER: "lettre",
    Form.HAND_DELIVERY: "remise contre décharge",
    Form.EMAIL: "courriel",
    Form.NONE: "sans forme",
}
CLOCKS = {
    Clock.RECEPTION: "compté de la réception",
    Clock.SENDING: "compté de l’envoi",
    Clock.FIRST_PRESENTATION: "compté de la première présentation",
}
GROUNDS = {
    Ground.UNILATERAL: "volonté d’une partie",
    Ground.BREACH: "manquement",
    Ground.UNLAWFUL: "infraction aux lois",
    Ground.NO_AMENDMENT: "changement sans avenant",
    Ground.MUTUAL: "accord des parties",
    Ground.PUBLIC_INTEREST: "motif d’intérêt général",
    Ground.FORCE_MAJEURE: "force majeure",
}
PERS = {Per.CIVIL_YEAR: "par an", Per.SEMESTER: "par semestre", Per.QUARTER: "par trimestre", Per.MONTH: "par mois"}
TURNS = {Turn.ALTERNATE: "à tour de rôle", Turn.JOINT: "ensemble", Turn.HELD: ""}
MOMENTS = {
    Moment.YEARLY: "chaque année",
    Moment.FINAL: "à la fin",
    Moment.MID_TERM: "à mi-parcours",
    Moment.ROLLING: "au fil de la mise en œuvre",
    Moment.OPEN: "conditions à définir",
}
ROLES = {
    BodyRole.DRAWS_UP: "dressé",
    BodyRole.EXAMINES: "examiné",
    BodyRole.RECEIVES: "présenté",
    BodyRole.VALIDATES: "validé",
}
STUDIES = {Study.OPPORTUNITY: "opportunité", Study.FEASIBILITY: "faisabilité", Study.GDPR: "conformité au RGPD"}
RELATIONS = {
    Relation.FRAMEWORK: "cadre",
    Relation.COMPLETED: "complété par la convention",
    Relation.PRIOR: "convention précédente",
    Relation.DATA: "échange de données",
}


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _parties(keys: tuple[str, ...]) -> str:
    return listed([party_name(key) for key in keys])


def _on(day: Day) -> str:
    """«le 4 juin 2003», «en mars 2008»."""
    return f"{'en' if isinstance(day, Between) else 'le'} {day_words(day)}"


def _from(day: Day) -> str:
    """«du 4 juin 2003», «de mars 2008», «d’avril 2008»."""
    words = day_words(day)
    if not isinstance(day, Between):
        return f"du {words}"
    return f"d’{words}" if words[0] in "ao" else f"de {words}"


def _duration(e: t.Duration) -> str:
    start = f"à compter {_from(e.starts_on)}" if e.starts_on else STARTS.get(e.start, "début en blanc")
    if e.ends_on:
        return f"{start}, jusqu’au {day_words(e.ends_on)}" + (" inclus" if e.inclusive else "")
    return _join(start, f"pour {delay_words(e.span)}" if e.span else "fin en blanc")


def _renewal(e: t.Renewal) -> str:
    return _join(
        MODES[e.mode],
        f"par période de {delay_words(e.step)}" if e.step else "",
        f"{delay_words(e.ceiling)} au plus" if e.ceiling else "",
        f"dénonciation {delay_words(e.denunciation)} avant" if e.denunciation else "",
        "clause incomplète" if e.obscure else "",
    )


def _at_will(e: t.TerminationAtWill) -> str:
    return _join(
        _parties(e.by) or "chaque partie",
        f"préavis de {delay_words(e.notice)}" if e.notice else "sans préavis stipulé",
        FORMS[e.form] if e.form else "forme libre",
        CLOCKS[e.clock] if e.clock else "",
        "à l’échéance seulement" if e.at_term else "",
        f"sous un titre qui annonce « {GROUNDS[e.title_ground]} »" if e.title_ground else "",
    )


def _cured(e: t.TerminationForDefault | t.TerminationForIllegality) -> str:
    return _join(
        _parties(e.by) or "chaque partie",
        "après mise en demeure" if e.formal_notice else "",
        f"restée sans effet {delay_words(e.cure)}" if e.cure else "",
        CLOCKS[e.clock] if e.clock else "",
        FORMS[e.form] if e.form else "",
    )


def _cadence(e: t.MeetingCadence) -> str:
    least = "au moins " if e.bound is Bound.MINIMUM else ""
    return f"{body_name(e.body)} : {least}{e.count} fois {PERS[e.per]}"


def _turn(e: t.ChairRule | t.SecretariatRule) -> str:
    holder = _parties(e.holders) or e.words
    may = "" if getattr(e, "binding", True) else "peut être assuré par"
    who = " ".join(part for part in (may, holder, TURNS[e.turn]) if part)
    return f"{body_name(e.body)} : {who}"


def _evaluated(e: t.Evaluation | t.Review) -> str:
    name, gender = body_name(e.body), "e" if isinstance(e, t.Evaluation) else ""
    body = f"{ROLES[e.role]}{gender} par {the(name)}" if e.role and e.body else ""
    if e.role is BodyRole.RECEIVES and e.body:
        body = f"{ROLES[e.role]}{gender} {to_the(name)}"
    return _join(MOMENTS[e.moment], body, "avec une évaluation des effets" if getattr(e, "effects", False) else "")


def _committee(e: t.Committee) -> str:
    return _join(
        e.name,
        "à parité" if e.parity else "",
        "membres désignés par leur fonction" if e.by_office else "",
        "peut être créé" if e.optional else "",
    )


def _disclosure(e: t.DisclosureRule) -> str:
    return _join(
        f"rien sous {e.min_count} allocataires" if e.min_count else "",
        f"aucune case sous {e.min_cell}" if e.min_cell else "",
        f"aucune zone ni sous-population sous {e.min_population}" if e.min_population else "",
        "aucune identification" if e.no_identification else "",
    )


def _formalities(e: t.Formalities) -> str:
    return _join(
        f"fait à {e.place}" if e.place else "",
        _on(e.stated_on) if e.stated_on else "date en blanc",
        f"{e.originals} exemplaires" if e.originals else "",
        "un exemplaire par signataire" if e.per_signatory else "",
        f"{e.pages} pages" if e.pages else "",
        f"{e.annex_count} annexes" if e.annex_count else "",
    )


def _annex(e: t.Annex) -> str:
    state = "promise pour plus tard" if e.deferred else ("" if e.present else "absente du fichier")
    within = f"sous {delay_words(e.within)}" if e.within else ""
    return _join(f"annexe {e.number}".strip() + (f" « {e.title} »" if e.title else ""), state, within)


def _authority(e: t.SignatureAuthority) -> str:
    when = f" du {day_words(e.adopted_on)}" if e.adopted_on else ", date en blanc"
    return f"{party_name(e.party)} : {ACTS[e.act]}{when}" + (f", annexe {e.annex}" if e.annex else "")


def _party(e: t.PartyClause) -> str:
    people = listed([_join(person.name, person.capacity) for person in e.signatories])
    return e.name + (f", par {people}" if people else "")


def _instrument(e: t.RelatedInstrument) -> str:
    return _join(
        e.title,
        RELATIONS[e.relation],
        f"signé {_on(e.signed_on)}" if e.signed_on else "",
        f"pour {delay_words(e.span)}" if e.span else "",
        f"jusqu’{_until(e.ends_on)}" if e.ends_on else "",
    )


def _until(day: Day) -> str:
    return f"en {day_words(day)}" if isinstance(day, Between) else f"au {day_words(day)}"


def _communication(e: t.Communication) -> str:
    return _join(
        "décision commune" if e.joint_decision else "",
        "logos des parties" if e.logos else "",
        "mention de l’autre partie" if e.mention else "",
        "valorisation du partenariat" if e.promote else "",
    )


def _sequence(e: t.MeetingSequence) -> str:
    gap = delay_words(e.delay) if e.delay else ""
    return f"{body_name(e.first)} {gap + ' ' if gap else ''}avant chaque {body_name(e.then)}"


VALUES: dict[type, Callable[[Any], str]] = {
    t.PartyClause: _party,
    t.SignatureAuthority: _authority,
    t.DeliberationAct: lambda e: _join(e.organ, e.number, "approuve le texte" if e.approves_text else ""),
    t.Formalities: _formalities,
    t.Citation: lambda e: e.cited,
    t.RelatedInstrument: _instrument,
    t.Nature: lambda e: _join(
        "à titre expérimental" if e.experimental else "", "cadre politique" if e.political_framework else ""
    ),
    t.SharedObjectives: lambda e: " ; ".join(e.themes),
    t.HigherNorm: lambda e: (
        f"{e.norm} : "
        + (
            "la clause contraire ne peut être invoquée"
            if e.effect is NormEffect.UNOPPOSABLE
            else "lecture dans ce cadre"
        )
    ),
    t.SharedDiagnosis: lambda e: _join(
        f"annexe {e.annex}" if e.annex else "", "à compléter plus tard" if e.deferred else ""
    ),
    t.ActionPlan: lambda e: _join(
        "chaque année" if e.yearly else "pour la durée de la convention",
        f"annexe {e.annex}" if e.annex else "",
        "par fiches" if e.by_sheets else "",
    ),
    t.IndicatorRule: lambda e: e.place,
    t.Milestone: lambda e: _join(e.label, day_words(e.planned) if e.planned else e.words or "date à fixer"),
    t.FundingMaintenance: lambda e: _join(capital(party_name(e.payer)), e.channel),
    t.FundingContribution: lambda e: _join(party_name(e.payer), f"annexe {e.annex}" if e.annex else ""),
    t.Committee: _committee,
    t.AdvisoryMembers: lambda e: body_name(e.body),
    t.MeetingCadence: _cadence,
    t.ChairRule: _turn,
    t.SecretariatRule: _turn,
    t.MeetingSequence: _sequence,
    t.DocumentCirculation: lambda e: (
        f"{delay_words(e.delay)} avant {the(body_name(e.body))}" + (f", par {e.sender}" if e.sender else "")
    ),
    t.CommitteePowers: lambda e: f"{body_name(e.body)} : {' ; '.join(e.powers)}",
    t.Communication: _communication,
    t.Confidentiality: lambda e: "survit à la fin, sans limite" if e.survives else "pendant l’exécution",
    t.DataSharing: lambda e: "chaque fois que possible" if e.qualified else "toute information utile",
    t.DataRequestGate: lambda e: (
        listed([STUDIES[s] for s in e.studies]) + (" ; données personnelles seulement" if e.personal_only else "")
    ),
    t.DataRequestWorkflow: lambda e: _join(e.request_form, e.reply_form, "par courrier" if e.letter else ""),
    t.PeriodicDelivery: lambda e: _join(
        e.what, f"{e.count} fois {PERS[e.per]}", party_name(e.giver), f"annexe {e.annex}" if e.annex else ""
    ),
    t.DisclosureRule: _disclosure,
    t.DataOwnership: lambda e: "accord exprès avant toute communication à un tiers" if e.consent else "au détenteur",
    t.LegalCompliance: lambda e: " ; ".join(e.texts),
    t.Evaluation: _evaluated,
    t.Review: _evaluated,
    t.Duration: _duration,
    t.Renewal: _renewal,
    t.TerminationAtWill: _at_will,
    t.TerminationForDefault: _cured,
    t.TerminationForIllegality: _cured,
    t.AutomaticTermination: lambda e: f"{_parties(e.by) or 'chaque partie'}, en cas de changement sans avenant",
    t.TerminationOnGround: lambda e: _join(
        GROUNDS[e.ground], f"préavis de {delay_words(e.notice)}" if e.notice else ""
    ),
    t.TerminationEffects: lambda e: _join(
        "engagements tenus jusqu’à leur terme" if e.after is AfterEnd.RUN_OFF else "arrêt immédiat des engagements",
        "dommages et intérêts réservés" if e.damages else "",
    ),
    t.AmendmentClause: lambda e: _join(
        "toute modification" if e.scope is AmendmentScope.ANY else "modification substantielle",
        "liste des changements" if e.lists_changes else "",
        "annexes comprises" if e.covers_annexes else "",
        "facultatif" if e.optional else "",
    ),
    t.Annex: _annex,
    t.TitlePrecedence: lambda e: "le contenu l’emporte sur le titre",
    t.Severability: lambda e: "une clause nulle n’emporte pas les autres",
    t.Dispute: lambda e: _join("accord amiable d’abord" if e.amicable_first else "", e.court),
}


def term_label(term: t.Term) -> str:
    """The name of the kind of clause."""
    return LABELS[type(term)]


def term_value(term: t.Term) -> str:
    """What the clause says, short; empty where the label says all.

    >>> from convenir.core.source import Source
    >>> from convenir.core.delays import Months
    >>> term_value(t.TerminationAtWill(notice=Months(count=3), source=Source(text="convention", article="10")))
    'chaque partie, préavis de 3 mois, forme libre'
    """
    say = VALUES.get(type(term))
    return say(term) if say else ""
