"""Each field of a fact as a form asks it: its words, and the values that the dossier offers or suggests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from convenir.core import facts as f
from convenir.core.facts import Publication
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.parties import ActKind
from convenir.core.terms.termination import Form, Ground
from convenir.usecases.facts import Recorded
from convenir.web.pages.conventions import fact_choices as offer
from convenir.web.pages.conventions.fact_choices import Choices
from convenir.writer.words import values
from convenir.writer.words.names import capital

Offer = Callable[[Recorded], Choices]

MOMENTS = {Moment.YEARLY: "une année", Moment.MID_TERM: "le mi-parcours", Moment.FINAL: "la fin de la convention"}
TABLES: dict[type, Mapping[Any, str]] = {type(next(iter(table))): table for table in values.TABLES} | {Moment: MOMENTS}
# What a person records, where the list of the core holds more.
CHOSEN: dict[type, tuple[object, ...]] = {
    Form: tuple(form for form in Form if form is not Form.NONE),
    Moment: tuple(MOMENTS),
    Ground: (Ground.BREACH, Ground.UNLAWFUL, Ground.NO_AMENDMENT, Ground.PUBLIC_INTEREST, Ground.FORCE_MAJEURE),
    ActKind: (ActKind.DELIBERATION, ActKind.DECISION, ActKind.DELEGATION, ActKind.INFORMATION, ActKind.PRESENTATION),
    Publication: tuple(Publication),
}


def values_of(kind: type) -> Choices:
    """The values of a list of the core, as one chooses among them."""
    table = TABLES[kind]
    return [(str(value), capital(words)) for value, words in table.items() if value in CHOSEN.get(kind, tuple(table))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A field. `choices` are the only values, `suggests` some of them; `yes` and `no` the words of a doubtful yes.

    `empty` is what no value means; `nothing` is said where there is nothing to choose, and `first` is the fact to
    record then.
    """

    label: str
    hint: str = ""
    choices: Offer | None = None
    suggests: Offer | None = None
    yes: str = "Oui"
    no: str = "Non"
    empty: str = "Non renseigné"
    nothing: str = ""
    first: type | None = None


FIELDS: dict[str, Asked] = {
    # Who.
    "party": Asked(label="Partie", choices=offer.parties),
    "payer": Asked(label="Partie qui paie", choices=offer.parties),
    "sender": Asked(label="Envoyés par", choices=offer.parties),
    "chair": Asked(label="Présidence", choices=offer.holders),
    "secretary": Asked(label="Secrétariat", choices=offer.holders),
    "present": Asked(label="Présents"),
    "adopted_by": Asked(label="Parties qui l’ont adoptée par écrit", choices=offer.parties),
    "agreed_by": Asked(label="Parties d’accord", choices=offer.parties),
    "invited_by": Asked(label="Parties qui l’ont invitée", choices=offer.parties),
    "logos": Asked(label="Logos qui y figurent", choices=offer.parties),
    "participants": Asked(label="Partenaires associés", hint="Un par ligne."),
    "signatory": Asked(
        label="Signataire",
        hint="Qualité ou nom, s’ils sont plusieurs pour cette partie. Vide : tous ont signé.",
        suggests=offer.signatories,
    ),
    "holder": Asked(label="Personne", hint="Nom ou qualité.", suggests=offer.signatories),
    "office": Asked(label="Fonction", suggests=offer.signatories),
    "successor": Asked(label="Qui la remplace"),
    "author": Asked(label="Signataire de la lettre", hint="Nom ou qualité."),
    "mandated": Asked(label="Ce signataire peut engager la partie"),
    "to": Asked(label="À qui"),
    "person": Asked(label="Personne", hint="Des initiales ou un numéro suffisent."),
    "seat": Asked(label="Siège", hint="Nom, numéro ou fonction."),
    # Acts and texts.
    "act": Asked(label="Acte"),
    "organ": Asked(label="Organe", hint="Conseil municipal, conseil d’administration…"),
    "number": Asked(label="Numéro"),
    "manner": Asked(label="Comment"),
    "publication_choice": Asked(
        label="Publication de ses actes", hint="Une commune de moins de 3 500 habitants choisit son mode."
    ),
    "name": Asked(label="Nouveau nom", hint="Si elle en a changé : c’est la même partie."),
    "population": Asked(label="Nombre d’habitants"),
    "voted_end_on": Asked(label="Dernier jour dans le texte voté", hint="S’il n’est pas celui du texte signé."),
    "differs": Asked(label="Autre différence du texte voté"),
    "amendment": Asked(label="Texte concerné", choices=offer.amendments, empty="La convention"),
    "place": Asked(label="Lieu"),
    "article": Asked(label="Article", suggests=offer.articles),
    "annex": Asked(label="Annexe", choices=offer.annexes),
    "change": Asked(label="Changement"),
    "substantial": Asked(
        label="Ce changement touche la convention", yes="Oui, il la touche", no="Non, il est sans effet"
    ),
    "competence": Asked(label="Compétence"),
    "ground": Asked(label="Motif"),
    "title": Asked(label="Titre"),
    "starts_on": Asked(label="Premier jour d’effet"),
    "until": Asked(label="Jusqu’au"),
    # Bodies.
    "body": Asked(label="Instance", choices=offer.bodies, nothing="Le texte n’institue aucune instance."),
    "was": Asked(label="Jour d’abord fixé"),
    "meeting_on": Asked(label="Pour la séance du"),
    "advisory": Asked(label="Sans voix : à titre consultatif"),
    "subject": Asked(label="Objet"),
    "votes_for": Asked(label="Voix pour"),
    "votes_against": Asked(label="Voix contre"),
    "changes_text": Asked(label="La décision changerait un article"),
    "adds_theme": Asked(label="Thème ajouté au plan", suggests=offer.themes),
    "purpose": Asked(label="Pour quoi"),
    # Plan and evaluation.
    "label": Asked(label="Intitulé"),
    "commitment": Asked(
        label="Engagement",
        choices=offer.commitments,
        nothing="Aucun engagement n’est enregistré dans ce dossier.",
        first=f.CommitmentMade,
    ),
    "sheet": Asked(label="C’est une fiche action"),
    "theme": Asked(label="Thème", suggests=offer.themes),
    "need": Asked(label="Besoin auquel elle répond"),
    "indicators": Asked(label="Nombre d’indicateurs"),
    "means": Asked(label="La fiche nomme les moyens"),
    "alters": Asked(label="Dispositif existant qu’elle modifie"),
    "cases": Asked(label="Situations visées"),
    "sites": Asked(label="Lieux d’accueil"),
    "indicator": Asked(label="Indicateur", suggests=offer.indicators),
    "value": Asked(label="Valeur", hint="Par exemple 75 ou 12,5."),
    "year": Asked(label="Année concernée"),
    "moment": Asked(label="Porte sur"),
    "stage": Asked(label="Étape"),
    "effects": Asked(label="Le bilan évalue les effets"),
    "answered": Asked(label="Nombre de questions traitées"),
    "proposes": Asked(label="Ce qu’elle changerait dans le texte"),
    "valued": Asked(label="Chaque indicateur y a sa valeur"),
    # Data.
    "request": Asked(
        label="Demande",
        choices=offer.requests,
        nothing="Aucune demande de données n’est enregistrée dans ce dossier.",
        first=f.DataRequested,
    ),
    "personal": Asked(label="Données personnelles"),
    "letter": Asked(label="Courrier joint"),
    "tier": Asked(label="Où sont les données"),
    "smallest": Asked(
        label="Plus petit effectif d’une case", hint="Si les données sont un tableau : la plus petite case non nulle."
    ),
    "followed": Asked(label="Recommandations du délégué suivies"),
    "study": Asked(label="Étude"),
    "favourable": Asked(label="Avis", yes="Favorable", no="Défavorable"),
    "accepted": Asked(label="Réponse", yes="Acceptée", no="Refusée"),
    "reason": Asked(label="Motif du refus"),
    "recommendations": Asked(label="Recommandations"),
    "flow": Asked(label="Flux de données", suggests=offer.flows),
    "scope": Asked(label="Données concernées"),
    "processor": Asked(label="Ce destinataire est son sous-traitant"),
    "what": Asked(label="Quoi"),
    # Communication and information.
    "matter": Asked(label="Sujet", suggests=offer.matters),
    "known_on": Asked(label="Connu depuis le"),
    "effective_on": Asked(label="Prend effet le"),
    "concerns": Asked(label="Concerne aussi l’autre partie"),
    "major": Asked(label="Chantier majeur"),
    "joint": Asked(label="Support commun aux parties"),
    "mentions": Asked(label="Nomme l’action de l’autre partie"),
    "promotes": Asked(label="Valorise le partenariat"),
    "about_convention": Asked(label="Parle de la convention"),
    "source_named": Asked(label="La source des données est citée"),
    "internal": Asked(label="Réservé à un usage interne"),
    # Money.
    "facility": Asked(label="Équipement", suggests=offer.facilities),
    "amount": Asked(label="Montant, en euros", hint="Par exemple 412 350,00."),
    "booked": Asked(label="Montant comptabilisé, en euros", hint="Par exemple 412 350,00."),
    # Ends.
    "form": Asked(label="Forme de la lettre"),
    "passage_left": Asked(label="Avis de passage laissé"),
    "delivered": Asked(label="La lettre a été remise : l’avis de réception est revenu sans date"),
    "qualified": Asked(label="Service de recommandé électronique", yes="Qualifié au sens de la loi", no="Non qualifié"),
    "effect_on": Asked(
        label="Dernier jour en vigueur annoncé", hint="Si la lettre annonce un préavis plus long que le minimum."
    ),
    "breach": Asked(
        label="Manquement",
        choices=offer.breaches,
        nothing="Aucun manquement en cours n’est enregistré dans ce dossier.",
        first=f.BreachRecorded,
    ),
    "cure": Asked(label="Délai laissé pour se mettre en règle", hint="Par exemple 1 mois ou 15 jours."),
    # Disputes and norms.
    "amicable_attempt": Asked(label="Un accord amiable a été tenté"),
    "judgment": Asked(
        label="Jugement",
        choices=offer.judgments,
        nothing="Aucun jugement n’est enregistré dans ce dossier.",
        first=f.JudgmentGiven,
    ),
    "clause": Asked(label="Clause", choices=offer.clauses),
    "court": Asked(label="Juridiction"),
    "upheld": Asked(label="Décision", yes="Le jugement est confirmé", no="Le jugement est annulé"),
    "norm": Asked(label="Règle contraire", hint="Cog, loi, décret : sa référence."),
}

REQUEST_OR_FLOW = Asked(
    label="Demande ou flux",
    choices=offer.requests_and_flows,
    nothing="Aucune demande de données n’est enregistrée dans ce dossier.",
    first=f.DataRequested,
)
# The same fields where they mean something else: the name that a fact gives, or another list.
SPECIAL: dict[tuple[type, str], Asked] = {
    (f.AmendmentProposed, "amendment"): Asked(label="Avenant", hint="Son numéro, ou son nom."),
    (f.AmendmentProposed, "effective_on"): Asked(
        label="Premier jour d’effet", hint="S’il en donne un. Vide : le jour de la dernière signature."
    ),
    (f.BreachRecorded, "breach"): Asked(label="Ce qui n’a pas été fait"),
    (f.TerminationDeclared, "breach"): Asked(
        label="Manquement ou changement invoqué", choices=offer.breaches_and_changes
    ),
    (f.JudgmentGiven, "judgment"): Asked(label="Nom du jugement", hint="Sa date ou son numéro, par exemple."),
    (f.DataRequested, "request"): Asked(label="Objet de la demande"),
    (f.DataRequested, "form"): Asked(label="Formulaire joint"),
    (f.ImpactAssessed, "request"): REQUEST_OR_FLOW,
    (f.RegisterEntered, "request"): REQUEST_OR_FLOW,
    (f.DataReleased, "request"): REQUEST_OR_FLOW,
    (f.DataReleased, "reason"): Asked(label="Pourquoi elles ne le sont pas"),
    (f.DataReleased, "to"): Asked(label="Remises à", choices=offer.parties),
    (f.MilestoneReached, "label"): Asked(label="Étape", suggests=offer.milestones),
    (f.CommunicationApproved, "label"): Asked(label="Communication", suggests=offer.communications),
    (f.CommunicationPublished, "label"): Asked(
        label="Communication", hint="Le même intitulé que dans l’accord enregistré.", suggests=offer.communications
    ),
}


def asked(event: type, name: str) -> Asked:
    """How that field of that event is asked."""
    return SPECIAL.get((event, name)) or FIELDS[name]
