"""The exchange of data: requests, opinions, registers, consent, deliveries."""

from convenir.core import facts as f
from convenir.core import gate
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import exchanges as checks
from convenir.core.obligation import Duty
from convenir.core.rules import exchanges as rules
from convenir.rulebook.mechanism import Chapter, Mechanism
from convenir.secrecy.protect import protect

EXCHANGES = Chapter(
    name="exchanges",
    title="Les échanges de données",
    mechanisms=(
        Mechanism(
            key="demande",
            title="La demande de données et ses préalables",
            meaning="""
Avant qu’une donnée ne passe, le produit vérifie une à une les conditions du texte : demande dans les formes,
études d’opportunité, de faisabilité, de conformité, faites par celui qui **détient** les données. Pour des
données personnelles seulement, ou pour toutes, selon le texte ; un tableau dont une case est sous le seuil est
traité comme personnel. Tant qu’une condition manque, la transmission est refusée, article à l’appui.
""",
            clauses=(t.DataRequestGate, t.DataRequestWorkflow, t.DataSharing),
            facts=(f.DataRequested, f.StudyDone, f.RequestAnswered, f.DataReleased),
            duties=(Duty.REQUEST_STUDY, Duty.REQUEST_REPLY),
            findings=("release-not-allowed", "reply-delay", "reply-late", "refusal-reason"),
            choices=(Choice.SMALL_CELL_IS_PERSONAL,),
            computed_by=(
                gate.gate,
                gate.refuse_release,
                rules.requests,
                checks.releases,
                checks.refusals,
                checks.waiting,
            ),
        ),
        Mechanism(
            key="avis-du-delegue",
            title="L’avis du délégué à la protection des données",
            meaning="""
L’avis est celui du délégué de la partie qui détient les données, et il **précède** la transmission. Il ne lie
pas, mais ses recommandations appellent une suite ou une raison.
""",
            clauses=(t.DpoOpinion,),
            facts=(f.DpoOpinionGiven,),
            duties=(Duty.REQUEST_OPINION,),
            findings=("dpo-recommendations",),
            choices=(Choice.OPINION_DOES_NOT_BIND,),
            computed_by=(gate.gate, checks.recommendations),
        ),
        Mechanism(
            key="registre",
            title="Le registre des traitements et l’analyse d’impact",
            meaning="""
Chaque responsable inscrit le traitement à **son** registre : une inscription d’un seul côté laisse l’autre en
défaut. Des données de santé demandent une analyse d’impact avant de commencer.
""",
            clauses=(t.ProcessingRegister, t.PersonalDataFlow, t.LegalCompliance),
            facts=(f.RegisterEntered, f.ImpactAssessed),
            duties=(Duty.REGISTER_ENTRY,),
            findings=("impact-assessment",),
            computed_by=(rules.register_entries, checks.health_flows),
        ),
        Mechanism(
            key="accord-du-proprietaire",
            title="L’accord du propriétaire et le tiers",
            meaning="""
Celui qui a reçu des données ne les passe à un tiers qu’avec l’accord **exprès et préalable** de leur
propriétaire, pour ce destinataire. Un accord donné le lendemain ne couvre pas la première communication. Un
sous-traitant est traité comme un tiers, l’autre lecture étant donnée. Une personne qui retire son accord doit
être retirée.
""",
            clauses=(t.DataOwnership, t.PersonalDataFlow),
            facts=(f.ConsentGiven, f.ConsentWithdrawn, f.OnwardReleased, f.PersonRemoved),
            duties=(Duty.PERSON_REMOVAL,),
            choices=(
                Choice.CONSENT_COMES_FIRST,
                Choice.CONSENT_IS_FOR_ONE_RECIPIENT,
                Choice.PROCESSOR_IS_THIRD_PARTY,
                Choice.REMOVED_FROM_WITHDRAWAL,
            ),
            computed_by=(gate.onward_gate, checks.onward_releases, rules.removals),
        ),
        Mechanism(
            key="fourniture-periodique",
            title="La fourniture périodique",
            meaning="""
Le socle de données est dû chaque année tant que la convention est en vigueur, en retard dès le lendemain du
dernier jour. Si l’annexe qui le décrit manque, son contenu ne peut pas être vérifié.
""",
            clauses=(t.PeriodicDelivery,),
            facts=(f.DataDelivered,),
            duties=(Duty.DELIVERY,),
            findings=("delivery-content",),
            computed_by=(rules.deliveries,),
        ),
        Mechanism(
            key="secret-statistique",
            title="Le secret statistique",
            meaning="""
Une case qui compte moins de personnes que le seuil est masquée ; exactement le seuil est permis. Une zone
infracommunale ou une sous-population trop petite est refusée entière. Comme une case masquée se retrouve par
soustraction, d’autres le sont avec elle ; deux tableaux dont la différence révèle un petit groupe ne peuvent
pas être donnés tous les deux au même destinataire.
""",
            clauses=(t.DisclosureRule,),
            sections=("tables",),
            computed_by=(protect,),
        ),
    ),
)
