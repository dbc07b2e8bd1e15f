"""Who binds whom: signatories, acts that authorise them, successions, originals."""

from convenir.core import authority, conclusion, law, organs
from convenir.core import facts as f
from convenir.core import terms as t
from convenir.core.assumptions import Choice
from convenir.core.checks import parties as checks
from convenir.core.flags import Flag
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.rules import parties as rules
from convenir.rulebook.mechanism import Chapter, Mechanism

PARTIES = Chapter(
    name="parties",
    title="Les parties : qui engage qui",
    mechanisms=(
        Mechanism(
            key="signataires",
            title="Les signatures exigées",
            meaning="""
Chaque personne que le texte nomme pour une partie doit signer. Quand le bloc de signature d’une Caf attend
aussi la présidence de son conseil, cette signature est exigée tant qu’un mandat n’est pas montré. Le titulaire
d’une fonction peut changer : la partie est la personne morale, elle reste liée.
""",
            clauses=(t.PartyClause, t.Formalities),
            facts=(f.Signed, f.MandateShown, f.SignatoryChanged),
            moves=(MoveKind.SIGN,),
            findings=("signatory", "mandate", "signatory-changed", "outsider"),
            computed_by=(conclusion.conclusion, checks.mandates_to_show, checks.signatories, checks.outsiders),
        ),
        Mechanism(
            key="habilitation",
            title="L’acte qui autorise à signer",
            meaning="""
Une collectivité signe parce que son assemblée l’a voulu ; une Caf, parce que son conseil d’administration a
décidé ou délégué. Être **informé** n’est pas décider. L’acte doit précéder la signature : une délibération plus
tardive n’autorise pas après coup. Le défaut d’habilitation est signalé ; il ne change pas le statut entre les
parties.
""",
            clauses=(t.SignatureAuthority, t.DeliberationAct),
            facts=(f.ActAdopted, f.PartyDescribed),
            flags=(Flag.AUTHORITY_INCOMPLETE, Flag.NOT_CERTIFIED),
            findings=("act-after-signature", "organ", "organ-delegation", "text-voted"),
            computed_by=(authority.authorities, authority.flags, organs.power_of, law.authorises),
        ),
        Mechanism(
            key="caractere-executoire",
            title="Le caractère exécutoire de la délibération",
            meaning="""
L’acte d’une collectivité s’impose quand il est publié **et** reçu par le représentant de l’État. La publication
se fait selon la règle en vigueur le jour de l’acte : depuis le 1er juillet 2022, en ligne, sauf pour les
petites communes et les syndicats qui ont choisi l’affichage ou le papier. Signer avant que l’acte soit
exécutoire, ou le jour même, est signalé ; une transmission plus tardive ne corrige pas ce défaut, et la
convention n’est pas écartée pour ce seul motif.
""",
            clauses=(t.SignatureAuthority,),
            facts=(f.ActTransmitted, f.ActPublished),
            flags=(Flag.AUTHORITY_NOT_EXECUTORY, Flag.SAME_DAY),
            findings=("publication",),
            laws=(*(rule.reference for rule in law.PUBLICATION_RULES), law.TRANSMISSION_BEFORE_SIGNATURE),
            computed_by=(authority.authorities, law.publication_rule),
        ),
        Mechanism(
            key="controle-de-l-etat",
            title="Le contrôle de l’État sur les décisions d’une Caf",
            meaning="""
La décision du conseil d’administration d’une Caf est communiquée à l’autorité de l’État, qui peut l’annuler ou
la suspendre pendant huit jours. Jusque-là, un drapeau le rappelle ; le statut n’en dépend pas.
""",
            clauses=(t.SignatureAuthority,),
            facts=(f.BoardDecisionCommunicated,),
            flags=(Flag.CONTROL_PERIOD_RUNNING,),
            computed_by=(authority.flags,),
        ),
        Mechanism(
            key="texte-vote-texte-signe",
            title="Le texte voté et le texte signé",
            meaning="""
L’assemblée autorise un texte : c’est lui qui doit être signé. Quand les deux diffèrent, le terme signé est
montré sous réserve, avec celui qui a été voté.
""",
            facts=(f.ActAdopted,),
            flags=(Flag.TEXT_DIFFERS,),
            choices=(Choice.TERM_AS_SIGNED,),
            computed_by=(authority.flags,),
        ),
        Mechanism(
            key="succession",
            title="La partie qui change",
            meaning="""
Une fusion d’intercommunalités ne met pas fin à la convention : la nouvelle personne prend la place de
l’ancienne, l’autre partie en est informée, personne ne peut résilier pour ce motif. Un avenant est recommandé,
non exigé. Un transfert de compétence ouvre la discussion sur les engagements qui en dépendent.
""",
            facts=(f.PartySucceeded, f.CompetenceTransferred),
            duties=(Duty.SUCCESSION,),
            findings=("succession", "party-renamed"),
            computed_by=(
                rules.successions_to_tell,
                rules.amendments_after_succession,
                rules.amendments_after_competences,
                checks.successions,
                checks.new_names,
            ),
        ),
        Mechanism(
            key="exemplaires",
            title="Les exemplaires originaux",
            meaning="""
Le texte dit combien d’originaux sont faits, ou qu’il y en a un par signataire. Ceux qui n’ont pas été remis
sont signalés.
""",
            clauses=(t.Formalities,),
            facts=(f.OriginalHandedOver,),
            findings=("originals",),
            computed_by=(checks.originals, checks.counted_annexes),
        ),
    ),
)
