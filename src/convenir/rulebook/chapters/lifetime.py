"""Duration, renewal, what comes after the end."""

from convenir.core import (
    alternatives,
    antecedents,
    conclusion,
    conformity,
    delays,
    life,
    moves,
    periods,
    standing,
    workdays,
)
from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import lifetime as checks
from convenir.core.flags import Flag
from convenir.core.law import RENEWAL_BEFORE_END, RENEWAL_WITHOUT_TERM
from convenir.core.legal_basis import GOOD_FRIDAY, MONTHS, NO_RIGHT_TO_RENEWAL, ROLLING
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.rules import lifetime as rules
from convenir.core.standing import Status
from convenir.rulebook.mechanism import Chapter, Mechanism

LIFETIME = Chapter(
    name="lifetime",
    title="La vie : prise d’effet, terme, reconduction",
    mechanisms=(
        Mechanism(
            key="conclusion",
            title="La conclusion et la prise d’effet",
            meaning="""
La convention est conclue le jour de la dernière signature exigée : avant elle, personne n’est lié et rien n’est
dû, même si le texte annonce un début plus ancien. Le texte peut fixer un premier jour ; s’il précède la
dernière signature, la convention vaut depuis ce premier jour **une fois signée**, et rien n’est en retard avant
la signature. La date écrite dans l’acte ne compte que si elle ne précède pas la dernière signature.
""",
            clauses=(t.Duration, t.Formalities),
            facts=(f.Signed, f.StatedDate),
            statuses=(Status.DRAFT, Status.SIGNING, Status.SIGNED_NOT_YET_EFFECTIVE),
            flags=(Flag.RETROACTIVE_START, Flag.STATED_DATE_EARLIER),
            duties=(Duty.SIGNATURE,),
            choices=(
                Choice.START_AT_LAST_SIGNATURE,
                Choice.STATED_DATE_IS_SIGNATURE,
                Choice.STATED_DATE_IS_NOT_THE_LAST_SIGNATURE,
                Choice.RETROACTIVE_START,
            ),
            computed_by=(conclusion.conclusion, life.life, rules.signatures, conformity.before_signature),
        ),
        Mechanism(
            key="terme",
            title="Le terme et le dernier jour en vigueur",
            meaning="""
Le dernier jour en vigueur est compris : la convention s’éteint le lendemain. « Jusqu’au 31 décembre » comprend
ce jour, que le texte écrive « inclus » ou non. Une durée de *n* années finit la veille de l’anniversaire ; le
29 février, qui n’a pas d’anniversaire chaque année, laisse deux lectures. Quand un jour n’est connu qu’au mois
près, la fin est donnée entre deux dates, et le statut est **incertain** entre elles.
""",
            clauses=(t.Duration,),
            statuses=(Status.IN_FORCE, Status.EXPIRED, Status.UNCERTAIN, Status.UNKNOWN),
            findings=("after-end", "term", "end-before-start", "title-years", "term-void"),
            choices=(Choice.LAST_DAY_INCLUDED, Choice.EVE_OF_ANNIVERSARY),
            laws=(MONTHS,),
            computed_by=(periods.course, standing.standing, alternatives.end_readings, conformity.after_end),
        ),
        Mechanism(
            key="calcul-des-jours",
            title="Le calcul des jours, les dimanches et les fêtes",
            meaning="""
Quatre façons de compter, jamais confondues : le délai qui court d’un événement, celui qu’on compte à rebours
d’une séance, le délai franc d’un recours, et la durée d’un contrat. Les mois s’ajoutent une seule fois, depuis
le point de départ. Les fêtes sont celles du lieu où l’acte doit être fait : Alsace-Moselle et outre-mer ont les
leurs, et le Vendredi saint n’y compte que dans certaines communes.
""",
            choices=(Choice.GOOD_FRIDAY_COUNTS,),
            sections=("dates",),
            laws=(MONTHS, ROLLING, GOOD_FRIDAY),
            computed_by=(
                delays.after,
                delays.before,
                delays.clear,
                delays.last_day,
                workdays.next_workday,
                workdays.previous_workday,
            ),
        ),
        Mechanism(
            key="reconduction-tacite",
            title="La reconduction tacite",
            meaning="""
Quand le texte prévoit une reconduction tacite, une période en suit une autre tant que personne ne s’y oppose,
dans la limite qu’il fixe. Les périodes se comptent **toutes depuis l’origine**, jamais l’une après l’autre, et
la limite est la durée totale, première période comprise. Refuser la prochaine période n’est pas résilier : la
période en cours va à son terme.
""",
            clauses=(t.Renewal,),
            stated=(("mode", "tacit"),),
            facts=(f.NoticeReceived,),
            statuses=(Status.IN_FORCE_RENEWED,),
            duties=(Duty.DENUNCIATION,),
            moves=(MoveKind.REFUSE_RENEWAL,),
            choices=(Choice.CEILING_IS_TOTAL, Choice.ANNIVERSARY_OF_ORIGIN, Choice.REFUSAL_OVER_TERMINATION),
            computed_by=(periods.course, moves.denunciations, rules.refusals_of_renewal),
        ),
        Mechanism(
            key="reconduction-expresse",
            title="La reconduction expresse, ou le silence",
            meaning="""
Une reconduction expresse est un acte que toutes les parties signent **avant la fin**, et qui dit jusqu’à quand.
Signé après, il ne prolonge rien : il faut une nouvelle convention. Sans terme, il est refusé, car il serait à
durée indéterminée. Si le texte se tait, aucune reconduction n’est présumée.
""",
            clauses=(t.Renewal,),
            stated=(("mode", "express"),),
            facts=(f.RenewalSigned,),
            duties=(Duty.RENEWAL_DECISION,),
            moves=(MoveKind.RENEW, MoveKind.NEW_CONVENTION),
            findings=("renewal-late", "renewal-term"),
            choices=(Choice.RENEWAL_IS_EXPRESS, Choice.NO_RENEWAL_WITHOUT_CLAUSE),
            laws=(RENEWAL_BEFORE_END, RENEWAL_WITHOUT_TERM, NO_RIGHT_TO_RENEWAL),
            computed_by=(periods.renewal_acts, periods.extended, rules.decision_before_end),
        ),
        Mechanism(
            key="execution-sans-titre",
            title="L’exécution après la fin",
            meaning="""
Payer, réunir, fournir après la fin ne fait pas revivre la convention : elle reste éteinte, et un drapeau dit
qu’elle est exécutée sans titre. La convention qui la suit est un autre dossier ; l’intervalle entre les deux
est compté, car des financements en dépendent.
""",
            facts=(f.Performed, f.SuccessorConcluded),
            flags=(Flag.PERFORMED_WITHOUT_TITLE,),
            findings=("successor", "bonus-at-risk"),
            laws=(NO_RIGHT_TO_RENEWAL,),
            computed_by=(checks.following_convention, checks.bonus_at_risk),
        ),
        Mechanism(
            key="suite-des-faits",
            title="Les faits qui en supposent un autre",
            meaning="""
Une mise en demeure répond à un manquement, une notification suit un jugement, un avis porte sur une demande,
une renonciation vise une lettre. Quand le fait qu’un autre suppose n’est pas enregistré, ou porte un jour plus
tardif, le constat nomme ce qui manque, une fois ; la saisie, elle, est refusée. Une signature, ou un nom, ne
s’enregistre qu’une fois : sinon on ne saurait plus duquel parlent les faits suivants. Un manquement qui a cessé
peut revenir sous le même nom.
""",
            facts=(
                f.NoticeWithdrawn,
                f.FormalNoticeSent,
                f.BreachCured,
                f.JudgmentNotified,
                f.DpoOpinionGiven,
                f.CommitmentClosed,
            ),
            findings=("orphan-fact", "fact-twice"),
            computed_by=(
                antecedents.unfounded,
                antecedents.repeated,
                antecedents.orphans,
                antecedents.doubles,
            ),
        ),
        Mechanism(
            key="cadres-cites",
            title="Les cadres cités et leur terme",
            meaning="""
Un schéma, une convention d’objectifs, une convention de données ont leur propre durée. Quand l’un d’eux prend
fin avant la convention, une alerte le dit ; le statut de la convention n’en dépend pas.
""",
            clauses=(t.RelatedInstrument, t.Citation),
            duties=(Duty.INSTRUMENT_UPDATE,),
            findings=("framework-lapsed",),
            computed_by=(checks.lapsed_frameworks, rules.instruments_to_update),
        ),
    ),
)
