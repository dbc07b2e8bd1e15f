"""What the verbs refuse: each says what is wrong and what to do."""

from convenir.core.refusals import Refusal


class AlreadyConfirmed(Refusal):
    """The text was made a dossier: its terms are settled."""

    code = "already-confirmed"
    sentence = (
        "Ce texte a déjà donné lieu à un dossier : ses termes ne changent plus. Ouvrez le dossier, "
        "ou déposez de nouveau le texte pour le relire autrement."
    )


class NoSuchTerm(Refusal):
    """The number is not that of a term of this text."""

    code = "no-such-term"
    sentence = "Ce texte n’a pas de terme numéro {number}. Revenez à la relecture et choisissez un terme de la liste."


class CorrectionMissing(Refusal):
    """A corrected term needs its correction, of the same kind as the term read."""

    code = "correction-missing"
    sentence = "Corriger un terme demande sa nouvelle valeur, de même nature que le terme lu. Remplissez la correction."


class NotAllRuled(Refusal):
    """Some terms are still to be decided upon."""

    code = "not-all-ruled"
    sentence = (
        "Il reste {count} à relire avant de créer le dossier : acceptez, corrigez ou écartez chaque terme, "
        "ou acceptez tous les termes restants."
    )


class NoTermKept(Refusal):
    """A dossier without a single term computes nothing."""

    code = "no-term-kept"
    sentence = (
        "Aucun terme n’est retenu : le dossier serait vide. Acceptez au moins un terme, ou déposez un autre texte."
    )


class EndBeforeStart(Refusal):
    """The life of the convention would end before it begins."""

    code = "end-before-start"
    sentence = (
        "La fin retenue, le {end}, précède le début, le {start}. Corrigez le terme « durée » avant de créer le dossier."
    )


class TitleMissing(Refusal):
    """A dossier has a name."""

    code = "title-missing"
    sentence = "Donnez un titre au dossier : c’est son nom dans les listes."


class PartyMissing(Refusal):
    """Each party of the convention is a house, and the actor's house is one of them."""

    code = "party-missing"
    sentence = "{what} Indiquez quelle partie est votre organisme, et le nom de chacune des autres."


class NoStatedDate(Refusal):
    """There is no date to take as the day of the signatures."""

    code = "no-stated-date"
    sentence = (
        "Le texte ne porte pas, au-dessus des signatures, une date passée et complète : elle ne peut pas être celle "
        "des signatures. Créez le dossier sans cette option, puis enregistrez chaque signature."
    )


class FactInTheFuture(Refusal):
    """Only a meeting, a change or a norm may be known for a day to come."""

    code = "fact-in-the-future"
    sentence = (
        "Le {day} n’est pas encore passé : un fait s’enregistre quand il a eu lieu. "
        "Corrigez la date ; seules une séance fixée, et une règle ou un changement à venir, s’enregistrent d’avance."
    )


class FactTooOld(Refusal):
    """No convention of this kind is that old: most likely a slip of the keyboard."""

    code = "fact-too-old"
    sentence = "Le {day} est trop ancien pour un fait de ce dossier. Vérifiez l’année de la date."


class NotSigned(Refusal):
    """The convention binds nobody yet: this fact cannot follow from it."""

    code = "not-signed"
    sentence = (
        "La signature de la convention n’est pas encore enregistrée ({missing}) : ce fait ne peut pas la précéder. "
        "Enregistrez d’abord les signatures."
    )


class BeforeSignature(Refusal):
    """The fact would precede the convention from which it follows."""

    code = "before-signature"
    sentence = (
        "Le {day} précède la signature de la convention, le {signed} : ce fait ne peut pas avoir eu lieu avant elle. "
        "Vérifiez la date, ou la date des signatures."
    )


class UnknownParty(Refusal):
    """The fact names somebody who is not a party."""

    code = "unknown-party"
    sentence = "« {party} » n’est pas une partie de ce dossier. Choisissez parmi : {known}."


class UnknownBody(Refusal):
    """The fact names a body that the text does not know."""

    code = "unknown-body"
    sentence = "Le texte de ce dossier ne connaît pas l’instance « {body} ». Choisissez parmi : {known}."


class WrongOrder(Refusal):
    """A day inside the fact contradicts the day of the fact."""

    code = "wrong-order"
    sentence = "Le {second} précède le {first}, alors qu’il doit le suivre. Vérifiez les deux dates."


class NothingToWithdraw(Refusal):
    """A notice is withdrawn that nobody gave."""

    code = "nothing-to-withdraw"
    sentence = (
        "Aucune lettre de résiliation de cette partie n’est enregistrée à cette date : il n’y a rien à retirer. "
        "Enregistrez d’abord la lettre, ou vérifiez la partie et la date."
    )


class NoSuchBreach(Refusal):
    """The fact is about a breach that nobody recorded."""

    code = "no-such-breach"
    sentence = (
        "Le manquement « {name} » n’est pas enregistré à cette date. "
        "Enregistrez d’abord « Manquement constaté », ou choisissez-en un autre."
    )


class NoFormalNotice(Refusal):
    """A formal notice is given up that nobody sent."""

    code = "no-formal-notice"
    sentence = (
        "Aucune mise en demeure de cette partie sur « {name} » n’est enregistrée à cette date. "
        "Enregistrez d’abord son envoi, ou vérifiez la partie."
    )


class NoSuchGround(Refusal):
    """A termination invokes a breach or a change that nobody recorded."""

    code = "no-such-ground"
    sentence = (
        "Ni manquement ni changement « {name} » n’est enregistré à cette date : la résiliation ne peut pas l’invoquer. "
        "Enregistrez-le d’abord, ou laissez ce champ vide."
    )


class NoSuchAmendment(Refusal):
    """An avenant is voted or signed whose text nobody recorded."""

    code = "no-such-amendment"
    sentence = (
        "Le texte de l’avenant « {name} » n’est pas enregistré à cette date : on ne sait pas ce qu’il change. "
        "Enregistrez d’abord « Texte d’un avenant »."
    )


class NoSuchJudgment(Refusal):
    """The fact is about a judgment that nobody recorded."""

    code = "no-such-judgment"
    sentence = (
        "Le jugement « {name} » n’est pas enregistré à cette date. Enregistrez d’abord « Jugement rendu », "
        "ou choisissez-en un autre."
    )


class NoSuchAppeal(Refusal):
    """An appeal is decided that nobody lodged."""

    code = "no-such-appeal"
    sentence = "Aucun appel du jugement « {name} » n’est enregistré à cette date. Enregistrez d’abord « Appel formé »."


class NoSuchRequest(Refusal):
    """The fact is about a request for data that nobody recorded."""

    code = "no-such-request"
    sentence = (
        "La demande de données « {name} » n’est pas enregistrée à cette date. "
        "Enregistrez d’abord « Demande de données », ou choisissez-en une autre."
    )


class NoConsentWithdrawn(Refusal):
    """A person's data are taken out though no consent was withdrawn."""

    code = "no-consent-withdrawn"
    sentence = (
        "Aucun retrait de consentement n’est enregistré à cette date pour « {name} ». "
        "Enregistrez d’abord « Consentement retiré »."
    )


class NoSuchCommitment(Refusal):
    """A commitment is closed that nobody made."""

    code = "no-such-commitment"
    sentence = (
        "L’engagement « {name} » n’est pas enregistré à cette date. "
        "Enregistrez d’abord « Engagement pris, ou fiche action », ou choisissez-en un autre."
    )


class AlreadySigned(Refusal):
    """The same signature twice."""

    code = "already-signed"
    sentence = (
        "Cette signature est déjà enregistrée, le {day}. Si cette date est fausse, annulez ce fait depuis le journal, "
        "puis enregistrez la bonne."
    )


class NameTaken(Refusal):
    """Two facts of one name: later facts could not tell which they are about."""

    code = "name-taken"
    sentence = (
        "« {name} » est déjà enregistré, le {day}. Donnez un autre nom, "
        "ou annulez le premier fait depuis le journal s’il est faux."
    )


class NoSuchFact(Refusal):
    """Nothing to cancel under that name."""

    code = "no-such-fact"
    sentence = "Ce dossier n’a pas de fait « {fact} » à annuler. Revenez au journal et choisissez un fait de la liste."


class ReasonMissing(Refusal):
    """A cancellation is explained."""

    code = "reason-missing"
    sentence = "Donnez le motif de l’annulation : il restera au journal, à côté du fait annulé."


class UseCancellation(Refusal):
    """A cancellation has its own verb."""

    code = "use-cancellation"
    sentence = "Un fait s’annule depuis le journal du dossier, avec un motif."


class EvidenceTooLarge(Refusal):
    """The attached file is empty, or larger than what is kept."""

    code = "evidence-size"
    sentence = "La pièce « {name} » est vide ou dépasse 5 Mo. Joignez un fichier plus petit, ou une version allégée."
