"""The diagnosis, the plan, its fiches, milestones."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.checks import plan as checks
from convenir.core.obligation import Duty
from convenir.core.rules import plan as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

PLAN = Chapter(
    name="plan",
    title="Le diagnostic et le plan d’actions",
    mechanisms=(
        Mechanism(
            key="plan-d-actions",
            title="Le plan d’actions et ses fiches",
            meaning="""
Un plan pour toute la durée, ou un par année : celui de l’année est ouvert jusqu’au 31 décembre, puis manqué.
Quand la liste des thèmes est fermée, une fiche en dehors n’est pas conforme, sauf décision de l’instance qui
peut en ajouter. Une fiche se vérifie aussi sur ses moyens, ses indicateurs, et sur ce qu’elle changerait à un
dispositif existant.
""",
            clauses=(t.ActionPlan, t.Means, t.IndicatorRule, t.Nature),
            facts=(f.PlanAdopted, f.CommitmentMade),
            duties=(Duty.PLAN,),
            findings=(
                "sheet-theme",
                "sheet-means",
                "sheet-indicators",
                "sheet-incomplete",
                "scheme-altered",
                "theme-without-body",
            ),
            computed_by=(rules.yearly_plans, checks.sheets),
        ),
        Mechanism(
            key="diagnostic",
            title="Le diagnostic partagé",
            meaning="""
Un diagnostic promis pour plus tard reste ouvert sans jamais être en retard, sauf si le texte fixe un délai. Les
partenaires avec qui il doit être partagé sont comparés à ceux qui l’ont été.
""",
            clauses=(t.SharedDiagnosis,),
            facts=(f.DiagnosisShared, f.AnnexAttached),
            duties=(Duty.DIAGNOSIS,),
            findings=("diagnosis-participants",),
            computed_by=(rules.deferred_diagnosis, checks.participants),
        ),
        Mechanism(
            key="etapes",
            title="Les étapes du calendrier",
            meaning="""
Les étapes que le texte annonce sont données pour information ; celle qui a glissé est montrée avec les deux
dates, sans faute de personne.
""",
            clauses=(t.Milestone,),
            facts=(f.MilestoneReached,),
            duties=(Duty.MILESTONE,),
            findings=("milestone-slipped",),
            computed_by=(rules.milestones, checks.slipped_steps),
        ),
        Mechanism(
            key="circuit",
            title="Le circuit des situations complexes, l’accueil du public",
            meaning="""
Quand les parties conviennent d’un circuit pour les situations complexes ou urgentes, il reste à définir tant
qu’il n’est pas écrit et validé. De même pour l’accueil du public qu’elles organisent ensemble.
""",
            clauses=(t.CaseCircuit, t.ReceptionNetwork),
            facts=(f.CircuitDefined, f.ReceptionOrganised),
            duties=(Duty.CIRCUIT, Duty.RECEPTION),
            computed_by=(rules.circuit, rules.receptions),
        ),
    ),
)
