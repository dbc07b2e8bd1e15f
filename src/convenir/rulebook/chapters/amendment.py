"""How the text changes: avenants, annexes, the text in force on a day."""

from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core import windows
from convenir.core.assumptions import Choice
from convenir.core.checks import amendment as checks
from convenir.core.law import RENEWAL_BEFORE_END
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.rules import amendment as rules
from convenir.core.text import amend, lists, texts
from convenir.rulebook.mechanism import Chapter, Mechanism

AMENDMENT = Chapter(
    name="amendment",
    title="Les changements du texte : avenants et annexes",
    mechanisms=(
        Mechanism(
            key="avenant",
            title="L’avenant",
            meaning="""
Un avenant est une liste de changements. Il prend effet quand tous ceux qui ont signé la convention l’ont signé
aussi, dans les mêmes formes, **avant la fin** : signé après, il ne prolonge rien. Il vaut du jour de sa
dernière signature, ou du jour qu’il fixe. De deux avenants sur une même clause, le dernier signé l’emporte.
Quand le texte demande que l’avenant énumère ses changements, un changement qu’il ne cite pas est sans effet. Un
préavis en cours survit à un avenant, ou à une reconduction signée, qui n’en dit rien : l’autre lecture est donnée.
""",
            clauses=(t.AmendmentClause,),
            facts=(f.AmendmentProposed, f.Signed),
            duties=(Duty.AMENDMENT_SIGNATURE,),
            moves=(MoveKind.AMEND,),
            findings=(
                "amendment-late",
                "amendment-early",
                "amendment-end-past",
                "amendment-executory",
                "amendment-unlisted",
                "amendment-signing",
                "amendment-authority",
                "amendment-target",
                "amendment-text",
                "amendment-notice",
            ),
            choices=(
                Choice.AMENDMENT_AT_LAST_SIGNATURE,
                Choice.AMENDMENT_SIGNED_BY_ALL,
                Choice.RETROACTIVE_AMENDMENT,
                Choice.NOTICE_SURVIVES_EXTENSION,
                Choice.END_NOT_BACKDATED,
            ),
            laws=(RENEWAL_BEFORE_END,),
            computed_by=(amend.fold, amend.judged, amend.takes_effect, rules.amendment_signatures),
        ),
        Mechanism(
            key="texte-en-vigueur",
            title="Le texte en vigueur un jour donné",
            meaning="""
Un jour donné, le texte est la convention d’origine et tous les changements qui valent ce jour-là, dans l’ordre
où ils ont pris effet ; une clause annulée ou inopposable en est retirée. Chaque obligation suit le texte en
vigueur à son échéance : un rythme changé en cours d’année vaut pour toute l’année qui n’est pas finie.

Une liste de structures que le texte signé portait, et que la première lecture n’a pas vue, ou mal vue, se complète sans
avenant : elle vaut depuis l’origine. Ce que l’on savait avant de la compléter reste consultable.
""",
            facts=(f.AmendmentProposed, f.ListCompleted),
            choices=(Choice.TEXT_AT_PERIOD_END,),
            computed_by=(texts.Texts.on, amend.written, amend.suspended, lists.completed, windows.duties_over),
        ),
        Mechanism(
            key="avenant-requis",
            title="Quand un avenant est requis",
            meaning="""
Une clause demande un avenant pour tout changement, ou pour les seuls changements d’importance. Une
réorganisation, un transfert de compétence, la décision d’un comité qui contredit un article l’appellent : la
tâche est ouverte, sans date. Un comité ne modifie pas le texte à lui seul.
""",
            clauses=(t.AmendmentClause,),
            facts=(f.InstitutionChanged, f.DecisionTaken, f.ChangeObserved),
            duties=(Duty.AMENDMENT,),
            findings=("change-without-amendment", "decision-against-text", "amendment-rule"),
            choices=(Choice.AMENDMENT_REQUIRED, Choice.DECISION_DOES_NOT_AMEND),
            computed_by=(
                rules.amendments_after_institutions,
                rules.amendments_after_decisions,
                rules.amendments_after_evaluations,
                checks.changes_without_amendment,
                checks.unruled_changes,
                checks.decisions_against_the_text,
            ),
        ),
        Mechanism(
            key="annexes",
            title="Les annexes annoncées",
            meaning="""
Une annexe annoncée et absente reste à joindre. Elle n’est jamais en retard si le texte ne fixe pas de délai ;
promise « dans les trente jours », elle l’est le trente et unième. Le produit compare aussi le nombre d’annexes
annoncées, citées et jointes.
""",
            clauses=(t.Annex,),
            facts=(f.AnnexAttached,),
            duties=(Duty.ANNEX,),
            findings=("annex", "annex-count"),
            computed_by=(rules.annexes_to_join,),
        ),
    ),
)
