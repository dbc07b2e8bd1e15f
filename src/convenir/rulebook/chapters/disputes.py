"""Courts, third parties, what is open to the public."""

from convenir.core import courts, openness
from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import disputes as checks
from convenir.core.obligation import Duty
from convenir.core.rules import disputes as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

DISPUTES = Chapter(
    name="disputes",
    title="Les litiges et les recours",
    mechanisms=(
        Mechanism(
            key="tribunal",
            title="Le tribunal compétent",
            meaning="""
Le tribunal que le texte désigne, sinon celui du lieu d’exécution. Les parties peuvent en choisir un autre par
avenant, mais seulement **avant** que le litige ne naisse. Quand le texte demande une tentative amiable, elle
vient d’abord.
""",
            clauses=(t.Dispute,),
            facts=(f.DisputeArisen,),
            duties=(Duty.AMICABLE_ATTEMPT,),
            findings=("court", "court-chosen-late"),
            computed_by=(courts.forum, courts.court_of, checks.court, rules.amicable_attempts),
        ),
        Mechanism(
            key="recours-des-tiers",
            title="Le recours des tiers",
            meaning="""
Un tiers peut contester la validité de la convention dans les deux mois de sa publicité. Ce délai est franc : ni
le jour de la publicité ni celui de l’échéance ne comptent ; s’il finit un jour non ouvrable **du lieu**, il va
au jour ouvrable suivant. Sans publicité enregistrée, le recours reste ouvert un temps raisonnable, d’un an
environ.
""",
            facts=(f.ConclusionPublicised,),
            duties=(Duty.THIRD_PARTY_ACTION,),
            choices=(Choice.REASONABLE_YEAR,),
            computed_by=(courts.third_party_action, rules.third_party_actions),
        ),
        Mechanism(
            key="communication-au-public",
            title="La convention est un document que chacun peut demander",
            meaning="""
Une convention entre deux organismes chargés d’un service public est un document administratif : une clause de
confidentialité ne permet pas d’en refuser la communication.
""",
            clauses=(t.Confidentiality,),
            computed_by=(openness.openness,),
        ),
    ),
)
