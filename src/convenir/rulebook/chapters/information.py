"""What the parties tell each other and the public."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import information as checks
from convenir.core.checks.exchanges import joint_studies
from convenir.core.obligation import Duty
from convenir.core.rules import information as rules
from convenir.core.rules.exchanges import observatories
from convenir.rulebook.mechanism import Chapter, Mechanism

INFORMATION = Chapter(
    name="information",
    title="L’information, la communication, le secret",
    mechanisms=(
        Mechanism(
            key="information-mutuelle",
            title="L’information mutuelle",
            meaning="""
Une partie informe l’autre de ce qui la concerne. Sans délai écrit, l’information est due avant que le
changement ne prenne effet ; donnée après, elle est tardive.
""",
            clauses=(t.MutualInformation,),
            facts=(f.ChangeAnnounced, f.InformationGiven),
            duties=(Duty.INFORMATION,),
            findings=("information-late",),
            choices=(Choice.INFORMED_BEFORE_EFFECT,),
            computed_by=(rules.news_to_give, checks.late_news),
        ),
        Mechanism(
            key="concertation-prealable",
            title="La concertation préalable",
            meaning="""
Avant de lancer une étude ou un chantier visé par le texte, une partie en parle à l’autre. Le faire après reste
un manquement ; rien n’est dû si l’autre partie n’est pas concernée, quand le texte le prévoit.
""",
            clauses=(t.PriorConsultation, t.JointStudy, t.SharedObservatory),
            facts=(f.StudyLaunched, f.ConsultationHeld, f.ObservatorySetUp),
            duties=(Duty.CONSULTATION, Duty.OBSERVATORY),
            findings=("consultation-missed", "study-concern", "study-size", "joint-study"),
            computed_by=(rules.consultations_to_hold, checks.studies_too_soon, joint_studies, observatories),
        ),
        Mechanism(
            key="communication",
            title="La communication",
            meaning="""
Ce qui porte sur la convention est décidé ensemble ; les supports communs portent le logo de chacun ; une partie
qui communique seule nomme l’action ou la coopération de l’autre, et la valorise si le texte le demande. Chaque
point est vérifié à part.
""",
            clauses=(t.Communication,),
            facts=(f.CommunicationApproved, f.CommunicationPublished),
            findings=("communication-alone", "logo-missing", "mention-missing", "promotion-missing"),
            computed_by=(checks.communication,),
        ),
        Mechanism(
            key="mention-des-sources",
            title="La mention des sources",
            meaning="""
Tout document qui emploie les données de l’autre en nomme la source, documents internes compris sauf si le texte
les excepte.
""",
            clauses=(t.SourceMention,),
            facts=(f.DocumentIssued,),
            findings=("source-missing",),
            computed_by=(checks.sources_named,),
        ),
        Mechanism(
            key="confidentialite",
            title="La confidentialité",
            meaning="""
Le secret professionnel lie les parties et leurs agents. Quand le texte le dit, il survit à la fin, sans limite.
""",
            clauses=(t.Confidentiality,),
            duties=(Duty.CONFIDENTIALITY,),
            computed_by=(rules.secrecy_after_end,),
        ),
    ),
)
