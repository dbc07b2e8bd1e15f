"""How a convention ends early, and what outlives it."""

from convenir.core import departures
from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks.termination import contested
from convenir.core.ending import breaches, cures, declarations, notices, receptions, silent_changes
from convenir.core.flags import Flag
from convenir.core.legal_basis import MONTHS, ROLLING, TENANT_NOTICE
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.rules import termination as rules
from convenir.core.standing import Status
from convenir.rulebook.mechanism import Chapter, Mechanism

TERMINATION = Chapter(
    name="termination",
    title="La fin anticipée : préavis, faute, accord, effets",
    mechanisms=(
        Mechanism(
            key="preavis",
            title="La résiliation sans motif et son préavis",
            meaning="""
Une partie quitte la convention par une lettre, sans avoir à dire pourquoi. Le préavis part de la **réception**
quand le texte ne dit rien ; il finit le jour qui porte le même quantième, à défaut le dernier jour du mois, et
ce jour est encore en vigueur. Il ne se reporte pas s’il tombe un dimanche. Rien n’est suspendu pendant le
préavis. Une lettre n’est utile que si elle finit la convention avant son terme ; de plusieurs lettres, celle
qui la finit le plus tôt l’emporte ; la lettre peut annoncer une fin plus lointaine que le préavis, pas plus
proche. Le refus de l’autre partie est sans effet.
""",
            clauses=(t.TerminationAtWill, t.TitlePrecedence),
            facts=(f.NoticeSent, f.NoticeReceived),
            statuses=(Status.IN_FORCE_UNDER_NOTICE, Status.TERMINATED),
            duties=(Duty.LAST_NOTICE,),
            moves=(MoveKind.LEAVE,),
            findings=(
                "notice-useless",
                "notice-too-short",
                "notice-gain",
                "notice-author",
                "notice-mandate",
                "notice-without-clause",
                "notice-outside-life",
                "notice-refusal",
            ),
            choices=(
                Choice.NOTICE_FROM_RECEPTION,
                Choice.NOTICE_DOES_NOT_ROLL,
                Choice.NOTICE_DOES_NOT_SUSPEND,
                Choice.LONGER_NOTICE_ALLOWED,
                Choice.CONTENT_OVER_TITLE,
            ),
            laws=(TENANT_NOTICE, MONTHS, ROLLING),
            computed_by=(notices.notices, notices.last_reception, rules.last_notice),
        ),
        Mechanism(
            key="preuve-de-la-reception",
            title="La forme de la lettre et la preuve de sa réception",
            meaning="""
Quand la clause demande une lettre recommandée, un courriel ou une lettre simple ne font courir aucun préavis ;
quand elle ne demande rien, toute forme qui se prouve convient. Le jour qui compte est celui de la remise ou du
refus. Une lettre non réclamée est réputée reçue le jour de sa première présentation **si** l’avis de passage
est prouvé ; sinon elle ne l’est pas. Un avis de réception revenu sans date donne au plus tard le cachet de son
retour. Une lettre électronique qualifiée laisse quinze jours au destinataire.
""",
            clauses=(t.TerminationAtWill,),
            facts=(f.NoticePresented, f.NoticeRefused, f.NoticeReturned, f.NoticeOffered),
            moves=(MoveKind.SERVE_AGAIN,),
            findings=(
                "notice-form",
                "reception-missing",
                "reception-presumed",
                "reception-proof",
                "reception-awaited",
                "reception-day",
                "return-early",
                "collected-late",
            ),
            choices=(
                Choice.RECEIVED_WHEN_FIRST_PRESENTED,
                Choice.RECEIVED_WHEN_OFFERED,
                Choice.RECEIVED_AT_THE_LATEST,
            ),
            computed_by=(receptions.letters, receptions.reception, notices.admissible),
        ),
        Mechanism(
            key="retrait-du-preavis",
            title="Le retrait d’une lettre",
            meaning="""
Une lettre reçue ne se retire pas seul. Avec l’accord écrit de toutes les parties, **avant** son dernier jour,
elle est sans effet et la convention continue. Après ce jour, la convention est finie : il en faut une nouvelle.
""",
            clauses=(t.TerminationAtWill,),
            facts=(f.NoticeWithdrawn,),
            moves=(MoveKind.WITHDRAW_NOTICE,),
            findings=("notice-withdrawal",),
            choices=(Choice.NOTICE_MAY_BE_WITHDRAWN,),
            computed_by=(notices.notices,),
        ),
        Mechanism(
            key="mise-en-demeure",
            title="La mise en demeure et la résiliation pour faute ou illégalité",
            meaning="""
La partie lésée enregistre le manquement à une obligation **ferme** du texte, met l’autre en demeure dans la
forme prévue, puis attend la fin du délai. Si rien n’a changé, elle a la **faculté** de déclarer la fin ; elle
n’y est pas obligée. Une lettre sans délai ne met pas en demeure ; un objectif que le texte ne fait que
souhaiter ne peut pas fonder une faute ; une mise en demeure à laquelle son auteur renonce est à refaire. Quand
la fin du délai tombe un jour non ouvrable, le produit donne le jour sûr de chacun : le débiteur se met en règle
avant, le créancier déclare après.
""",
            clauses=(t.TerminationForDefault, t.TerminationForIllegality),
            facts=(
                f.BreachRecorded,
                f.FormalNoticeSent,
                f.FormalNoticePresented,
                f.FormalNoticeRenounced,
                f.BreachCured,
                f.TerminationDeclared,
            ),
            duties=(Duty.CURE,),
            moves=(MoveKind.GIVE_FORMAL_NOTICE, MoveKind.CURE, MoveKind.DECLARE),
            findings=(
                "breach-duty",
                "breach-unheeded",
                "cure-time-short",
                "formal-notice-author",
                "formal-notice-clause",
                "formal-notice-form",
                "formal-notice-renounced",
                "formal-notice-time",
                "formal-notice-too-short",
                "declaration-cured",
                "declaration-early",
                "declaration-form",
                "declaration-author",
                "declaration-duty",
                "declaration-useless",
                "declaration-outside-life",
                "formal-notice-presentation",
            ),
            choices=(
                Choice.CURE_DOES_NOT_ROLL,
                Choice.CURE_FROM_PRESENTATION,
                Choice.LONGER_CURE_ALLOWED,
                Choice.LATE_CURE_KEEPS_POWER,
                Choice.ENDS_WHEN_DECLARED,
            ),
            laws=(MONTHS, ROLLING),
            computed_by=(
                breaches.breaches,
                breaches.power,
                cures.safe_to_cure,
                cures.safe_to_declare,
                declarations.declared_ends,
                rules.breaches_to_cure,
                contested.formal_notices,
                contested.declared,
            ),
        ),
        Mechanism(
            key="changement-sans-avenant",
            title="Le changement sans avenant",
            meaning="""
Certains textes permettent à une partie de mettre fin aussitôt quand l’autre change un terme sans avenant : un
équipement fermé, une annexe réécrite. L’alerte est immédiate, mais la convention **reste en vigueur tant que la
fin n’est pas déclarée**. Une fiche ou une annexe annoncée, adoptée des deux côtés, exécute le texte et n’est
pas un changement.
""",
            clauses=(t.AutomaticTermination,),
            facts=(f.ChangeObserved, f.AnnexAttached),
            findings=("silent-change", "adopted-alone", "adopted-later", "one-sided-power"),
            computed_by=(
                silent_changes.silent_changes,
                contested.unamended_changes,
                contested.later_adoptions,
                contested.one_sided_powers,
            ),
        ),
        Mechanism(
            key="fin-convenue",
            title="La fin convenue, l’intérêt général, la force majeure",
            meaning="""
Les parties peuvent toujours mettre fin ensemble, au jour qu’elles disent : l’accord vaut quand toutes l’ont
signé pour le même jour. Une partie seule ne peut invoquer l’intérêt général ou la force majeure que si une
clause le prévoit, avec le préavis qu’elle fixe.
""",
            clauses=(t.TerminationOnGround,),
            facts=(f.TerminationAgreed,),
            moves=(MoveKind.AGREE_END,),
            choices=(Choice.AGREEMENT_OVER_NOTICE,),
            findings=("agreement-incomplete", "declaration-ground", "declaration-clause", "declaration-notice"),
            computed_by=(declarations.declarations,),
        ),
        Mechanism(
            key="effets-de-la-fin",
            title="Les effets de la fin sur les engagements",
            meaning="""
Deux systèmes, que la clause choisit : les engagements pris avant la fin vont **jusqu’à leur propre terme**, ou
tout **s’arrête** le dernier jour, les dommages restant réservés. Un engagement sans terme qui survit appelle
une décision des parties. La confidentialité, quand le texte la prolonge, demeure sans limite.
""",
            clauses=(t.TerminationEffects,),
            facts=(f.CommitmentMade, f.CommitmentClosed),
            flags=(Flag.RUN_OFF, Flag.SURVIVING_DUTIES),
            duties=(Duty.COMMITMENT,),
            findings=("commitment-term", "damages"),
            computed_by=(departures.open_commitments, rules.commitments_to_keep),
        ),
    ),
)
