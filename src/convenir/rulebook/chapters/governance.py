"""Committees: composition, meetings, chair, secretariat, preparation."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import governance as checks
from convenir.core.obligation import Duty
from convenir.core.rules import governance as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

GOVERNANCE = Chapter(
    name="governance",
    title="Les instances : composition, séances, préparation",
    mechanisms=(
        Mechanism(
            key="instances",
            title="Les instances à créer et leurs rôles",
            meaning="""
Le texte crée des comités, ou permet d’en créer. Celui qu’il crée est dû, sans date : il n’est jamais en retard.
Quand le corps du texte crée un comité qu’une annexe dit facultatif, le corps l’emporte. Un rôle que le texte
rend annuel, comme fixer des priorités, est dû chaque année.
""",
            clauses=(t.Committee, t.CommitteePowers),
            facts=(f.MeetingHeld, f.DecisionTaken),
            duties=(Duty.BODY_CREATION, Duty.PRIORITIES),
            choices=(Choice.BODY_OVER_ANNEX,),
            computed_by=(rules.bodies_to_create, rules.yearly_priorities),
        ),
        Mechanism(
            key="rythme",
            title="Le rythme des séances",
            meaning="""
« Deux fois par an » veut dire deux séances par **année civile** ; une année incomplète compte entière, et les
autres lectures sont données. Une séance qui n’a pas eu lieu dans sa période est manquée : elle ne peut plus
être rattrapée. Une séance dont le jour est fixé n’est qu’une ligne, son rendez-vous. Quand le texte ne dit rien
mais qu’un bilan annuel se dresse en comité, une séance par an au moins s’en déduit.
""",
            clauses=(t.MeetingCadence,),
            facts=(f.MeetingPlanned, f.MeetingMoved, f.MeetingCancelled, f.MeetingHeld),
            duties=(Duty.MEETING, Duty.PLANNED_MEETING),
            findings=("meeting-cadence",),
            choices=(Choice.CIVIL_YEAR, Choice.PARTIAL_YEAR_COUNTS_WHOLE, Choice.CADENCE_FROM_YEARLY_WORK),
            computed_by=(rules.meetings_owed, rules.planned_meetings, checks.silent_cadence),
        ),
        Mechanism(
            key="preparation",
            title="La séance préparatoire et l’envoi des documents",
            meaning="""
Un délai compté à rebours d’une séance finit au même quantième, ou le dernier jour du mois ; il est lu comme un
minimum. Quand le jour dû n’est pas ouvrable, visez celui qui précède. Si la séance est déplacée, tout se
recalcule. Quand deux passages confient l’envoi à deux personnes, la tâche est due sans que personne puisse être
mis en faute.
""",
            clauses=(t.MeetingSequence, t.DocumentCirculation),
            facts=(f.DocumentsSent, f.MeetingMoved),
            duties=(Duty.PREPARATORY_MEETING, Duty.DOCUMENTS),
            choices=(Choice.AT_LEAST_THE_DELAY, Choice.ADVICE_ON_WORKING_DAY),
            computed_by=(rules.preparatory_meetings, rules.documents_to_send),
        ),
        Mechanism(
            key="presidence-et-secretariat",
            title="La présidence et le secrétariat",
            meaning="""
À tour de rôle, ensemble, ou par une seule partie. L’alternance se compte séance par séance ; quand on ne sait
pas qui a présidé la dernière, on ne peut pas dire qui préside la prochaine. Deux clauses qui désignent deux
secrétaires ne se départagent pas seules.
""",
            clauses=(t.ChairRule, t.SecretariatRule),
            facts=(f.MeetingHeld,),
            findings=(
                "chair-alternation",
                "chair-shared",
                "chair-holder",
                "chair-unknown",
                "secretariat",
                "secretariat-alternation",
                "secretariat-shared",
                "secretariat-holder",
            ),
            choices=(Choice.ALTERNATION_BY_MEETING,),
            computed_by=(checks.chairs, checks.secretariats, checks.unknown_turns),
        ),
        Mechanism(
            key="parite",
            title="La parité et les membres",
            meaning="""
La parité se vérifie chaque jour, sur les membres en place ; les personnes consultées n’y comptent pas. Un siège
vacant la rompt : la séance tenue compte, le texte ne dit pas qu’elle soit nulle. Une composition par fonctions
reste incomplète tant que la fonction est vacante.
""",
            clauses=(t.Committee, t.AdvisoryMembers),
            facts=(f.MemberAppointed, f.MemberLeft, f.ExpertInvited),
            findings=("parity", "composition", "vacancy", "expert-accord"),
            computed_by=(checks.compositions, checks.vacancies, checks.experts),
        ),
        Mechanism(
            key="decisions",
            title="Les décisions et les votes",
            meaning="""
Aucun des textes lus ne fixe de quorum ni de règle de vote : une décision est prise d’accord entre les parties.
Un vote est enregistré tel quel, avec cet avertissement.
""",
            clauses=(t.CommitteePowers,),
            facts=(f.DecisionTaken,),
            findings=("voting-rule",),
            computed_by=(checks.votes,),
        ),
        Mechanism(
            key="referents",
            title="Les référents",
            meaning="""
Quand le texte demande à chaque partie de nommer un référent, la tâche est ouverte pour chacune ; elle est
parfois le préalable d’une évaluation.
""",
            clauses=(t.Referents,),
            facts=(f.ReferentNamed,),
            duties=(Duty.REFERENT,),
            computed_by=(rules.referents_to_name,),
        ),
    ),
)
