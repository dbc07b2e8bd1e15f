"""What the Caf maintains, what the local authority goes on paying."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import funding as checks
from convenir.core.obligation import Duty
from convenir.core.rules import funding as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

FUNDING = Chapter(
    name="funding",
    title="L’argent : maintien et contributions",
    mechanisms=(
        Mechanism(
            key="maintien",
            title="Le maintien des financements",
            meaning="""
À la fin du contrat sectoriel, la Caf maintient le montant **comptabilisé** de la dernière année. C’est un
plancher, compté au centime : la somme des montants répartis entre les équipements peut le dépasser, jamais
rester en dessous. Un équipement qui n’est pas dans la liste ne peut rien recevoir avant un avenant.
""",
            clauses=(t.FundingMaintenance,),
            facts=(f.SectoralContractEnded, f.FundingAllocated),
            duties=(Duty.ALLOCATION,),
            findings=("allocation-shortfall", "allocation-reference", "facility-not-listed"),
            choices=(Choice.WHOLE_AMOUNT_EACH_YEAR, Choice.KEPT_AMOUNT_IS_A_FLOOR),
            computed_by=(rules.allocations, checks.shortfalls, checks.facilities),
        ),
        Mechanism(
            key="contribution",
            title="La contribution de la collectivité",
            meaning="""
La collectivité continue de soutenir les équipements listés. Une baisse d’une année sur l’autre, ou un
équipement laissé de côté, est signalé ; si le texte le permet, un transfert de compétence ouvre une adaptation,
par avenant.
""",
            clauses=(t.FundingContribution,),
            facts=(f.ContributionPaid, f.CompetenceTransferred),
            duties=(Duty.CONTRIBUTION,),
            findings=("contribution-drop", "facility-left-out"),
            computed_by=(rules.contributions, checks.contributions),
        ),
    ),
)
