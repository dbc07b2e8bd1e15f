"""The kinds of facts that one records by hand, by family: what each means, and the other words for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from convenir.core import facts as f
from convenir.core.dossier import EVENTS
from convenir.writer.words import event_label

NAMES: dict[type, str] = {event: name for name, event in EVENTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact. `hint` says which day is asked or what follows; `also` are other words for it.

    `called` gives some fields, the day among them, another label than the usual one; `needs` are fields that the core
    may do without, but not a person; `details` are asked below the others, folded.
    """

    event: type
    hint: str = ""
    also: str = ""
    called: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name in addresses and files."""
        return NAMES[self.event]

    @property
    def words(self) -> str:
        """Its name on the page."""
        return event_label(self.event)

    @property
    def details_words(self) -> str:
        """What opens the fields that few facts need."""
        return "Autres changements" if self.event is f.AmendmentProposed else "Autres précisions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Kinds of facts that go together, and what they are about."""

    name: str
    about: str
    kinds: tuple[Kind, ...]


SENDER = {"party": "Partie qui l’a envoyée"}
WRITER = {"party": "Partie qui résilie"}

SIGNATURE = Family(
    name="Signature et habilitation",
    about="Qui est autorisé à signer, qui a signé, et ce que devient chaque partie.",
    kinds=(
        Kind(
            event=f.Signed,
            hint="Une signature par partie, ou par signataire.",
            also="paraphe signer",
            called={"on": "Signé le"},
        ),
        Kind(
            event=f.ActAdopted,
            hint="Le jour est celui du vote ou de la décision.",
            also="conseil municipal communautaire départemental administration vote autorisation de signer",
            called={"on": "Adoptée le"},
            details=("voted_end_on", "differs"),
        ),
        Kind(
            event=f.ActTransmitted,
            hint="Le jour de l’accusé de réception.",
            also="préfecture préfet exécutoire actes",
            called={"on": "Reçu le"},
        ),
        Kind(event=f.ActPublished, also="affichage mise en ligne exécutoire"),
        Kind(
            event=f.BoardDecisionCommunicated,
            hint="L’État a huit jours pour s’opposer à la décision d’une Caf.",
            also="conseil d’administration Caf tutelle opposition",
        ),
        Kind(event=f.StatedDate, hint="La date au-dessus des signatures : « Fait à…, le… ».", also="fait à"),
        Kind(event=f.MandateShown, also="délégation de signature pouvoir mandat"),
        Kind(event=f.SignatoryChanged, also="nouveau maire président directeur élections"),
        Kind(event=f.OriginalHandedOver, also="exemplaire original remise notification"),
        Kind(event=f.ConclusionPublicised, also="avis publicité recours des tiers"),
        Kind(event=f.PartySucceeded, also="fusion commune nouvelle intercommunalité substitution"),
        Kind(event=f.CompetenceTransferred, also="transfert intercommunalité syndicat"),
        Kind(event=f.PartyDescribed, also="habitants population publication des actes"),
        Kind(
            event=f.RenewalSigned,
            hint="La reconduction vaut quand toutes les parties l’ont signée avant la fin.",
            also="renouvellement prolongation",
        ),
        Kind(event=f.SuccessorConcluded, hint="Le jour est celui de sa signature.", also="renouvellement suite CTG"),
    ),
)
AMENDMENTS = Family(
    name="Avenants et annexes",
    about="Ce qui change le texte, et ce qui change sans lui.",
    kinds=(
        Kind(
            event=f.AmendmentProposed,
            hint="Ce que change l’avenant. Enregistrez ensuite la signature de chaque partie : il vaut à la dernière.",
            also="modifier prolonger la convention durée modification nouvelle partie",
            called={"on": "Proposé le"},
            details=("renewal", "step", "ceiling", "joins", "joins_as", "leaves", "annexes", "annex_added", "removed"),
        ),
        Kind(event=f.AnnexAttached, also="pièce jointe liste fiches annexer"),
        Kind(
            event=f.ChangeObserved,
            hint="Le jour où le changement a commencé.",
            also="modification de fait écart non respect du texte",
            called={"change": "Ce qui a changé", "party": "Partie qui l’a fait", "article": "Article concerné"},
        ),
        Kind(
            event=f.InstitutionChanged,
            also="réorganisation fusion missions",
            called={"change": "Ce qui a changé"},
        ),
    ),
)
BODIES = Family(
    name="Instances",
    about="Séances, membres, décisions, référents.",
    kinds=(
        Kind(event=f.MeetingHeld, also="réunion comité de pilotage technique copil cotech présents"),
        Kind(event=f.MeetingPlanned, also="réunion prévue convocation date", called={"on": "Jour de la séance"}),
        Kind(event=f.MeetingMoved, also="réunion reportée report", called={"on": "Nouveau jour"}),
        Kind(event=f.MeetingCancelled, also="réunion", called={"on": "Jour où elle était fixée"}),
        Kind(event=f.DocumentsSent, also="ordre du jour convocation dossier relevé de décisions"),
        Kind(
            event=f.DecisionTaken,
            also="vote relevé de décisions arbitrage thème",
            called={"on": "Jour de la séance", "subject": "Décision"},
            details=("votes_for", "votes_against", "changes_text", "article", "adds_theme"),
        ),
        Kind(event=f.MemberAppointed, also="nomination représentant siège"),
        Kind(event=f.MemberLeft, also="départ démission siège vacance"),
        Kind(event=f.ExpertInvited, also="personne qualifiée consultatif invitation"),
        Kind(event=f.ReferentNamed, also="correspondant interlocuteur contact"),
    ),
)
PLAN = Family(
    name="Plan et fiches",
    about="Diagnostic, plan d’actions, fiches, étapes, indicateurs.",
    kinds=(
        Kind(event=f.PlanAdopted, also="programme annuel"),
        Kind(
            event=f.CommitmentMade,
            also="fiche action projet",
            details=("theme", "need", "indicators", "means", "alters", "adopted_by"),
            called={"until": "Dernier jour, s’il y en a un", "label": "Intitulé"},
        ),
        Kind(event=f.CommitmentClosed, also="action terminée abandonnée clôture"),
        Kind(event=f.DiagnosisShared, also="pré-diagnostic portrait territoire"),
        Kind(event=f.CircuitDefined, also="situations urgentes complexes procédure"),
        Kind(event=f.ReceptionOrganised, also="accueil permanences guichets réseau"),
        Kind(event=f.MilestoneReached, also="calendrier jalon étape"),
        Kind(event=f.IndicatorValued, also="mesure résultat chiffre"),
    ),
)
EVALUATION = Family(
    name="Évaluation",
    about="Évaluations et bilans : lancés, faits, présentés, validés.",
    kinds=(
        Kind(event=f.EvaluationLaunched, also="début démarrage"),
        Kind(event=f.EvaluationDone, also="rapport", details=("answered", "proposes")),
        Kind(event=f.EvaluationPresented, also="comité de pilotage examen"),
        Kind(event=f.EvaluationStageValidated, also="validation étape"),
        Kind(event=f.ReviewDone, also="annuel final rapport", details=("effects", "answered", "valued")),
    ),
)
DATA = Family(
    name="Données",
    about="Demandes, études préalables, avis, transmissions, consentements.",
    kinds=(
        Kind(
            event=f.DataRequested,
            also="FED formulaire extraction statistiques",
            called={"party": "Partie qui demande"},
            needs=("party",),
            details=("smallest", "letter", "form", "tier"),
        ),
        Kind(
            event=f.StudyDone,
            also="opportunité faisabilité RGPD",
            called={"party": "Partie qui l’a faite", "favourable": "Conclusion"},
        ),
        Kind(
            event=f.DpoOpinionGiven,
            also="DPO délégué RGPD",
            called={"party": "Partie dont c’est le délégué", "favourable": "Avis"},
        ),
        Kind(event=f.ImpactAssessed, also="AIPD étude d’impact RGPD"),
        Kind(event=f.RegisterEntered, also="RGPD article 30 traitement"),
        Kind(event=f.RequestAnswered, also="refus acceptation réponse", called={"accepted": "Réponse"}),
        Kind(
            event=f.DataReleased,
            hint="Les données d’une demande ; celles que la convention prévoit sont des « données transmises ».",
            also="envoi fichier communication",
            called={"party": "Partie qui remet"},
            details=("smallest", "followed", "reason"),
        ),
        Kind(
            event=f.DataDelivered,
            hint="La transmission que la convention prévoit à intervalle régulier.",
            also="socle annuel statistiques envoi fichier",
            called={"party": "Partie qui transmet", "what": "Lesquelles"},
        ),
        Kind(
            event=f.ConsentGiven,
            also="autorisation détenteur tiers propriété",
            called={"party": "Partie à qui sont les données", "to": "Destinataire", "scope": "Données concernées"},
        ),
        Kind(
            event=f.OnwardReleased,
            also="diffusion tiers sous-traitant",
            called={"party": "Partie qui les a communiquées", "to": "Destinataire", "scope": "Données concernées"},
        ),
        Kind(event=f.ObservatorySetUp, also="observatoire partagé statistiques"),
        Kind(event=f.ConsentWithdrawn, also="opposition retrait personne"),
        Kind(event=f.PersonRemoved, also="effacement suppression personne"),
    ),
)
INFORMATION = Family(
    name="Communication et information",
    about="Ce que les parties se disent, et ce qu’elles disent au public.",
    kinds=(
        Kind(
            event=f.ChangeAnnounced,
            hint="L’information des autres parties s’enregistre à part.",
            also="fermeture permanence accueil horaires délais",
            called={"on": "Prend effet le", "party": "Partie qui change", "known_on": "Décidé ou connu le"},
        ),
        Kind(
            event=f.InformationGiven,
            hint="Le jour où les autres parties l’ont reçue.",
            also="prévenir courrier mutuelle",
            called={"party": "Partie qui informe", "known_on": "Elle le savait depuis le"},
        ),
        Kind(event=f.ConsultationHeld, also="concertation échange préalable", called={"subject": "Sujet"}),
        Kind(
            event=f.StudyLaunched,
            also="étude chantier projet majeur",
            called={"subject": "Sujet", "party": "Partie qui la lance"},
        ),
        Kind(
            event=f.CommunicationApproved,
            also="presse plaquette accord visuel",
            called={"party": "Partie qui approuve"},
        ),
        Kind(
            event=f.CommunicationPublished,
            also="presse plaquette affiche site logo",
            called={"party": "Partie qui la publie"},
            details=("mentions", "promotes"),
        ),
        Kind(
            event=f.DocumentIssued,
            also="source mention données rapport",
            called={"party": "Partie qui le diffuse", "label": "Document"},
        ),
    ),
)
MONEY = Family(
    name="Argent",
    about="Contrat sectoriel, financements attribués, contributions versées.",
    kinds=(
        Kind(
            event=f.SectoralContractEnded,
            hint="Le contrat enfance jeunesse dont les montants sont maintenus.",
            also="CEJ contrat enfance jeunesse",
            called={"year": "Année de ce montant"},
        ),
        Kind(event=f.FundingAllocated, also="bonus territoire CTG subvention prestation Caf"),
        Kind(event=f.ContributionPaid, also="subvention versement collectivité"),
    ),
)
ENDS = Family(
    name="Résiliation et manquements",
    about="Lettres pour partir, manquements, mises en demeure, accords pour finir.",
    kinds=(
        Kind(
            event=f.NoticeSent, also="recommandé LRAR dénonciation préavis poste", called=WRITER | {"on": "Envoyée le"}
        ),
        Kind(
            event=f.NoticePresented,
            hint="Le jour du premier passage du facteur.",
            also="recommandé LRAR avis de passage",
            called=WRITER | {"on": "Présentée le"},
        ),
        Kind(
            event=f.NoticeReceived,
            hint="Le jour écrit sur l’avis de réception.",
            also="recommandé LRAR dénonciation préavis",
            called=WRITER | {"on": "Reçue le"},
            details=("effect_on", "author", "mandated"),
        ),
        Kind(event=f.NoticeRefused, also="lettre recommandée LRAR destinataire", called=WRITER),
        Kind(
            event=f.NoticeReturned,
            also="recommandé LRAR non réclamée non retirée avis de réception sans date",
            called=WRITER | {"on": "Cachet de retour du"},
        ),
        Kind(
            event=f.NoticeOffered,
            hint="Le jour où le prestataire a prévenu le destinataire.",
            also="LRE recommandé numérique courriel",
            called=WRITER,
        ),
        Kind(
            event=f.NoticeWithdrawn,
            also="renoncer annuler retrait",
            called=WRITER | {"agreed_by": "Parties qui l’acceptent par écrit"},
        ),
        Kind(
            event=f.BreachRecorded,
            also="faute inexécution non respect infraction",
            called={"party": "Partie en défaut", "article": "Article concerné"},
        ),
        Kind(event=f.FormalNoticeSent, also="recommandé LRAR sommation", called=SENDER),
        Kind(event=f.FormalNoticePresented, also="recommandé LRAR sommation facteur", called=SENDER),
        Kind(event=f.FormalNoticeRenounced, also="abandon retrait", called=SENDER),
        Kind(event=f.BreachCured, also="régularisation remis en règle"),
        Kind(
            event=f.TerminationDeclared,
            hint="Le jour où les autres parties l’ont reçue.",
            also="résiliation pour faute manquement illégalité",
            called={"party": "Partie qui la prononce"},
        ),
        Kind(
            event=f.TerminationAgreed,
            hint="Il vaut quand toutes les parties l’ont signé.",
            also="amiable commun accord",
            called={"until": "Dernier jour en vigueur", "party": "Partie qui signe"},
        ),
        Kind(
            event=f.Performed,
            hint="Sert à dire ce qui continue après la fin de la convention.",
            also="continue paiement après échéance",
        ),
    ),
)
DISPUTES = Family(
    name="Litiges et normes",
    about="Désaccords, jugements, appels, règles qui l’emportent sur le texte.",
    kinds=(
        Kind(event=f.DisputeArisen, also="désaccord contentieux conciliation", called={"subject": "Objet du litige"}),
        Kind(
            event=f.JudgmentGiven,
            hint="Un jugement qui tient une clause pour nulle.",
            also="tribunal administratif annulation nullité",
            called={"clause": "Clause jugée nulle"},
        ),
        Kind(event=f.JudgmentNotified, also="signification", called={"party": "Partie qui l’a reçu"}),
        Kind(event=f.AppealLodged, also="recours cour", called={"party": "Partie qui fait appel"}),
        Kind(event=f.AppealDecided, also="cour arrêt définitif"),
        Kind(
            event=f.ClauseContradicted,
            hint="Une règle plus forte que le texte : Cog, loi, décret.",
            also="COG loi décret norme supérieure",
            called={"on": "Depuis le", "until": "Jusqu’au, si elle cesse"},
        ),
    ),
)
FAMILIES = (SIGNATURE, AMENDMENTS, BODIES, PLAN, EVALUATION, DATA, INFORMATION, MONEY, ENDS, DISPUTES)
KINDS: dict[str, Kind] = {kind.name: kind for family in FAMILIES for kind in family.kinds}

# What most people come for.
FREQUENT = tuple(
    KINDS[NAMES[event]]
    for event in (
        f.MeetingHeld,
        f.Signed,
        f.ActAdopted,
        f.DocumentsSent,
        f.ReviewDone,
        f.DataDelivered,
        f.NoticeReceived,
    )
)
# Why a person does not record these from the list of kinds.
ELSEWHERE: dict[type, str] = {
    f.Cancelled: "Un fait s’annule depuis le journal, à côté de sa ligne, avec un motif.",
    f.ListCompleted: "Une liste du texte se complète depuis le journal, par « Importer un tableau ».",
}
