"""What the convention is about, and what stands above or beside it."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import scope as checks
from convenir.core.flags import Flag
from convenir.core.text import judgments, norms
from convenir.rulebook.mechanism import Chapter, Mechanism

SCOPE = Chapter(
    name="scope",
    title="L’objet et les normes au-dessus du texte",
    mechanisms=(
        Mechanism(
            key="objet-et-nature",
            title="L’objet, les thèmes, la nature",
            meaning="""
L’objet, les thèmes et les visas éclairent la lecture ; aucun ne crée d’obligation datée. Une convention «
expérimentale » ou qui se dit « cadre politique » a le même statut que les autres ; ce qu’une partie annonce
pour elle seule n’est jamais une faute.
""",
            clauses=(t.Purpose, t.SharedObjectives, t.Nature, t.Citation, t.RelatedInstrument, t.UnilateralProgramme),
            flags=(Flag.EXPERIMENTAL,),
        ),
        Mechanism(
            key="orientations-chiffrees",
            title="Les orientations chiffrées",
            meaning="""
« 75 % des mesures nouvelles » est une orientation : la valeur observée est comparée à la cible, pour
information. Ne pas l’atteindre n’est pas un manquement.
""",
            clauses=(t.OrientationTarget,),
            facts=(f.IndicatorValued,),
            findings=("target-reached", "target-missed"),
            computed_by=(checks.targets, checks.met),
        ),
        Mechanism(
            key="cog",
            title="La convention d’objectifs et de gestion",
            meaning="""
Selon le texte, une clause contraire à la Cog est **inopposable** tant que la contradiction dure, ou se **lit
dans le cadre** de la Cog sans rien perdre. La convention reste en vigueur.
""",
            clauses=(t.HigherNorm,),
            facts=(f.ClauseContradicted,),
            flags=(Flag.CLAUSE_UNOPPOSABLE,),
            findings=("clause-unopposable", "read-within", "norm-effect"),
            computed_by=(norms.suspensions, checks.conflicts),
        ),
        Mechanism(
            key="clause-reputee-non-ecrite",
            title="La clause réputée non écrite",
            meaning="""
Une clause annulée n’est réputée non écrite que lorsque le jugement est **définitif** : deux mois après sa
notification à chaque partie, délai franc, sans appel, ou le dernier appel jugé. Les autres clauses gardent leur
force. Si c’est la durée qui tombe, le terme devient inconnu : une décision humaine est demandée. Quand le texte
se contente d’une règle de droit, la clause tombe sans jugement.
""",
            clauses=(t.Severability,),
            facts=(
                f.JudgmentGiven,
                f.JudgmentNotified,
                f.AppealLodged,
                f.AppealDecided,
                f.ClauseContradicted,
            ),
            flags=(Flag.CLAUSE_UNWRITTEN,),
            findings=("clause-unwritten", "judgment-not-final", "appeal-late", "term-void"),
            choices=(Choice.RULE_OF_LAW_SUFFICES,),
            computed_by=(
                judgments.judgments,
                judgments.last_day_of_appeal,
                norms.suspensions,
                checks.judged_clauses,
                checks.void_term,
            ),
        ),
        Mechanism(
            key="ordre-de-lecture",
            title="L’ordre dans lequel on lit",
            meaning="""
La loi et les jugements définitifs, la Cog quand le texte le dit, les engagements antérieurs, les avenants, le
corps de la convention, ses annexes, les fiches, les décisions des instances. Le contenu d’une clause l’emporte
sur son titre, et la liberté de chaque partie limite tout le reste.
""",
            clauses=(t.Autonomy, t.TitlePrecedence),
            findings=("order-of-reading", "body-over"),
            choices=(Choice.CONTENT_OVER_TITLE, Choice.BODY_OVER_ANNEX),
            computed_by=(norms.prevails_by,),
        ),
    ),
)
