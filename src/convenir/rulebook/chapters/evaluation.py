"""Evaluations and bilans."""

from convenir.core import facts as f
from convenir.core import shortcomings, years
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import evaluation as checks
from convenir.core.obligation import Duty
from convenir.core.rules import evaluation as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

EVALUATION = Chapter(
    name="evaluation",
    title="L’évaluation et le bilan",
    mechanisms=(
        Mechanism(
            key="bilan-annuel",
            title="L’évaluation ou le bilan de chaque année",
            meaning="""
Dus au 31 décembre de chaque année, en retard dès le lendemain. Une première partie d’année de moins de six mois
est réunie à la suivante ; une dernière partie de moins de six mois ne demande rien, sauf si rien d’autre
n’était dû. Les autres lectures (due, au prorata, par année de convention) sont toujours données.
""",
            clauses=(t.Evaluation, t.Review),
            facts=(f.EvaluationDone, f.ReviewDone),
            duties=(Duty.EVALUATION, Duty.REVIEW),
            choices=(
                Choice.SHORT_FIRST_YEAR_IS_MERGED,
                Choice.SHORT_LAST_YEAR_ASKS_NOTHING,
                Choice.LONG_LAST_YEAR_COUNTS,
                Choice.OWED_AT_LEAST_ONCE,
            ),
            computed_by=(years.yearly, rules.yearly_ones, rules.rolling_ones),
        ),
        Mechanism(
            key="instance-de-l-evaluation",
            title="L’instance qui la dresse, l’examine ou la reçoit",
            meaning="""
Une évaluation faite et non présentée à l’instance que le texte désigne est incomplète ; un bilan que le texte
fait dresser en comité et qu’une partie écrit seule n’est pas conforme.
""",
            clauses=(t.Evaluation, t.Review),
            facts=(f.EvaluationPresented, f.EvaluationStageValidated),
            duties=(Duty.EVALUATION_PRESENTED,),
            findings=("not-examined", "not-presented", "not-validated", "drawn-up-within"),
            computed_by=(rules.presentations, shortcomings.shortcomings),
        ),
        Mechanism(
            key="bilan-final",
            title="L’évaluation et le bilan de la fin",
            meaning="""
Sans délai écrit, ils s’ouvrent le dernier jour et ne sont jamais en retard. Comme l’instance qui les examine
disparaît avec la convention, une alerte demande de fixer sa dernière séance avant le terme. Leur contenu est
vérifié : partie sur les effets, questions auxquelles ils répondent, indicateurs renseignés.
""",
            clauses=(t.Evaluation, t.Review, t.IndicatorRule),
            facts=(f.ReviewDone, f.EvaluationDone, f.EvaluationLaunched),
            duties=(Duty.FINAL_EVALUATION, Duty.FINAL_REVIEW),
            findings=(
                "last-meeting",
                "effects-part",
                "questions-answered",
                "indicators-valued",
                "evaluation-conditions",
            ),
            computed_by=(rules.final_ones, rules.undated_ones, shortcomings.at_the_end, checks.begun_without_referents),
        ),
    ),
)
