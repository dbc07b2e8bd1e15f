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
